"""Read routes, derived from ``projections.queries.listings``, each with ``as_of`` and permission."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final
from urllib.parse import urlencode

import orjson
from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from api import documents, openapi, workbooks
from api.answers import Json
from api.asking import Ask, Asked
from api.errors import BadHeader, NotFound, Parked
from api.files import Kind, WantedFile
from api.filters import filters_of
from api.presenting import present, present_events
from domain import catalogue
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

After = Annotated[str | None, Query(description="The `next` cursor of the page before.")]
NO_NUL: Final = r"^[^\x00]*$"
"""What PostgreSQL takes for text."""
Party = Annotated[str, Path(pattern=NO_NUL, description="A party's code.")]
LIST_FORMS: Final[Mapping[bool, Sequence[Kind]]] = {False: ("xlsx",), True: ("xlsx", "docx")}
"""The files that a list comes as: of matters, of anything else."""
Limit = Annotated[int, Query(ge=1, le=PAGE_MAX, description="Rows on a page.")]


def router() -> APIRouter:
    """Every read route."""
    routes = APIRouter()
    families = {family.collection: family.name for family in catalogue.FAMILIES if family.streams}
    for listing in listings.LISTINGS:
        path = f"/v1/{{jurisdiction}}/{listing.path}"
        matters = listing.path in families and not listing.table.key
        endpoint = _list_of(listing, matters=matters)
        _add(routes, path, endpoint, listing, name="list", forms=LIST_FORMS[matters])
        if matters:
            one = _one(families[listing.path], listing)
            _add(routes, f"{path}/{{id}}", one, listing, name="get", forms=("docx",))
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


def _add(
    routes: APIRouter,
    path: str,
    endpoint: Any,
    listing: Listing,
    *,
    name: str,
    forms: Sequence[Kind] = (),
) -> None:
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
                forms=forms,
            ),
        },
        openapi_extra={"parameters": openapi.filter_parameters(listing)}
        if name == "list"
        else None,
    )


def _list_of(listing: Listing, *, matters: bool) -> Any:
    async def endpoint(
        request: Request,
        ask: Ask,
        form: WantedFile,
        after: After = None,
        limit: Limit = PAGE_DEFAULT,
    ) -> Response:
        filters = filters_of(listing, request.query_params)
        for name, chosen in listing.filters.items():
            if chosen.kind is Pseudonym and name in filters:
                filters[name] = ask.services.intake.pseudonym(
                    ask.reader.jurisdiction, filters[name]
                )
        question = Question(filters=filters, as_of=ask.as_of)
        if form is not None and form.kind == "xlsx":
            return await workbooks.sent(
                ask.put_on_record, ask.connection, listing, ask.reader, question, form
            )
        if form is not None and matters:
            return await documents.all_of(ask, listing, question, form)
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
    async def endpoint(
        ask: Ask,
        id: uuid.UUID,  # noqa: A002 - the path parameter's name
        form: WantedFile,
    ) -> Response:
        stream = stream_id(family, id)
        if form is not None and form.kind == "docx":
            async with reader.snapshot(ask.connection):
                choice, rows = await _found(ask, listing, stream)
                return await documents.sent(ask, choice, rows, form)
        choice, rows = await _found(ask, listing, stream)
        body = await present(ask.connection, ask.reader.jurisdiction, rows)
        return await _single(ask, choice, body, stream)

    return endpoint


async def _found(
    ask: Asked, listing: Listing, stream: str
) -> tuple[Listing, Sequence[Mapping[str, Any]]]:
    """A matter's one row, of its list or of what is told of its status; on record before it is served.

    Raises `NotFound`, `Parked`.
    """
    question = Question(as_of=ask.as_of, stream=stream, limit=1)
    for choice in (listing, *filter(None, [listings.STATUS_OF.get(listing.path)])):
        rows = (await page(ask.connection, choice, ask.reader, question)).rows
        if rows:
            if await reader.parked_of(ask.connection, ask.reader.jurisdiction, [stream]):
                raise Parked(stream=stream)
            await ask.put_on_record(choice, rows)
            return choice, rows
    raise NotFound(what=stream)


async def _single(ask: Asked, listing: Listing, body: Mapping[str, Any], stream: str) -> Response:
    """One row; who may know its status only learns no version, which tells how much happened."""
    row = {**body["items"][0], "persons": body["persons"]}
    if listing.level == "status":
        return Json(row)
    versions = await reader.versions_of(
        ask.connection, ask.reader.jurisdiction, [stream], ask.as_of
    )
    version = versions[stream]
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
