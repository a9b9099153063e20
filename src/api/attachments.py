"""Attachments read: the record of one, and its file, served on record and proved, or not at all."""

import asyncio
import contextlib
import logging
from base64 import b64encode
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Annotated, Any, Final
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Request
from kafka.errors import KafkaError
from starlette.responses import Response, StreamingResponse

from api import openapi, problems
from api.answers import Json
from api.asking import Ask, Asked, AsOf, Reached, asked
from api.commands import await_outcome, problem_of
from api.dependencies import Services, identity_of, services_of
from api.errors import AttachmentGone, NotFound, ReadingNotRecorded
from api.identity import Identity
from api.metrics import ATTACHMENT_INCIDENTS
from api.preconditions import preconditions
from api.presenting import present
from domain import catalogue
from domain.errors import Explained
from domain.ids import JurisdictionCode, StreamId, stream_id
from eventlog.attachments.chunks import File
from eventlog.attachments.errors import AttachmentAltered, AttachmentMissing
from eventlog.attachments.media_types import MEDIA_TYPES
from eventlog.attachments.noting import fault_of, noted
from eventlog.attachments.serving import served
from eventlog.records import CommandRecord, OutcomeRecord
from projections.attachments.lists import ATTACHMENTS, FILES
from projections.queries.listing import Listing, Question, page

STANDING: Final = "standing"
NAME_LENGTH_MAX: Final = 60
"""Characters of a file's name: as bytes of Chinese they still fit where 255 do."""
_UNSAFE: Final = frozenset('/\\:*?"<>|')
_log = logging.getLogger("guantong.api")

IfNoneMatch = Annotated[str | None, Header(description="ETag of the file one has already.")]


def router() -> APIRouter:
    """``GET /v1/{jurisdiction}/attachments/{id}`` and ``…/content``."""
    routes = APIRouter(tags=["attachments"])
    routes.add_api_route(
        "/v1/{jurisdiction}/attachments/{id}",
        one,
        methods=["GET"],
        response_class=Json,
        summary="One attachment · 附件",
        operation_id="attachments.get",
        responses={
            **openapi.query_responses(),
            **openapi.rows_response(ATTACHMENTS, one=True, events=False, forms=()),
        },
    )
    routes.add_api_route(
        "/v1/{jurisdiction}/attachments/{id}/content",
        content,
        methods=["GET"],
        response_class=StreamingResponse,
        summary="The file of an attachment; reading it is put on record · 附件内容",
        operation_id="attachments.content",
        responses=openapi.file_responses(),
    )
    return routes


async def one(ask: Ask, id: UUID) -> Response:  # noqa: A002 - the path parameter's name
    """The record of an attachment, for whoever reads that part of its matter."""
    rows = await _rows(ask, id, ATTACHMENTS)
    shown = await present(ask.connection, ask.reader.jurisdiction, rows)
    return Json({**shown["items"][0], "persons": shown["persons"]})


