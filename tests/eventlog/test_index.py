"""The index: what was counted is found again, by one query each, and nobody writes it twice."""

import datetime
import uuid
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import psycopg
import pytest

from domain.ids import JurisdictionCode, PersonId, StreamId
from eventlog.counting import Checkpoint, CountedBatch, Counter, Head, Void, VoidReason
from eventlog.errors import IndexMoved
from eventlog.index import Index
from eventlog.index_keys import CommandKey, PseudonymKey, StreamKey
from eventlog.postgres import GONE
from eventlog.reading import Origin, Outcome, Tracking
from eventlog.records import OutcomeRecord, Problem
from tests.eventlog.written import ACTOR, KIND, WHEN, Scribe, on_kafka
from tests.waiting import LIMIT_SECONDS, until

LINYI = JurisdictionCode("linyi")
ORIGIN = Origin("cluster", "topic")
START = Tracking(0, ORIGIN, Checkpoint(), 0)


@pytest.fixture
def index(database: str) -> Iterator[Index]:
    with Index(database, organisational=frozenset({KIND})) as index:
        index.create()
        index.create()
        index.begin(START, seen=None, end=7)
        yield index


def counted(scribe: Scribe, *sizes: int) -> tuple[list[CountedBatch], Tracking]:
    records = [record for size in sizes for record in scribe.batch(size)]
    counter = Counter(0, knows=lambda _: True)
    batches = [batch for raw in on_kafka(records) if (batch := counter.feed(raw)) is not None]
    return batches, Tracking(0, ORIGIN, counter.checkpoint(), 0)


def test_what_was_written_is_found(index: Index) -> None:
    batches, after = counted(Scribe(LINYI), 1, 3)
    index.write(batches, [], [Void(9, b"linyi", VoidReason.TORN)], before=START, after=after)
    stream = StreamKey(LINYI, batches[0].first.subject)
    assert index.streams([stream])[stream] == [e.record.value for b in batches for e in b.events]
    key = CommandKey(LINYI, ACTOR, batches[1].first.commandid)
    known = index.known({key: stream.stream})[key]
    assert (known.first_position, known.last_position, known.version) == (2, 4, 4)
    assert known.last_hash == batches[1].head.hash
    assert index.tracking(0) == after
    assert index.organisational(LINYI, after=3) == [batches[1].events[-1].record.value]
    assert index.last_recorded(LINYI) == WHEN
    assert index.having(LINYI, "diary.written", WHEN) == [stream.stream]
    later = WHEN + datetime.timedelta(seconds=1)
    assert index.having(LINYI, "diary.written", later) == []
    assert index.having(LINYI, "diary.writte", WHEN) == index.having(LINYI, "diar.y", WHEN) == []
    assert index.voids() == [(0, Void(9, b"linyi", VoidReason.TORN))]
    assert [tuple(each) for each in index.progress()] == [(0, 4, 7)]


def test_the_version_of_a_known_command_is_that_of_its_time(index: Index) -> None:
    batches, after = counted(Scribe(LINYI), 2, 2)
    index.write(batches, [], [], before=START, after=after)
    key = CommandKey(LINYI, ACTOR, batches[0].first.commandid)
    elsewhere = StreamId(f"diary/{uuid.UUID(int=99)}")
    assert index.known({key: batches[0].first.subject})[key].version == 2
    answer = index.known({key: elsewhere})[key]
    assert (answer.stream, answer.version) == (batches[0].first.subject, 1)


def test_unknown_things_are_not_found(index: Index) -> None:
    key = CommandKey(LINYI, ACTOR, uuid.UUID(int=1))
    stream = StreamKey(LINYI, StreamId(f"diary/{uuid.UUID(int=1)}"))
    pseudonym = PseudonymKey(LINYI, "hmac:" + "0" * 64)
    assert index.known({key: stream.stream}) == {}
    assert index.known({}) == {}
    assert index.streams([stream]) == {stream: []}
    assert index.matches([pseudonym]) == {pseudonym: ()}
    assert index.tracking(3) is None
    assert index.last_recorded(LINYI) is None


