"""What the events of a bulletin share, and whom they concern."""

from typing import Any

from domain import account
from domain.model import Concerns, Event
from domain.quality_bulletins import events
from domain.quality_bulletins.state import Bulletin


class Account(account.Account[Bulletin]):
    """What a decision adds to one bulletin."""

    def concerns(self, event: Event, after: Bulletin) -> Concerns:
        """The figures are for all it tells of; what it says of a body is for that body alone."""
        leading = self.jurisdiction.founding_party
        match event:
            case events.RunningNoted():
                # Nobody reads it: it names matters of others, and the bulletin says what comes of it.
                return Concerns(parties=(after.issuer,), visibility="quality_bulletin_noted")
            case (
                events.CaseListed(body=body)
                | events.ItemListed(body=body)
                | events.RunningListed(body=body)
                | events.ReplyEvent(body=body)
            ):
                circle = (after.issuer, body, *(() if leading is None else (leading,)))
                return Concerns(
                    parties=tuple(dict.fromkeys(circle)),
                    visibility=f"quality_bulletin_item:{body}",
                )
            case _:
                return after.concerns(leading)

    def frame(self) -> dict[str, Any]:
        """The fields of every event after the first."""
        return {**self.plain(), "issuer": self.state.issuer}
