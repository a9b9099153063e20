"""Complaints (检举控告): register, inbox, flows and lists."""

from typing import Final

from projections.complaints import flows, inbox, lists, register
from projections.projection import Projection

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=flows.HANDLERS,
    lists=(
        lists.COMPLAINTS,
        lists.COMPLAINT_REPORTERS,
    ),
)
