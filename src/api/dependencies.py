"""What every route needs: the services of this process, and who is asking."""

import asyncio
import concurrent.futures
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from fastapi import Request
from psycopg_pool import AsyncConnectionPool

from api.arrivals import Arrivals
from api.errors import OtherJurisdiction, Unauthenticated, UnknownJurisdiction
from api.identity import Identity, verify_token
from api.on_record import Records
from api.preconditions import Preconditions
from api.tokens import PositionTokens
from domain.ids import INSTALLATION, JurisdictionCode, StreamId
from domain.registry import Action, Family
from eventlog.attachments.store import Store
from eventlog.client import CommandClient
from eventlog.directory import Directory
from eventlog.intake import Intake
from eventlog.records import CommandRecord, OutcomeRecord
from eventlog.settings import Settings

PUTS_AT_ONCE: Final = 2
"""Files that go into the store at once; others wait, sealed, on the disk."""


@dataclass(frozen=True, slots=True)
class Services:
    """The long-lived objects of one API process."""

    client: CommandClient
    intake: Intake
    directory: Directory
    pool: AsyncConnectionPool[Any]
    arrivals: Arrivals
    tokens: PositionTokens
    signing_key: bytes
    store: Store
    settings: Settings
    putting: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(PUTS_AT_ONCE))
    """Held while a file goes into the store: parts of it are in memory then."""

    @property
    def records(self) -> Records:
        """Where readings are put on record."""
        return Records(lambda: self.client, self.intake)

    async def prepare(
        self,
        identity: Identity,
        route: tuple[str, Family, Action],
        body: bytes | Mapping[str, Any],
        *,
        target: StreamId | None,
        terms: Preconditions,
    ) -> CommandRecord:
        """The sealed command of a request. Runs beside the event loop: new keys are written to the vault."""
        code, family, action = route
        source = self.source_of(JurisdictionCode(code))
        return await asyncio.to_thread(
            self.intake.prepare,
            jurisdiction=JurisdictionCode(code),
            source=source,
            type=f"guantong.{family.name}.{action.name}",
            target=target,
            data=body,
            actor=identity.person,
            party=identity.party,
            command_id=terms.command_id,
            if_match=terms.if_match,
            expires=terms.expires,
            trace=terms.trace,
        )

    def source_of(self, code: JurisdictionCode) -> str:
        """The ``source`` of a jurisdiction. Raises `UnknownJurisdiction`."""
        jurisdiction = self.directory.find(code)
        if jurisdiction is None:
            raise UnknownJurisdiction(jurisdiction=code)
        return jurisdiction.source

    def submit(self, record: CommandRecord) -> "concurrent.futures.Future[OutcomeRecord]":
        """Send a command; the future resolves when its outcome and its events are counted."""
        return self.client.submit(record)


def services_of(request: Request) -> Services:
    """The process's services."""
    services: Services = request.app.state.services
    return services


def identity_of(request: Request, jurisdiction: str) -> Identity:
    """Who asks, by bearer token; the token must be for the jurisdiction in the path."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Unauthenticated(headers={"WWW-Authenticate": "Bearer"}, reason="no bearer token")
    identity = verify_token(token.strip(), key=services_of(request).signing_key)
    if identity.jurisdiction != jurisdiction:
        raise OtherJurisdiction(jurisdiction=jurisdiction)
    return identity


def operator_of(request: Request) -> Identity:
    """The operator, by a token for the installation's own log."""
    return identity_of(request, INSTALLATION)
