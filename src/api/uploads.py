"""Uploads: the bytes first, then the command that attaches them.

``POST /v1/{jurisdiction}/attachments?matter=…`` takes a file as it is, in pieces, and answers with what was
received and an ``upload`` token; ``POST /v1/{jurisdiction}/{collection}/{id}/attachments/add`` attaches it
to its matter by that token. What is never attached belongs to nothing, and is swept away after a time.
"""

import asyncio
import datetime
from dataclasses import asdict
from typing import Annotated, Any, Final

import orjson
from fastapi import APIRouter, Depends, Query, Request
from psycopg.rows import dict_row
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from api import openapi
from api.answers import Json
from api.commands import BODY_BYTES_MAX, body_of, matter_of, submit
from api.dependencies import Services, identity_of, services_of
from api.errors import BadHeader, NotFound, UploadBroken
from api.identity import Identity
from api.preconditions import preconditions
from domain import catalogue
from domain.ids import StreamId, derived_id, is_stream_id, stream_id
from domain.registry import Action, Family
from eventlog import canonical
from eventlog.attachments.chunks import CHUNK_BYTES
from eventlog.attachments.errors import AttachmentTooLarge
from eventlog.attachments.media_types import MEDIA_TYPES, media_type
from eventlog.attachments.receiving import Receiving, Reference
from projections.queries.listing import Question, page
from projections.queries.listings import HISTORY
from projections.queries.reader import Reader

HOURS: Final = 24
"""An upload may be attached for so long."""
_PURPOSE: Final = "upload"
_FACTS: Final = ("digest", "size", "media_type", "stored", "sealing", "attachment")
"""What the service knows of a file, and nobody says."""

Matter = Annotated[str, Query(description="The stream the file belongs to: `lead/…`.")]


def router() -> APIRouter:
    """The routes of uploads."""
    routes = APIRouter(tags=["attachments"])
    routes.add_api_route(
        "/v1/{jurisdiction}/attachments",
        upload,
        methods=["POST"],
        status_code=201,
        response_class=Json,
        summary="upload a file · 上传文件",
        operation_id="attachment.upload",
        openapi_extra=openapi.file_body(MEDIA_TYPES),
        responses=openapi.upload_responses(),
    )
    family, action = _adding()
    routes.add_api_route(
        "/v1/{jurisdiction}/{collection}/{id}/attachments/add",
        add,
        methods=["POST"],
        summary=f"{action.en} · {action.zh}",
        description=(action.command.__doc__ or "").strip(),
        operation_id=f"{family.name}.{action.name}",
        openapi_extra=openapi.add_body(action, _FACTS),
        responses=openapi.command_responses(),
    )
    return routes


async def upload(
    request: Request,
    matter: Matter,
    identity: Annotated[Identity, Depends(identity_of)],
    services: Annotated[Services, Depends(services_of)],
) -> Response:
    """Take a file for a matter that the sender knows of; nothing of it is kept in the clear.

    ``Idempotency-Key`` makes it the same upload when it is sent again.
    """
    kind = media_type(request.headers.get("content-type", ""))
    most = services.settings.attachment_bytes_max
    if int(request.headers.get("content-length") or 0) > most:
        raise AttachmentTooLarge(most=most)
    source = services.source_of(identity.jurisdiction)
    await _require_known(services, identity, matter)
    key = preconditions(request.headers).command_id
    name = stream_id("attachment", derived_id(identity.jurisdiction, identity.person, key))
    with Receiving(services.settings.spool, kind, most=most) as receiving:
        await _take_all(request, receiving)
        async with services.putting:
            reference = await asyncio.to_thread(
                receiving.put, services.store, services.intake.vault, source=source, attachment=name
            )
    return Json(_told(services, identity, matter, reference), status_code=201)


async def _take_all(request: Request, receiving: Receiving) -> None:
    """The whole body, a chunk at a time beside the event loop."""
    pending = bytearray()
    try:
        async for data in request.stream():
            pending += data
            if len(pending) >= CHUNK_BYTES:
                await asyncio.to_thread(receiving.take, bytes(pending))
                pending.clear()
    except ClientDisconnect as error:
        raise UploadBroken from error
    await asyncio.to_thread(receiving.take, bytes(pending))


async def _require_known(services: Services, identity: Identity, matter: str) -> None:
    """`NotFound` unless something of the matter may be read; the writer decides when it is attached."""
    if not is_stream_id(matter):
        raise BadHeader(
            name="matter",
            value=matter[:80],
            expected_zh="事项编号",
            expected_en="the id of a stream",
        )
    reader = Reader(identity.jurisdiction, identity.person, identity.party)
    question = Question(filters={"matter": matter}, limit=1)
    async with services.pool.connection() as connection:
        connection.row_factory = dict_row
        found = await page(connection, HISTORY, reader, question)
    if not found.rows:
        raise NotFound(what=matter)


def _told(
    services: Services, identity: Identity, matter: str, reference: Reference
) -> dict[str, Any]:
    expires = datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=HOURS)
    sealed = [
        _PURPOSE,
        identity.person,
        identity.party,
        matter,
        int(expires.timestamp()),
        asdict(reference),
    ]
    token = services.tokens.seal(identity.jurisdiction, 0, extra=orjson.dumps(sealed))
    return {
        "attachment": reference.attachment,
        "digest": reference.digest,
        "size": reference.size,
        "media_type": reference.media_type,
        "upload": token,
        "expires": expires.isoformat(timespec="seconds"),
    }


async def add(
    request: Request,
    jurisdiction: str,
    matter: Annotated[StreamId, Depends(matter_of)],
    identity: Annotated[Identity, Depends(identity_of)],
    services: Annotated[Services, Depends(services_of)],
) -> Response:
    """Attach an upload: the body is the command, with ``upload`` in place of what was received."""
    body = canonical.parse(await body_of(request, BODY_BYTES_MAX))
    fields = dict(body) if isinstance(body, dict) else {}
    named = next((name for name in _FACTS if name in fields), None)
    if named is not None:
        raise BadHeader(
            name=named,
            value=fields[named],
            expected_zh="不填,由 upload 确定",
            expected_en="nothing: the upload says it",
        )
    reference = _uploaded(services, identity, matter, str(fields.pop("upload", "")))
    await asyncio.to_thread(services.store.size, reference.stored)  # it is there still
    family, action = _adding()
    return await submit(
        services,
        identity,
        (jurisdiction, family, action),
        {**fields, **asdict(reference)},
        matter,
        preconditions(request.headers),
    )


def _uploaded(services: Services, identity: Identity, matter: StreamId, token: str) -> Reference:
    """What the token of an upload is for: the same person's, party's and matter's, not too long ago."""
    _, extra = services.tokens.open(identity.jurisdiction, token, name="upload")
    said = orjson.loads(extra or b"[]")
    expected = [_PURPOSE, identity.person, identity.party, matter]
    now = datetime.datetime.now(datetime.UTC).timestamp()
    if said[:4] != expected or said[4] < now:
        raise BadHeader(
            name="upload",
            value=token[:80],
            expected_zh=f"本人为该事项上传后{HOURS}小时内的令牌",
            expected_en=f"the token of your own upload for this matter, within {HOURS} hours",
        )
    return Reference(**said[5])


def _adding() -> tuple[Family, Action]:
    return catalogue.ACTIONS["guantong.attachment.add"]
