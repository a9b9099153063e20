"""The read route for what a declared figure counts: for the assessor, who reads nothing else of it."""

import uuid
from typing import Annotated, Final

from fastapi import APIRouter, Query
from starlette.responses import Response

from api import openapi
from api.answers import Json
from api.errors import NotFound
from api.queries import Ask
from domain.ids import stream_id
from domain.scheme_assessments import Count
from projections.assessments.figures import FIGURES
from projections.assessments.lists import ASSESSMENTS
from projections.queries.evidence import evidence
from projections.queries.listing import Question, page

_BY_NAME: Final = {figure.name: figure for figure in FIGURES}


def router() -> APIRouter:
    """``GET /v1/{jurisdiction}/assessments/{id}/evidence?figure=…``."""
    routes = APIRouter()
    routes.add_api_route(
        "/v1/{jurisdiction}/assessments/{id}/evidence",
        _evidence,
        methods=["GET"],
        tags=["assessments"],
        summary="What a declared figure counts · 考核数据核对",
        operation_id="assessments.evidence",
        response_class=Json,
        responses=openapi.query_responses(),
    )
    return routes


async def _evidence(
    ask: Ask,
    id: uuid.UUID,  # noqa: A002 - the path parameter's name
    figure: Annotated[Count, Query(description="The figure, by its name.")],
) -> Response:
    stream = stream_id("assessment", id)
    question = Question(as_of=ask.as_of, stream=stream, limit=1)
    rows = (await page(ask.connection, ASSESSMENTS, ask.reader, question)).rows
    if not rows or rows[0]["assessor"] != ask.reader.party or rows[0]["declared"] is None:
        raise NotFound(what=stream)
    (row,), chosen = rows, _BY_NAME[figure]
    items = await evidence(ask.connection, chosen, ask.reader, assessment=row, as_of=ask.as_of)
    told = {"figure": figure, "zh": chosen.zh, "en": chosen.en, "value": len(items)}
    return Json({**told, "items": items})
