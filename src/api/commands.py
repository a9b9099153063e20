"""Command routes: one per action of every family, derived from ``domain.catalogue``.

``POST /v1/{jurisdiction}/{collection}`` opens, ``POST …/{collection}/{id}/{action}`` acts, and
``POST …/{collection}/batch/{action}`` acts on many, each item a command of its own with its own outcome.
"""

import asyncio
import uuid
from collections.abc import Mapping
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Request
from kafka.errors import KafkaError
from starlette.responses import Response

from api import problems
from api.answers import Json
from api.dependencies import Services, identity_of, services_of
from api.errors import BadHeader, BodyTooLarge, Internal, NotFound
from api.identity import Identity
from api.openapi import batch_body, command_body, command_responses
from api.preconditions import Preconditions, preconditions, uuid_of
from domain import catalogue
from domain.errors import Explained
from domain.ids import JurisdictionCode, StreamId, stream_id
from domain.registry import Action, Family
from eventlog import canonical
from eventlog.records import CommandRecord, OutcomeRecord

BODY_BYTES_MAX: Final = 256 * 1024
BATCH_BYTES_MAX: Final = 4 * 1024 * 1024
BATCH_ITEMS_MAX: Final = 500


def router() -> APIRouter:
    """Every command route, in the order of the catalogue."""
    routes = APIRouter()
    for family in catalogue.FAMILIES:
        for action in family.actions:
            if action.internal or not action.routed:
                continue
            if action.target == "any":
                _add_any(routes, family, action)
            else:
                _add_routes(routes, family, action)
    return routes


def _add_any(routes: APIRouter, family: Family, action: Action) -> None:
    """What is done in a stream of whatever family: ``…/leads/{id}/obligations/extend``."""
    routes.add_api_route(
        f"/v1/{{jurisdiction}}/{{collection}}/{{id}}/{family.collection}/{action.name}",
        _any_actor(family, action),
        operation_id=f"{family.name}.{action.name}",
        openapi_extra=command_body(action),
        **_common(family, action),
    )


def _add_routes(routes: APIRouter, family: Family, action: Action) -> None:
    base = f"/v1/{{jurisdiction}}/{family.collection}"
    name = f"{family.name}.{action.name}"
    common = _common(family, action)
    body = command_body(action)
    if action.target == "new":
        routes.add_api_route(
            base, _opener(family, action), operation_id=name, openapi_extra=body, **common
        )
        operation = f"{name}.existing"
    else:
        operation = name
    if action.batch:
        routes.add_api_route(
            f"{base}/batch/{action.name}",
            _batch(family, action),
            operation_id=f"{name}.batch",
            openapi_extra=batch_body(action),
            **common,
        )
    routes.add_api_route(
        f"{base}/{{id}}/{action.name}",
        _actor(family, action),
        operation_id=operation,
        openapi_extra=body,
        **common,
    )


def _common(family: Family, action: Action) -> dict[str, Any]:
    return {
        "methods": ["POST"],
        "tags": [family.collection],
        "summary": f"{action.en} · {action.zh}",
        "description": (action.command.__doc__ or "").strip(),
        "responses": command_responses(),
    }


def _opener(family: Family, action: Action) -> Any:
    async def endpoint(
        request: Request,
        jurisdiction: str,
        identity: Identity = Depends(identity_of),
        services: Services = Depends(services_of),
    ) -> Response:
        return await _submit_one(request, services, identity, (jurisdiction, family, action), None)

    return endpoint


def _actor(family: Family, action: Action) -> Any:
    async def endpoint(
        request: Request,
        jurisdiction: str,
        id: uuid.UUID,  # noqa: A002 - the path parameter's name
        identity: Identity = Depends(identity_of),
        services: Services = Depends(services_of),
    ) -> Response:
        target = stream_id(family.name, id)
        return await _submit_one(
            request, services, identity, (jurisdiction, family, action), target
        )

    return endpoint


