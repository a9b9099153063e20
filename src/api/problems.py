"""RFC 9457 problems: one shape for whatever refuses – domain, event log or this interface."""

import logging
import uuid
from collections.abc import Mapping
from typing import Any, Final

from fastapi import FastAPI, Request
from api.answers import Json
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api.errors import BadHeader, Internal, NotFound
from domain.errors import Explained

MEDIA_TYPE: Final = "application/problem+json"
TYPE_PREFIX: Final = "urn:guantong:problem:"
_log = logging.getLogger("guantong.api")

SCHEMA: Final[Mapping[str, Any]] = {
    "type": "object",
    "description": "RFC 9457 problem. `code` is stable; the sentences are for people.",
    "required": ["type", "status", "code", "title", "detail", "zh", "en"],
    "properties": {
        "type": {"type": "string", "examples": ["urn:guantong:problem:wrong_state"]},
        "status": {"type": "integer", "examples": [409]},
        "code": {"type": "string", "examples": ["wrong_state"]},
        "title": {"type": "string"},
        "detail": {"type": "string"},
        "zh": {"$ref": "#/components/schemas/Sentences"},
        "en": {"$ref": "#/components/schemas/Sentences"},
        "faults": {"type": "array", "items": {"type": "object"}},
        "command_id": {"type": "string", "format": "uuid"},
    },
}
SENTENCES_SCHEMA: Final[Mapping[str, Any]] = {
    "type": "object",
    "required": ["detail", "next"],
    "properties": {
        "detail": {"type": "string", "description": "What is wrong."},
        "next": {"type": "string", "description": "What to do next."},
    },
}


def problem(error: Explained, **more: object) -> dict[str, Any]:
    """The problem document of an error."""
    return document(
        code=error.code,
        status=int(error.status),
        zh={"detail": error.sentence_zh, "next": error.next_zh.format_map(_Known(error.details))},
        en={"detail": error.sentence_en, "next": error.next_en.format_map(_Known(error.details))},
        **more,
    )


def document(
    *, code: str, status: int, zh: Mapping[str, str], en: Mapping[str, str], **more: object
) -> dict[str, Any]:
    """A problem document from its parts; members without a value are left out."""
    body = {
        "type": TYPE_PREFIX + code,
        "status": status,
        "code": code,
        "title": code.replace("_", " "),
        "detail": en["detail"],
        "zh": dict(zh),
        "en": dict(en),
        **more,
    }
    return {name: value for name, value in body.items() if value is not None}


def respond(body: Mapping[str, Any], headers: Mapping[str, str] | None = None) -> Response:
    """The HTTP response of a problem document."""
    return Json(
        body, status_code=int(body["status"]), media_type=MEDIA_TYPE, headers=dict(headers or {})
    )


def install(app: FastAPI) -> None:
    """Render every error of ours, the framework's own, and whatever was not foreseen, in the one shape."""
    app.add_exception_handler(Explained, _explained)
    app.add_exception_handler(HTTPException, _framework)
    app.add_exception_handler(Exception, _unforeseen)


async def _explained(_request: Request, error: Exception) -> Response:
    assert isinstance(error, Explained)
    faults = getattr(error, "faults", None)
    return respond(problem(error, faults=faults), getattr(error, "headers", None))


async def _framework(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == NotFound.status:
        return respond(problem(NotFound(what=request.url.path)))
    refusal = BadHeader(
        name="method" if error.status_code == 405 else "request",
        value=request.method,
        expected_zh="接口文档所列的方法",
        expected_en="one of the methods that the API document lists",
    )
    return respond(problem(refusal) | {"status": error.status_code}, error.headers)


async def _unforeseen(request: Request, error: Exception) -> Response:
    incident = uuid.uuid4().hex[:12]
    _log.error("incident %s: %s %s", incident, request.method, request.url.path, exc_info=error)
    return respond(problem(Internal(incident=incident)))


class _Known(dict[str, str]):
    """Details for ``format_map``: an unknown name stays as it is written."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"
