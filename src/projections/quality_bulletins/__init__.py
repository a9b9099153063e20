"""Bulletins on case quality (案件质量通报): register and lists; they wait and go as their notices."""

from typing import Final

from projections.projection import Projection
from projections.quality_bulletins import lists, register

PROJECTION: Final = Projection(
    model=register.MODEL,
    lists=(
        lists.QUALITY_BULLETINS,
        lists.QUALITY_BULLETIN_CASES,
        lists.QUALITY_BULLETIN_ITEMS,
    ),
)
