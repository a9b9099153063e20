"""The void rule, in which all readers agree."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from domain.ids import JurisdictionCode
from eventlog.counting import Checkpoint, CountedBatch, Counter, Head, Stopped, Void, VoidReason
from eventlog.records import EventRecord, link
from tests.eventlog.written import KIND, Raw, Scribe, on_kafka

LINYI = JurisdictionCode("linyi")
WUHU = JurisdictionCode("wuhu")


def counter(checkpoint: Checkpoint | None = None) -> Counter:
    return Counter(0, checkpoint or Checkpoint(), knows=KIND.__eq__)


def feed(reader: Counter, records: Iterable[Raw]) -> list[CountedBatch]:
    return [batch for batch in map(reader.feed, records) if batch is not None]


def places(batches: Iterable[CountedBatch]) -> list[tuple[str, int, int]]:
    """Jurisdiction, first and last position of each batch."""
    return [(batch.jurisdiction, batch.first.position, batch.head.position) for batch in batches]


def test_whole_batches_count_one_after_the_other() -> None:
    scribe = Scribe(LINYI)
    reader = counter()
    batches = feed(reader, on_kafka([*scribe.batch(), *scribe.batch(3)]))
    assert places(batches) == [("linyi", 1, 1), ("linyi", 2, 4)]
    assert reader.heads[LINYI] == Head(4, scribe.prev, 3)
    assert reader.take_voids() == []


def test_the_beginning_of_a_batch_is_neither_counted_nor_void_yet() -> None:
    scribe = Scribe(LINYI)
    whole, torn = scribe.batch(), scribe.batch(3)
    reader = counter()
    assert places(feed(reader, on_kafka([*whole, *torn[:2]]))) == [("linyi", 1, 1)]
    assert reader.take_voids() == []
    assert reader.checkpoint().offset == 1


def test_a_torn_batch_is_void_when_another_takes_its_place() -> None:
    scribe = Scribe(LINYI)
    first = scribe.batch()
    other = scribe.branch(salt=1)
    torn, again = scribe.batch(3), other.batch(2)
    reader = counter()
    batches = feed(reader, on_kafka([*first, *torn[:2], *again]))
    assert places(batches) == [("linyi", 1, 1), ("linyi", 2, 3)]
    assert reader.take_voids() == [
        Void(1, b"linyi", VoidReason.TORN),
        Void(2, b"linyi", VoidReason.TORN),
    ]


def test_the_rest_of_a_torn_batch_is_void_too() -> None:
    scribe = Scribe(LINYI)
    other = scribe.branch(salt=1)
    torn, again = scribe.batch(3), other.batch()
    reader = counter()
    assert places(feed(reader, on_kafka([*torn[:2], *again, torn[2]]))) == [("linyi", 1, 1)]
    assert [void.offset for void in reader.take_voids()] == [0, 1, 3]


def test_a_repeated_batch_is_void() -> None:
    batch = Scribe(LINYI).batch(2)
    reader = counter()
    assert len(feed(reader, on_kafka([*batch, *batch]))) == 1
    assert {void.reason for void in reader.take_voids()} == {VoidReason.MISPLACED}


def test_a_batch_that_follows_another_record_is_void() -> None:
    scribe = Scribe(LINYI)
    scribe.batch()
    second = scribe.batch()
    other = scribe.branch(salt=1)
    reader = counter()
    other_first = Scribe(LINYI, salt=5).batch()
    assert places(feed(reader, on_kafka([*other_first, *second, *other.batch()]))) == [
        ("linyi", 1, 1)
    ]
    assert [void.offset for void in reader.take_voids()] == [1, 2]


def test_foreign_bytes_are_void_and_break_nothing() -> None:
    batch = Scribe(LINYI).batch(2)
    records = on_kafka([b"\xff\x00", batch[0], b'{"position":2}', batch[1], b""])
    records += [Raw(5, None, b"nobody's"), Raw(6, b"wuhu", batch[0].value), Raw(7, b"linyi", None)]
    reader = counter()
    assert places(feed(reader, records)) == [("linyi", 1, 2)]
    voids = reader.take_voids()
    assert [void.offset for void in voids] == [0, 2, 4, 5, 6, 7]
    assert {void.reason for void in voids} == {VoidReason.FOREIGN}


def test_jurisdictions_of_one_partition_are_counted_each_for_itself() -> None:
    linyi, wuhu = Scribe(LINYI).batch(2), Scribe(WUHU).batch(2)
    mixed: list[EventRecord] = [linyi[0], wuhu[0], linyi[1], wuhu[1]]
    assert places(feed(counter(), on_kafka(mixed))) == [("linyi", 1, 2), ("wuhu", 1, 2)]


def test_an_unknown_type_stops_its_jurisdiction_and_no_other() -> None:
    linyi, wuhu = Scribe(LINYI), Scribe(WUHU)
    records = [
        *linyi.batch(),
        *linyi.batch(2, kind="guantong.diary.painted.v1"),
        *linyi.batch(),
        *wuhu.batch(),
    ]
    reader = counter()
    assert places(feed(reader, on_kafka(records))) == [("linyi", 1, 1), ("wuhu", 1, 1)]
    assert reader.stopped == {LINYI: Stopped(1, "guantong.diary.painted.v1")}
    assert reader.take_voids() == []
    newer = Counter(0, reader.checkpoint(), knows=lambda _: True)
    assert places(feed(newer, on_kafka(records)[1:])) == [("linyi", 2, 3), ("linyi", 4, 4)]


def test_what_does_not_count_is_not_asked_for_its_type() -> None:
    scribe = Scribe(LINYI)
    first = scribe.batch()
    stale = Scribe(LINYI, salt=3).batch(kind="guantong.diary.painted.v1")
    reader = counter()
    feed(reader, on_kafka([*first, *stale]))
    assert reader.stopped == {}


# --- any log at all -------------------------------------------------------------------------------

DAMAGE = ("whole", "torn", "twice", "foreign", "backwards", "stale")


@st.composite
def damaged_logs(draw: st.DrawFn) -> list[Raw]:
    """Two jurisdictions in one partition: torn, repeated, reordered, with foreign bytes."""
    scribes = {LINYI: Scribe(LINYI), WUHU: Scribe(WUHU)}
    records: list[EventRecord | bytes] = []
    salt = 1
    for _ in range(draw(st.integers(1, 12))):
        code = draw(st.sampled_from([LINYI, WUHU]))
        kind = draw(st.sampled_from(DAMAGE))
        size = draw(st.integers(1, 4))
        before = scribes[code].branch(salt=salt)
        salt += 1
        batch = scribes[code].batch(size)
        match kind:
            case "torn" | "backwards":
                left = batch[: draw(st.integers(0, size - 1))] if kind == "torn" else batch[:0:-1]
                records += left
                scribes[code] = before
            case "twice":
                records += [*batch, *batch]
            case "foreign":
                records += [*batch[:1], draw(st.binary(max_size=30)), *batch[1:]]
            case "stale":
                records += [*batch, *before.batch(size)]
            case _:
                records += batch
    return on_kafka(records)


@given(damaged_logs())
def test_what_counts_is_gapless_and_linked(records: list[Raw]) -> None:
    heads: dict[str, tuple[int, str]] = {}
    for batch in feed(counter(), records):
        for number, event in enumerate(batch.events, start=1):
            position, prev = heads.get(batch.jurisdiction, (0, event.record.prev))
            assert event.record.position == position + 1
            assert event.record.prev == prev
            assert (event.record.commandevent, event.record.commandevents) == (
                number,
                len(batch.events),
            )
            heads[batch.jurisdiction] = (event.record.position, link(event.record.value))


@given(damaged_logs(), st.data())
def test_readers_that_begin_at_different_checkpoints_agree(
    records: list[Raw], data: st.DataObject
) -> None:
    whole = counter()
    all_batches = feed(whole, records)
    cut = data.draw(st.integers(0, len(records)))
    first = counter()
    early = feed(first, records[:cut])
    checkpoint = first.checkpoint()
    second = counter(checkpoint)
    late = feed(second, records[checkpoint.offset :])
    assert early + late == all_batches
    assert second.heads == whole.heads
    assert second.checkpoint() == whole.checkpoint()
    voids = {*first.take_voids(), *second.take_voids()}
    assert voids == set(whole.take_voids())


@given(damaged_logs())
def test_every_record_is_counted_void_or_still_open(records: list[Raw]) -> None:
    reader = counter()
    counted = [event.offset for batch in feed(reader, records) for event in batch.events]
    void = [each.offset for each in reader.take_voids()]
    assert len(set(counted) | set(void)) == len(counted) + len(void)
    rest = {record.offset for record in records} - set(counted) - set(void)
    assert all(offset >= reader.checkpoint().offset for offset in rest)
