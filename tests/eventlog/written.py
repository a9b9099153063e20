"""Event records made by hand, as a writer would write them, for the tests of counting and reading."""

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from domain.ids import JurisdictionCode, PartyId, PersonId, StreamId
from eventlog import forms
from eventlog.records import EventRecord, Headers, first_link, link

WHEN: Final = datetime.datetime(2026, 3, 2, 1, 30, tzinfo=datetime.UTC)
ACTOR: Final = PersonId(f"person/{uuid.UUID(int=7)}")
KIND: Final = "guantong.diary.written.v1"


@dataclass
class Raw:
    """A Kafka record as a consumer hands it over."""

    offset: int
    key: bytes | None
    value: bytes | None
    headers: Headers = ()
    timestamp: int = 0


@dataclass
class Scribe:
    """Writes the log of one jurisdiction, in order; its past can be branched from."""

    code: JurisdictionCode
    position: int = 0
    prev: str = ""
    commands: int = 0
    salt: int = 0
    versions: dict[StreamId, int] = field(default_factory=dict)

    @property
    def source(self) -> str:
        return f"test/{self.code}"

    def batch(self, size: int = 1, *, kind: str = KIND) -> list[EventRecord]:
        """The records of the next command."""
        self.commands += 1
        command = uuid.UUID(int=self.salt << 64 | self.commands)
        stream = StreamId(f"diary/{uuid.UUID(int=1)}")
        records = []
        for index in range(1, size + 1):
            self.position += 1
            self.versions[stream] = self.versions.get(stream, 0) + 1
            record = EventRecord(
                source=self.source,
                type=kind,
                subject=stream,
                time=WHEN,
                position=self.position,
                streamversion=self.versions[stream],
                commandid=command,
                commanddigest=forms.sha256(b"command"),
                commandevent=index,
                commandevents=size,
                actor=ACTOR,
                party=PartyId("commission"),
                schemeversion=0,
                prev=self.prev or first_link(self.source),
                data={"text": "a fine day", "page": index},
            )
            self.prev = link(record.value)
            records.append(record)
        return records

    def branch(self, *, salt: int) -> "Scribe":
        """A scribe who goes on from here with other commands: what a torn transaction leaves behind."""
        return Scribe(self.code, self.position, self.prev, self.commands, salt, dict(self.versions))


def on_kafka(
    records: Sequence[EventRecord | bytes], *, first: int = 0, key: bytes = b"linyi"
) -> list[Raw]:
    """The records one after the other from an offset; bytes are foreign ones under ``key``."""
    return [
        Raw(offset, key, record)
        if isinstance(record, bytes)
        else Raw(offset, record.key, record.value, record.headers)
        for offset, record in enumerate(records, start=first)
    ]
