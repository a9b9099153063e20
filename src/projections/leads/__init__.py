"""Leads (问题线索): register, inbox, flows and lists."""

from typing import Final

from projections.leads import flows, inbox, lists, register
from projections.projection import Projection

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=flows.HANDLERS,
    lists=(
        lists.LEADS,
        lists.LEAD_STATUS,
        lists.LEAD_DUPLICATES,
        lists.LEAD_REPORTERS,
    ),
    status=lists.LEAD_STATUS,
)
