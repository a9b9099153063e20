"""Read routes, derived from ``projections.queries.listings``, each with ``as_of`` and permission."""

import datetime
import uuid
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Annotated, Any, Final
from urllib.parse import urlencode

import orjson
from fastapi import APIRouter, Depends, Header, Path, Query, Request
from psycopg.rows import dict_row
from starlette.responses import Response

from api import openapi
from api.answers import Json
from api.dependencies import Services, identity_of, services_of
from api.errors import BadHeader, NotFound, NotYetReached, Parked
from api.filters import filters_of
from api.identity import Identity
from api.presenting import present, present_events
from api.workbooks import Wanted, sent
from domain import catalogue
from domain.calendar import SHANGHAI
from domain.ids import JurisdictionCode, PartyId, stream_id
from projections.queries import listings, reader
from projections.queries.figures import Figure, Figures, counted
from projections.queries.listing import (
    PAGE_DEFAULT,
    PAGE_MAX,
    Listing,
    Pseudonym,
    Question,
    key_from_json,
    page,
)
from projections.queries.owed import OBLIGATIONS
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
After = Annotated[str | None, Query(description="The `next` cursor of the page before.")]
NO_NUL: Final = r"^[^\x00]*$"
"""What PostgreSQL takes for text."""
Party = Annotated[str, Path(pattern=NO_NUL, description="A party's code.")]
Limit = Annotated[int, Query(ge=1, le=PAGE_MAX, description="Rows on a page.")]
Reached = Annotated[
    str | None,
    Header(
        alias="Guantong-Position", description="Token of an answer: wait until the page shows it."
    ),
]


def router() -> APIRouter:
    """Every read route."""
    routes = APIRouter()
    families = {family.collection: family.name for family in catalogue.FAMILIES if family.streams}
    for listing in listings.LISTINGS:
        path = f"/v1/{{jurisdiction}}/{listing.path}"
        _add(routes, path, _list_of(listing), listing, name="list")
        if listing.path in families and not listing.table.key:
            one = _one(families[listing.path], listing)
            _add(routes, f"{path}/{{id}}", one, listing, name="get")
    for collection, family in families.items():
        path = f"/v1/{{jurisdiction}}/{collection}/{{id}}/history"
        _add(routes, path, _history(family), listings.HISTORY, name=f"history.{family}")
    for collection, figures in listings.FIGURES.items():
        path = f"/v1/{{jurisdiction}}/{collection}/{{id}}/figures"
        _add(routes, path, _figures(families[collection], figures), figures.of, name="figures")
    parties = "/v1/{jurisdiction}/parties/{party}"
    _add(routes, f"{parties}/inbox", _inbox, listings.INBOX, name="party")
    _add(routes, f"{parties}/obligations", _obligations, OBLIGATIONS, name="party")
    _add(routes, f"{parties}/timeline", _timeline, listings.TIMELINE, name="party")
    routes.add_api_route(
        "/v1/{jurisdiction}/commands/{id}",
        command,
        methods=["GET"],
        tags=["commands"],
        responses=openapi.query_responses(),
        summary="What became of a command · 操作结果",
    )
    return routes


def _add(routes: APIRouter, path: str, endpoint: Any, listing: Listing, *, name: str) -> None:
    routes.add_api_route(
        path,
        endpoint,
        methods=["GET"],
        tags=[listing.path],
        summary=f"{listing.en} · {listing.zh}",
        operation_id=f"{listing.path}.{name}",
        response_class=Json,
        responses={
            **openapi.query_responses(),
            **openapi.rows_response(
                listing,
                one=name == "get",
                events=listing.table is listings.TIMELINE.table,
                workbook=name == "list",
            ),
        },
        openapi_extra={"parameters": openapi.filter_parameters(listing)}
        if name == "list"
        else None,
    )


