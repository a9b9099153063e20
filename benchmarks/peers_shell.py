"""The same API over the peer: everything as it is, except that eventsourcing.postgres keeps the events.

``python -m benchmarks.peers_shell PORT POSTGRES`` answers on PORT and keeps its events in POSTGRES, an
empty database of its own. What it does not do, ours does: remember command ids, keep one gapless order,
write an outcome, wait for an independent reader.
"""

import contextlib
import datetime
import os
import sys
import threading
from collections.abc import AsyncIterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, cast
from uuid import UUID

import uvicorn
from eventsourcing.persistence import ApplicationRecorder, IntegrityError, StoredEvent
from fastapi import FastAPI

from api.app import ApiSettings, create_app
from api.dependencies import Services
from benchmarks import peers_postgres
from cli.serve import HOST
from domain.catalogue import CATALOGUE
from domain.context import Request
from domain.deciding import Decision, decide, evolve, evolve_jurisdiction
from domain.ids import JurisdictionCode, PartyId, StreamId, family_of
from domain.jurisdiction import Jurisdiction
from domain.model import Number
from domain.streams import StreamsNeeded, StreamState
from eventlog import canonical
from eventlog.client import CommandClient
from eventlog.codec import command_of, event_from_data, event_to_data, to_recorded
from eventlog.index import Index
from eventlog.records import CommandRecord, EventRecord, OutcomeRecord
from eventlog.settings import Settings

THREADS: Final = 15
"""As many as the peer's pool has connections."""
NO_LINK: Final = "sha256:" + "0" * 64


class PeerClient:
    """Decides in the API's own process and stores by optimistic concurrency; the interface of ours."""

    def __init__(
        self, recorder: ApplicationRecorder, services: Services, settings: Settings
    ) -> None:
        self._recorder, self._services, self._settings = recorder, services, settings
        self._threads = ThreadPoolExecutor(THREADS)
        self._lock = threading.Lock()
        self._jurisdictions: dict[JurisdictionCode, Jurisdiction] = {}
        self._carriers: dict[str, tuple[StreamId, ...]] = {}

    def submit(self, record: CommandRecord) -> "Future[OutcomeRecord]":
        """Decide and store; the outcome is there when the events are."""
        return self._threads.submit(self._handle, record)

    def _handle(self, record: CommandRecord) -> OutcomeRecord:
        while True:
            decision = self._decide(record)
            stored = [
                StoredEvent(
                    UUID(each.stream.partition("/")[2]),
                    each.version,
                    CATALOGUE.type_of[type(each.event)],
                    canonical.encode(event_to_data(each.event)),
                )
                for each in decision.events
            ]
            with contextlib.suppress(IntegrityError):
                ids = self._recorder.insert_events(stored) or ()
                return outcome(record, decision, ids)

    def _decide(self, record: CommandRecord) -> Decision:
        request = Request(
            id=record.id,
            type=record.type,
            jurisdiction=record.jurisdiction,
            target=record.target,
            command=command_of(record),
            actor=record.actor,
            party=record.party,
            if_match=record.if_match,
        )
        streams = {record.target: self._stream(record.target)}
        matches: dict[str, tuple[StreamId, ...]] = {}
        jurisdiction = self._jurisdiction(record.jurisdiction)
        now = jurisdiction.clock_at(datetime.datetime.now(datetime.UTC))
        while True:
            try:
                return decide(
                    request, now=now, jurisdiction=jurisdiction, streams=streams, matches=matches
                )
            except StreamsNeeded as needed:
                streams |= {stream: self._stream(stream) for stream in needed.streams}
                matches |= self._matches(needed.pseudonyms, record.target)

    def _matches(
        self, pseudonyms: frozenset[str], target: StreamId
    ) -> Mapping[str, tuple[StreamId, ...]]:
        """In memory: the peer has nowhere to look by content."""
        with self._lock:
            found = {each: self._carriers.get(each, ()) for each in pseudonyms}
            self._carriers |= {each: (*streams, target) for each, streams in found.items()}
        return found

    def _stream(self, stream: StreamId) -> StreamState[Any]:
        state = CATALOGUE.family[family_of(stream)].empty(stream)
        for stored in self._recorder.select_events(UUID(stream.partition("/")[2])):
            event = event_from_data(
                stored.topic, cast("Mapping[str, Any]", canonical.load(stored.state))
            )
            state = evolve(state, event)
        return state

    def _jurisdiction(self, code: JurisdictionCode) -> Jurisdiction:
        """Folded once, as our writer keeps it in memory."""
        with self._lock:
            if code not in self._jurisdictions:
                self._jurisdictions[code] = self._fold(code)
            return self._jurisdictions[code]

    def _fold(self, code: JurisdictionCode) -> Jurisdiction:
        place = self._services.directory.find(code)
        if place is None:
            raise LookupError(code)
        jurisdiction = place.beginning()
        with Index(self._settings.postgres) as index:
            for value in index.organisational(code):
                event = to_recorded(EventRecord.from_value(value))
                jurisdiction = evolve_jurisdiction(
                    jurisdiction, event.event, stream=event.originator_id, actor=event.actor
                )
            for organ, kind, year, serial in index.numbers(code):
                number = Number(organ=PartyId(organ), kind=kind, year=year, serial=serial)
                jurisdiction = jurisdiction.with_number(number)
        return jurisdiction


def outcome(record: CommandRecord, decision: Decision, ids: Sequence[int]) -> OutcomeRecord:
    """What the API makes its answer of."""
    versions = {each.stream: each.version for each in decision.events}
    stream = record.target if record.target in versions else decision.events[0].stream
    return OutcomeRecord(
        id=record.id,
        status="accepted",
        jurisdiction=record.jurisdiction,
        actor=record.actor,
        digest=record.digest,
        offset=0,
        stream=stream,
        version=versions[stream],
        first_position=ids[0],
        last_position=ids[0] + len(decision.events) - 1,
        last_hash=NO_LINK,
        events=len(decision.events),
    )


def app(settings: Settings, recorder: ApplicationRecorder) -> FastAPI:
    """Our application with the peer's client in the place of ours."""
    made = create_app(ApiSettings(log=settings, keys=settings.vault.parent))
    inner = made.router.lifespan_context

    @contextlib.asynccontextmanager
    async def lifespan(application: FastAPI) -> AsyncIterator[None]:
        async with inner(application):
            services: Services = application.state.services
            client = PeerClient(recorder, services, settings)
            application.state.services = replace(services, client=cast("CommandClient", client))
            yield

    made.router.lifespan_context = lifespan
    return made


def main(port: int, postgres: str) -> None:
    """Answer until asked to end."""
    data = Path(os.environ["GUANTONG_DATA"])
    settings = Settings(
        kafka=os.environ["GUANTONG_KAFKA"],
        postgres=os.environ["GUANTONG_POSTGRES"],
        vault=data / "vault",
        installation=os.environ["GUANTONG_INSTALLATION"],
    )
    with peers_postgres.recorder(postgres) as recorder:
        uvicorn.run(
            app(settings, recorder), host=HOST, port=port, log_config=None, access_log=False
        )


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
