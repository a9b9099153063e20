"""The read routes for what a figure counts: for who assesses a body, and for whom a report was handed in.

They read nothing else of it.
"""

import uuid
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final

from fastapi import APIRouter, Query
from starlette.responses import Response

from api import openapi
from api.answers import Json
from api.asking import Ask, Asked
from api.errors import NotFound
from domain.ids import StreamId, stream_id
from domain.scheme_assessments import Count
from domain.scheme_reports import ReportCount
from projections.assessments.figures import EVIDENCE, FIGURES
from projections.assessments.lists import ASSESSMENTS
from projections.queries.evidence import evidence
from projections.queries.figures import Figure, Figures
from projections.queries.listing import Question, page
from projections.queries.listings import FIGURES as OF_COLLECTIONS
from projections.work_reports.lists import WORK_REPORTS

_BY_NAME: Final = {figure.name: figure for figure in FIGURES}
_OF_REPORTS: Final = OF_COLLECTIONS[WORK_REPORTS.path]


def router() -> APIRouter:
    """``GET /v1/{jurisdiction}/assessments/{id}/evidence?figure=…``, and of a work report."""
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
    routes.add_api_route(
        "/v1/{jurisdiction}/work-reports/{id}/evidence",
        _of_report,
        methods=["GET"],
        tags=["work-reports"],
        summary="What a figure of a report counts · 报告数据核对",
        operation_id="work-reports.evidence",
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
    chosen = _BY_NAME[figure]
    return await shown_evidence(ask, chosen, rows[0], by=rows[0]["body"], shown=EVIDENCE)


async def _of_report(
    ask: Ask,
    id: uuid.UUID,  # noqa: A002 - the path parameter's name
    figure: Annotated[ReportCount, Query(description="The figure, by its name.")],
) -> Response:
    stream = stream_id("work_report", id)
    question = Question(as_of=ask.as_of, stream=stream, limit=1)
    rows = (await page(ask.connection, WORK_REPORTS, ask.reader, question)).rows
    return await told_evidence(ask, _OF_REPORTS, rows, figure, of=stream)


async def told_evidence(
    ask: Asked, figures: Figures, rows: Sequence[Mapping[str, Any]], name: str, *, of: StreamId
) -> Response:
    """What a figure counts that the matter in ``rows`` told, for who told it and whom it was told.

    ``rows`` is its one row, or none. Raises `NotFound`.
    """
    by = figures.on_behalf(rows[0], ask.reader) if rows else None
    found = [each for row in rows for each in figures.asked(row) if each.name == name]
    if by is None or figures.reported is None or not found:
        raise NotFound(what=of)
    return await shown_evidence(ask, found[0], rows[0], by=by, shown=figures.reported.shown)


async def shown_evidence(
    ask: Asked,
    figure: Figure,
    matter: Mapping[str, Any],
    *,
    by: str,
    shown: Mapping[str, tuple[str, ...]],
) -> Response:
    """What a figure counts, as the party counts it by whom it was told; of each thing what is ``shown``."""
    items = await evidence(
        ask.connection,
        figure,
        ask.reader,
        matter=matter,
        by=by,
        shown=shown[figure.listing.path],
        as_of=ask.as_of,
    )
    told = {"figure": figure.name, "zh": figure.zh, "en": figure.en, "value": len(items)}
    return Json({**told, "items": items})
