"""Duty matrices (职责清单): items, duties, shares and results, inbox, flows, figures of each matrix."""

from typing import Final

from projections.duty_matrices import figures, flows, inbox, lists, register
from projections.projection import Projection

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=flows.HANDLERS,
    lists=(
        lists.DUTY_MATRICES,
        lists.DUTY_ITEMS,
        lists.DUTIES,
        lists.DUTY_SHARES,
        lists.DUTY_RESULTS,
    ),
    figures=figures.FIGURES,
)
