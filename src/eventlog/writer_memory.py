"""What decisions look up, kept in memory: jurisdictions folded whole, streams while they are in use."""

import datetime
from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Protocol

from domain.calendar import SHANGHAI
from domain.deciding import evolve, evolve_jurisdiction
from domain.ids import JurisdictionCode, PartyId, StreamId, family_of
from domain.jurisdiction import Jurisdiction
from domain.model import Number
from domain.registry import Catalogue
from domain.streams import Search, StreamState
from eventlog.codec import to_recorded
from eventlog.counting import BEFORE_FIRST, Stopped
from eventlog.directory import Directory
from eventlog.errors import IndexDiverged, LogError, LogOvertaken, NewerVersionNeeded
from eventlog.index import Index
from eventlog.index_keys import CommandKey, Known, PseudonymKey, StreamKey
from eventlog.records import EventRecord
from eventlog.writer_tail import Tail

STREAMS_MAX: Final = 20_000
"""Streams kept in memory; the least recently used ones go first."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A jurisdiction as it stands after a position; its clock never falls behind the time there."""

    jurisdiction: Jurisdiction
    position: int
    time: datetime.datetime | None


class Heads(Protocol):
    """What decisions must know of the log: how far it counts, and that it is the one indexed."""

    def position(self, jurisdiction: JurisdictionCode, /) -> int:
        """The position up to which a jurisdiction counts."""

    def stopped(self, jurisdiction: JurisdictionCode, /) -> Stopped | None:
        """Where and why reading of a jurisdiction stopped."""

    def same_on_kafka(self, jurisdiction: JurisdictionCode, /) -> bool:
        """Whether Kafka still holds what is indexed."""


class Memory:
    """Of one partition; used by the deciding thread only. Raises ``psycopg.Error`` with PostgreSQL away."""

    def __init__(
        self,
        index: Index,
        *,
        partition: int,
        tail: Tail,
        directory: Directory,
        catalogue: Catalogue,
        log: Heads,
    ) -> None:
        self.index = index
        self._partition = partition
        self._log = log
        self._tail = tail
        self._directory = directory
        self._catalogue = catalogue
        self._streams: OrderedDict[StreamKey, StreamState[Any]] = OrderedDict()
        self._unreadable: dict[StreamKey, LogError] = {}
        self._standings: dict[JurisdictionCode, Standing] = {}

    def clear(self) -> None:
        """Forget everything: the writer starts over."""
        self._streams.clear()
        self._unreadable.clear()
        self._standings.clear()

    def standing(self, code: JurisdictionCode) -> Standing | None:
        """A jurisdiction as it stands; None if it does not live on this partition.

        Its first use compares its head with Kafka. Raises ``NewerVersionNeeded`` if it has events that
        this version does not know, ``IndexDiverged`` if Kafka has others than the index.
        """
        stop = self._log.stopped(code)
        if stop is not None:
            raise NewerVersionNeeded(type=stop.type)
        found = self._standings.get(code)
        if found is None:
            place = self._directory.find(code)
            if place is None or place.partition != self._partition:
                return None
            if not self._log.same_on_kafka(code):
                raise IndexDiverged(jurisdiction=code)
            found = self._standings[code] = self._fold(place.beginning())
        return found

    def require_current(self, codes: Iterable[JurisdictionCode]) -> None:
        """Raise ``LogOvertaken`` where what is known here is not all that counts by now.

        Nobody but this writer decides, but a jurisdiction may have been moved here: its events were copied,
        and are to be indexed first.
        """
        unknown = set()
        for code in codes:
            found = self._standings.get(code)
            if found is None:
                unknown.add(code)
            elif self._log.position(code) > found.position:
                raise LogOvertaken(partition=self._partition)
        if not any(map(self._log.position, unknown)):
            return
        tracking = self.index.tracking(self._partition)
        heads = {} if tracking is None else tracking.checkpoint.heads
        if any(
            self._log.position(code) > heads.get(code, BEFORE_FIRST).position for code in unknown
        ):
            raise LogOvertaken(partition=self._partition)

    def known(self, asked: Mapping[CommandKey, StreamId]) -> dict[CommandKey, Known]:
        """What became of these commands, as far as they were decided before."""
        found = {key: known for key in asked if (known := self._tail.known(key)) is not None}
        rest = {key: target for key, target in asked.items() if key not in found}
        return found | self.index.known(rest)

    def streams(self, keys: Collection[StreamKey]) -> None:
        """Have these streams at hand, the missing ones by one query."""
        missing = [key for key in keys if key not in self._streams and self._has_family(key)]
        for key, values in self.index.streams(missing).items():
            try:
                self._streams[key] = self._folded(key.stream, values)
            except LogError as error:
                self._unreadable[key] = error

    def stream(self, key: StreamKey) -> StreamState[Any] | None:
        """A stream that is at hand. Raises why it cannot be read: ``NewerVersionNeeded``."""
        if key in self._unreadable:
            raise self._unreadable[key]
        found = self._streams.get(key)
        if found is not None:
            self._streams.move_to_end(key)
        return found

    def matches(self, keys: Collection[PseudonymKey]) -> dict[PseudonymKey, tuple[StreamId, ...]]:
        """The streams that carry these pseudonyms, each once."""
        found = self.index.matches(keys)
        return {
            key: tuple(dict.fromkeys((*streams, *self._tail.matches(key))))
            for key, streams in found.items()
        }

    def having(self, code: JurisdictionCode, search: Search) -> tuple[StreamId, ...]:
        """The streams that a search finds, and those of its family that the index may not have yet."""
        family, _, _ = search.event.partition(".")
        since = datetime.datetime.combine(search.since, datetime.time.min, tzinfo=SHANGHAI)
        here = (
            key.stream
            for key in self._streams
            if key.jurisdiction == code
            and family_of(key.stream) == family
            and self._tail.holds(key)
        )
        return tuple(dict.fromkeys((*self.index.having(code, search.event, since), *here)))

    def keep(
        self,
        streams: Mapping[StreamKey, StreamState[Any]],
        standings: Mapping[JurisdictionCode, Standing],
    ) -> None:
        """Take over what a committed transaction changed. Streams that the index lacks are never let go."""
        self._streams.update(streams)
        self._standings.update(standings)
        excess = len(self._streams) - STREAMS_MAX
        if excess > 0:
            old = [key for key in self._streams if not self._tail.holds(key)][:excess]
            for key in old:
                del self._streams[key]

    def _has_family(self, key: StreamKey) -> bool:
        return family_of(key.stream) in self._catalogue.family

    def _folded(self, stream: StreamId, values: Iterable[bytes]) -> StreamState[Any]:
        state = self._catalogue.family[family_of(stream)].empty(stream)
        for value in values:
            recorded = to_recorded(EventRecord.from_value(value), catalogue=self._catalogue)
            state = evolve(state, recorded.event, self._catalogue)
        return state

    def _fold(self, jurisdiction: Jurisdiction) -> Standing:
        code = jurisdiction.code
        for value in self.index.organisational(code):
            recorded = to_recorded(EventRecord.from_value(value), catalogue=self._catalogue)
            jurisdiction = evolve_jurisdiction(
                jurisdiction, recorded.event, stream=recorded.originator_id, actor=recorded.actor
            )
        for organ, kind, year, serial in self.index.numbers(code):
            number = Number(organ=PartyId(organ), kind=kind, year=year, serial=serial)
            jurisdiction = jurisdiction.with_number(number)
        return Standing(jurisdiction, self._log.position(code), self.index.last_recorded(code))
