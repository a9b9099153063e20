"""Cadre appraisals (干部年度考核): register, inbox, flows and lists."""

from typing import Final

from projections.cadre_appraisals import flows, inbox, lists, register
from projections.projection import Projection

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=flows.HANDLERS,
    lists=(
        lists.CADRE_APPRAISALS,
        lists.CADRE_APPRAISAL_VIEWS,
        lists.CADRE_APPRAISAL_PROPOSALS,
    ),
)
