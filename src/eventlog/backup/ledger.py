"""What a backup holds, folded line by line, under the very rule by which every reader counts."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace

from domain.ids import INSTALLATION, JurisdictionCode
from eventlog.backup.errors import BackupDamaged, Flaw
from eventlog.backup.lines import Begun, Current, Event, Line, Reached, Rejected
from eventlog.backup.segments import Block
from eventlog.counting import Checkpoint, CountedBatch, Counter, Head
from eventlog.directory import opened_by
from eventlog.errors import NewerVersionNeeded
from eventlog.reading import Tracking

Item = CountedBatch | Rejected
"""What is restored: the events of one command, or the outcome of a rejected one."""


class Ledger:
    """Takes the blocks of a backup in order. ``whole`` says that the first one is the very first."""

    def __init__(self, *, whole: bool) -> None:
        self.number = 0
        """Of the segment."""
        self.sum = ""
        """Of the last block."""
        self.places: dict[JurisdictionCode, int] = {}
        """The partition of every jurisdiction that was opened."""
        self.current: int | None = None
        """Up to which moment the backup is known to be complete, in milliseconds."""
        self._whole = whole
        self._trackings: dict[int, Tracking] = {}
        self._counters: dict[int, Counter] = {}

    def take(self, block: Block) -> list[Item]:
        """What the next block brings; ``BackupDamaged`` if it does not follow.

        A jurisdiction is opened in the block of its first events or before it: one that was moved here has
        events before it was opened.
        """
        try:
            items = [item for line in block.lines for item in self._take(line)]
            self._require_opened(items)
        except _Flawed as error:
            raise BackupDamaged(block.segment, block.offset, error.flaw) from None
        self.sum = block.sum
        return items

    def tracking(self, partition: int) -> Tracking | None:
        """Where the backup stands in a partition; None in one that it does not know yet."""
        tracking = self._trackings.get(partition)
        if tracking is None:
            return None
        heads = self._counters[partition].heads
        return replace(tracking, checkpoint=Checkpoint(tracking.checkpoint.offset, dict(heads)))

    def trackings(self) -> tuple[Tracking, ...]:
        """The same of all partitions."""
        found = map(self.tracking, sorted(self._trackings))
        return tuple(tracking for tracking in found if tracking is not None)

    def heads(self) -> Mapping[JurisdictionCode, Head]:
        """The last event of each jurisdiction."""
        counters = self._counters.values()
        return {code: head for counter in counters for code, head in counter.heads.items()}

    def _take(self, line: Line) -> Iterator[Item]:
        match line:
            case Event():
                batch = self._count(line)
                if batch is not None:
                    yield batch
            case Rejected():
                yield line
            case Reached():
                before = self._trackings.get(line.partition)
                if before is None:
                    raise _Flawed(Flaw.LINE)
                checkpoint = Checkpoint(line.events, before.checkpoint.heads)
                self._trackings[line.partition] = replace(
                    before, checkpoint=checkpoint, outcomes=line.outcomes
                )
            case Current():
                self.current = line.at
            case Begun():
                self._begin(line)

    def _count(self, line: Event) -> CountedBatch | None:
        counter = self._counters.get(line.partition)
        if counter is None:
            raise _Flawed(Flaw.LINE)
        batch = counter.feed(line)
        if counter.voids_total:
            raise _Flawed(Flaw.CHAIN)
        if batch is not None:
            self.places |= openings((batch,))
        return batch

    def _require_opened(self, items: Iterable[Item]) -> None:
        opened = {INSTALLATION, *self.places}
        found = {item.jurisdiction for item in items if isinstance(item, CountedBatch)}
        if not found <= opened:
            raise _Flawed(Flaw.UNOPENED)

    def _begin(self, begun: Begun) -> None:
        if self.number or self._whole:
            follows = begun.number == self.number + 1 and begun.previous == self.sum
            if not follows or begun.places != self.places or self._heads_of(begun) != self._heads():
                raise _Flawed(Flaw.GAP)
        self.number = begun.number
        self.places = dict(begun.places)
        self._trackings = {each.partition: each for each in begun.trackings}
        self._counters = {
            number: Counter(number, each.checkpoint, knows=lambda _: True)
            for number, each in self._trackings.items()
        }

    def _heads(self) -> dict[tuple[int, JurisdictionCode], tuple[int, str]]:
        return {
            (number, code): (head.position, head.hash)
            for number, counter in self._counters.items()
            for code, head in counter.heads.items()
        }

    @staticmethod
    def _heads_of(begun: Begun) -> dict[tuple[int, JurisdictionCode], tuple[int, str]]:
        """Offsets are left out: after a restore they are others."""
        return {
            (tracking.partition, code): (head.position, head.hash)
            for tracking in begun.trackings
            for code, head in tracking.checkpoint.heads.items()
        }


def openings(batches: Iterable[CountedBatch]) -> dict[JurisdictionCode, int]:
    """The jurisdictions that these open, each with its partition."""
    found = {}
    for batch in batches:
        if batch.jurisdiction != INSTALLATION:
            continue
        for counted in batch.events:
            with suppress(NewerVersionNeeded):  # it is backed up, whatever it means
                place = opened_by(counted.record)
                if place is not None:
                    found[place.code] = place.partition
    return found


class _Flawed(Exception):
    """A line does not follow those before it."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw)
        self.flaw = flaw
