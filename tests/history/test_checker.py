"""A good run is found good; every kind of violation, planted into it, is found by its name."""

import dataclasses
import uuid
from collections.abc import Callable

import pytest

from domain.ids import JurisdictionCode
from eventlog.records import EventRecord, link
from tests.eventlog.written import Scribe
from tests.history.checker import Evidence, Kind, violations
from tests.history.history import Answer, History, Look, Passed
from tests.history.log import Record

CODE = JurisdictionCode("linyi")
SIZES = (1, 3, 2, 1)
"""Events of each command. One transaction marker stands after each: offsets have gaps."""


class Run:
    """A run in which nothing goes wrong: each command is sent once the one before is acknowledged."""

    def __init__(self) -> None:
        self.history = History()
        self.records: list[Record] = []
        self.scribe = Scribe(CODE)
        self.batches: list[list[EventRecord]] = []
        self.differences: list[str] = []
        for size in SIZES:
            self.command(self.scribe.batch(size))
        self.indexed = [(each.position, each.value) for batch in self.batches for each in batch]

    def command(self, batch: list[EventRecord]) -> None:
        begun = 10.0 * len(self.batches)
        self.history.ask(batch[0].commandid, batch[0].commanddigest, at=begun)
        self.append(batch)
        for event, record in zip(batch, self.records[-len(batch) :], strict=True):
            self.pass_on(event, record.offset)
        self.history.acknowledge(batch[0].commandid, answer_of(batch), at=begun + 5)
        self.history.look(Look("reader", begun + 6, batch[-1].position))
        self.batches.append(batch)

    def append(self, batch: list[EventRecord], *, committed: bool = True) -> None:
        first = self.records[-1].offset + 2 if self.records else 0
        self.records += [
            Record(first + number, CODE, event.value, committed)
            for number, event in enumerate(batch)
        ]

    def pass_on(self, event: EventRecord, offset: int) -> None:
        self.history.passed["reader"].append(
            Passed(
                offset,
                event.position,
                link(event.value),
                str(event.commandid),
                event.commandevent,
                event.commandevents,
            )
        )

    @property
    def found(self) -> set[Kind]:
        evidence = Evidence(CODE, self.history, self.records, self.indexed, self.differences)
        return {each.kind for each in violations(evidence)}


def answer_of(batch: list[EventRecord]) -> Answer:
    last = batch[-1]
    return Answer(last.commanddigest, batch[0].position, last.position, link(last.value))


def test_a_good_run_is_found_good() -> None:
    run = Run()
    assert run.found == set()
    assert len(run.batches) == len(SIZES)


def test_what_was_aborted_and_written_again_is_good() -> None:
    run = Run()
    run.append(run.scribe.branch(salt=1).batch(2), committed=False)
    run.command(run.scribe.batch(2))
    run.indexed += [(each.position, each.value) for each in run.batches[-1]]
    assert run.found == set()


def test_void_records_between_are_good() -> None:
    """The first half of a torn transaction, committed: no reader counts it."""
    run = Run()
    run.append(run.scribe.branch(salt=1).batch(2)[:1])
    run.records.append(Record(run.records[-1].offset + 1, CODE, b"foreign"))
    run.command(run.scribe.batch(2))
    run.indexed += [(each.position, each.value) for each in run.batches[-1]]
    assert run.found == set()


# --- planted, one kind each -----------------------------------------------------------------------


def lose_the_last_batch(run: Run) -> None:
    del run.records[-SIZES[-1] :]


def answer_with_another_hash(run: Run) -> None:
    told = run.history.told[1]
    wrong = dataclasses.replace(told.answer, hash=run.history.told[0].answer.hash)
    run.history.told[1] = dataclasses.replace(told, answer=wrong)


def lose_half_a_batch(run: Run) -> None:
    del run.records[-2]


def count_a_command_twice(run: Run) -> None:
    again = Scribe(CODE, run.scribe.position, run.scribe.prev, 0, 0, dict(run.scribe.versions))
    run.append(again.batch(1))


def acknowledge_what_is_aborted(run: Run) -> None:
    batch = run.scribe.batch(2)
    run.append(batch, committed=False)
    run.history.ask(batch[0].commandid, batch[0].commanddigest, at=100)
    run.history.acknowledge(batch[0].commandid, answer_of(batch), at=101)


