"""Where a bulletin stands, folded from its events: issued → annulled."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from domain.ids import NOBODY, PartyId, StreamId
from domain.model import Concerns, Event
from domain.quality_bulletins import events

Stage = Literal["new", "issued", "annulled"]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未印发", "not issued yet"),
    "issued": ("已印发", "issued"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class Bulletin:
    """The bulletin of one month, the notice it was sent as, and the reviews it tells of."""

    stage: Stage = "new"
    issuer: PartyId = NOBODY
    notice: StreamId | None = None
    parties: tuple[PartyId, ...] = ()
    reviews: tuple[StreamId, ...] = ()

    def concerns(self, leading: PartyId | None) -> Concerns:
        """Issuer, commission, and whom it is told to: the figures are for all of them."""
        circle = (self.issuer, *(() if leading is None else (leading,)), *self.parties)
        return Concerns(parties=tuple(dict.fromkeys(circle)), visibility="quality_bulletin")


def evolve(state: Bulletin, event: Event) -> Bulletin:
    """The bulletin after one of its events; any other event is a fault in the log."""
    match event:
        case events.Issued(issuer=issuer, notice=notice, parties=parties, reviews=reviews):
            return Bulletin("issued", issuer, notice, parties, reviews)
        case events.CaseListed() | events.ItemListed() | events.Corrected():
            return state
        case events.Annulled():
            return replace(state, stage="annulled")
        case _:
            raise TypeError(f"no event of a bulletin: {type(event).__name__}")
