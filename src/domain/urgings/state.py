"""Where an urging stands, folded from its events.

urged → annulled; the urged party goes the way of `domain.asking`.
"""

from dataclasses import dataclass, field, replace
from typing import Final, Literal

from domain.asking import Asked
from domain.asking_legs import LegEvent, Legs, Recalled
from domain.ids import NOBODY, PartyId, StreamId
from domain.model import Concerns, Event
from domain.urgings import events

Stage = Literal["new", "urged", "annulled"]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未催办", "not urged yet"),
    "urged": ("已催办", "urged"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class Urging:
    """One urging, of ``addressee`` by ``issuer``, about ``matter``."""

    stage: Stage = "new"
    issuer: PartyId = NOBODY
    addressee: PartyId = NOBODY
    matter: StreamId | None = None
    asked: Asked = field(default_factory=Asked)
    legs: Legs = field(default_factory=Legs)

    @property
    def concerns(self) -> Concerns:
        """Who urges and who is urged, and nobody else that the matter concerns."""
        return Concerns(parties=(self.issuer, self.addressee), visibility="urging")

    @property
    def running(self) -> bool:
        """Whether it was not annulled."""
        return self.stage == "urged"


def evolve(state: Urging, event: Event) -> Urging:
    """The urging after one of its events; any other event is a fault in the log."""
    match event:
        case events.Urged(issuer=issuer, to=to, matter=matter):
            return Urging("urged", issuer, to, matter)
        case events.Corrected():
            return state
        case events.Annulled():
            return replace(state, stage="annulled", asked=state.asked.withdrawn())
        case Recalled(to=party):
            return replace(state, legs=state.legs.after(event), asked=state.asked.without(party))
        case LegEvent():
            return replace(state, legs=state.legs.after(event))
        case _:
            return replace(state, asked=state.asked.after(event))
