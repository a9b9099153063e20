"""What the rows say of who may read and what is owed, held against what the domain knows: any history."""

from collections import Counter
from typing import Any

from domain.ids import StreamId
from domain.obligations.events import Arisen
from domain.streams import StreamState
from projections import access, obligations
from projections.access import ACCESS, CONTENT, STATUS
from projections.model import Table
from projections.obligations import OBLIGATIONS
from projections.rows import Rows
from tests.domain.world import World
from tests.projections.making import Log


def reconcile(world: World) -> None:
    """Circles, open obligations and totals by rule are the same on both sides."""
    log, readers, owed = Log(), Rows(access.MODEL), Rows(obligations.MODEL)
    for told in world.told:
        for entry in log.command((told.stream, told.event), actor=told.actor):
            for rows in (readers, owed):
                rows.apply(rows.model.handlers_of(type(told.event)), entry.event)
    circles, open_ones = _current(readers, ACCESS), _current(owed, OBLIGATIONS)
    for stream, state in world.streams.items():
        assert {(row.scope, row.party, row.level) for row in circles.get(stream, ())} == set(
            _circles(state)
        ), stream
        still = [row for row in open_ones.get(stream, ()) if row.ended is None]
        assert {(row.obligation, row.status, row.due, row.owner) for row in still} == {
            (each.id, each.status, each.due, each.arisen.owner)
            for each in state.obligations.values()
        }, stream
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


def _totals(world: World, rows: list[Any]) -> None:
    """By rule: what arose is what is still owed and what ended, each once."""
    arisen = [told.event for told in world.told if isinstance(told.event, Arisen)]
    assert Counter((row.mechanism, row.rule) for row in rows) == Counter(
        (event.mechanism, event.rule) for event in arisen
    )
    late = {row.obligation for row in rows if row.late_working_days}
    assert late <= {row.obligation for row in rows if row.ended_by is not None}
