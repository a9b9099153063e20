"""Rectification items (整改事项): register, inbox, flows and lists."""

from typing import Final

from projections.projection import Projection
from projections.rectifications import flows, inbox, lists, register

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=flows.HANDLERS,
    lists=(
        lists.RECTIFICATIONS,
        lists.RECTIFICATION_STATUS,
        lists.RECTIFICATION_ORIGINS,
    ),
    status=lists.RECTIFICATION_STATUS,
)
