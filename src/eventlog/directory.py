"""Where each jurisdiction lives: folded from the installation log on partition 0.

That a jurisdiction was opened, on which partition and under which source, is a recorded fact, never a
hash. One that is not known is looked up at the end of the log before it is said not to exist.
"""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Final

from domain.ids import INSTALLATION, JurisdictionCode
from domain.jurisdiction import Jurisdiction
from domain.jurisdictions.events import Opened
from eventlog.codec import event_from_data
from eventlog.index import Index
from eventlog.reading import EventReader, Tracking
from eventlog.records import EventRecord
from eventlog.settings import Settings
from eventlog.topics import Topics

INSTALLATION_PARTITION: Final = 0
"""The partition of the installation log."""

_TIMEOUT_S: Final = 30.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a jurisdiction's log stands, and what it begins with."""

    code: JurisdictionCode
    partition: int
    source: str
    opened: Opened | None = None
    """None for the installation log itself."""
    installation: str = ""
    """The installation that decides here; another than that of ``source`` after a move."""

    def beginning(self) -> Jurisdiction:
        """The jurisdiction before its first event."""
        if self.opened is None:
            return Jurisdiction(code=self.code, source=self.source)
        return Jurisdiction(
            code=self.code,
            source=self.source,
            installation=self.installation,
            clock=self.opened.clock,
            simulated_now=self.opened.starts,
            founder=self.opened.founder,
            founding_party=self.opened.founding_party,
        )


class Directory:
    """The jurisdictions of an installation. Safe for several threads."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._position = 0
        self._places = {
            INSTALLATION: Place(
                INSTALLATION, INSTALLATION_PARTITION, f"{settings.installation}/{INSTALLATION}"
            )
        }

    def find(self, code: JurisdictionCode) -> Place | None:
        """The place of a jurisdiction; None if it was not opened as of now."""
        found = self._places.get(code)
        if found is None:
            self.refresh()
            found = self._places.get(code)
        return found

    def all(self) -> Mapping[JurisdictionCode, Place]:
        """All jurisdictions known so far, the installation among them; see ``refresh``."""
        return MappingProxyType(dict(self._places))

    def refresh(self) -> None:
        """Read what was opened up to now: from the index what it has, the rest from Kafka."""
        with self._lock:
            with Index(self._settings.postgres) as index:
                index.create()
                tracking = index.tracking(INSTALLATION_PARTITION)
                for value in index.after(INSTALLATION, self._position):
                    self._fold(EventRecord.from_value(value))
            self._follow(tracking)

    def _follow(self, tracking: Tracking | None) -> None:
        topics = Topics(self._settings.prefix)
        with EventReader(
            self._settings.kafka, topics, name="guantong-directory", knows=lambda _: True
        ) as reader:
            reader.start([tracking] if tracking else [], partitions=[INSTALLATION_PARTITION])
            for reading in reader.read_to_end(timeout_s=_TIMEOUT_S):
                for batch in reading.batches:
                    if batch.jurisdiction == INSTALLATION:
                        for counted in batch.events:
                            self._fold(counted.record)

    def _fold(self, record: EventRecord) -> None:
        if record.position <= self._position:
            return
        self._position = record.position
        place = opened_by(record)
        if place is not None:
            self._places[place.code] = replace(place, installation=self._settings.installation)


def opened_by(record: EventRecord) -> Place | None:
    """The place that an event of the installation log gives to a jurisdiction; None if it gives none."""
    event: Any = event_from_data(record.type, record.data)
    if not isinstance(event, Opened):
        return None
    return Place(event.code, event.partition, event.source, event)
