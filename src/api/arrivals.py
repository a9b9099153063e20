"""How far the read models have come: told by PostgreSQL's NOTIFY, waited for by readers and streams."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from typing import Final

import orjson
import psycopg
from psycopg import sql

from domain.ids import JurisdictionCode
from projections import CHANNEL

RECONNECT_SECONDS: Final = 0.5
_log = logging.getLogger("guantong.api")

_HEADS: Final = """
select jurisdiction, max(position) from projections.heads
 where reader in (select reader from projections.registry where state = 'live')
 group by jurisdiction
"""


class Arrivals:
    """The newest visible position per jurisdiction, and a way to wait for the next.

    ``run`` keeps one connection that listens; while it is away waiters time out, and nothing is lost:
    positions are read again on reconnection.
    """

    def __init__(self, postgres: str) -> None:
        self._postgres = postgres
        self._positions: dict[str, int] = {}
        self._changed = asyncio.Event()

    def position(self, jurisdiction: JurisdictionCode) -> int:
        """The newest position that every live read model has reached; 0 before the first event."""
        return self._positions.get(jurisdiction, 0)

    async def reached(
        self, jurisdiction: JurisdictionCode, position: int, *, timeout_seconds: float
    ) -> bool:
        """Wait until the read models have reached ``position``; False when the time is over."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(timeout_seconds):
                while self.position(jurisdiction) < position:
                    await self._changed.wait()
                return True
        return False

    async def run(self) -> None:
        """Listen until cancelled, reconnecting whenever PostgreSQL was away."""
        while True:
            try:
                async for payload in self._payloads():
                    self._advance(payload)
            except psycopg.Error as error:
                _log.warning("not listening for positions: %s", error)
            await asyncio.sleep(RECONNECT_SECONDS)

    async def _payloads(self) -> AsyncIterator[dict[str, int]]:
        connection = await psycopg.AsyncConnection.connect(self._postgres, autocommit=True)
        async with connection:
            await connection.execute(sql.SQL("listen {}").format(sql.Identifier(CHANNEL)))
            with contextlib.suppress(psycopg.errors.UndefinedTable):
                rows = await (await connection.execute(_HEADS)).fetchall()
                yield dict(rows)
            async for notice in connection.notifies():
                yield orjson.loads(notice.payload)

    def _advance(self, positions: dict[str, int]) -> None:
        for jurisdiction, position in positions.items():
            if position > self._positions.get(jurisdiction, 0):
                self._positions[jurisdiction] = position
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()
