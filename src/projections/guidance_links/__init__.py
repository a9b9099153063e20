"""Guidance contact (指导联系): the map of links, the log of contacts, lists and coverage."""

from typing import Final

from projections.guidance_links import lists, register
from projections.projection import Projection

PROJECTION: Final = Projection(
    model=register.MODEL,
    lists=(
        lists.GUIDANCE_LINKS,
        lists.GUIDANCE_CONTACTS,
    ),
    coverages=(lists.COVERAGE,),
)
