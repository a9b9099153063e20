"""Guidance contact (指导联系): the map of links, the log of contacts, inbox, lists and coverage."""

from typing import Final

from projections.guidance_links import inbox, lists, register
from projections.projection import Projection

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    lists=(
        lists.GUIDANCE_LINKS,
        lists.GUIDANCE_CONTACTS,
    ),
    coverages=(lists.COVERAGE,),
)
