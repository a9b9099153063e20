"""Unified assessment (统一考核): register, points, grades, inbox, flows, lists and figures."""

from typing import Final

from projections.assessments import figures, flows, inbox, lists, register
from projections.projection import Projection

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=flows.HANDLERS,
    lists=(
        lists.ASSESSMENTS,
        lists.ASSESSMENT_POINTS,
        lists.ASSESSMENT_GRADES,
    ),
    figures=figures.FIGURES,
)
