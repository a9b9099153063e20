"""Visits to groups (四心悦组访): register, concerns, inbox, flows, lists and coverage."""

from typing import Final

from projections.projection import Projection
from projections.visits import flows, inbox, lists, register

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=flows.HANDLERS,
    lists=(
        lists.VISITS,
        lists.CONCERNS,
    ),
    coverages=(lists.COVERAGE,),
)
