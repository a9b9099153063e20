"""A log of a million events: the cases of a loaded year stamped out again and again, by ``PartitionLog``.

Every copy has new ids, pseudonyms, seals, positions and links: records that any reader counts, whose
streams fold and whose seals open. No decision is made; that is what makes it fast.
"""

import datetime
import os
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count, islice
from typing import Any, Final
from unittest.mock import patch
from uuid import UUID

import orjson

from benchmarks.cases import Act, Case
from domain.catalogue import EVENTS
from domain.ids import CaseTag, JurisdictionCode, PersonId, StreamId
from eventlog.partition_log import Batch, PartitionLog
from eventlog.records import EventRecord, link
from eventlog.sealing import Sealed, carried, seal
from eventlog.settings import Settings
from eventlog.topics import Topics
from eventlog.vault import Vault

OPEN: Final = 64
"""Cases under way at once: their acts take turns."""
BATCHES: Final = 200
"""Commands in one transaction."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Place:
    """A jurisdiction to stamp into.

    ``common`` are the ids of its people where the cases are another's; it gets ``weight`` times the events.
    """

    code: JurisdictionCode
    source: str
    common: Mapping[str, str] = field(default_factory=dict)
    weight: int = 1


@dataclass(slots=True)
class Copy:
    """A case under new ids, as far as it has come."""

    case: Case
    serial: int
    common: Mapping[str, str]
    ids: dict[str, str] = field(init=False)
    done: int = 0

    def __post_init__(self) -> None:
        own = {old: renamed(old, self.serial) for old in self.case.own}
        self.ids = {**self.common, **own}

    def new(self, token: str) -> str:
        """What an id is in this copy."""
        return self.ids.get(token, token)


def renamed(token: str, serial: int) -> str:
    """Another id of the same form, for each serial its own."""
    return f"{token[:-12]}{int(token[-12:], 16) ^ serial:012x}"


@dataclass(slots=True)
class Stamp:
    """Where the log stands, and what goes behind it next."""

    vault: Vault
    source: str
    position: int
    prev: str
    time: datetime.datetime

    def act(self, copy: Copy, act: Act) -> Batch:
        """One command of a copy."""
        command = UUID(renamed(str(act.command), copy.serial))
        commitments: Mapping[str, str] = {}
        header: bytes | None = None
        if act.texts:
            commitments, header = seal(
                act.texts, source=self.source, command_id=command, vault=self.vault
            )
            copy.ids.update((old, commitments[path]) for path, old in act.commitments.items())
        events = []
        for told in act.events:
            parts = list(told.parts)
            parts[1::2] = map(copy.new, parts[1::2])
            data = orjson.loads("".join(parts))
            seals = carried(data, commitments, header)
            events.append(self._event(told.record, copy, command, data, seals))
        return Batch(tuple(events))

    def _event(
        self, before: EventRecord, copy: Copy, command: UUID, data: dict[str, Any], seals: Sealed
    ) -> EventRecord:
        self.position += 1
        record = EventRecord(
            source=self.source,
            type=before.type,
            subject=StreamId(_moved(before.subject, copy)),
            time=self.time,
            position=self.position,
            streamversion=before.streamversion,
            commandid=command,
            commanddigest=before.commanddigest,
            commandevent=before.commandevent,
            commandevents=before.commandevents,
            actor=PersonId(_moved(before.actor, copy)),
            party=before.party,
            casetag=None if before.casetag is None else CaseTag(_moved(before.casetag, copy)),
            schemeversion=before.schemeversion,
            prev=self.prev,
            data=data,
            commitments=seals.commitments,
            header=seals.header,
        )
        self.prev = link(record.value)
        return record


def _moved(stream: str, copy: Copy) -> str:
    family, _, token = stream.partition("/")
    return f"{family}/{copy.new(token)}"


def acts(cases: Sequence[Case], place: Place) -> Iterator[tuple[Copy, Act]]:
    """Acts without end, of copies that take turns; every copy is brought to its end."""
    chance, serials = random.Random(place.code), count(1)
    copies: list[Copy] = []
    while True:
        while len(copies) < OPEN:
            copies.append(Copy(chance.choice(cases), next(serials), place.common))
        for copy in list(copies):
            yield copy, copy.case.acts[copy.done]
            copy.done += 1
            if copy.done == len(copy.case.acts):
                copies.remove(copy)


class Press:
    """Stamps cases onto a log whose writer is away, in all places by turns; goes on where it stopped."""

    def __init__(
        self, settings: Settings, cases: Sequence[Case], vault: Vault, places: Sequence[Place]
    ) -> None:
        self._settings, self._vault = settings, vault
        self._time = max(each.acts[-1].events[-1].record.time for each in cases)
        self._acts = {place: acts(cases, place) for place in places}

    def fill(self, events: int, advance: Callable[[int], object]) -> dict[JurisdictionCode, int]:
        """Write until each place has so many events times its weight; returns how many each has."""
        prefix = self._settings.prefix
        with (
            # Flushed, the key of each new person would take longer than all the rest.
            patch.object(os, "fsync", lambda _: None),
            PartitionLog(
                self._settings.kafka,
                Topics(prefix),
                0,
                transactional_id=f"{prefix}-writer-0",
                knows=EVENTS.__contains__,
            ) as log,
        ):
            log.open()
            log.wait_caught_up(timeout_s=600)
            stamps = {
                place: Stamp(self._vault, place.source, *log.tip(place.code), self._time)
                for place in self._acts
            }
            turns = self._turns(stamps, events)
            while batches := list(islice(turns, BATCHES)):
                log.write(batches)
                advance(sum(len(batch.events) for batch in batches))
            log.wait_read_back(timeout_s=60)
            return {place.code: stamp.position for place, stamp in stamps.items()}

    def _turns(self, stamps: Mapping[Place, Stamp], events: int) -> Iterator[Batch]:
        """The next command of each place that is not full yet, again and again."""
        left = {place for place, stamp in stamps.items() if stamp.position < events * place.weight}
        while left:
            for place in [each for each in stamps if each in left for _ in range(each.weight)]:
                if stamps[place].position < events * place.weight:
                    yield stamps[place].act(*next(self._acts[place]))
                else:
                    left.discard(place)
