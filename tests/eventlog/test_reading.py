"""Reading on from where a reader left off, also when offsets have lost their meaning."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from domain.ids import JurisdictionCode
from eventlog import topics
from eventlog.counting import Checkpoint, Head
from eventlog.errors import LogCutShort, LogDiverged
from eventlog.partition_log import Batch, PartitionLog
from eventlog.reading import EventReader, Origin, Tracking
from eventlog.topics import Topics
from tests.eventlog.written import KIND, Scribe

LINYI, WUHU = JurisdictionCode("linyi"), JurisdictionCode("wuhu")
ELSEWHERE = Origin("another cluster", "another topic")


@pytest.fixture
def names(kafka: str, suffix: str) -> Topics:
    names = Topics(f"test-{suffix}")
    topics.create(kafka, names, partitions=2)
    return names


@contextmanager
def writing(kafka: str, names: Topics, partition: int = 0) -> Iterator[PartitionLog]:
    transactional_id = f"{names.prefix}-writer-{partition}"
    with PartitionLog(
        kafka, names, partition, transactional_id=transactional_id, knows=KIND.__eq__
    ) as log:
        log.open()
        log.wait_caught_up(timeout_s=20)
        yield log


@contextmanager
def reading(kafka: str, names: Topics, *trackings: Tracking) -> Iterator[EventReader]:
    with EventReader(kafka, names, name="test", knows=KIND.__eq__) as reader:
        reader.start(trackings)
        yield reader


def rest(reader: EventReader) -> list[tuple[str, int]]:
    """Jurisdiction and last position of each batch up to the end."""
    readings = list(reader.read_to_end(timeout_s=20))
    return [
        (batch.jurisdiction, batch.head.position) for each in readings for batch in each.batches
    ]


def test_all_partitions_are_read_from_the_first_record(kafka: str, names: Topics) -> None:
    with writing(kafka, names, 0) as log, writing(kafka, names, 1) as other:
        log.write([Batch(Scribe(LINYI).batch(2))])
        other.write([Batch(Scribe(WUHU).batch())])
    with reading(kafka, names) as reader:
        assert sorted(rest(reader)) == [("linyi", 2), ("wuhu", 1)]
        assert rest(reader) == []


def test_a_reader_goes_on_where_it_left_off(kafka: str, names: Topics) -> None:
    scribe = Scribe(LINYI)
    with writing(kafka, names) as log:
        log.write([Batch(scribe.batch(2))])
        with reading(kafka, names) as reader:
            assert rest(reader) == [("linyi", 2)]
            tracking = reader.tracking(0)
        log.write([Batch(scribe.batch())])
    with reading(kafka, names, tracking) as reader:
        assert rest(reader) == [("linyi", 3)]
        assert reader.head(LINYI, 0) == Head(3, scribe.prev, 3)


def test_after_a_restore_the_place_is_found_by_position(kafka: str, names: Topics) -> None:
    linyi, wuhu = Scribe(LINYI), Scribe(WUHU)
    with writing(kafka, names) as log:
        log.write([Batch(linyi.batch(2)), Batch(wuhu.batch())])
        tracking = replace(tracking_of(kafka, names), origin=ELSEWHERE)
        moved = {code: replace(head, offset=head.offset + 5_000) for code, head in heads(tracking)}
        tracking = replace(tracking, checkpoint=Checkpoint(5_003, moved))
        log.write([Batch(linyi.batch()), Batch(wuhu.batch(2))])
    with reading(kafka, names, tracking) as reader:
        assert rest(reader) == [("linyi", 3), ("wuhu", 3)]
        assert reader.tracking(0).origin == reader.origin


def test_a_log_that_lost_what_was_read_is_not_read_on(kafka: str, names: Topics) -> None:
    scribe = Scribe(LINYI)
    scribe.batch(3)
    ahead = Tracking(0, ELSEWHERE, Checkpoint(9, {LINYI: Head(3, scribe.prev, 8)}))
    with writing(kafka, names) as log:
        log.write([Batch(Scribe(LINYI).batch(2))])
    with pytest.raises(LogCutShort, match="linyi 3–3"), reading(kafka, names, ahead):
        pass


def test_a_log_with_another_history_is_not_read_on(kafka: str, names: Topics) -> None:
    mine, other = Scribe(LINYI), Scribe(LINYI, salt=9)
    mine.batch(2)
    with writing(kafka, names) as log:
        log.write([Batch(other.batch(2))])
    tracking = Tracking(0, ELSEWHERE, Checkpoint(2, {LINYI: Head(2, mine.prev, 1)}))
    with pytest.raises(LogDiverged), reading(kafka, names, tracking):
        pass


def test_a_log_that_ends_before_the_tracked_offset_is_searched_by_position(
    kafka: str, names: Topics
) -> None:
    scribe = Scribe(LINYI)
    with writing(kafka, names) as log:
        log.write([Batch(scribe.batch(2))])
    tracking = tracking_of(kafka, names)
    ahead = replace(tracking, checkpoint=Checkpoint(400, tracking.checkpoint.heads))
    with reading(kafka, names, ahead) as reader:
        assert rest(reader) == []
        assert reader.tracking(0).checkpoint.heads == tracking.checkpoint.heads


def tracking_of(kafka: str, names: Topics) -> Tracking:
    with reading(kafka, names) as reader:
        rest(reader)
        return reader.tracking(0)


def heads(tracking: Tracking) -> list[tuple[JurisdictionCode, Head]]:
    return list(tracking.checkpoint.heads.items())
