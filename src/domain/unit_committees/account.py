"""What the events of group and unit committee share, and whom they concern."""

from typing import Any

from domain import account
from domain.ids import PartyId
from domain.model import Concerns, Event
from domain.oversight import watchers
from domain.unit_committees import events
from domain.unit_committees.state import UnitCommittee


class Account(account.Account[UnitCommittee]):
    """What a decision adds to the guidance of one committee."""

    def concerns(self, event: Event, after: UnitCommittee) -> Concerns:
        """Committee, group and the office linked with it: never the unit, and the matter the group alone.

        The evidence of an enlistment is read by the committee as long as it helps, and no longer (R 299:
        scope and time of knowledge are limited).
        """
        group = watchers(self.jurisdiction, after.group)
        both = (after.committee, *group)
        match event:
            case events.MatterServed(enlistment=serial):
                return _circle(f"unit_committee_matter:{serial}", after.group)
            case events.EvidenceClosed(enlistment=serial):
                return _circle(f"unit_committee_evidence:{serial}", *group)
            case (
                events.EvidenceRecorded(enlistment=serial)
                | events.EvidenceConfirmed(enlistment=serial)
                | events.EvidenceReturned(enlistment=serial)
            ):
                return _circle(f"unit_committee_evidence:{serial}", *both)
            case _:
                return _circle("unit_committee", *both)

    def frame(self) -> dict[str, Any]:
        """The fields that every event after the first has."""
        return {**self.plain(), "committee": self.state.committee, "group": self.state.group}


def _circle(visibility: str, *parties: PartyId) -> Concerns:
    return Concerns(parties=tuple(dict.fromkeys(parties)), visibility=visibility)