def _any_actor(family: Family, action: Action) -> Any:
    async def endpoint(
        request: Request,
        jurisdiction: str,
        target: Annotated[StreamId, Depends(matter_of)],
        identity: Identity = Depends(identity_of),
        services: Services = Depends(services_of),
    ) -> Response:
        return await _submit_one(
            request, services, identity, (jurisdiction, family, action), target
        )

    return endpoint


def matter_of(collection: str, id: uuid.UUID) -> StreamId:  # noqa: A002 - the path parameter's name
    """The stream that a path names by the collection of its family; `NotFound` for no such collection."""
    owner = next((f for f in catalogue.FAMILIES if f.collection == collection and f.streams), None)
    if owner is None:
        raise NotFound(what=f"{collection[:40]}/{id}")
    return stream_id(owner.name, id)


def _batch(family: Family, action: Action) -> Any:
    async def endpoint(
        request: Request,
        jurisdiction: str,
        identity: Identity = Depends(identity_of),
        services: Services = Depends(services_of),
    ) -> Response:
        return await _submit_batch(request, services, identity, (jurisdiction, family, action))

    return endpoint


Route = tuple[str, Family, Action]


async def _submit_one(
    request: Request, services: Services, identity: Identity, route: Route, target: StreamId | None
) -> Response:
    body = await body_of(request, BODY_BYTES_MAX)
    return await submit(services, identity, route, body, target, preconditions(request.headers))


async def submit(
    services: Services,
    identity: Identity,
    route: Route,
    body: bytes | Mapping[str, Any],
    target: StreamId | None,
    terms: Preconditions,
) -> Response:
    """Send a command and answer with what came of it."""
    record = await services.prepare(identity, route, body, target=target, terms=terms)
    outcome = await await_outcome(services, record, terms.wait_seconds)
    if outcome is None:
        return _undecided(record)
    return _decided(services, route, record, outcome)


async def _submit_batch(
    request: Request, services: Services, identity: Identity, route: Route
) -> Response:
    items = _batch_items(await body_of(request, BATCH_BYTES_MAX))
    terms = preconditions(request.headers)
    results = await asyncio.gather(
        *(_submit_item(services, identity, route, item, terms) for item in items),
    )
    return Json({"items": results}, status_code=200)


async def _submit_item(
    services: Services,
    identity: Identity,
    route: Route,
    item: Mapping[str, Any],
    batch: Preconditions,
) -> dict[str, Any]:
    """One item's outcome; what is wrong with one item stays with it."""
    _, family, _ = route
    fields = dict(item)
    try:
        terms = _item_terms(fields, batch)
        target = stream_id(family.name, uuid_of(fields.pop("id", None), name="id"))
        record = await services.prepare(identity, route, fields, target=target, terms=terms)
        outcome = await await_outcome(services, record, terms.wait_seconds)
    except Explained as error:
        return {"id": item.get("id"), **problems.problem(error)}
    except KafkaError as error:
        return {"id": item.get("id"), **problems.problem(problems.unavailable(error))}
    if outcome is None:
        return {"id": item.get("id"), "status": 202, "command_id": str(record.id)}
    if outcome.status == "accepted":
        return {"id": item.get("id"), "status": 200, **_accepted(services, record, outcome)}
    return {"id": item.get("id"), **problem_of(record, outcome)}


def _item_terms(fields: dict[str, Any], batch: Preconditions) -> Preconditions:
    """An item's own command id and version; without an id, one derived from the batch's."""
    given = fields.pop("command_id", None)
    if_match = fields.pop("if_match", None)
    if if_match is not None and (not isinstance(if_match, int) or isinstance(if_match, bool)):
        raise BadHeader(
            name="if_match",
            value=if_match,
            expected_zh="整数版本号",
            expected_en="an integer version",
        )
    derived = uuid.uuid5(batch.command_id, str(fields.get("id")))
    command_id = uuid_of(given, name="command_id") if given is not None else derived
    return Preconditions(command_id, if_match, batch.expires, batch.wait_seconds, batch.trace)


