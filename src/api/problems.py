"""RFC 9457 problems: one shape for whatever refuses – domain, event log or this interface."""

import logging
import tomllib
import uuid
from collections.abc import Mapping
from dataclasses import asdict
from importlib.resources import files
from typing import Any, Final, cast

import psycopg
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from kafka.errors import KafkaError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api.answers import Json
from api.errors import BadHeader, Internal, NotFound, Unavailable
from domain.errors import Explained

MEDIA_TYPE: Final = "application/problem+json"
TYPE_PREFIX: Final = "urn:guantong:problem:"
_UNAVAILABLE: Final = 503
_log = logging.getLogger("guantong.api")

TITLES: Final[Mapping[str, str]] = tomllib.loads(
    files("api").joinpath("titles.toml").read_text("utf-8")
)
"""What each kind of problem is called in Chinese, by its code; a newer writer may tell of further ones."""

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
    "required": ["title", "detail", "next"],
    "properties": {
        "title": {"type": "string", "description": "What kind of problem it is."},
        "detail": {"type": "string", "description": "What is wrong."},
        "next": {"type": "string", "description": "What to do next."},
    },
}


def problem(error: Explained) -> dict[str, Any]:
    """The problem document of an error; ``faults`` names each place that is wrong."""
    faults = getattr(error, "faults", None)
    return document(
        code=error.code,
        status=int(error.status),
        zh={"detail": error.sentence_zh, "next": error.next_zh.format_map(_Known(error.details))},
        en={"detail": error.sentence_en, "next": error.next_en.format_map(_Known(error.details))},
        faults=None if faults is None else [asdict(fault) for fault in faults],
    )


def _headers(error: Explained) -> dict[str, str]:
    """The error's own headers; whoever may try again is told when (RFC 9110)."""
    headers = dict(getattr(error, "headers", {}))
    retry_after = error.details.get("retry_after")
    if retry_after is not None or error.status == _UNAVAILABLE:
        headers.setdefault("Retry-After", retry_after or "1")
    return headers


def document(
    *, code: str, status: int, zh: Mapping[str, str], en: Mapping[str, str], **more: object
) -> dict[str, Any]:
    """A problem document from its parts; members without a value are left out."""
    title = code.replace("_", " ")
    body = {
        "type": TYPE_PREFIX + code,
        "status": status,
        "code": code,
        "title": title,
        "detail": en["detail"],
        "zh": {"title": TITLES.get(code, title), **zh},
        "en": {"title": title, **en},
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
    app.add_exception_handler(RequestValidationError, _parameters)
    app.add_exception_handler(psycopg.OperationalError, _away)
    app.add_exception_handler(KafkaError, _away)
    app.add_exception_handler(Exception, _unforeseen)


async def _explained(_request: Request, error: Exception) -> Response:
    explained = cast("Explained", error)
    return respond(problem(explained), _headers(explained))


async def _framework(request: Request, error: Exception) -> Response:
    refused = cast("HTTPException", error)
    if refused.status_code == NotFound.status:
        return respond(problem(NotFound(what=request.url.path)))
    refusal = BadHeader(
        name="method" if refused.status_code == 405 else "request",
        value=request.method,
        expected_zh="接口文档所列的方法",
        expected_en="one of the methods that the API document lists",
    )
    return respond(problem(refusal) | {"status": refused.status_code}, refused.headers)


async def _parameters(_request: Request, error: Exception) -> Response:
    first = cast("RequestValidationError", error).errors()[0]
    refusal = BadHeader(
        name=str(first["loc"][-1]),
        value=str(first.get("input"))[:80],
        expected_zh=first["msg"],
        expected_en=first["msg"],
    )
    return respond(problem(refusal))


def unavailable(error: Exception) -> Unavailable:
    """What a client is told when a server behind this process is away."""
    service = "PostgreSQL" if isinstance(error, psycopg.Error) else "Kafka"
    _log.warning("%s is away: %s", service, error)
    return Unavailable(service=service)


async def _away(_request: Request, error: Exception) -> Response:
    away = unavailable(error)
    return respond(problem(away), _headers(away))


async def _unforeseen(request: Request, error: Exception) -> Response:
    incident = uuid.uuid4().hex[:12]
    _log.error("incident %s: %s %s", incident, request.method, request.url.path, exc_info=error)
    return respond(problem(Internal(incident=incident)))


class _Known(dict[str, str]):
    """Details for ``format_map``: an unknown name stays as it is written."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"
