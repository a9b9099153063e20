"""Where a bulletin stands, folded from its events: issued → annulled.

Each running matter it tells of goes asked → answered → returned → answered → accepted. What is ``noted``
for it day by day stands in a stream of its own (`domain.quality_bulletins.running`).
"""

from dataclasses import dataclass, replace
from typing import Final, Literal

from domain.asking import AnswerStage
from domain.ids import NOBODY, PartyId, StreamId
from domain.model import Concerns, Event
from domain.quality_bulletins import events

Stage = Literal["new", "noted", "issued", "annulled"]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未印发", "not issued yet"),
    "noted": ("在办事项已汇总", "running matters noted"),
    "issued": ("已印发", "issued"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class Item:
    """One running matter it tells of, and how far the answer of its body is."""

    body: PartyId
    matter: StreamId
    stage: AnswerStage = "asked"


_ANSWERED: Final[dict[type[Event], AnswerStage]] = {
    events.Replied: "answered",
    events.ReplyReturned: "returned",
    events.ReplyAccepted: "accepted",
}


@dataclass(frozen=True, slots=True)
class Bulletin:
    """The bulletin of one month, the notice it was sent as, the reviews and running matters it tells of."""

    stage: Stage = "new"
    issuer: PartyId = NOBODY
    notice: StreamId | None = None
    parties: tuple[PartyId, ...] = ()
    reviews: tuple[StreamId, ...] = ()
    items: tuple[Item, ...] = ()
    noted: tuple[StreamId, ...] = ()

    def concerns(self, leading: PartyId | None) -> Concerns:
        """Issuer, commission, and whom it is told to: the figures are for all of them."""
        circle = (self.issuer, *(() if leading is None else (leading,)), *self.parties)
        return Concerns(parties=tuple(dict.fromkeys(circle)), visibility="quality_bulletin")


def evolve(state: Bulletin, event: Event) -> Bulletin:
    """The bulletin after one of its events; any other event is a fault in the log."""
    match event:
        case events.Issued(issuer=issuer, notice=notice, parties=parties, reviews=reviews):
            return Bulletin("issued", issuer, notice, parties, reviews)
        case events.RunningNoted(issuer=issuer, matters=matters):
            return Bulletin("noted", issuer, noted=matters)
        case (
            events.CaseListed() | events.ItemListed() | events.RunningCounted() | events.Corrected()
        ):
            return state
        case events.RunningListed(body=body, matter=matter):
            return replace(state, items=(*state.items, Item(body, matter)))
        case events.ReplyEvent(item=serial):
            answered = replace(state.items[serial - 1], stage=_ANSWERED[type(event)])
            return replace(
                state, items=(*state.items[: serial - 1], answered, *state.items[serial:])
            )
        case events.Annulled():
            return replace(state, stage="annulled")
        case _:
            raise TypeError(f"no event of a bulletin: {type(event).__name__}")
