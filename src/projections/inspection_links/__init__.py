"""Inspection links: register, what is done together, leads passed, problems for the report."""

from typing import Final

from projections.inspection_links import flows, inbox, lists, register
from projections.projection import Projection

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=flows.HANDLERS,
    lists=(
        lists.INSPECTION_LINKS,
        lists.INSPECTION_STEPS,
        lists.PASSED_LEADS,
        lists.INSPECTION_PROBLEMS,
    ),
)
