"""The API document: bodies of commands from their dataclasses, examples from the catalogue."""

import datetime
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter

from api import problems
from api.files import MEDIA_TYPES, Kind
from api.presenting import NEVER_SHOWN
from domain import catalogue
from domain.model import Command
from domain.registry import Action
from projections.model import TEXT
from projections.queries.listing import Listing

_REFERENCE: Final = "#/components/schemas/{model}"

EXAMPLE_ID: Final = "0b7f6a52-6d0c-5d5e-9b5e-0d6f4f5a7a10"
_COLUMNS: Final[Mapping[str, Mapping[str, Any]]] = {
    TEXT: {"type": "string"},
    "bigint": {"type": "integer"},
    "boolean": {"type": "boolean"},
    "uuid": {"type": "string", "format": "uuid"},
    "date": {"type": "string", "format": "date"},
    "timestamptz": {"type": "string", "format": "date-time"},
    "text[]": {"type": "array", "items": {"type": "string"}},
    "jsonb": {},
}
_PERSONS: Final[Mapping[str, Any]] = {
    "type": "object",
    "description": "The names of registered persons in these rows, by id.",
    "additionalProperties": {"type": ["string", "null"]},
}

HEADERS: Final[list[dict[str, Any]]] = [
    {
        "name": "Idempotency-Key",
        "in": "header",
        "required": False,
        "schema": {"type": "string", "format": "uuid"},
        "description": "The command's id. Send the same again to retry safely: nothing is done twice.",
    },
    {
        "name": "If-Match",
        "in": "header",
        "required": False,
        "schema": {"type": "string"},
        "description": "ETag of the version the decision rests on; 412 if it has changed.",
    },
    {
        "name": "Prefer",
        "in": "header",
        "required": False,
        "schema": {"type": "string", "examples": ["wait=10"]},
        "description": "Seconds to wait for the decision (RFC 7240) before 202 is answered.",
    },
]

ACCEPTED: Final[Mapping[str, Any]] = {
    "type": "object",
    "required": ["command_id", "stream", "token", "events"],
    "properties": {
        "command_id": {"type": "string", "format": "uuid"},
        "stream": {"type": "string", "examples": ["lead/0b7f6a52-6d0c-5d5e-9b5e-0d6f4f5a7a10"]},
        "token": {
            "type": "string",
            "description": "Send as `Guantong-Position` with a GET to read your own write.",
        },
        "events": {"type": "integer", "description": "How many events the command caused."},
    },
}


def command_body(action: Action) -> dict[str, Any]:
    """The request body of one command, by reference, with the action's example."""
    name = _model(action.command)
    return {
        "parameters": HEADERS,
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {
                    "schema": {"$ref": _REFERENCE.format(model=name)},
                    "example": dict(action.example),
                }
            },
        },
    }


def add_body(action: Action, facts: Collection[str]) -> dict[str, Any]:
    """The body that attaches an upload: the command's, with ``upload`` in place of what was received."""
    schema = TypeAdapter(action.command).json_schema(ref_template=_in_room(action.command))
    properties = {k: v for k, v in schema["properties"].items() if k not in facts}
    told = {
        "type": "object",
        "additionalProperties": False,
        "required": ["upload", *(name for name in schema["required"] if name not in facts)],
        "properties": {
            "upload": {"type": "string", "description": "The `upload` of an uploaded file."},
            **properties,
        },
    }
    example = {"upload": "AZ…", **{k: v for k, v in action.example.items() if k not in facts}}
    content = {"application/json": {"schema": told, "example": example}}
    return {"parameters": HEADERS, "requestBody": {"required": True, "content": content}}


def file_body(kinds: Iterable[str]) -> dict[str, Any]:
    """A file as it is, of one of these media types."""
    file = {"schema": {"type": "string", "format": "binary"}}
    return {
        "parameters": HEADERS[:1],
        "requestBody": {"required": True, "content": dict.fromkeys(kinds, file)},
    }


