"""Writing what counted elsewhere: the same bytes in the same order, by the one write path."""

from dataclasses import dataclass, field
from typing import Final

from eventlog.counting import CountedBatch
from eventlog.partition_log import PartitionLog
from eventlog.read_back import Batch
from eventlog.records import OutcomeRecord

READ_BACK_S: Final = 60.0
"""How long a transaction may take to be read back as counted."""

_EVENTS_MAX: Final = 1_000
_BYTES_MAX: Final = 8 * 1024 * 1024
"""Events, and bytes, after which a transaction is committed."""


@dataclass(slots=True)
class _Pending:
    """What goes into the next transaction."""

    batches: list[Batch] = field(default_factory=list)
    outcomes: list[OutcomeRecord] = field(default_factory=list)
    events: int = 0
    bytes: int = 0

    @property
    def is_full(self) -> bool:
        return self.events + len(self.outcomes) >= _EVENTS_MAX or self.bytes >= _BYTES_MAX


class Copying:
    """Writes to one partition, whose log is open and caught up."""

    def __init__(self, log: PartitionLog) -> None:
        self.events = 0
        """Written, and read back as counted."""
        self.rejected = 0
        """Outcomes of rejected commands written."""
        self._log = log
        self._pending = _Pending()

    def add(self, batch: CountedBatch) -> None:
        """Write a command's events."""
        pending, records = self._pending, [counted.record for counted in batch.events]
        pending.batches.append(Batch(records))
        pending.events += len(records)
        pending.bytes += sum(len(each.value) + len(each.header or b"") for each in records)
        if pending.is_full:
            self.flush()

    def reject(self, outcome: OutcomeRecord) -> None:
        """Write the outcome of a rejected command."""
        self._pending.outcomes.append(outcome)
        if self._pending.is_full:
            self.flush()

    def flush(self) -> None:
        """Commit what was added, and return once all of it was read back as counted."""
        pending, self._pending = self._pending, _Pending()
        if not (pending.batches or pending.outcomes):
            return
        self._log.write(pending.batches, pending.outcomes)
        self._log.wait_read_back(timeout_s=READ_BACK_S)
        self.events += pending.events
        self.rejected += len(pending.outcomes)
