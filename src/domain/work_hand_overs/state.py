"""Where a hand-over of work stands, folded from its events.

drawn_up → signed (by the leaver, or excused) → moving (the taker signed) → completed; before it moves
annulled. Items: listed → handed_over | taken_back | refused | lapsed. What somebody left without a list has a
stream of its own: left → taken_over | settled, and again.
"""

from dataclasses import dataclass, field, replace
from typing import ClassVar, Final, Literal

from domain import worklist
from domain.ids import NOBODY, PartyId, PersonId, StreamId
from domain.model import Concerns, Event, Number
from domain.work_hand_overs import events
from domain.worklist import Worklist

Stage = Literal[
    "new",
    "drawn_up",
    "signed",
    "moving",
    "completed",
    "annulled",
    "left",
    "taken_over",
    "settled",
]

NO_ONE: Final = PersonId("")
NO_NUMBER: Final = Number(organ=NOBODY, kind="work_hand_over", year=0, serial=0)

STAGES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未编制清单", "not drawn up yet"),
    "drawn_up": ("待移交人签字", "the leaver is to sign"),
    "signed": ("待接收人签字", "the taker is to sign"),
    "moving": ("正在交接", "being handed over"),
    "completed": ("已交接完毕", "completed"),
    "annulled": ("已作废", "annulled"),
    "left": ("离岗未交接", "left behind, on no list"),
    "taken_over": ("已有人接收", "taken over by a list"),
    "settled": ("已无须交接", "settled without a list"),
}
"""Each stage in Chinese and English, for refusals."""

OPEN: Final[tuple[Stage, ...]] = ("drawn_up", "signed", "moving")
"""While an item can still leave the list."""

_ITEM_STATES: Final[dict[type[Event], str]] = {
    events.ItemTakenBack: "taken_back",
    events.ItemRefused: "refused",
    events.ItemHandedOver: "handed_over",
    events.ItemLapsed: "lapsed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(worklist.Entry):
    """One matter on the list."""

    ENDS: ClassVar[frozenset[str]] = frozenset(_ITEM_STATES.values())

    matter: StreamId


@dataclass(frozen=True, slots=True)
class WorkHandOver:
    """One list: of what ``leaver`` had in hand in ``office``, and ``taker`` takes over."""

    stage: Stage = "new"
    office: PartyId = NOBODY
    leaver: PersonId = NO_ONE
    taker: PersonId = NO_ONE
    number: Number = NO_NUMBER
    items: Worklist[Item] = field(default_factory=Worklist)
    left: tuple[StreamId, ...] = ()

    @property
    def concerns(self) -> Concerns:
        """The office alone: what it has in hand is nobody else's (R 299)."""
        return Concerns(parties=(self.office,), visibility="work_hand_over")


def evolve(state: WorkHandOver, event: Event) -> WorkHandOver:
    """The hand-over after one of its events; any other event is a fault in the log."""
    match event:
        case events.DrawnUp(office=office, leaver=leaver, taker=taker, number=number):
            return WorkHandOver("drawn_up", office, leaver, taker, number)
        case events.ItemListed(item=item, matter=matter, occurred=day):
            entry = Item(key=item, state="listed", since=day.date, matter=matter)
            return replace(state, items=state.items.with_entry(entry))
        case events.ItemEvent(item=item, occurred=day):
            moved = state.items.moved(item, _ITEM_STATES[type(event)], day.date)
            return replace(state, items=moved)
        case events.LeaverSigned() | events.LeaverExcused():
            return replace(state, stage="signed")
        case events.TakerSigned():
            return replace(state, stage="moving")
        case events.Completed():
            return replace(state, stage="completed")
        case events.Annulled():
            return replace(state, stage="annulled")
        case events.DueSet() | events.Corrected():
            return state
        case events.WorkLeft(office=office, leaver=leaver):
            return WorkHandOver("left", office, leaver)
        case events.MatterLeft(matter=matter):
            return replace(state, left=(*state.left, matter))
        case events.LeftWorkTakenOver():
            return replace(state, stage="taken_over")
        case events.LeftWorkSettled():
            return replace(state, stage="settled")
        case _:
            raise TypeError(f"no event of a hand-over of work: {type(event).__name__}")
