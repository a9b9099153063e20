"""Daily supervision (日常监督): register, inbox, flows, lists and coverage."""

from typing import Final

from projections.daily_supervisions import flows, inbox, lists, register
from projections.projection import Projection

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=flows.HANDLERS,
    lists=(
        lists.DAILY_SUPERVISIONS,
        lists.SUPERVISION_FEEDBACK,
    ),
    coverages=(lists.COVERAGE,),
)
