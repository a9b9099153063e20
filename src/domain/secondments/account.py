"""What the events of a secondment share, and whom they concern."""

from typing import Any

from domain import account
from domain.model import Concerns, Event
from domain.secondments import events
from domain.secondments.state import Secondment


class Account(account.Account[Secondment]):
    """What a decision adds to one secondment."""

    def concerns(self, event: Event, after: Secondment) -> Concerns:
        """Organiser, home, host, commission; the appraisal in a class of its own, read by fewer."""
        circle = (after.organiser, after.home, after.host, self.founding)
        appraisal = isinstance(event, events.AppraisalEvent)
        return Concerns(
            parties=tuple(dict.fromkeys(circle)),
            visibility="secondment_appraisal" if appraisal else "secondment",
        )

    def frame(self) -> dict[str, Any]:
        """The fields that every step after the first has."""
        state = self.state
        return {
            **self.plain(),
            "organiser": state.organiser,
            "home": state.home,
            "host": state.host,
        }