class Asked:
    """One read request: who asks, as of when, on which connection; a dependency of every read route."""

    def __init__(
        self, services: Services, who: Reader, as_of: int | None, connection: Connection
    ) -> None:
        self.services = services
        self.reader = who
        self.as_of = as_of
        self.connection = connection

    async def put_on_record(self, listing: Listing, rows: Sequence[Mapping[str, Any]]) -> None:
        """Before rows of a list are served: who is shown which lead. Raises `ReadingNotRecorded`."""
        await self.services.records.put(self.connection, listing, self.reader, rows, self.as_of)


async def asked(
    identity: Annotated[Identity, Depends(identity_of)],
    services: Annotated[Services, Depends(services_of)],
    as_of: AsOf = None,
    reached: Reached = None,
) -> AsyncIterator[Asked]:
    """Wait for the position asked for, then read on one connection."""
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
        yield Asked(services, who, position_then, connection)


Ask = Annotated[Asked, Depends(asked)]


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


def _list_of(listing: Listing) -> Any:
    async def endpoint(
        request: Request,
        ask: Ask,
        after: After = None,
        limit: Limit = PAGE_DEFAULT,
        language: Wanted = None,
    ) -> Response:
        filters = filters_of(listing, request.query_params)
        for name, chosen in listing.filters.items():
            if chosen.kind is Pseudonym and name in filters:
                filters[name] = ask.services.intake.pseudonym(
                    ask.reader.jurisdiction, filters[name]
                )
        if language is not None:
            question = Question(filters=filters, as_of=ask.as_of)
            return await sent(
                ask.services.records, ask.connection, listing, ask.reader, question, language
            )
        return await _page(ask, listing, filters, after, limit)

    return endpoint


async def _page(
    ask: Asked, listing: Listing, filters: Mapping[str, Any], after: str | None, limit: int
) -> Response:
    keys = _keys(ask, listing, after)
    question = Question(filters=filters, as_of=ask.as_of, after=keys, limit=limit)
    found = await page(ask.connection, listing, ask.reader, question)
    await ask.put_on_record(listing, found.rows)
    jurisdiction = ask.reader.jurisdiction
    if listing.table is listings.TIMELINE.table:
        body = await present_events(ask.connection, ask.services.tokens, jurisdiction, found.rows)
    else:
        body = await present(ask.connection, jurisdiction, found.rows)
    body["next"] = None if found.after is None else _cursor(ask, listing, found.after)
    return Json(body)


def _keys(ask: Asked, listing: Listing, cursor: str | None) -> tuple[Any, ...] | None:
    """The keys in a cursor, which only the list that gave it out understands."""
    if cursor is None:
        return None
    _, extra = ask.services.tokens.open(ask.reader.jurisdiction, cursor, name="after")
    path, *keys = orjson.loads(extra or b"[null]")
    if path != listing.path:
        raise BadHeader(
            name="after",
            value=cursor[:80],
            expected_zh="本列表此前返回的 next",
            expected_en="the `next` of a page of this list",
        )
    return tuple(map(key_from_json, keys))


def _cursor(ask: Asked, listing: Listing, keys: tuple[Any, ...]) -> str:
    extra = orjson.dumps([listing.path, *keys])
    return ask.services.tokens.seal(ask.reader.jurisdiction, 0, extra=extra)


def _one(family: str, listing: Listing) -> Any:
    async def endpoint(ask: Ask, id: uuid.UUID) -> Response:  # noqa: A002 - the path parameter's name
        stream = stream_id(family, id)
        question = Question(as_of=ask.as_of, stream=stream, limit=1)
        choices = [listing, *filter(None, [listings.STATUS_OF.get(listing.path)])]
        for choice in choices:
            found = await page(ask.connection, choice, ask.reader, question)
            if found.rows:
                if await reader.is_parked(ask.connection, ask.reader.jurisdiction, stream):
                    raise Parked(stream=stream)
                await ask.put_on_record(choice, found.rows)
                body = await present(ask.connection, ask.reader.jurisdiction, found.rows)
                return await _single(ask, choice, body, stream)
        raise NotFound(what=stream)

    return endpoint


