"""The judge, in the manner of Jepsen's Kafka workload: finds what a history and the log cannot both hold.

Pure: the evidence goes in, the violations come out. Each kind is proved by planting it (`test_checker`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from uuid import UUID

from tests.history.history import History, Passed
from tests.history.log import Batch, Event, Record, count, sha256


class Kind(StrEnum):
    """What can be wrong."""

    LOST_WRITE = "lost write"
    """Acknowledged, and not in the log as acknowledged."""
    DUPLICATE = "duplicate"
    """A command counted twice."""
    ABORTED_READ = "aborted read"
    """Acknowledged or passed on by a reader, and never committed."""
    TORN_BATCH = "torn batch"
    """A reader passed on a part of a command's events."""
    ORDER = "order"
    """Readers disagree, time runs backwards, or what was acknowledged before comes after."""
    CONTIGUITY = "internal contiguity"
    """The positions of a command, of a reader, or the versions of a stream have a gap."""
    STALE_READ = "stale read"
    """A reader that began after an acknowledgement did not find it."""
    CONTENT = "content"
    """One command id with two contents or two answers."""
    REFUSED = "refused and counted"
    """A client was told no, and it happened."""
    NEVER_ASKED = "never asked"
    """Counted, and no client sent it."""
    INDEX = "index"
    """The index is not the log."""
    READ_MODEL = "read model"
    """The read models are not what building them anew gives."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that must not be."""

    kind: Kind
    what: str


@dataclass(frozen=True)
class Evidence:
    """Of one jurisdiction: the history, and what was found when all was quiet again."""

    jurisdiction: str
    history: History
    records: Sequence[Record]
    """The events topic, raw, aborted records among it."""
    indexed: Sequence[tuple[int, bytes]] | None = None
    """Position and bytes of each event in the index; None: not looked at."""
    differences: Sequence[str] = ()
    """Between the read models and their rebuild."""
    counted: Sequence[Batch] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "counted", count(self.records, self.jurisdiction))

    @property
    def events(self) -> Sequence[Event]:
        """All that counts, in order."""
        return [event for batch in self.counted for event in batch]


def violations(evidence: Evidence) -> list[Violation]:
    """Everything that is wrong; empty if nothing is."""
    return [
        *_writes(evidence),
        *_duplicates(evidence),
        *_contents(evidence),
        *_order(evidence),
        *_versions(evidence),
        *_readers(evidence),
        *_stale(evidence),
        *_derived(evidence),
    ]


def _writes(evidence: Evidence) -> Iterator[Violation]:
    """Every acknowledgement against the log."""
    batches = {UUID(batch[0]["commandid"]): batch for batch in evidence.counted}
    aborted = {sha256(record.value) for record in evidence.records if not record.committed}
    for command, all_told in evidence.history.answers().items():
        for answer in {told.answer for told in all_told}:
            batch = batches.get(command)
            if batch is not None and _as_counted(batch) == (answer.first, answer.last, answer.hash):
                continue
            kind = Kind.ABORTED_READ if answer.hash in aborted else Kind.LOST_WRITE
            yield Violation(kind, f"{command} acknowledged as {answer}")
    for command in evidence.history.refused.keys() & batches.keys():
        yield Violation(Kind.REFUSED, f"{command}: {evidence.history.refused[command]}")
    for command in batches.keys() - evidence.history.digests.keys():
        yield Violation(Kind.NEVER_ASKED, str(command))


def _as_counted(batch: Batch) -> tuple[int, int, str]:
    return batch[0]["position"], batch[-1]["position"], batch[-1].hash


def _duplicates(evidence: Evidence) -> Iterator[Violation]:
    times = Counter(batch[0].owner for batch in evidence.counted)
    for (_, command), number in times.items():
        if number > 1:
            yield Violation(Kind.DUPLICATE, f"{command} counted {number} times")


def _contents(evidence: Evidence) -> Iterator[Violation]:
    history = evidence.history
    for command, all_told in history.answers().items():
        answers = {told.answer for told in all_told}
        if len(answers) > 1:
            yield Violation(Kind.CONTENT, f"{command} was answered differently: {answers}")
    for batch in evidence.counted:
        sent = history.digests.get(UUID(batch[0]["commandid"]))
        if sent is not None and sent != {batch[0]["commanddigest"]}:
            yield Violation(Kind.CONTENT, f"{batch[0]['commandid']} was sent as {sent}")


def _order(evidence: Evidence) -> Iterator[Violation]:
    for before, after in pairwise(evidence.events):
        if after["time"] < before["time"]:
            yield Violation(
                Kind.ORDER, f"position {after['position']} is earlier than the one before"
            )
    answered = sorted(evidence.history.told, key=lambda told: told.answer.first)
    earliest = float("inf")
    for told in reversed(answered):
        if earliest < told.asked:
            yield Violation(
                Kind.ORDER, f"{told.command} was sent after a later position was acknowledged"
            )
        earliest = min(earliest, told.at)


def _versions(evidence: Evidence) -> Iterator[Violation]:
    versions: dict[str, int] = defaultdict(int)
    for event in evidence.events:
        versions[event["subject"]] += 1
        if event["streamversion"] != versions[event["subject"]]:
            yield Violation(
                Kind.CONTIGUITY, f"{event['subject']} at {event['position']}: a version is missing"
            )


def _readers(evidence: Evidence) -> Iterator[Violation]:
    """What each reader passed on: committed, whole, gapless, and the beginning of the one order."""
    committed = {record.offset for record in evidence.records if record.committed}
    truth = [(event.offset, event.hash) for event in evidence.events]
    for reader, passed in evidence.history.passed.items():
        for event in passed:
            if event.offset not in committed:
                yield Violation(Kind.ABORTED_READ, f"{reader} passed on offset {event.offset}")
        if [each.position for each in passed] != list(range(1, len(passed) + 1)):
            yield Violation(Kind.CONTIGUITY, f"{reader} passed on positions with gaps")
        if [(each.offset, each.hash) for each in passed] != truth[: len(passed)]:
            yield Violation(Kind.ORDER, f"{reader} passed on another order than that of the log")
        for command in _torn(passed):
            yield Violation(Kind.TORN_BATCH, f"{reader} passed on a part of {command}")


def _torn(passed: Sequence[Passed]) -> Iterator[str]:
    expected = 1
    for number, event in enumerate(passed):
        if event.index != expected:
            yield event.command if expected == 1 else passed[number - 1].command
        expected = 1 if event.index == event.size else event.index + 1
    if expected != 1:
        yield passed[-1].command


def _stale(evidence: Evidence) -> Iterator[Violation]:
    told = sorted(evidence.history.told, key=lambda told: told.at)
    newest, index = 0, 0
    for look in sorted(evidence.history.looks, key=lambda look: look.begun):
        while index < len(told) and told[index].at <= look.begun:
            newest = max(newest, told[index].answer.last)
            index += 1
        if look.position < newest:
            yield Violation(
                Kind.STALE_READ,
                f"{look.reader} found {look.position}, {newest} was acknowledged before",
            )


def _derived(evidence: Evidence) -> Iterator[Violation]:
    if evidence.indexed is not None:
        logged = [(event["position"], event.hash) for event in evidence.events]
        found = [(position, sha256(value)) for position, value in evidence.indexed]
        if found != logged:
            extra, missing = set(found) - set(logged), set(logged) - set(found)
            yield Violation(Kind.INDEX, f"{len(extra)} too many, {len(missing)} missing")
    for difference in evidence.differences:
        yield Violation(Kind.READ_MODEL, difference)
