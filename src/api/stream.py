"""``GET /v1/{jurisdiction}/stream``: what concerns the reader, as it happens (SSE), resumed by Last-Event-ID.

The id of each event is an opaque token; positions in between that the reader may not see leave no trace.
"""

import asyncio
import datetime
from collections.abc import AsyncIterator, Sequence
from typing import Annotated, Any, Final

import orjson
from fastapi import APIRouter, Depends, Header
from fastapi.sse import EventSourceResponse, ServerSentEvent
from psycopg.rows import dict_row

from api import openapi
from api.dependencies import Services, identity_of, services_of
from api.identity import Identity
from api.metrics import STREAMS
from api.presenting import present_events
from domain.ids import JurisdictionCode
from projections.queries import listings
from projections.queries.listing import PAGE_MAX, Question, page
from projections.queries.on_record import newly_shown
from projections.queries.reader import Reader

QUIET_SECONDS: Final = 15.0
RETRY_MS: Final = 1000


def router() -> APIRouter:
    """The stream of one jurisdiction."""
    routes = APIRouter(tags=["stream"])
    routes.add_api_route(
        "/v1/{jurisdiction}/stream",
        stream,
        methods=["GET"],
        response_class=EventSourceResponse,
        responses=openapi.query_responses(),
        summary="What concerns me, as it happens · 实时动态",
    )
    return routes


async def begins(
    identity: Annotated[Identity, Depends(identity_of)],
    services: Annotated[Services, Depends(services_of)],
    last_event_id: Annotated[
        str | None, Header(description="Token of the last event seen.")
    ] = None,
) -> int:
    """The position behind which a stream begins; a forged one is refused before anything is sent."""
    if last_event_id is None:
        return services.arrivals.position(identity.jurisdiction)
    position, _ = services.tokens.open(identity.jurisdiction, last_event_id, name="Last-Event-ID")
    return position


async def stream(
    identity: Annotated[Identity, Depends(identity_of)],
    services: Annotated[Services, Depends(services_of)],
    position: Annotated[int, Depends(begins)],
) -> AsyncIterator[ServerSentEvent]:
    """Events from behind ``Last-Event-ID`` on, or from now on, for as long as the token holds."""
    code = identity.jurisdiction
    reader = Reader(code, identity.person, identity.party)
    with STREAMS.track_inprogress():
        yield ServerSentEvent(comment="open", retry=RETRY_MS)
        while not identity.expired(datetime.datetime.now(datetime.UTC)):
            reached = services.arrivals.position(code)
            rows = await _behind(services, reader, position, reached)
            for event in rows:
                yield event
            if len(rows) == PAGE_MAX:
                position, _ = services.tokens.open(code, str(rows[-1].id), name="id")
                continue
            position = max(position, reached)
            await _next(services, code, position)


async def _next(services: Services, code: JurisdictionCode, position: int) -> None:
    """Until something newer is there, or it is time to say that the stream still lives."""
    await services.arrivals.reached(code, position + 1, timeout_seconds=QUIET_SECONDS)
    await asyncio.sleep(0)


async def _behind(
    services: Services, reader: Reader, position: int, reached: int
) -> Sequence[ServerSentEvent]:
    """The events behind ``position``, up to ``reached``, that the reader may see."""
    if reached <= position:
        return []
    question = Question(filters={"behind": position, "reached": reached}, limit=PAGE_MAX)
    async with services.pool.connection() as connection:
        connection.row_factory = dict_row
        found = await page(connection, listings.FEED, reader, question)
        shown = await newly_shown(connection, listings.FEED, reader, found.rows, None)
        body = await present_events(connection, services.tokens, reader.jurisdiction, found.rows)
    if shown is not None:
        await services.records.keep(reader, shown)
    return [_sent(item) for item in body["items"]]


def _sent(item: dict[str, Any]) -> ServerSentEvent:
    token = item.pop("token")
    return ServerSentEvent(event=item["type"], id=token, raw_data=orjson.dumps(item).decode())
