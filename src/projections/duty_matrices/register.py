"""Duty matrices (职责清单): who does what, who supervises it, holes and overlaps, and what came of it."""

import datetime
from typing import Any, Final, NamedTuple

from domain.duty_matrices import events
from domain.duty_matrices.state import HOLDING
from domain.model import Event, Recorded
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class DutyMatrix(NamedTuple):
    """A matrix: open → closed; either → annulled. ``holes`` and ``overlaps`` are counted in the others."""

    scope: str
    stage: str
    opener: str
    year: int
    title: str
    results_due: datetime.date
    items: int
    duties: int
    unconfirmed: int
    holes: int
    overlaps: int
    reason: str | None


class DutyItem(NamedTuple):
    """A livelihood item: pursued → removed. A ``hole`` where no group supervises it."""

    scope: str
    item: int
    title: str
    stage: str
    units: tuple[str, ...]
    groups: tuple[str, ...]
    hole: bool
    reason: str | None


class Duty(NamedTuple):
    """A duty of an item. A ``hole`` where no unit holds it, an ``overlap`` where more than one does."""

    scope: str
    duty: int
    item: int
    title: str
    stage: str
    units: tuple[str, ...]
    hole: bool
    overlap: bool


class DutyShare(NamedTuple):
    """A share: asked → confirmed; asked → disputed and claimed → upheld → confirmed; any → withdrawn."""

    scope: str
    share: int
    item: int
    duty: int | None
    party: str
    responsibility: str
    stage: str
    asked: datetime.date
    confirmed: datetime.date | None
    disputed: bool
    claimed: bool
    reason: str | None


class DutyResult(NamedTuple):
    """A result: recorded → returned → recorded; ``text`` is a commitment, ``recovered`` is in fen."""

    scope: str
    result: int
    share: int
    item: int
    duty: int | None
    party: str
    responsibility: str
    stage: str
    achievement: str
    amount: int
    recovered: int
    text: str
    joined: tuple[str, ...]
    recorded: datetime.date
    returned: int
    reason: str | None


_CLASSES: Final = ("duty_matrix",)

DUTY_MATRICES: Final = Table(
    "duty_matrices",
    DutyMatrix,
    classes=_CLASSES,
    indexes=(("jurisdiction", "year", "opener", "stream"),),
)
DUTY_ITEMS: Final = Table(
    "duty_items",
    DutyItem,
    key=("item",),
    classes=_CLASSES,
    indexes=(("jurisdiction", "item", "stream"),),
)
DUTIES: Final = Table(
    "duties",
    Duty,
    key=("duty",),
    classes=_CLASSES,
    indexes=(("jurisdiction", "duty", "stream"),),
)
DUTY_SHARES: Final = Table(
    "duty_shares",
    DutyShare,
    key=("share",),
    classes=_CLASSES,
    indexes=(("jurisdiction", "share", "stream"),),
)
DUTY_RESULTS: Final = Table(
    "duty_results",
    DutyResult,
    key=("result",),
    classes=("duty_result",),
    indexes=(("jurisdiction", "recorded", "stream", "result"),),
)


def opened(rows: Rows, event: Recorded[events.Opened]) -> None:
    """A matrix was begun."""
    e = event.event
    row = DutyMatrix(
        scope=e.concerns.visibility,
        stage="open",
        opener=e.opener,
        year=e.year,
        title=e.title,
        results_due=e.results_due,
        items=0,
        duties=0,
        unconfirmed=0,
        holes=0,
        overlaps=0,
        reason=None,
    )
    rows.put(DUTY_MATRICES, row)


def item_added(rows: Rows, event: Recorded[events.ItemAdded]) -> None:
    """An item: a hole until a group supervises it."""
    e = event.event
    row = DutyItem(
        scope=e.concerns.visibility,
        item=e.item,
        title=e.title,
        stage="pursued",
        units=(),
        groups=(),
        hole=True,
        reason=None,
    )
    rows.put(DUTY_ITEMS, row)
    _count(rows)


