"""Pooled stationings: register, who has what, how many have each unit, how much each person has."""

from typing import Final

from projections.pooled_stationings import inbox, lists, register
from projections.projection import Projection

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    lists=(
        lists.POOLED_STATIONINGS,
        lists.POOL_ASSIGNMENTS,
        lists.POOL_MATTERS,
        lists.POOL_UNITS,
        lists.POOL_WORKLOADS,
    ),
)
