"""Who asks, as of when, on which connection: the dependency of every read route."""

import datetime
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Annotated, Any, Final

from fastapi import Depends, Header, Query
from psycopg.rows import dict_row

from api.dependencies import Services, identity_of, services_of
from api.errors import BadHeader, NotYetReached
from api.identity import Identity
from domain.calendar import SHANGHAI
from projections.queries import reader
from projections.queries.listing import Listing
from projections.queries.on_record import Shown, newly_shown
from projections.queries.reader import Connection, Reader

WAIT_SECONDS: Final = 10.0
AUDITOR: Final = "auditor"
POSITION_DIGITS_MAX: Final = 18
"""More than any position has, and no more than PostgreSQL takes."""

AsOf = Annotated[
    str | None,
    Query(
        description="A time (RFC 3339), a token of this service, or – for auditors – a position."
    ),
]
Reached = Annotated[
    str | None,
    Header(
        alias="Guantong-Position", description="Token of an answer: wait until the page shows it."
    ),
]


class Asked:
    """One read request: who asks, as of when, on which connection; a dependency of every read route."""

    def __init__(
        self, services: Services, who: Reader, as_of: int | None, connection: Connection
    ) -> None:
        self.services = services
        self.reader = who
        self.as_of = as_of
        self.connection = connection
        self.shown: list[Shown] = []

    async def put_on_record(self, listing: Listing, rows: Sequence[Mapping[str, Any]]) -> None:
        """Before rows of a list are served: who is shown which lead.

        It is found out here, and sent once the connection is given back: Kafka may take its time.
        """
        shown = await newly_shown(self.connection, listing, self.reader, rows, self.as_of)
        if shown is not None:
            self.shown.append(shown)


async def asked(
    identity: Annotated[Identity, Depends(identity_of)],
    services: Annotated[Services, Depends(services_of)],
    as_of: AsOf = None,
    reached: Reached = None,
) -> AsyncIterator[Asked]:
    """Wait for the position asked for, then read on one connection.

    What was read is on record before it is served: this ends before the answer is sent. Raises
    `ReadingNotRecorded`.
    """
    who = Reader(identity.jurisdiction, identity.person, identity.party)
    if reached is not None:
        position, _ = services.tokens.open(who.jurisdiction, reached, name="Guantong-Position")
        if not await services.arrivals.reached(
            who.jurisdiction, position, timeout_seconds=WAIT_SECONDS
        ):
            raise NotYetReached(headers={"Retry-After": "1"})
    async with services.pool.connection() as connection:
        connection.row_factory = dict_row
        position_then = await _position(connection, services, who, as_of)
        ask = Asked(services, who, position_then, connection)
        yield ask
    for shown in ask.shown:
        await services.records.keep(who, shown)


Ask = Annotated[Asked, Depends(asked, scope="function")]


async def _position(
    connection: Connection, services: Services, who: Reader, as_of: str | None
) -> int | None:
    """The position that ``as_of`` names, rounded down to a whole command."""
    if as_of is None:
        return None
    if as_of.isascii() and as_of.isdigit() and len(as_of) <= POSITION_DIGITS_MAX:
        if not await reader.holds_role(connection, who, AUDITOR):
            raise BadHeader(
                name="as_of",
                value=as_of,
                expected_zh="时间或令牌(位置仅限审计人员)",
                expected_en="a time or a token (positions are for auditors)",
            )
        return await reader.whole_command(connection, who.jurisdiction, int(as_of))
    moment = _moment(as_of)
    if moment is not None:
        return await reader.position_at(connection, who.jurisdiction, moment)
    position, _ = services.tokens.open(who.jurisdiction, as_of, name="as_of")
    return await reader.whole_command(connection, who.jurisdiction, position)


def _moment(text: str) -> datetime.datetime | None:
    """A time with its zone; a bare date means the end of that day in China."""
    try:
        if len(text) == len("2026-03-02"):
            day = datetime.date.fromisoformat(text)
            end = datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time.min)
            return end.replace(tzinfo=SHANGHAI) - datetime.timedelta(microseconds=1)
        moment = datetime.datetime.fromisoformat(text.replace(" ", "+"))
    except (ValueError, OverflowError):  # no time, or the end of the last day there is
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=SHANGHAI)
