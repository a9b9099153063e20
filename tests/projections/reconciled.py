"""What the rows say of who may read and what is owed, held against what the domain knows: any history."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

from domain.catalogue import FAMILY
from domain.ids import StreamId, family_of
from domain.obligations.events import Arisen
from domain.streams import StreamState
from projections import access, inbox, obligations
from projections.access import ACCESS, CONTENT, STATUS
from projections.inbox_items import INBOX
from projections.model import Table
from projections.obligations import OBLIGATIONS
from projections.rows import Rows
from tests.domain.world import World
from tests.projections.making import Log

WAITS_NOT: Final = frozenset(
    {
        "lead-closed-loop.delivery",  # the courier delivers it
        "closed-loop.disposal",  # it is owed until it is approved; meanwhile the approver has it
        "case-investigation.decision",  # first adjudication accepts the case and deliberates
        "joint-themes.another",  # the other side may have a step of it to confirm
    }
)
"""Rules under which something is owed while nothing waits for its owner; see `test_inbox`."""


def reconcile(world: World) -> None:
    """Circles, open obligations and totals by rule are the same on both sides; what is owed waits."""
    log, readers, owed = Log(), Rows(access.MODEL), Rows(obligations.MODEL)
    waiting = Rows(inbox.MODEL)
    for told in world.told:
        for entry in log.command((told.stream, told.event), actor=told.actor):
            for rows in (readers, owed, waiting):
                rows.apply(rows.model.handlers_of(type(told.event)), entry.event)
    circles, open_ones = _current(readers, ACCESS), _current(owed, OBLIGATIONS)
    items = _current(waiting, INBOX)
    for stream, state in world.streams.items():
        assert {(row.scope, row.party, row.level) for row in circles.get(stream, ())} == set(
            _circles(state)
        ), stream
        still = [row for row in open_ones.get(stream, ()) if row.ended is None]
        assert {(row.obligation, row.status, row.due, row.owner) for row in still} == {
            (each.id, each.status, each.due, each.arisen.owner)
            for each in state.obligations.values()
        }, stream
        idle = _owed_and_not_waiting(state, items.get(stream, ()))
        assert idle == [], (stream, idle)
    _totals(world, [row for each in open_ones.values() for row in each])


def _current(rows: Rows, table: Table[Any]) -> dict[StreamId, list[Any]]:
    found = rows.buffers[table.name].current
    return {
        StreamId(stream): [version.row for version in versions.values()]
        for (_, stream), versions in found.items()
    }


def _circles(state: StreamState[Any]) -> list[tuple[str, str, str]]:
    """Who stands in which circle of a stream, and whether for the content or the status only."""
    return [
        (scope, party, CONTENT if party in state.content(scope) else STATUS)
        for scope, circle in state.circles.items()
        for party in circle
    ]


def _owed_and_not_waiting(state: StreamState[Any], items: Iterable[Any]) -> list[str]:
    """What is owed in a matter by a party for which nothing waits there; a cadence asks beside them."""
    parties = {row.party for row in items if row.kind != "overdue"}
    owed = (each.arisen for each in state.obligations.values() if family_of(state.stream) in FAMILY)
    keys = ((e.owner, f"{e.mechanism}.{e.rule}") for e in owed if e.period is None)
    return [key for owner, key in keys if owner not in parties and key not in WAITS_NOT]


def _totals(world: World, rows: list[Any]) -> None:
    """By rule: what arose is what is still owed and what ended, each once."""
    arisen = [told.event for told in world.told if isinstance(told.event, Arisen)]
    assert Counter((row.mechanism, row.rule) for row in rows) == Counter(
        (event.mechanism, event.rule) for event in arisen
    )
    late = {row.obligation for row in rows if row.late_working_days}
    assert late <= {row.obligation for row in rows if row.ended_by is not None}
