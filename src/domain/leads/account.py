"""What the events of a lead share, and whom they concern."""

from typing import Any

from domain import account
from domain.errors import NotFound
from domain.ids import CaseTag, PartyId
from domain.leads import between, carried_out, circle, events
from domain.leads.state import Lead
from domain.model import Concerns, Event, Occurred


class Account(account.Account[Lead]):
    """What a decision adds to one lead. ``lead`` is the state with it."""

    @property
    def lead(self) -> Lead:
        """The lead as it stands with what was told."""
        return self.state

    @property
    def holder(self) -> PartyId:
        """Who holds the lead; raises `NotFound` before it was received."""
        if self.lead.holder is None:
            raise NotFound(stream=self.stream)
        return self.lead.holder

    @property
    def circle(self) -> Concerns:
        """Whom the lead itself concerns, as it stands with what was told."""
        return circle.of_lead(self.lead, self.jurisdiction)

    def concerns(self, event: Event, after: Lead) -> Concerns:
        """By the visibility defaults for leads (`domain.leads.circle`)."""
        return circle.concerns(event, after, self.jurisdiction)

    def tell(self, event: Event, *, case: CaseTag | None = None) -> None:
        """Add an event; where a hand-over goes between jurisdictions, the other end is told of it too.

        So is what it makes of the resolution of a meeting that stands on the lead.
        """
        super().tell(event, case=case)
        for leg, there, fields in between.news_of(event, self.state):
            sent = events.NewsSent(
                **self.plain(event.occurred),
                transfer=leg.serial,
                from_party=leg.from_party,
                to_party=leg.to_party,
                jurisdiction=there.jurisdiction,
                there=there.stream,
                leg_there=there.leg,
                dispatch=there.sent + 1,
                **fields,
            )
            super().tell(sent, case=case)
        for kind, fields in carried_out.follows(event, self.state):
            super().tell(kind(**self.frame(occurred=event.occurred), **fields), case=case)

    def frame(self, *, occurred: Occurred | None = None, **changed: Any) -> dict[str, Any]:
        """The fields that every event about the lead itself has, with those that it changes."""
        standing = {"holder": self.lead.holder, "handling_party": self.lead.handling_party}
        return {**self.plain(occurred), **standing, **changed}