def duty_added(rows: Rows, event: Recorded[events.DutyAdded]) -> None:
    """A duty: a hole until a unit holds it."""
    e = event.event
    row = Duty(
        scope=e.concerns.visibility,
        duty=e.duty,
        item=e.item,
        title=e.title,
        stage="pursued",
        units=(),
        hole=True,
        overlap=False,
    )
    rows.put(DUTIES, row)
    _count(rows)


def item_removed(rows: Rows, event: Recorded[events.ItemRemoved]) -> None:
    """An item is out, and its duties with it."""
    e = event.event
    row = _row(rows, DUTY_ITEMS, e.item, "an item")
    rows.put(DUTY_ITEMS, row._replace(stage="removed", reason=e.reason))
    for duty in rows.all(DUTIES):
        if duty.item == e.item:
            rows.put(DUTIES, duty._replace(stage="removed"))
    _count(rows)


def share_began(rows: Rows, event: Recorded[events.ShareAsked | events.ShareClaimed]) -> None:
    """A share was given to a party, or claimed by one."""
    e = event.event
    claimed = isinstance(e, events.ShareClaimed)
    row = DutyShare(
        scope=e.concerns.visibility,
        share=e.share,
        item=e.item,
        duty=e.duty,
        party=e.by if isinstance(e, events.ShareClaimed) else e.to,
        responsibility=e.responsibility,
        stage="claimed" if claimed else "asked",
        asked=e.occurred.date,
        confirmed=None,
        disputed=False,
        claimed=claimed,
        reason=None,
    )
    rows.put(DUTY_SHARES, row)
    _count(rows)


def share_went_on(rows: Rows, event: Recorded[events.ShareEvent]) -> None:
    """A share was taken up, disputed, settled."""
    e = event.event
    row = _row(rows, DUTY_SHARES, e.share, "a share")
    match e:
        case events.ShareConfirmed():
            row = row._replace(stage="confirmed", confirmed=e.occurred.date, reason=None)
        case events.ShareDisputed():
            row = row._replace(stage="disputed", disputed=True, reason=e.reason)
        case events.ShareUpheld():
            row = row._replace(stage="upheld", reason=e.reason)
        case events.ShareWithdrawn():
            row = row._replace(stage="withdrawn", reason=e.reason)
        case _:
            raise TypeError(f"no event of a share: {type(e).__name__}")
    rows.put(DUTY_SHARES, row)
    _count(rows)


def result_recorded(rows: Rows, event: Recorded[events.ResultRecorded]) -> None:
    """What came of a share."""
    e = event.event
    row = DutyResult(
        scope=e.concerns.visibility,
        result=e.result,
        share=e.share,
        item=e.item,
        duty=e.duty,
        party=e.owner,
        responsibility=e.responsibility,
        stage="recorded",
        achievement=e.achievement,
        amount=e.amount,
        recovered=e.recovered,
        text=e.text,
        joined=(),
        recorded=e.occurred.date,
        returned=0,
        reason=None,
    )
    rows.put(DUTY_RESULTS, row)


def result_went_on(
    rows: Rows,
    event: Recorded[events.ResultJoined | events.ResultReturned | events.ResultRevised],
) -> None:
    """A result is joint work, went back, or is otherwise."""
    e = event.event
    row = _row(rows, DUTY_RESULTS, e.result, "a result")
    match e:
        case events.ResultJoined():
            row = row._replace(joined=(*row.joined, e.by))
        case events.ResultReturned():
            row = row._replace(stage="returned", returned=row.returned + 1, reason=e.reason)
        case events.ResultRevised():
            row = row._replace(amount=e.amount, recovered=e.recovered, text=e.text)
            row = row._replace(stage="recorded", reason=e.reason)
    rows.put(DUTY_RESULTS, row)


