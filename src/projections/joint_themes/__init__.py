"""Joint themes (五同): register, records, problems, results, inbox, flows, lists and coverage."""

from typing import Final

from projections.joint_themes import flows, inbox, lists, register
from projections.projection import Projection

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=flows.HANDLERS,
    lists=(
        lists.JOINT_THEMES,
        lists.JOINT_THEME_RECORDS,
        lists.JOINT_THEME_PROBLEMS,
        lists.JOINT_THEME_RESULTS,
    ),
    coverages=(lists.COVERAGE,),
)
