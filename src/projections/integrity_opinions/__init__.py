"""Integrity opinions (廉政意见): register, inbox, flows and lists."""

from typing import Final

from projections.integrity_opinions import flows, inbox, lists, register
from projections.projection import Projection

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=flows.HANDLERS,
    lists=(lists.INTEGRITY_OPINIONS,),
)