def corrected(rows: Rows, event: Recorded[events.Corrected]) -> None:
    """The matrix, an item or a duty is called otherwise."""
    e = event.event
    if e.item is not None:
        rows.put(DUTY_ITEMS, _row(rows, DUTY_ITEMS, e.item, "an item")._replace(title=e.title))
    elif e.duty is not None:
        rows.put(DUTIES, _row(rows, DUTIES, e.duty, "a duty")._replace(title=e.title))
    else:
        rows.put(DUTY_MATRICES, _row(rows, DUTY_MATRICES, (), "a matrix")._replace(title=e.title))


def ended(rows: Rows, event: Recorded[events.Closed | events.Annulled]) -> None:
    """Closed with all that came of it; or annulled, and nothing of it counts."""
    e = event.event
    matrix = _row(rows, DUTY_MATRICES, (), "a matrix")
    if isinstance(e, events.Closed):
        rows.put(DUTY_MATRICES, matrix._replace(stage="closed"))
        return
    rows.put(DUTY_MATRICES, matrix._replace(stage="annulled", reason=e.reason))
    tables: tuple[Table[Any], ...] = (DUTY_ITEMS, DUTIES, DUTY_SHARES, DUTY_RESULTS)
    for table in tables:
        for row in rows.all(table):
            rows.put(table, row._replace(stage="annulled"))
    _count(rows)


def _row(rows: Rows, table: Table[Any], key: Any, what: str) -> Any:
    row = rows.get(table, key) if table.key else rows.get(table)
    if row is None:
        raise LookupError(f"{key} was never {what} of the matrix")
    return row


def _count(rows: Rows) -> None:
    """Count anew who holds what, and with that the holes and the overlaps."""
    shares = [row for row in rows.all(DUTY_SHARES) if row.stage in HOLDING]
    duties = [_held(row, shares) for row in rows.all(DUTIES)]
    items = [_covered(row, shares) for row in rows.all(DUTY_ITEMS)]
    for duty in duties:
        rows.put(DUTIES, duty)
    for item in items:
        rows.put(DUTY_ITEMS, item)
    matrix = _row(rows, DUTY_MATRICES, (), "a matrix")
    counted = matrix._replace(
        items=sum(row.stage == "pursued" for row in items),
        duties=sum(row.stage == "pursued" for row in duties),
        unconfirmed=sum(
            row.stage not in ("confirmed", "withdrawn", "annulled") for row in rows.all(DUTY_SHARES)
        ),
        holes=sum(row.hole for row in duties) + sum(row.hole for row in items),
        overlaps=sum(row.overlap for row in duties),
    )
    rows.put(DUTY_MATRICES, counted)


def _held(duty: Duty, shares: list[DutyShare]) -> Duty:
    units = tuple(row.party for row in shares if row.duty == duty.duty)
    pursued = duty.stage == "pursued"
    return duty._replace(
        units=units, hole=pursued and not units, overlap=pursued and len(units) > 1
    )


def _covered(item: DutyItem, shares: list[DutyShare]) -> DutyItem:
    own = [row for row in shares if row.item == item.item]
    units = tuple(dict.fromkeys(row.party for row in own if row.responsibility == "principal"))
    groups = tuple(row.party for row in own if row.responsibility == "supervisory")
    hole = item.stage == "pursued" and not groups
    return item._replace(units=units, groups=groups, hole=hole)


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Opened: opened,
    events.ItemAdded: item_added,
    events.DutyAdded: duty_added,
    events.ItemRemoved: item_removed,
    events.ShareAsked: share_began,
    events.ShareClaimed: share_began,
    events.ShareConfirmed: share_went_on,
    events.ShareDisputed: share_went_on,
    events.ShareUpheld: share_went_on,
    events.ShareWithdrawn: share_went_on,
    events.ResultRecorded: result_recorded,
    events.ResultJoined: result_went_on,
    events.ResultReturned: result_went_on,
    events.ResultRevised: result_went_on,
    events.Corrected: corrected,
    events.Closed: ended,
    events.Annulled: ended,
}

MODEL: Final = ReadModel(
    name="duty_matrices",
    version=1,
    tables=(DUTY_MATRICES, DUTY_ITEMS, DUTIES, DUTY_SHARES, DUTY_RESULTS),
    handlers=_HANDLERS,
)
