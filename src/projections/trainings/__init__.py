"""Training sessions (培训): register, who came, inbox, lists and coverage."""

from typing import Final

from projections.projection import Projection
from projections.trainings import inbox, lists, register

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    lists=(
        lists.TRAININGS,
        lists.ATTENDANCES,
    ),
    coverages=(lists.COVERAGE,),
)
