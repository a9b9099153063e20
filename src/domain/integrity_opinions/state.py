"""Where an integrity opinion stands, folded from its events.

asked → answered → returned → answered → accepted; any → annulled.
"""

from dataclasses import dataclass, replace
from typing import Final, Literal

from domain.ids import NOBODY, PartyId
from domain.integrity_opinions import events
from domain.model import Event

Stage = Literal["new", "asked", "answered", "returned", "accepted", "annulled"]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未征求意见", "not asked yet"),
    "asked": ("待答复", "an answer is awaited"),
    "answered": ("已答复", "answered"),
    "returned": ("答复已退回", "the answer was returned"),
    "accepted": ("答复已采纳", "the answer was accepted"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class IntegrityOpinion:
    """One opinion about one person of a unit."""

    stage: Stage = "new"
    asker: PartyId = NOBODY
    unit: PartyId = NOBODY
    group: PartyId = NOBODY

    @property
    def given(self) -> bool:
        """Whether there is an opinion that stands."""
        return self.stage in ("answered", "accepted")


def evolve(state: IntegrityOpinion, event: Event) -> IntegrityOpinion:
    """The opinion after one of its events; any other event is a fault in the log."""
    match event:
        case events.Asked(asked_by=asker, unit=unit, group=group):
            return IntegrityOpinion("asked", asker, unit, group)
        case events.Answered():
            return replace(state, stage="answered")
        case events.AnswerReturned():
            return replace(state, stage="returned")
        case events.AnswerAccepted():
            return replace(state, stage="accepted")
        case events.Corrected():
            return state
        case events.Annulled():
            return replace(state, stage="annulled")
        case _:
            raise TypeError(f"no event of an integrity opinion: {type(event).__name__}")
