"""Re-examinations and reviews (复审复核): register, inbox, flows and lists."""

from typing import Final

from projections.projection import Projection
from projections.reexaminations import flows, inbox, lists, register

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=flows.HANDLERS,
    lists=(lists.REEXAMINATIONS, lists.REEXAMINATION_OUTCOMES),
)
