"""Pairings: the quarters of offices and groups, also those without any joint work."""

from typing import Final

from projections.pairings import inbox, lists, register
from projections.projection import Projection

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=inbox.ACTIVITIES.flows(),
    lists=(lists.PAIRINGS, lists.PAIRING_ACTIVITIES),
)
