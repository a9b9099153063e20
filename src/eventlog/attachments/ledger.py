"""What the log says is in the store: every file that was ever attached, folded from its events."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from domain.ids import JurisdictionCode, StreamId
from eventlog.attachments.chunks import File
from eventlog.counting import CountedBatch
from eventlog.reading import EventReader
from eventlog.records import EventRecord
from eventlog.settings import Settings
from eventlog.topics import Topics

_ADDED: Final = "guantong.attachment.added."
_DAMAGED: Final = "guantong.attachment.damage_found."
_MENDED: Final = "guantong.attachment.damage_mended."


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A file that the log names. ``stored`` is its address; ``damages`` how often it was found damaged."""

    jurisdiction: JurisdictionCode
    matter: StreamId
    file: File
    stored: str
    damaged: bool = False
    damages: int = 0


class Ledger:
    """Takes the counted batches of a log, or of a backup, in order."""

    def __init__(self) -> None:
        self._named: dict[tuple[str, str], Named] = {}

    def __len__(self) -> int:
        return len(self._named)

    @property
    def files(self) -> Iterable[Named]:
        """Every file, in the order in which they were attached."""
        return self._named.values()

    @property
    def addresses(self) -> Mapping[str, Named]:
        """The same by address."""
        return MappingProxyType({each.stored: each for each in self.files})

    def take(self, batch: CountedBatch) -> None:
        """Fold the events of one command."""
        for counted in batch.events:
            record = counted.record
            if record.type.startswith(_ADDED):
                self._add(batch.jurisdiction, record)
            elif record.type.startswith((_DAMAGED, _MENDED)):
                key = (record.source, record.data["attachment"])
                damaged = record.type.startswith(_DAMAGED)
                damages = record.data["serial"]
                self._named[key] = replace(self._named[key], damaged=damaged, damages=damages)

    def _add(self, jurisdiction: JurisdictionCode, record: EventRecord) -> None:
        data = record.data
        self._named[record.source, data["attachment"]] = Named(
            jurisdiction=jurisdiction,
            matter=record.subject,
            file=File(
                source=record.source,
                attachment=data["attachment"],
                digest=data["digest"],
                size=data["size"],
            ),
            stored=data["stored"],
        )


def read_log(settings: Settings, report: Callable[[int, int], None] = lambda _, __: None) -> Ledger:
    """The ledger of the whole log as it is now; ``report`` is told records read, and in all."""
    ledger = Ledger()
    with EventReader(
        settings.kafka, Topics(settings.prefix), name="guantong-attachments", knows=lambda _: True
    ) as reader:
        reader.start()
        total = sum(reader.ends().values())
        partitions = [key.partition for key in reader.ends()]
        for reading in reader.read_to_end():
            for batch in reading.batches:
                ledger.take(batch)
            report(sum(map(reader.position, partitions)), total)
    return ledger
