"""Bulletins on case quality (案件质量通报): they go as their notices, running matters wait for themselves."""

from typing import Final

from projections.projection import Projection
from projections.quality_bulletins import inbox, lists, register

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    lists=(
        lists.QUALITY_BULLETINS,
        lists.QUALITY_BULLETIN_CASES,
        lists.QUALITY_BULLETIN_RUNNING,
        lists.QUALITY_BULLETIN_ITEMS,
    ),
)
