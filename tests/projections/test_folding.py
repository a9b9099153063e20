"""Versions of rows: opened, replaced, ended; parked; the same whatever the batches."""

import random

import pytest

from domain.model import Event
from projections import schema
from projections.folding import Folder, Stopping
from projections.model import ReadModel
from projections.schema import LIVE
from tests.projections.making import Connection, Log, build, concerns, day, fold, rows, stream
from tests.projections.small_model import MATTERS, SMALL, STAYS, Finished, Moved, Opened

A, B = stream(1), stream(2)


def open_(title: str = "t") -> Opened:
    return Opened(occurred=day(1), concerns=concerns("cs"), title=title)


def move(to: str, *tags: str) -> Moved:
    return Moved(occurred=day(2), concerns=concerns("cs"), to=to, tags=tags)


def finish() -> Finished:
    return Finished(occurred=day(3), concerns=concerns("cs"))


def versions(connection: Connection, table: str) -> list[tuple[object, ...]]:
    return connection.execute(
        f"select stream, place, from_position, until_position from read.{table}"  # noqa: S608
        " order by stream, from_position"
    ).fetchall()


def test_a_version_opened_and_replaced_inside_one_batch_is_written(connection: Connection) -> None:
    log = Log()
    log.command((A, open_()))
    log.command((A, move("x")))
    log.command((A, move("y")))
    (built,) = build(connection, [SMALL])
    assert fold(connection, [built], log.entries) == []
    assert versions(connection, "matters") == [(A, None, 1, 2), (A, "x", 2, 3), (A, "y", 3, None)]
    assert versions(connection, "stays") == [(A, "x", 2, 3), (A, "y", 3, None)]


def test_what_one_command_changes_several_times_becomes_one_version(connection: Connection) -> None:
    log = Log()
    log.command((A, open_()), (A, move("x")), (A, move("y")))
    log.command((A, move("z")), (A, finish()))
    (built,) = build(connection, [SMALL])
    fold(connection, [built], log.entries)
    assert versions(connection, "matters") == [(A, "y", 1, 4)]
    assert versions(connection, "stays") == [(A, "y", 3, 4)]


def test_an_equal_row_is_no_new_version(connection: Connection) -> None:
    log = Log()
    log.command((A, open_()))
    log.command((A, open_()))
    (built,) = build(connection, [SMALL])
    fold(connection, [built], log.entries, commands_at_once=1)
    assert versions(connection, "matters") == [(A, None, 1, None)]


@pytest.mark.parametrize("commands_at_once", [1, 2, 7])
def test_rows_are_the_same_whatever_the_batches(
    connection: Connection, commands_at_once: int
) -> None:
    log = Log()
    chance = random.Random(7)
    opened: set[int] = set()
    for _ in range(120):
        number = chance.randrange(8)
        where = stream(number)
        events: list[Event] = [] if number in opened else [open_()]
        opened.add(number)
        places = chance.choices("xyz", k=chance.randrange(3))
        events += [move(place, *chance.sample("abc", 2)) for place in places]
        if chance.random() < 0.1:
            events.append(finish())
            opened.discard(number)
        if events:
            log.command(*((where, event) for event in events))
    (whole,) = build(connection, [SMALL])
    fold(connection, [whole], log.entries)
    expected = rows(connection, whole)
    (pieces,) = build(connection, [SMALL])
    fold(connection, [pieces], log.entries, commands_at_once=commands_at_once)
    assert rows(connection, pieces) == expected
    assert len(expected["matters"]) > 50


def test_a_failing_fold_parks_its_stream_and_the_rest_goes_on(connection: Connection) -> None:
    log = Log()
    log.command((A, open_()))
    log.command((B, move("x")))  # never opened
    log.command((A, move("y")))
    log.command((B, open_()))
    (built,) = build(connection, [SMALL])
    (parking,) = fold(connection, [built], log.entries)
    assert (parking.event.originator_id, parking.event.position) == (B, 2)
    assert "never opened" in parking.error
    assert versions(connection, "matters") == [(A, None, 1, 3), (A, "y", 3, None)]
    assert versions(connection, "stays") == [(A, "y", 3, None)]


def test_an_event_that_fails_halfway_leaves_no_trace(connection: Connection) -> None:
    log = Log()
    log.command((A, open_()))
    log.command((A, move("x")))
    log.command((A, finish()))
    log.command((A, move("y")))  # ends stays, then finds no matter
    (built,) = build(connection, [SMALL])
    fold(connection, [built], log.entries, commands_at_once=2)
    assert versions(connection, "stays") == [(A, "x", 2, 3)]


def test_what_postgresql_refuses_parks_the_stream_when_folded_singly(
    connection: Connection,
) -> None:
    log = Log()
    log.command((A, open_()))
    log.command((B, open_("a\x00b")))
    log.command((A, move("y")))
    (built,) = build(connection, [SMALL])
    with connection.transaction():
        (parking,) = Folder([built], set()).fold_singly(connection, log.entries)
    assert parking.event.originator_id == B
    assert versions(connection, "matters") == [(A, None, 1, 3), (A, "y", 3, None)]


def test_a_model_that_never_parks_stops_before_anything_is_written(connection: Connection) -> None:
    strict = ReadModel(
        name="strict", version=1, tables=SMALL.tables, handlers=SMALL.handlers, parks=False
    )
    log = Log()
    log.command((A, open_()))
    log.command((B, move("x")))
    (built,) = build(connection, [strict])
    with pytest.raises(Stopping, match="linyi at 2"):
        fold(connection, [built], log.entries)
    assert versions(connection, "matters") == []


def test_a_retired_schema_is_dropped_after_its_grace(connection: Connection) -> None:
    (first,) = build(connection, [SMALL])
    (second,) = build(connection, [SMALL])
    assert schema.live(connection, [SMALL])["small"] == second
    assert schema.drop_retired(connection, grace_seconds=3600) == []
    assert schema.drop_retired(connection, grace_seconds=0) == [first.schema]
    assert connection.execute("select count(*) from read.matters").fetchone() == (0,)


def test_the_schema_name_follows_from_shape_and_version() -> None:
    same = ReadModel(name="small", version=1, tables=(MATTERS, STAYS))
    newer = ReadModel(name="small", version=2, tables=(MATTERS, STAYS))
    assert SMALL.digest == same.digest != newer.digest
    assert LIVE == "live"
