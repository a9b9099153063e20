"""The void rule of a recorder's topic: which records count. Every reader applies it and all agree.

It is the rule of `eventlog.counting` for one sequence: what was saved together counts only if it is whole
(``batchevent`` 1…n of n, one after another) and follows the last record that counts (``position``, ``prev``).
Anything else is void. So a save names, by hash, the history it was decided on, and counts only right after
that: the conditional append that Kafka does not have.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from eventsourcing.persistence import StoredEvent

from eventlog.errors import NotCanonical, RecordRefused
from eventlog.recorder.records import StoredRecord
from eventlog.records import first_link, link


@dataclass(frozen=True, slots=True)
class Tip:
    """The last record that counts: its position (0 before the first), and the link to it."""

    position: int
    hash: str


class Chain:
    """Applies the rule to the records of one topic, fed in the order of their offsets."""

    def __init__(self, source: str) -> None:
        self.tip = Tip(0, first_link(source))
        self.voids_total = 0
        self._source = source
        self._pending: list[StoredRecord] = []
        self._pending_tip = self.tip

    def feed(self, value: bytes | None) -> Sequence[StoredRecord]:
        """Take the next record; gives the whole batch if this record completes it, else nothing."""
        try:
            record = StoredRecord.from_value(value or b"")
        except (RecordRefused, NotCanonical):
            return self._void(1)
        if self._begins(record):
            self._void(len(self._pending))
            self._pending = []
        elif not self._continues(record):
            return self._void(1)
        self._pending.append(record)
        self._pending_tip = Tip(record.position, link(record.value))
        return () if record.batchevent < record.batchevents else self._complete()

    def _begins(self, record: StoredRecord) -> bool:
        return record.batchevent == 1 and self._follows(self.tip, record)

    def _continues(self, record: StoredRecord) -> bool:
        if not self._pending:
            return False
        last = self._pending[-1]
        return (
            self._follows(self._pending_tip, record)
            and record.batchevent == last.batchevent + 1
            and record.batchevents == last.batchevents
        )

    def _follows(self, tip: Tip, record: StoredRecord) -> bool:
        return (
            record.source == self._source
            and record.position == tip.position + 1
            and record.prev == tip.hash
        )

    def _complete(self) -> Sequence[StoredRecord]:
        batch, self._pending = self._pending, []
        self.tip = self._pending_tip
        return batch

    def _void(self, count: int) -> Sequence[StoredRecord]:
        self.voids_total += count
        return ()


def linked(
    source: str, tip: Tip, events: Sequence[StoredEvent]
) -> tuple[Sequence[StoredRecord], Tip]:
    """The records of events saved together, following a tip; and the tip after them.

    Raises ``RecordRefused`` or ``NotCanonical`` for an event that has no record.
    """
    records = []
    for number, stored in enumerate(events, start=1):
        record = StoredRecord(
            source=source,
            position=tip.position + 1,
            batchevent=number,
            batchevents=len(events),
            prev=tip.hash,
            stored=stored,
        )
        records.append(record)
        tip = Tip(record.position, link(record.value))
    return records, tip
