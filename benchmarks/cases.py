"""The matters of a loaded year, cut out of its log, to be stamped out again under new ids.

A case is the streams that commands join (a lead with what was split off it, a consultation, a duty of a
period), with all their events in order. Its ids, pseudonyms and obligations are its own; people, parties
and the scheme are everybody's. So each copy is a matter that might as well have happened.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import orjson

from domain.catalogue import EVENTS
from domain.ids import JurisdictionCode, family_of
from eventlog.counting import CountedBatch
from eventlog.reading import EventReader
from eventlog.records import EventRecord
from eventlog.sealing import PersonalText, unseal
from eventlog.settings import Settings
from eventlog.topics import Topics
from eventlog.vault import Vault

_UUID: Final = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_TOKEN: Final = re.compile(f"({_UUID}|sha256:[0-9a-f]{{64}}|hmac:[0-9a-f]{{64}})")
COMMON: Final = frozenset({"jurisdiction", "scheme", "party", "person"})
"""Families whose streams everybody shares."""


@dataclass(frozen=True, slots=True)
class Told:
    """One event of a case; ``parts`` is its data as text, cut at every id (odd places)."""

    record: EventRecord
    parts: Sequence[str]


@dataclass(frozen=True, slots=True)
class Act:
    """One command of a case: its events, and what it sealed, by whose key."""

    command: UUID
    events: Sequence[Told]
    texts: Sequence[PersonalText]
    commitments: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Case:
    """The acts of one matter, in order, and the ids that are its own."""

    acts: Sequence[Act]
    own: frozenset[str]

    @property
    def events(self) -> int:
        """How many events."""
        return sum(len(act.events) for act in self.acts)


def read_batches(settings: Settings, jurisdiction: JurisdictionCode) -> list[CountedBatch]:
    """Every counted command of a jurisdiction, from Kafka."""
    with EventReader(
        settings.kafka, Topics(settings.prefix), name="cases", knows=EVENTS.__contains__
    ) as reader:
        reader.start()
        return [
            batch
            for reading in reader.read_to_end()
            for batch in reading.batches
            if batch.jurisdiction == jurisdiction
        ]


def cases(batches: Sequence[CountedBatch], vault: Vault) -> list[Case]:
    """The cases of a log, each closed in itself."""
    common = set(_common_ids(batches))
    groups = _Groups()
    for batch in batches:
        groups.join([each.record.subject for each in batch.events])
    found: dict[str, list[CountedBatch]] = {}
    for batch in batches:
        found.setdefault(groups.root(batch.first.subject), []).append(batch)
    return [
        _case(acts, common, vault)
        for acts in found.values()
        if not any(family_of(each.record.subject) in COMMON for act in acts for each in act.events)
    ]


class _Groups:
    """Which streams belong together (union–find)."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def root(self, stream: str) -> str:
        while (above := self._above.get(stream, stream)) != stream:
            stream = above
        return stream

    def join(self, streams: Sequence[str]) -> None:
        first = self.root(streams[0])
        for stream in streams[1:]:
            self._above[self.root(stream)] = first


def _common_ids(batches: Iterable[CountedBatch]) -> Iterator[str]:
    for batch in batches:
        yield batch.first.actor.partition("/")[2]
        for each in batch.events:
            if family_of(each.record.subject) in COMMON:
                yield each.record.subject.partition("/")[2]


def _case(batches: Sequence[CountedBatch], common: set[str], vault: Vault) -> Case:
    acts = [_act(batch, vault) for batch in batches]
    streams = {each.record.subject.partition("/")[2] for act in acts for each in act.events}
    inner = {token for act in acts for each in act.events for token in each.parts[1::2]}
    own = {token for token in inner | streams if token not in common}
    return Case(acts, frozenset(token for token in own if not token.startswith("sha256:")))


def _act(batch: CountedBatch, vault: Vault) -> Act:
    texts: dict[str, PersonalText] = {}
    commitments: dict[str, str] = {}
    for counted in batch.events:
        opened = unseal(counted.record, vault)
        subjects = _subjects(counted.record)
        for path, commitment in counted.record.commitments.items():
            commitments[path] = commitment
            texts[path] = PersonalText(path=path, subject=subjects[path], text=opened[commitment])
    told = [Told(each.record, _cut(each.record.data)) for each in batch.events]
    return Act(batch.first.commandid, told, list(texts.values()), commitments)


def _cut(data: Mapping[str, Any]) -> Sequence[str]:
    return _TOKEN.split(orjson.dumps(data).decode())


def _subjects(record: EventRecord) -> Mapping[str, str]:
    """Whose key each sealed field is under, by path."""
    fields = orjson.loads(record.header) if record.header else []
    return {each["path"]: each["keyid"].removeprefix(f"{record.source}/") for each in fields}
