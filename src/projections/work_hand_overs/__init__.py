"""Hand-overs of work (工作交接): lists, their items, who is to sign, and figures."""

from typing import Final

from projections.projection import Projection
from projections.work_hand_overs import figures, inbox, lists, register

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    lists=(lists.WORK_HAND_OVERS, lists.WORK_HAND_OVER_ITEMS, lists.WORK_LEFT),
    figures=figures.FIGURES,
)
