"""What the events of a re-examination share, and whom they concern."""

from typing import Any

from domain import account
from domain.model import Concerns, Event
from domain.reexaminations import events
from domain.reexaminations.state import Reexamination


class Account(account.Account[Reexamination]):
    """What a decision adds to one re-examination."""

    def concerns(self, event: Event, after: Reexamination) -> Concerns:
        """Whoever examines has the file; whose case it was learns the outcome alone (R 242)."""
        match event:
            case events.Informed() | events.CarriedOut():
                return Concerns(
                    parties=(after.examiner, after.handling_party),
                    visibility="reexamination_outcome",
                )
            case _:
                return Concerns(parties=(after.examiner,), visibility="reexamination")

    def frame(self) -> dict[str, Any]:
        """The fields that every step after the first has."""
        return {**self.plain(), "examiner": self.state.examiner, "kind": self.state.kind}
