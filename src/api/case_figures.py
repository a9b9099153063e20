"""The read route for figures of cases: each with the list that it counts."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from api import openapi
from api.answers import Json
from api.asking import Ask
from domain.periods import CadencePeriod
from projections.queries.case_figures import CaseFigures, FiguresQuestion, case_figures

Period = Annotated[
    str, Query(description="A period: 2026-03, 2026-Q1, 2026-H1 or 2026.", max_length=16)
]
Source = Annotated[str | None, Query(description="Only what came from leads of this source.")]


def router() -> APIRouter:
    """``GET /v1/{jurisdiction}/case-figures``."""
    routes = APIRouter()
    routes.add_api_route(
        "/v1/{jurisdiction}/case-figures",
        _figures,
        methods=["GET"],
        tags=["case-figures"],
        summary="Figures of cases · 案件数据",
        operation_id="case-figures.count",
        response_class=Json,
        responses=openapi.query_responses(),
    )
    return routes


async def _figures(ask: Ask, period: Period, source: Source = None) -> Response:
    question = FiguresQuestion(period=CadencePeriod.parse(period), source=source, as_of=ask.as_of)
    found = await case_figures(ask.connection, ask.reader, question)
    return Json({"period": period, "source": source, **_shown(found, question)})


def _shown(found: CaseFigures, question: FiguresQuestion) -> dict[str, Any]:
    """Each figure with the list behind it: as many rows, or as many different persons in them."""
    first, last = question.period.first_day.isoformat(), question.period.last_day.isoformat()
    of_source = "" if question.source is None else f"&source={question.source}"
    decided = f"case-persons?decided_from={first}&decided_until={last}{of_source}"
    figures = (
        (
            "leads_received",
            ("受理线索", "leads received"),
            found.leads_received,
            f"leads?standing=true&received_from={first}&received_until={last}{of_source}",
        ),
        (
            "cases_filed",
            ("立案", "cases filed"),
            found.cases_filed,
            f"cases?standing=true&filed_from={first}&filed_until={last}{of_source}",
        ),
        (
            "persons_decided",
            ("作出处理", "persons decided on"),
            found.persons_decided,
            f"{decided}&standing=true",
        ),
        (
            "persons_sanctioned",
            ("处分人数", "different persons sanctioned"),
            found.persons_sanctioned,
            f"{decided}&counted=true",
        ),
    )
    return {
        "figures": [
            {"name": name, "zh": zh, "en": en, "value": value, "list": path}
            for name, (zh, en), value, path in figures
        ],
        "four_forms": [
            {"quarter": quarter, "four_forms": form, "persons": persons}
            for quarter, form, persons in found.four_forms
        ],
    }
