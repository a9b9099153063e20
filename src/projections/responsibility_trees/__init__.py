"""Responsibility passed down (层层传导压力): trees, the lists in them, inbox and flows."""

from typing import Final

from projections.projection import Projection
from projections.responsibility_trees import flows, inbox, lists, register

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=flows.HANDLERS,
    lists=(
        lists.RESPONSIBILITY_TREES,
        lists.RESPONSIBILITY_LISTS,
    ),
    coverages=(lists.COVERAGE,),
)