def _batch_items(body: bytes) -> list[Mapping[str, Any]]:
    parsed = canonical.parse(body)  # as strictly as a single command: nothing is lost in reading
    items = parsed.get("items") if isinstance(parsed, dict) else None
    if (
        not isinstance(items, list)
        or not 1 <= len(items) <= BATCH_ITEMS_MAX
        or set(parsed) != {"items"}
    ):
        raise BadHeader(
            name="body",
            value="items",
            expected_zh=f'{{"items":[…]}},1至{BATCH_ITEMS_MAX}项',
            expected_en=f'{{"items":[…]}} with 1 to {BATCH_ITEMS_MAX} objects',
        )
    if not all(isinstance(item, dict) for item in items):
        raise BadHeader(
            name="items", value="…", expected_zh="每项为对象", expected_en="an object for each item"
        )
    return items


async def body_of(request: Request, limit: int) -> bytes:
    """The request's body, refused as soon as it is known to be too long."""
    if int(request.headers.get("content-length") or 0) > limit:
        raise BodyTooLarge(limit=limit)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise BodyTooLarge(limit=limit)
    return bytes(body)


async def await_outcome(
    services: Services, record: CommandRecord, wait_seconds: float
) -> OutcomeRecord | None:
    """The outcome once it is counted, or None when it takes longer than the client wants to wait."""
    future = asyncio.wrap_future(services.submit(record))
    done, _ = await asyncio.wait({future}, timeout=wait_seconds)
    return future.result() if done else None


def _undecided(record: CommandRecord) -> Response:
    location = f"/v1/{record.jurisdiction}/commands/{record.id}"
    body = {"command_id": str(record.id), "stream": record.target}
    return Json(body, status_code=202, headers={"Location": location})


def _decided(
    services: Services, route: Route, record: CommandRecord, outcome: OutcomeRecord
) -> Response:
    if outcome.status != "accepted":
        return problems.respond(problem_of(record, outcome))
    _, _, action = route
    opened = action.target == "new"
    headers = {}
    if opened:
        headers["Location"] = location_of(record.jurisdiction, record.target)
    if knows_version(record, opened=opened):
        headers["ETag"] = f'"{outcome.version}"'
    return Json(
        _accepted(services, record, outcome), status_code=201 if opened else 200, headers=headers
    )


def knows_version(record: CommandRecord, *, opened: bool) -> bool:
    """Whether the version after a command tells its sender nothing new: they knew the one before.

    That of a stream they opened, or the one they named in If-Match, which the writer lets only readers
    of the matter do. It would tell anybody else how much happened inside.
    """
    return opened or record.if_match is not None


def location_of(jurisdiction: JurisdictionCode, stream: StreamId) -> str:
    """Where a stream is read: ``/v1/linyi/leads/{id}``."""
    family, _, identifier = stream.partition("/")
    return f"/v1/{jurisdiction}/{catalogue.FAMILY[family].collection}/{identifier}"


def _accepted(services: Services, record: CommandRecord, outcome: OutcomeRecord) -> dict[str, Any]:
    return {
        "command_id": str(record.id),
        "stream": record.target,
        "token": services.tokens.seal(record.jurisdiction, outcome.last_position or 0),
        "events": outcome.events,
    }


def problem_of(record: CommandRecord, outcome: OutcomeRecord) -> dict[str, Any]:
    """The problem of a command that was rejected."""
    told = outcome.problem
    if told is None:
        raise Internal(incident=record.id)
    return problems.document(
        code=told.code,
        status=told.status,
        zh={"detail": told.detail_zh, "next": told.next_zh},
        en={"detail": told.detail_en, "next": told.next_en},
        details=dict(told.details) or None,
        command_id=str(record.id),
    )
