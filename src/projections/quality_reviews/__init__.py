"""Case quality reviews (案件质量评查): register, inbox, flows and lists."""

from typing import Final

from projections.projection import Projection
from projections.quality_reviews import flows, inbox, lists, register

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=flows.HANDLERS,
    lists=(
        lists.QUALITY_REVIEWS,
        lists.QUALITY_FINDINGS,
        lists.QUALITY_FAULTS,
    ),
)
