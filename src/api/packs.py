"""The pack of an analysis meeting: what it told of each body, what is counted now, and what that counts."""

import uuid
from typing import Annotated, Any, Final

from fastapi import APIRouter, Query
from starlette.responses import Response

from api import openapi
from api.answers import Json
from api.asking import Ask, Asked
from api.errors import NotFound
from api.evidence import told_evidence
from api.queries import shown_figure
from domain.ids import stream_id
from domain.scheme_reports import ReportCount
from projections.consultations.lists import CONSULTATION_PACKS
from projections.queries.figures import Figures, Reported
from projections.queries.listing import Question, page
from projections.work_reports.figures import EVIDENCE, FIGURES

_OF_PACKS: Final = Figures(
    of=CONSULTATION_PACKS,
    figures=FIGURES,
    reported=Reported(values="figures", by="reporter", to="convener", shown=EVIDENCE),
)
BODIES_MAX: Final = 200


def router() -> APIRouter:
    """``GET /v1/{jurisdiction}/consultations/{id}/pack`` and ``…/pack/evidence?party=…&figure=…``."""
    routes = APIRouter(tags=["consultations"])
    for path, endpoint, name, summary in (
        ("pack", _pack, "pack", "The pack of an analysis meeting · 会议材料"),
        ("pack/evidence", _evidence, "evidence", "What a figure of the pack counts · 材料数据核对"),
    ):
        routes.add_api_route(
            f"/v1/{{jurisdiction}}/consultations/{{id}}/{path}",
            endpoint,
            methods=["GET"],
            summary=summary,
            operation_id=f"consultations.pack.{name}",
            response_class=Json,
            responses=openapi.query_responses(),
        )
    return routes


async def _pack(
    ask: Ask,
    id: uuid.UUID,  # noqa: A002 - the path parameter's name
) -> Response:
    rows = await _rows(ask, id)
    bodies = [
        {
            "party": row["reporter"],
            "figures": [
                await shown_figure(ask, _OF_PACKS, figure, row) for figure in _OF_PACKS.asked(row)
            ],
        }
        for row in rows
    ]
    about = {name: str(rows[0][name]) for name in ("period", "begins", "ends", "issued")}
    return Json({**about, "bodies": bodies})


async def _evidence(
    ask: Ask,
    id: uuid.UUID,  # noqa: A002 - the path parameter's name
    party: Annotated[str, Query(description="The body, by its code.")],
    figure: Annotated[ReportCount, Query(description="The figure, by its name.")],
) -> Response:
    rows = [row for row in await _rows(ask, id) if row["reporter"] == party]
    return await told_evidence(ask, _OF_PACKS, rows, figure, of=stream_id("consultation", id))


async def _rows(ask: Asked, identifier: uuid.UUID) -> list[dict[str, Any]]:
    """What the pack told of each body. Raises `NotFound` where none was issued, or not to the reader."""
    stream = stream_id("consultation", identifier)
    question = Question(as_of=ask.as_of, stream=stream, limit=BODIES_MAX)
    rows = (await page(ask.connection, CONSULTATION_PACKS, ask.reader, question)).rows
    if not rows:
        raise NotFound(what=stream)
    return list(rows)
