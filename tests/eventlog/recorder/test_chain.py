"""The void rule, on every way in which Kafka could tear, repeat or reorder what was written."""

from collections.abc import Sequence
from itertools import accumulate

from eventsourcing.persistence import StoredEvent
from hypothesis import given
from hypothesis import strategies as st

from eventlog.recorder.chain import Chain, linked
from eventlog.recorder.records import StoredRecord

SOURCE = "Bank.events"


def batches(sizes: Sequence[int], *, who: str = "a") -> list[Sequence[StoredRecord]]:
    """Saves of so many events, each decided on those before it."""
    tip, made = Chain(SOURCE).tip, []
    for number, size in enumerate(sizes):
        events = [StoredEvent(f"{who}{number}", version, "type", b"") for version in range(size)]
        records, tip = linked(SOURCE, tip, events)
        made.append(records)
    return made


def values(made: Sequence[Sequence[StoredRecord]]) -> list[bytes]:
    return [record.value for batch in made for record in batch]


def counted(log: Sequence[bytes | None]) -> tuple[list[Sequence[StoredRecord]], Chain]:
    chain = Chain(SOURCE)
    return [batch for batch in map(chain.feed, log) if batch], chain


def test_what_was_written_in_order_counts() -> None:
    made = batches([1, 3, 2])
    found, chain = counted(values(made))
    assert found == made
    assert (chain.tip.position, chain.voids_total) == (6, 0)


def test_the_second_of_two_that_decided_on_the_same_history_is_void() -> None:
    """The conditional append: both name the same last record."""
    first, rival = batches([1, 1]), batches([1, 1], who="b")
    assert counted(values(first[:1] + rival[:1]))[0] == first[:1]
    assert counted(values(rival[:1] + first))[0] == rival[:1]


def test_a_torn_batch_is_void_and_the_next_one_takes_its_place() -> None:
    torn, whole = batches([3])[0], batches([2], who="b")[0]
    found, chain = counted(values([torn[:2], whole]))
    assert (found, chain.voids_total) == ([whole], 2)


def test_repeated_and_foreign_records_are_void_wherever_they_stand() -> None:
    made = batches([2, 2])
    log = values(made)
    found, chain = counted([None, log[0], log[0], b"foreign", log[1], *log[:2], *log[2:]])
    assert (found, chain.voids_total) == (made, 5)


def test_records_of_another_topic_are_void() -> None:
    records, _ = linked("Other.events", Chain("Other.events").tip, [StoredEvent("a", 1, "t", b"")])
    assert counted(values([records]))[0] == []


@given(
    sizes=st.lists(st.integers(1, 4), min_size=1, max_size=5),
    log=st.data(),
)
def test_whatever_stands_on_kafka_a_prefix_of_one_history_counts(
    sizes: list[int], log: st.DataObject
) -> None:
    """Any mixture of two rival histories: whole batches of one order, gapless, each on the one before."""
    ours, theirs = batches(sizes), batches(sizes, who="b")
    pool = [*values(ours), *values(theirs), b"foreign"]
    shuffled = log.draw(st.lists(st.sampled_from(pool), max_size=30))
    found, chain = counted(shuffled)
    ends = list(accumulate(len(batch) for batch in found))
    assert found in (ours[: len(found)], theirs[: len(found)])
    assert chain.tip.position == (ends[-1] if ends else 0)


@given(cut=st.integers(0, 12), repeated=st.integers(0, 12))
def test_a_reader_that_sees_a_transaction_torn_and_then_again_counts_it_once(
    cut: int, repeated: int
) -> None:
    made = batches([4, 4, 4])
    log = values(made)
    assert counted([*log[:cut], *log[repeated:cut], *log[min(cut, repeated) :], *log])[0] == made