def pass_on_what_is_aborted(run: Run) -> None:
    (event,) = run.scribe.batch(1)
    run.append([event], committed=False)
    run.pass_on(event, run.records[-1].offset)


def pass_on_a_part(run: Run) -> None:
    del run.history.passed["reader"][-2:]


def swap_what_a_reader_passed_on(run: Run) -> None:
    passed = run.history.passed["reader"]
    passed[0], passed[-1] = passed[-1], passed[0]


def acknowledge_before_an_earlier_one_was_sent(run: Run) -> None:
    first, *_, last = run.history.told
    run.history.told[0] = dataclasses.replace(first, asked=last.at + 1, at=last.at + 2)


def turn_time_back(run: Run) -> None:
    event = run.scribe.batch(1)[0]
    earlier = dataclasses.replace(event, time=event.time.replace(year=2020))
    run.command([earlier])


def leave_a_version_out(run: Run) -> None:
    stream = next(iter(run.scribe.versions))
    run.scribe.versions[stream] += 1
    run.command(run.scribe.batch(1))


def leave_a_position_out(run: Run) -> None:
    del run.history.passed["reader"][0]


def look_too_short(run: Run) -> None:
    run.history.look(Look("late", 1_000, run.scribe.position - 1))


def answer_two_ways(run: Run) -> None:
    told = run.history.told[0]
    other = dataclasses.replace(told.answer, last=told.answer.last + 1)
    run.history.acknowledge(told.command, other, at=told.at)


def send_two_contents(run: Run) -> None:
    run.history.ask(run.batches[0][0].commandid, "sha256:other", at=1)


def refuse_what_counts(run: Run) -> None:
    run.history.refuse(run.batches[0][0].commandid, "stale_version")


def count_what_nobody_sent(run: Run) -> None:
    run.history.digests.pop(run.batches[2][0].commandid)


def index_too_little(run: Run) -> None:
    run.indexed.pop()


def index_something_else(run: Run) -> None:
    run.indexed[0] = (1, b"{}")


def differ_from_the_rebuild(run: Run) -> None:
    run.differences.append("persons: 1 row")


PLANTED: list[tuple[Callable[[Run], None], Kind]] = [
    (lose_the_last_batch, Kind.LOST_WRITE),
    (answer_with_another_hash, Kind.LOST_WRITE),
    (lose_half_a_batch, Kind.LOST_WRITE),
    (count_a_command_twice, Kind.DUPLICATE),
    (acknowledge_what_is_aborted, Kind.ABORTED_READ),
    (pass_on_what_is_aborted, Kind.ABORTED_READ),
    (pass_on_a_part, Kind.TORN_BATCH),
    (swap_what_a_reader_passed_on, Kind.ORDER),
    (acknowledge_before_an_earlier_one_was_sent, Kind.ORDER),
    (turn_time_back, Kind.ORDER),
    (leave_a_version_out, Kind.CONTIGUITY),
    (leave_a_position_out, Kind.CONTIGUITY),
    (look_too_short, Kind.STALE_READ),
    (answer_two_ways, Kind.CONTENT),
    (send_two_contents, Kind.CONTENT),
    (refuse_what_counts, Kind.REFUSED),
    (count_what_nobody_sent, Kind.NEVER_ASKED),
    (index_too_little, Kind.INDEX),
    (index_something_else, Kind.INDEX),
    (differ_from_the_rebuild, Kind.READ_MODEL),
]


@pytest.mark.parametrize(("plant", "kind"), PLANTED)
def test_a_planted_violation_is_found(plant: Callable[[Run], None], kind: Kind) -> None:
    run = Run()
    plant(run)
    assert kind in run.found


def test_every_kind_is_planted() -> None:
    assert {kind for _, kind in PLANTED} == set(Kind)


def test_recovery_is_counted_from_the_fault_to_what_was_sent_after_it() -> None:
    history = History()
    for asked, at in ((1.0, 9.0), (4.0, 11.0), (6.0, 10.0)):
        command = uuid.uuid4()
        history.ask(command, "", at=asked)
        history.acknowledge(command, Answer("", 1, 1, ""), at=at)
    assert history.recovery(3.0) == 7.0
    assert history.recovery(5.0) == 5.0
    assert history.recovery(7.0) is None
