"""Read routes for coverage: who had how much of something in a period, and who had none of it."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from api import openapi
from api.answers import Json
from api.asking import Ask
from api.presenting import present
from domain.periods import CadencePeriod
from projections.families import PROJECTIONS
from projections.queries.coverage import Coverage, CoverageQuestion, covered

Period = Annotated[
    str, Query(description="A period: 2026-03, 2026-Q1, 2026-H1 or 2026.", max_length=16)
]
Gaps = Annotated[bool, Query(description="Only what was not covered at all.")]


def router() -> APIRouter:
    """One route for each coverage that a family shows."""
    routes = APIRouter()
    for coverage in (each for projection in PROJECTIONS for each in projection.coverages):
        routes.add_api_route(
            f"/v1/{{jurisdiction}}/{coverage.path}",
            _counting(coverage),
            methods=["GET"],
            tags=[coverage.path],
            summary=f"{coverage.en} · {coverage.zh}",
            operation_id=f"{coverage.path}.count",
            response_class=Json,
            responses=openapi.query_responses(),
        )
    return routes


def _counting(coverage: Coverage) -> Any:
    async def endpoint(ask: Ask, period: Period, gaps: Gaps = False) -> Response:
        question = CoverageQuestion(period=CadencePeriod.parse(period), gaps=gaps, as_of=ask.as_of)
        rows = await covered(ask.connection, coverage, ask.reader, question)
        body = await present(ask.connection, ask.reader.jurisdiction, rows)
        return Json({**body, "period": period})

    return endpoint