def upload_responses() -> dict[int | str, dict[str, Any]]:
    """The answers to an upload."""
    told = {name: {"type": "string"} for name in ("attachment", "digest", "media_type", "upload")}
    properties = {
        **told,
        "size": {"type": "integer"},
        "expires": {"type": "string", "format": "date-time"},
    }
    received = {"type": "object", "required": sorted(properties), "properties": properties}
    problem = {problems.MEDIA_TYPE: {"schema": {"$ref": _REFERENCE.format(model="Problem")}}}
    refused = {
        410: "Its key was erased.",
        413: "Longer than this installation takes.",
        415: "Not a kind of file that is taken, or not what it says it is.",
        422: "Empty.",
    }
    return {
        201: {"description": "Received.", "content": {"application/json": {"schema": received}}},
        **query_responses(),
        **{status: {"description": text, "content": problem} for status, text in refused.items()},
    }


def file_responses() -> dict[int | str, dict[str, Any]]:
    """The answers to whoever reads a file."""
    problem = {problems.MEDIA_TYPE: {"schema": {"$ref": _REFERENCE.format(model="Problem")}}}
    file = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
    return {
        200: {"description": "The file, as its own media type.", "content": file},
        304: {"description": "The one you have."},
        **query_responses(),
        409: {"description": "Withdrawn meanwhile.", "content": problem},
        410: {"description": "Withdrawn, annulled or erased.", "content": problem},
        503: {"description": "Missing or altered in the store, or not now.", "content": problem},
    }


def batch_body(action: Action) -> dict[str, Any]:
    """The request body of a batch: each item names its stream; command id and version are optional."""
    name = _model(action.command)
    item = {
        "allOf": [
            {
                "type": "object",
                "required": ["id"],
                "properties": {
                    "id": {"type": "string", "format": "uuid"},
                    "command_id": {"type": "string", "format": "uuid"},
                    "if_match": {"type": "integer"},
                },
            },
            {"$ref": _REFERENCE.format(model=name)},
        ]
    }
    schema = {
        "type": "object",
        "required": ["items"],
        "properties": {"items": {"type": "array", "items": item}},
    }
    example = {"items": [{"id": EXAMPLE_ID, **action.example}]}
    return {
        "parameters": HEADERS,
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": schema, "example": example}},
        },
    }


def command_responses() -> dict[int | str, dict[str, Any]]:
    """The answers that every command route can give."""
    accepted = {"application/json": {"schema": {"$ref": _REFERENCE.format(model="Accepted")}}}
    problem = {problems.MEDIA_TYPE: {"schema": {"$ref": _REFERENCE.format(model="Problem")}}}
    texts = {
        200: "Decided: accepted.",
        201: "Decided: opened.",
        202: "Not decided yet; see Location.",
    }
    refused = {
        401: "Who are you?",
        403: "Not authorised.",
        404: "Not there, or not yours to know.",
        409: "Not possible in this state.",
        412: "Changed since you read it.",
        413: "Too large.",
        421: "The jurisdiction was moved to another installation.",
        422: "Cannot be right.",
        429: "Too many commands under way; see Retry-After.",
        503: "Not available now; retry with the same Idempotency-Key.",
    }
    answers: dict[int | str, dict[str, Any]] = {
        status: {"description": text, "content": accepted} for status, text in texts.items()
    }
    return answers | {
        status: {"description": text, "content": problem} for status, text in refused.items()
    }


def row_schema(listing: Listing) -> dict[str, Any]:
    """One row of a list: its columns, those worked out when asked, those beside it."""
    properties: dict[str, Any] = {"stream": {"type": "string"}}
    for column in listing.table.columns:
        if column.name in listing.columns and column.name not in NEVER_SHOWN:
            properties[column.name] = _nullable(_COLUMNS[column.sql_type], column.nullable)
    for name in listing.computed:
        kind = listing.computed_types.get(name, "bigint")
        properties[name] = _nullable(_COLUMNS[kind], nullable=True)
    for beside in listing.beside:
        known = {column.name: column for column in beside.listing.table.columns}
        for name, theirs in beside.columns.items():
            properties[name] = _nullable(_COLUMNS[known[theirs].sql_type], nullable=True)
    return {"type": "object", "properties": properties}


def _nullable(schema: Mapping[str, Any], nullable: bool) -> dict[str, Any]:
    if not nullable or "type" not in schema:
        return dict(schema)
    return {**schema, "type": [schema["type"], "null"]}