async def content(
    request: Request,
    id: UUID,  # noqa: A002 - the path parameter's name
    identity: Annotated[Identity, Depends(identity_of)],
    services: Annotated[Services, Depends(services_of)],
    as_of: AsOf = None,
    reached: Reached = None,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """The file, in the clear. Read on record: first it is proved, then recorded, then served."""
    async with _asking(identity, services, as_of, reached) as ask:
        rows = await _rows(ask, id, FILES)
        shown = await present(ask.connection, identity.jurisdiction, rows)
    row = shown["items"][0]
    if row["stage"] != STANDING:
        raise AttachmentGone(attachment=row["attachment"])
    etag = f'"{row["digest"]}"'
    if if_none_match is not None and etag in map(str.strip, if_none_match.split(",")):
        return Response(status_code=304, headers={"ETag": etag})
    chunks = await _proved(services, identity.jurisdiction, row)
    record, outcome = await _recorded(request, services, identity, row)
    if outcome.status != "accepted":
        return problems.respond(problem_of(record, outcome))
    sent = _sent(services, identity.jurisdiction, row, chunks)
    headers = {
        **_headers(row),
        "ETag": etag,
        "Content-Length": str(row["size"]),
        "Guantong-Position": services.tokens.seal(
            identity.jurisdiction, outcome.last_position or 0
        ),
    }
    return StreamingResponse(sent, media_type=row["media_type"], headers=headers)


_asking = contextlib.asynccontextmanager(asked)
"""One read request whose connection is given back before the file is sent."""


async def _rows(ask: Asked, identifier: UUID, listing: Listing) -> list[dict[str, Any]]:
    """The row of an attachment, alone. Raises `NotFound`."""
    filters = {"attachment": stream_id("attachment", identifier)}
    question = Question(filters=filters, as_of=ask.as_of, limit=1)
    found = await page(ask.connection, listing, ask.reader, question)
    if not found.rows:
        raise NotFound(what=filters["attachment"])
    return list(found.rows)


async def _proved(
    services: Services, code: JurisdictionCode, row: Mapping[str, Any]
) -> Iterator[bytes]:
    """The file, its beginning proved; damage is put on record, and raised."""
    file = File(
        source=services.source_of(code),
        attachment=row["attachment"],
        digest=row["digest"],
        size=row["size"],
    )
    try:
        return await asyncio.to_thread(
            served, services.store, services.intake.vault, file, stored=row["stored"]
        )
    except (AttachmentMissing, AttachmentAltered) as error:
        await asyncio.to_thread(note_damage, services, code, row, error)
        raise


async def _sent(
    services: Services, code: JurisdictionCode, row: Mapping[str, Any], chunks: Iterator[bytes]
) -> AsyncIterator[bytes]:
    """The rest of the file; where it turns out wrong the answer ends short, and that is on record."""
    try:
        while chunk := await asyncio.to_thread(next, chunks, b""):
            yield chunk
    except (AttachmentMissing, AttachmentAltered) as error:
        await asyncio.to_thread(note_damage, services, code, row, error)
        raise


async def _recorded(
    request: Request, services: Services, identity: Identity, row: Mapping[str, Any]
) -> tuple[CommandRecord, OutcomeRecord]:
    """Put the reading on record, and what the writer said. Raises `ReadingNotRecorded` if it said nothing."""
    family, action = catalogue.ACTIONS["guantong.reading.open_attachment"]
    terms = preconditions(request.headers)
    record = await services.prepare(
        identity,
        (identity.jurisdiction, family, action),
        {"matter": row["stream"], "attachment": row["attachment"]},
        target=None,
        terms=terms,
    )
    outcome = await await_outcome(services, record, terms.wait_seconds)
    if outcome is None:
        raise ReadingNotRecorded
    return record, outcome


def note_damage(
    services: Services, code: JurisdictionCode, row: Mapping[str, Any], error: Explained
) -> None:
    """Say in the log of the matter what is wrong with a file; once, until it is mended."""
    fault = fault_of(error)
    ATTACHMENT_INCIDENTS.labels(fault).inc()
    _log.error("%s of %s is %s in the store", row["attachment"], code, fault)
    if row["damage"] is not None:
        return
    place = code, services.source_of(code), StreamId(row["stream"])
    record = noted(services.intake, place, row["attachment"], damages=row["damages"], fault=fault)
    with contextlib.suppress(Explained, KafkaError):  # the next reader will say it again
        services.submit(record)


def _headers(row: Mapping[str, Any]) -> dict[str, str]:
    """A download of exactly its type, that nothing runs, keeps or shows elsewhere."""
    digest = b64encode(bytes.fromhex(row["digest"])).decode()
    return {
        "Content-Disposition": disposition(row["name"], row["media_type"]),
        "Repr-Digest": f"sha-256=:{digest}:",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "private, no-store",
        "Accept-Ranges": "none",
    }


def disposition(name: str | None, kind: str) -> str:
    """``Content-Disposition`` (RFC 6266, 8187): a name in whatever script, its suffix that of its type."""
    plain = f"attachment.{MEDIA_TYPES[kind].suffix}"
    shown = quote(file_name(name, kind), safe="")
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{shown}"


def file_name(name: str | None, kind: str) -> str:
    """What a file may be called on anybody's disk: one name, no path, with the suffix of its type."""
    suffix = MEDIA_TYPES[kind].suffix
    plain = "".join(each for each in name or "" if each.isprintable() and each not in _UNSAFE)
    plain = plain.strip(". ")[:NAME_LENGTH_MAX] or "attachment"
    return plain if plain.lower().endswith(f".{suffix}") else f"{plain}.{suffix}"
