"""What the events of a rectification item share, and whom they concern."""

from typing import Any

from domain import account
from domain.ids import PartyId
from domain.leads.circle import case_supervision
from domain.model import Concerns, Event
from domain.rectifications import events
from domain.rectifications.state import Rectification


class Account(account.Account[Rectification]):
    """What a decision adds to one rectification item."""

    def concerns(self, event: Event, after: Rectification) -> Concerns:
        """Issuer, addressee, case supervision, linked office (DOMAIN.md §4, visibility).

        Before it is assigned who rectifies knows nothing of it. Another group never does.
        """
        match event:
            case events.OriginRecorded(matter=matter):
                own = self._raising(after)
                told = self.context.streams[matter].circles.values()
                also = (one for one in after.rectifying if any(one in circle for circle in told))
                return Concerns(parties=_once(*own, *also), visibility="rectification_origin")
            case _:
                inside = _once(*self._raising(after), *self._rectifying(after), *after.bodies)
                observers = tuple(one for one in after.observers if one not in inside)
                return Concerns(parties=inside, visibility="rectification", observers=observers)

    def frame(self) -> dict[str, Any]:
        """The fields that every step has once it is assigned."""
        return {**self.plain(), "raiser": self.state.raiser, "party": self.state.party}

    def _raising(self, after: Rectification) -> tuple[PartyId, ...]:
        office = self.related(after.raiser, "supervising_office")
        return _once(after.raiser, office, self.managing(after.raiser))

    def managing(self, raiser: PartyId) -> PartyId | None:
        """Who manages what a party raised: a county itself, for all others case supervision."""
        commission = self.jurisdiction.founding_party
        return case_supervision(raiser, self.jurisdiction) or case_supervision(
            commission, self.jurisdiction
        )

    def _rectifying(self, after: Rectification) -> tuple[PartyId, ...]:
        """Those who rectify and verify, and the group stationed there with its linked office."""
        if not after.party:
            return ()
        group = self.related(after.party, "stationed_group")
        office = self.related(after.party, "supervising_office")
        return _once(*after.rectifying, after.verifier, group, office)


def _once(*parties: PartyId | None) -> tuple[PartyId, ...]:
    return tuple(dict.fromkeys(party for party in parties if party))