def test_pseudonyms_and_numbers_are_kept(index: Index) -> None:
    scribe = Scribe(LINYI)
    pseudonym = "hmac:" + "a" * 64
    numbered = {"organ": "commission", "kind": "lead", "year": 2026, "serial": 4}
    record = replace(
        scribe.batch()[0], data={"number": numbered, "people": [{"pseudonym": pseudonym}]}
    )
    counter = Counter(0, knows=lambda _: True)
    batch = counter.feed(on_kafka([record])[0])
    assert batch is not None
    after = Tracking(0, ORIGIN, counter.checkpoint(), 0)
    index.write([batch], [], [], before=START, after=after)
    key = PseudonymKey(LINYI, pseudonym)
    assert index.matches([key]) == {key: (record.subject,)}
    assert index.numbers(LINYI) == [("commission", "lead", 2026, 4)]


def test_a_writer_left_behind_cannot_write(index: Index) -> None:
    batches, after = counted(Scribe(LINYI), 1)
    index.write(batches, [], [], before=START, after=after)
    with pytest.raises(IndexMoved):
        index.write(batches, [], [], before=START, after=after)
    assert len(index.streams([StreamKey(LINYI, batches[0].first.subject)])) == 1


def test_who_takes_over_begins_where_the_index_is_not_where_it_was(index: Index) -> None:
    """Begun where it was seen, what was added since would be added again, and refused, for ever."""
    batches, after = counted(Scribe(LINYI), 1)
    index.write(batches, [], [], before=START, after=after)
    with pytest.raises(IndexMoved):
        index.begin(START, seen=START, end=7)
    assert index.tracking(0) == after
    index.begin(after, seen=after, end=7)
    assert index.tracking(0) == after


def test_an_index_dropped_since_it_was_seen_is_not_gone_on_with(
    index: Index, database: str
) -> None:
    batches, after = counted(Scribe(LINYI), 1)
    index.write(batches, [], [], before=START, after=after)
    with psycopg.connect(database, autocommit=True) as other:
        other.execute("TRUNCATE eventlog.tracking, eventlog.heads, eventlog.events")
    with pytest.raises(IndexMoved):
        index.begin(after, seen=after, end=7)
    assert index.tracking(0) is None


def test_who_begins_first_begins_alone(index: Index) -> None:
    with pytest.raises(IndexMoved):
        index.begin(START, seen=None, end=9)
    assert [tuple(each) for each in index.progress()] == [(0, 0, 7)]


