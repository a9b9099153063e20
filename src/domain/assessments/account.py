"""What the events of an assessment share, and whom they concern."""

from typing import Any

from domain import account
from domain.assessments import events
from domain.assessments.state import Assessment
from domain.ids import PartyId
from domain.model import Concerns, Event
from domain.scheme_parts import STATIONED

"""The kinds of bodies that are assessed alike: stationed groups and dispatched bodies."""


class Account(account.Account[Assessment]):
    """What a decision adds to one assessment."""

    def concerns(self, event: Event, after: Assessment) -> Concerns:
        """Body, assessor and commission; the final grade its peers too, and nothing but the grade."""
        circle = (after.assessor, after.body, self.founding)
        if isinstance(event, events.Graded):
            return _among((*circle, *self._peers()), "assessment_grade")
        return _among(circle, "assessment")

    def frame(self) -> dict[str, Any]:
        """The fields that every step after the first has."""
        return {**self.plain(), "assessor": self.state.assessor, "body": self.state.body}

    def _peers(self) -> tuple[PartyId, ...]:
        parties = self.jurisdiction.parties.values()
        return tuple(sorted(party.code for party in parties if party.kind in STATIONED))


def _among(parties: tuple[PartyId, ...], visibility: str) -> Concerns:
    return Concerns(parties=tuple(dict.fromkeys(parties)), visibility=visibility)
