"""Integrity plans (四廉共育): register, activities, inbox, flows, lists and coverages."""

from typing import Final

from projections.integrity_plans import flows, inbox, lists, register
from projections.projection import Projection

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=flows.HANDLERS,
    lists=(lists.INTEGRITY_PLANS, lists.INTEGRITY_ACTIVITIES),
    coverages=(lists.PLANNED, lists.REVIEWED),
)
