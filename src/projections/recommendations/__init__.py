"""Recommendations (纪检监察建议): register, inbox, flows and lists."""

from typing import Final

from projections.projection import Projection
from projections.recommendations import flows, inbox, lists, register

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=flows.HANDLERS,
    lists=(
        lists.RECOMMENDATIONS,
        lists.RECOMMENDATION_STATUS,
        lists.RECOMMENDATION_APPROVALS,
        lists.RECOMMENDATION_CONSULTATIONS,
    ),
    status=lists.RECOMMENDATION_STATUS,
)
