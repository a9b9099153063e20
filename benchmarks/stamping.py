"""A log of a million events: the cases of a loaded year stamped out again and again, by ``PartitionLog``.

Every copy has new ids, pseudonyms, seals, positions and links: records that any reader counts, whose
streams fold and whose seals open. No decision is made; that is what makes it fast.
"""

import datetime
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count, islice
from typing import Any, Final
from uuid import UUID

import orjson

from benchmarks.cases import Act, Case
from domain.catalogue import EVENTS
from domain.ids import CaseTag, JurisdictionCode, StreamId
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


@dataclass(slots=True)
class Copy:
    """A case under new ids, as far as it has come."""

    case: Case
    serial: int
    ids: dict[str, str] = field(init=False)
    done: int = 0

    def __post_init__(self) -> None:
        self.ids = {old: renamed(old, self.serial) for old in self.case.own}

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
        family, _, stream = before.subject.partition("/")
        self.position += 1
        record = EventRecord(
            source=self.source,
            type=before.type,
            subject=StreamId(f"{family}/{copy.new(stream)}"),
            time=self.time,
            position=self.position,
            streamversion=before.streamversion,
            commandid=command,
            commanddigest=before.commanddigest,
            commandevent=before.commandevent,
            commandevents=before.commandevents,
            actor=before.actor,
            party=before.party,
            casetag=_case_tag(before, copy),
            schemeversion=before.schemeversion,
            prev=self.prev,
            data=data,
            commitments=seals.commitments,
            header=seals.header,
        )
        self.prev = link(record.value)
        return record


def _case_tag(before: EventRecord, copy: Copy) -> CaseTag | None:
    if before.casetag is None:
        return None
    family, _, stream = before.casetag.partition("/")
    return CaseTag(f"{family}/{copy.new(stream)}")


def acts(cases: Sequence[Case], serials: Iterator[int]) -> Iterator[tuple[Copy, Act]]:
    """Acts without end, of copies that take turns; every copy is brought to its end."""
    chance = random.Random(1)
    copies: list[Copy] = []
    while True:
        while len(copies) < OPEN:
            copies.append(Copy(chance.choice(cases), next(serials)))
        for copy in list(copies):
            yield copy, copy.case.acts[copy.done]
            copy.done += 1
            if copy.done == len(copy.case.acts):
                copies.remove(copy)


class Press:
    """Stamps cases onto a log whose writer is away; goes on where it stopped."""

    def __init__(
        self,
        settings: Settings,
        cases: Sequence[Case],
        vault: Vault,
        jurisdiction: JurisdictionCode,
    ) -> None:
        self._settings, self._vault, self._jurisdiction = settings, vault, jurisdiction
        self._source = cases[0].acts[0].events[0].record.source
        self._time = max(each.acts[-1].events[-1].record.time for each in cases)
        self._acts = acts(cases, count(1))

    def fill(self, events: int, advance: Callable[[int], object]) -> int:
        """Write until the jurisdiction has so many events; returns how many it has."""
        prefix = self._settings.prefix
        with PartitionLog(
            self._settings.kafka,
            Topics(prefix),
            0,
            transactional_id=f"{prefix}-writer-0",
            knows=EVENTS.__contains__,
        ) as log:
            log.open()
            log.wait_caught_up(timeout_s=600)
            position, prev = log.tip(self._jurisdiction)
            stamp = Stamp(self._vault, self._source, position, prev, self._time)
            while stamp.position < events:
                before = stamp.position
                log.write([stamp.act(*each) for each in islice(self._acts, BATCHES)])
                advance(stamp.position - before)
            log.wait_read_back(timeout_s=60)
            return stamp.position
