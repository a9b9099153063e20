"""Event records for the rows that need no decision: real types, canonical, chained."""

import datetime
import itertools
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

from domain.ids import JurisdictionCode, PartyId, PersonId, StreamId, stream_id
from domain.leads.events import Registered
from domain.model import Concerns, Number, Occurred
from eventlog.codec import event_to_data
from eventlog.records import EventRecord, first_link, link

TYPE = "guantong.lead.registered.v1"
ACTOR = PersonId("person/6f1c2a52-4c5b-4d8e-9a51-2f3a9f6f0c11")
PARTY = PartyId("cs-office")
DIGEST = "sha256:" + "0" * 64
_BEGAN = datetime.datetime(2026, 3, 2, 1, 30, tzinfo=datetime.UTC)


def registered(serial: int) -> dict[str, Any]:
    """The data of a lead that was entered in a register."""
    return event_to_data(
        Registered(
            occurred=Occurred(date=_BEGAN.date()),
            concerns=Concerns(parties=(PARTY,), visibility="lead"),
            holder=PARTY,
            number=Number(organ=PARTY, kind="lead", year=_BEGAN.year, serial=serial),
        )
    )


class Chain:
    """The log of one jurisdiction as its writer sees it: each record follows the one before."""

    def __init__(self, jurisdiction: str) -> None:
        self.jurisdiction = JurisdictionCode(jurisdiction)
        self._source = f"benchmark/{jurisdiction}"
        self._position, self._prev = 0, first_link(self._source)

    def next(
        self, stream: StreamId, version: int, data: dict[str, Any], command: UUID
    ) -> EventRecord:
        """The next record, the only event of its command."""
        self._position += 1
        record = EventRecord(
            source=self._source,
            type=TYPE,
            subject=stream,
            time=_BEGAN,
            position=self._position,
            streamversion=version,
            commandid=command,
            commanddigest=DIGEST,
            commandevent=1,
            commandevents=1,
            actor=ACTOR,
            party=PARTY,
            schemeversion=1,
            prev=self._prev,
            data=data,
        )
        self._prev = link(record.value)
        return record

    def many(self, count: int) -> Iterator[EventRecord]:
        """So many records, each the first of its stream."""
        for serial in itertools.islice(itertools.count(1), count):
            yield self.next(stream_id("lead", uuid4()), 1, registered(serial), uuid4())
