"""Secondments (以干代训、以案代训、以巡代训): register, appraisals, inbox, lists and coverage."""

from typing import Final

from projections.projection import Projection
from projections.secondments import inbox, lists, register

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    lists=(
        lists.SECONDMENTS,
        lists.APPRAISALS,
    ),
    coverages=(lists.COVERAGE,),
)