def test_offset_and_heads_are_of_one_moment(
    index: Index, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else records that count would be read as void: before the heads, behind the offset."""
    batches, after = counted(Scribe(LINYI), 1)

    def meanwhile(statement: str, values: Sequence[Any] = ()) -> list[Any]:
        with Index(database) as other:
            other.write(batches, [], [], before=START, after=after)
        return Index._all(index, statement, values)

    monkeypatch.setattr(index, "_all", meanwhile)
    assert index.tracking(0) == START


def rejected(code: str, *, offset: int = 0, status: int = 409) -> Outcome:
    sentences: dict[str, Any] = dict.fromkeys(
        ("title_zh", "title_en", "detail_zh", "detail_en", "next_zh", "next_en"), "…"
    )
    record = OutcomeRecord(
        id=uuid.UUID(int=5),
        status="rejected",
        jurisdiction=LINYI,
        actor=PersonId(ACTOR),
        digest="sha256:" + "1" * 64,
        offset=offset,
        problem=Problem(code=code, status=status, **sentences),
    )
    return Outcome(record, 0, offset, 1_000)


def test_rejections_are_remembered_until_they_expire(index: Index) -> None:
    outcome = rejected("wrong_state")
    key = CommandKey(LINYI, ACTOR, outcome.record.id)
    until = datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)
    index.write(
        [], [outcome], [], before=START, after=replace(START, outcomes=1), expires={key: until}
    )
    stream = StreamId(f"diary/{uuid.UUID(int=1)}")
    known = index.known({key: stream})[key]
    assert (known.outcome, known.expires) == (outcome.record.value, until)
    index.forget_expired(until + datetime.timedelta(seconds=1))
    assert index.known({key: stream}) == {}


@pytest.mark.parametrize(
    ("code", "status", "remembered"),
    [
        ("command_expired", 409, False),
        ("command_id_reused", 422, False),
        ("not_placed_here", 404, False),
        ("log_diverged", 503, False),
        ("event_data_invalid", 500, False),
        ("command_failed", 500, True),
        ("wrong_state", 409, True),
    ],
)
def test_what_says_nothing_of_the_command_is_not_remembered(
    index: Index, code: str, status: int, remembered: bool
) -> None:
    outcome = rejected(code, status=status)
    index.write([], [outcome], [], before=START, after=replace(START, outcomes=1))
    key = CommandKey(LINYI, ACTOR, outcome.record.id)
    known = index.known({key: StreamId(f"diary/{uuid.UUID(int=1)}")})
    assert (key in known) is remembered


def test_a_writer_that_takes_over_locks_in_the_order_of_the_one_before(
    index: Index, database: str
) -> None:
    """Each with a row that the other wants next, both would wait for ever."""
    batches, after = counted(Scribe(LINYI), 2)
    index.write(batches, [], [], before=START, after=after)
    with (
        psycopg.connect(database) as before,
        psycopg.connect(database, autocommit=True) as watching,
        ThreadPoolExecutor() as threads,
    ):
        before.execute("UPDATE eventlog.tracking SET end_offset = 9")
        begun = threads.submit(index.begin, START, seen=after, end=7)
        until(
            lambda: (
                watching.execute("SELECT FROM pg_locks WHERE NOT granted").fetchone() is not None
            )
        )
        before.execute("SELECT FROM eventlog.events FOR UPDATE NOWAIT")
        before.commit()
        begun.result(timeout=LIMIT_SECONDS)
    assert index.tracking(0) is not None
    assert index.last_recorded(LINYI) is None


def test_a_writer_paused_within_a_transaction_does_not_keep_its_lock(
    index: Index, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    batches, after = counted(Scribe(LINYI), 2)
    index.write(batches, [], [], before=START, after=after)
    monkeypatch.setattr("eventlog.index.HOLD_SECONDS", 1)
    with Index(database) as paused:
        paused._connection.execute("BEGIN")
        paused._own(0, after, [])
        index.begin(after, seen=after, end=7)
        with pytest.raises(GONE):
            paused.progress()
    assert index.tracking(0) == after


def test_forgetting_waits_for_nobody(index: Index, database: str) -> None:
    outcome = rejected("wrong_state")
    index.write([], [outcome], [], before=START, after=replace(START, outcomes=1))
    later = datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)
    left = "SELECT count(*) FROM eventlog.commands"
    with (
        psycopg.connect(database) as writing,
        Index(f"{database}?options=-c%20lock_timeout%3D1000") as other,
    ):
        writing.execute("SELECT FROM eventlog.commands FOR UPDATE")
        other.forget_expired(later)
        assert writing.execute(left).fetchone() == (1,)
        writing.rollback()
        other.forget_expired(later)
        assert writing.execute(left).fetchone() == (0,)


def test_takeovers_at_one_offset_are_counted(index: Index) -> None:
    assert tuple(index.take_over(0, 5)) == (1, False)
    assert tuple(index.take_over(0, 5)) == (2, False)
    index.trying(0, 5)
    assert tuple(index.take_over(0, 5)) == (3, True)
    assert tuple(index.take_over(0, 6)) == (1, False)
    index.farewell(0)
    assert tuple(index.take_over(0, 6)) == (1, False)


def test_beginning_again_replaces_the_heads(index: Index) -> None:
    moved = Tracking(0, Origin("other", "other"), Checkpoint(3, {LINYI: Head(2, "sha256:x", 1)}), 4)
    index.begin(moved, seen=START, end=9)
    assert index.tracking(0) == moved
    assert index.trackings() == [moved]