EVENT: Final[Mapping[str, Any]] = {
    "token": {"type": "string", "description": "Opaque; sent as Last-Event-ID or `as_of`."},
    "zh": {"type": "string", "description": "The event as a sentence."},
    "en": {"type": "string", "description": "The event as a sentence."},
}
"""What an event has beside the columns of its row."""


def rows_response(
    listing: Listing, *, one: bool, events: bool, forms: Collection[Kind]
) -> dict[int | str, dict[str, Any]]:
    """A page of a list, or ``one`` row of it; ``events`` are told as sentences too.

    ``forms``: the files that it comes as too, with a title for each property of a row.
    """
    row = row_schema(listing)
    row["properties"] |= EVENT if events else {}
    if one:
        row["properties"] |= {"persons": _PERSONS, "version": {"type": "integer"}}
        schema = row
    else:
        after = {"type": ["string", "null"], "description": "Cursor of the next page (`after`)."}
        items = {"type": "array", "items": row}
        schema = {
            "type": "object",
            "required": ["items", "persons", "next"],
            "properties": {"items": items, "persons": _PERSONS, "next": after},
        }
    content: dict[str, Any] = {"application/json": {"schema": schema}}
    for form in forms:
        content[MEDIA_TYPES[form]] = {"schema": {"type": "string", "format": "binary"}}
    answers: dict[int | str, dict[str, Any]] = {
        200: {"description": listing.en, "content": content}
    }
    if "docx" in forms and not one:
        refused = "More matters than one document takes."
        problem = {problems.MEDIA_TYPE: {"schema": {"$ref": _REFERENCE.format(model="Problem")}}}
        answers[422] = {"description": refused, "content": problem}
    return answers


def query_responses() -> dict[int | str, dict[str, Any]]:
    """The answers that every read route can give beside its rows."""
    problem = {problems.MEDIA_TYPE: {"schema": {"$ref": _REFERENCE.format(model="Problem")}}}
    refused = {
        400: "A parameter cannot be read.",
        401: "Who are you?",
        403: "Token of another jurisdiction.",
        404: "Not there, or not yours to know.",
        503: "Not reached yet, or parked.",
    }
    return {status: {"description": text, "content": problem} for status, text in refused.items()}


def filter_parameters(listing: Listing) -> list[dict[str, Any]]:
    """The filters of a list as query parameters."""
    kinds: dict[type, dict[str, str]] = {
        int: {"type": "integer"},
        bool: {"type": "boolean"},
        datetime.date: {"type": "string", "format": "date"},
    }
    return [
        {
            "name": name,
            "in": "query",
            "required": False,
            "schema": kinds.get(chosen.kind, {"type": "string"}),
            "description": f"{chosen.en} · {chosen.zh}",
        }
        for name, chosen in listing.filters.items()
    ]


def document(app: FastAPI) -> dict[str, Any]:
    """The whole OpenAPI document, made once."""
    if app.openapi_schema is None:
        made = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes
        )
        schemas = made.setdefault("components", {}).setdefault("schemas", {})
        schemas.update(command_schemas())
        schemas.update(
            Accepted=ACCEPTED, Problem=problems.SCHEMA, Sentences=problems.SENTENCES_SCHEMA
        )
        app.openapi_schema = made
    return app.openapi_schema


def command_schemas() -> dict[str, Any]:
    """The bodies of all commands and what they are made of, by the names that routes refer to.

    Several families have commands and values of one name: each stands under its family's room.
    """
    schemas: dict[str, Any] = {}
    for _, action in catalogue.ACTIONS.values():
        if action.internal:
            continue
        room = _room(action.command)
        schema = TypeAdapter(action.command).json_schema(ref_template=_in_room(action.command))
        inner = schema.pop("$defs", {})
        schemas.update({f"{room}.{name}": each for name, each in inner.items()})
        schemas[_model(action.command)] = schema
    return schemas


def _in_room(command: type[Command]) -> str:
    """Where the schemas are that a command's schema refers to."""
    return _REFERENCE.format(model=f"{_room(command)}.{{model}}")


def _model(command: type[Command]) -> str:
    """The name of a command's schema."""
    return f"{_room(command)}.{command.__name__}"


def _room(command: type[Command]) -> str:
    return command.__module__.split(".")[1]
