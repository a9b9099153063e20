"""The register of hand-overs of work (工作交接): who leaves, who takes over, what became of each item."""

import datetime
from typing import Any, Final, NamedTuple

from domain.model import Event, Recorded
from domain.work_hand_overs import events
from projections.model import Handler, ReadModel, Table
from projections.numbers import numbered
from projections.rows import Rows


class WorkHandOver(NamedTuple):
    """A list: drawn_up → signed → moving → completed, or annulled. Its items are counted when asked."""

    scope: str
    stage: str
    number: str
    number_organ: str
    number_year: int
    number_serial: int
    office: str
    leaver: str
    taker: str
    ground: str
    document: str | None
    drawn_up: datetime.date
    last_day: datetime.date | None
    leaver_signed: datetime.date | None
    leaver_scan: str | None
    excused: str | None
    taker_signed: datetime.date | None
    taker_scan: str | None
    completed: datetime.date | None
    reason: str | None


class WorkHandOverItem(NamedTuple):
    """An item: listed → handed_over | taken_back | refused | lapsed; ``case_tag`` is the case it is."""

    scope: str
    case_tag: str | None
    item: int
    matter: str
    family: str
    parts: tuple[str, ...]
    papers: str | None
    state: str
    since: datetime.date
    reason: str | None


class WorkLeft(NamedTuple):
    """What somebody left in a party without a list, since when: left → taken_over | settled, and again."""

    scope: str
    office: str
    leaver: str
    since: datetime.date
    stage: str


WORK_HAND_OVERS: Final = Table(
    "work_hand_overs",
    WorkHandOver,
    classes=("work_hand_over",),
    indexes=(("jurisdiction", "drawn_up", "stream"),),
)
WORK_HAND_OVER_ITEMS: Final = Table(
    "work_hand_over_items",
    WorkHandOverItem,
    key=("item",),
    classes=("work_hand_over",),
    indexes=(("jurisdiction", "matter"),),
)


WORK_LEFT: Final = Table("work_left", WorkLeft, classes=("work_hand_over",))


def drawn_up(rows: Rows, event: Recorded[events.DrawnUp]) -> None:
    """A list was drawn up."""
    e = event.event
    row = WorkHandOver(
        scope=e.concerns.visibility,
        stage="drawn_up",
        **numbered(e.number),
        office=e.office,
        leaver=e.leaver,
        taker=e.taker,
        ground=e.ground,
        document=e.document,
        drawn_up=e.occurred.date,
        last_day=None,
        leaver_signed=None,
        leaver_scan=None,
        excused=None,
        taker_signed=None,
        taker_scan=None,
        completed=None,
        reason=None,
    )
    rows.put(WORK_HAND_OVERS, row)


def changed(rows: Rows, event: Recorded[Event]) -> None:
    """Fold one event into the list. One never drawn up is a fault: `LookupError`."""
    row = rows.get(WORK_HAND_OVERS)
    if row is None:
        raise LookupError("the list was never a drawn up one")
    rows.put(WORK_HAND_OVERS, _changed(row, event.event))


def _changed(row: WorkHandOver, e: Event) -> WorkHandOver:
    day = e.occurred.date
    match e:
        case events.DueSet():
            return row._replace(last_day=e.last_day)
        case events.LeaverSigned():
            return row._replace(stage="signed", leaver_signed=day, leaver_scan=e.scan)
        case events.LeaverExcused():
            return row._replace(stage="signed", excused=e.reason)
        case events.TakerSigned():
            return row._replace(stage="moving", taker_signed=day, taker_scan=e.scan)
        case events.Completed():
            return row._replace(stage="completed", completed=day)
        case events.Corrected():
            document = e.document or row.document
            return row._replace(ground=e.ground or row.ground, document=document)
        case events.Annulled():
            return row._replace(stage="annulled", reason=e.reason)
        case _:
            raise TypeError(f"no event of a hand-over of work: {type(e).__name__}")


def item_listed(rows: Rows, event: Recorded[events.ItemListed]) -> None:
    """A matter stands on the list."""
    e = event.event
    row = WorkHandOverItem(
        scope=e.concerns.visibility,
        case_tag=event.case,
        item=e.item,
        matter=e.matter,
        family=e.family,
        parts=e.parts,
        papers=e.papers,
        state="listed",
        since=e.occurred.date,
        reason=None,
    )
    rows.put(WORK_HAND_OVER_ITEMS, row)


_STATES: Final[dict[type[Event], str]] = {
    events.ItemTakenBack: "taken_back",
    events.ItemRefused: "refused",
    events.ItemHandedOver: "handed_over",
    events.ItemLapsed: "lapsed",
}


def item_moved(rows: Rows, event: Recorded[Any]) -> None:
    """What became of an item. One never listed is a fault: `LookupError`."""
    e = event.event
    row = rows.get(WORK_HAND_OVER_ITEMS, e.item)
    if row is None:
        raise LookupError("the item was never a listed one")
    state, reason = _STATES[type(e)], getattr(e, "reason", None)
    moved = row._replace(state=state, since=e.occurred.date, reason=reason)
    rows.put(WORK_HAND_OVER_ITEMS, moved)


_LEFT: Final[dict[type[Event], str]] = {
    events.WorkLeft: "left",
    events.LeftWorkTakenOver: "taken_over",
    events.LeftWorkSettled: "settled",
}


def left(rows: Rows, event: Recorded[Any]) -> None:
    """Work was left behind; or it is no longer."""
    e = event.event
    row = WorkLeft(e.concerns.visibility, e.office, e.leaver, e.occurred.date, _LEFT[type(e)])
    rows.put(WORK_LEFT, row)


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.DrawnUp: drawn_up,
    events.DueSet: changed,
    events.LeaverSigned: changed,
    events.LeaverExcused: changed,
    events.TakerSigned: changed,
    events.Completed: changed,
    events.Corrected: changed,
    events.Annulled: changed,
    events.ItemListed: item_listed,
    **dict.fromkeys(_STATES, item_moved),
    **dict.fromkeys(_LEFT, left),
}

MODEL: Final = ReadModel(
    name="work_hand_overs",
    version=2,
    tables=(WORK_HAND_OVERS, WORK_HAND_OVER_ITEMS, WORK_LEFT),
    handlers=_HANDLERS,
)
