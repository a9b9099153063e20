"""Consultations (会商): register, inbox, flows and lists."""

from typing import Final

from projections.consultations import flows, inbox, lists, register
from projections.projection import Projection

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=flows.HANDLERS,
    lists=(
        lists.CONSULTATIONS,
        lists.CONSULTATION_STATUS,
        lists.ACTION_ITEMS,
    ),
    status=lists.CONSULTATION_STATUS,
)