async def _single(ask: Asked, listing: Listing, body: Mapping[str, Any], stream: str) -> Response:
    """One row; who may know its status only learns no version, which tells how much happened."""
    row = {**body["items"][0], "persons": body["persons"]}
    if listing.level == "status":
        return Json(row)
    version = await reader.version_of(ask.connection, ask.reader.jurisdiction, stream, ask.as_of)
    return Json({**row, "version": version}, headers={"ETag": f'"{version}"'})


def _figures(family: str, figures: Figures) -> Any:
    """Each number with the list that opens what it counts."""

    async def endpoint(ask: Ask, id: uuid.UUID) -> Response:  # noqa: A002 - the path parameter's name
        stream = stream_id(family, id)
        question = Question(as_of=ask.as_of, stream=stream, limit=1)
        rows = (await page(ask.connection, figures.of, ask.reader, question)).rows
        if not rows:
            raise NotFound(what=stream)
        asked = figures.asked(rows[0])
        return Json(
            {"figures": [await shown_figure(ask, figures, each, rows[0]) for each in asked]}
        )

    return endpoint


async def shown_figure(
    ask: Asked, figures: Figures, figure: Figure, matter: Mapping[str, Any]
) -> dict[str, Any]:
    """The number as it is counted now, and beside it what the matter told, where it did.

    Others than who told it and who was told, such as those a report is passed round to, are told no more.
    """
    told = {name: {"reported": value} for name, value in figures.told(matter).items()}
    by = figures.on_behalf(matter, ask.reader)
    value = None
    if figures.reported is None or by is not None:
        value = await counted(
            ask.connection, figure, ask.reader, matter=matter, as_of=ask.as_of, by=by
        )
    filters = {
        name: str(v).lower() if isinstance(v, bool) else str(v)
        for name, v in figure.filled(matter).items()
    }
    return {
        "name": figure.name,
        "zh": figure.zh,
        "en": figure.en,
        "value": value,
        **told.get(figure.name, {}),
        "opens": f"{figure.listing.path}?{urlencode(filters)}",
    }


def _history(family: str) -> Any:
    async def endpoint(
        ask: Ask,
        id: uuid.UUID,  # noqa: A002 - the path parameter's name
        after: After = None,
        limit: Limit = PAGE_DEFAULT,
    ) -> Response:
        filters = {"matter": stream_id(family, id)}
        return await _page(ask, listings.HISTORY, filters, after, limit)

    return endpoint


async def _inbox(
    ask: Ask, party: Party, after: After = None, limit: Limit = PAGE_DEFAULT
) -> Response:
    return await _page(ask, listings.INBOX, {"party": PartyId(party)}, after, limit)


async def _obligations(
    ask: Ask,
    party: Party,
    direction: Annotated[
        str, Query(pattern="^(owed_by|owed_to)$", description="owed_by or owed_to")
    ] = "owed_by",
    status: Annotated[
        str | None, Query(pattern=NO_NUL, description="open, overdue, stopped, fulfilled …")
    ] = None,
    after: After = None,
    limit: Limit = PAGE_DEFAULT,
) -> Response:
    filters: dict[str, Any] = {"owner" if direction == "owed_by" else "owed_to": PartyId(party)}
    if status is not None:
        filters["status"] = status
    return await _page(ask, OBLIGATIONS, filters, after, limit)


async def _timeline(
    ask: Ask, party: Party, after: After = None, limit: Limit = PAGE_DEFAULT
) -> Response:
    return await _page(ask, listings.TIMELINE, {"party": PartyId(party)}, after, limit)


async def command(
    ask: Ask,
    id: uuid.UUID,  # noqa: A002 - the path parameter's name
) -> Response:
    """What became of a command of one's own: its token, or its problem."""
    found = await reader.command_of(ask.connection, ask.reader, id)
    position = None if found is None else found.pop("last_position", None)
    if found is None or _after(position, ask.as_of):
        raise NotFound(what=f"command {id}")
    if position is not None:
        found["token"] = ask.services.tokens.seal(
            JurisdictionCode(ask.reader.jurisdiction), position
        )
    return Json(found)


def _after(position: int | None, as_of: int | None) -> bool:
    """Whether something was not there yet; a rejection has no place in the log."""
    return position is not None and as_of is not None and position > as_of
