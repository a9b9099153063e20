"""Readings (知悉记录): who opened what."""

from typing import Final

from projections.projection import Projection
from projections.readings import lists, register

PROJECTION: Final = Projection(model=register.MODEL, lists=(lists.READINGS,))
