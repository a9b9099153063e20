"""The read route for what is in a person's hands: what a hand-over of work is drawn up from."""

import uuid

from fastapi import APIRouter
from starlette.responses import Response

from api import openapi
from api.answers import Json
from api.asking import Ask
from api.presenting import present
from domain.ids import PersonId, stream_id
from projections.queries.work_in_hand import work_in_hand


def router() -> APIRouter:
    """``GET /v1/{jurisdiction}/persons/{id}/work-in-hand``."""
    routes = APIRouter()
    routes.add_api_route(
        "/v1/{jurisdiction}/persons/{id}/work-in-hand",
        _work_in_hand,
        methods=["GET"],
        tags=["work-hand-overs"],
        summary="What is in a person's hands · 在手工作",
        operation_id="persons.work-in-hand",
        response_class=Json,
        responses=openapi.query_responses(),
    )
    return routes


async def _work_in_hand(ask: Ask, id: uuid.UUID) -> Response:  # noqa: A002 - the path parameter's name
    person = PersonId(stream_id("person", id))
    items = await work_in_hand(ask.connection, ask.reader, person, ask.as_of)
    return Json(await present(ask.connection, ask.reader.jurisdiction, items))
