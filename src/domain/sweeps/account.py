"""What the events of a sweep share, and whom they concern.

The sweep itself: its convener and who is asked. A matter: convener, who handed it in, and case
supervision, which manages what may become a lead (R 198) – no other party, so that a host Party group sees
only what it handed in. A suspected repeat: case supervision alone. What became of a matter: discipline
bodies only. What the sweep came to: they, the office linked with the convener, and the commission.
"""

from typing import Any

from domain import account
from domain.ids import PartyId
from domain.leads.circle import case_supervision, is_discipline_body
from domain.model import Concerns, Event
from domain.oversight import watchers
from domain.sweeps import events
from domain.sweeps.state import Sweep


class Account(account.Account[Sweep]):
    """What a decision adds to one sweep."""

    def concerns(self, event: Event, after: Sweep) -> Concerns:
        """By the kind of event; the circle is that after it."""
        match event:
            case (
                events.MatterHandedIn(party=party)
                | events.HandedIn(party=party)
                | events.HandInReturned(party=party)
                | events.MatterAnnulled(party=party)
            ):
                office = case_supervision(after.convener, self.jurisdiction)
                return _circle(f"sweep_matter:{party}", after.convener, party, office)
            case events.RepeatSuspected() | events.RepeatConfirmed() | events.RepeatDismissed():
                return _circle("sweep_repeat", event.case_supervision)
            case events.MatterSettled(party=party):
                office = case_supervision(after.convener, self.jurisdiction)
                own = party if is_discipline_body(party, self.jurisdiction) else None
                return _circle(f"sweep_outcome:{party}", after.convener, own, office)
            case events.Concluded():
                own_line = (
                    each for each in after.parties if is_discipline_body(each, self.jurisdiction)
                )
                office = case_supervision(after.convener, self.jurisdiction)
                above = (*watchers(self.jurisdiction, after.convener), self.founding)
                return _circle("sweep_result", *above, *own_line, office)
            case _:
                return _circle("sweep", *after.circle)

    def frame(self) -> dict[str, Any]:
        """The fields that every event of a sweep has."""
        return {**self.plain(), "convener": self.state.convener}

    @property
    def case_supervision(self) -> PartyId | None:
        """Who checks what may become a lead."""
        return case_supervision(self.state.convener, self.jurisdiction)


def _circle(visibility: str, *parties: PartyId | None) -> Concerns:
    known = (party for party in parties if party is not None)
    return Concerns(parties=tuple(dict.fromkeys(known)), visibility=visibility)
