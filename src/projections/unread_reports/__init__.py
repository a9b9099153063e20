"""Reports of the level above (属上级管辖件): the count of what went up unread, inbox and list."""

from typing import Final

from projections.projection import Projection
from projections.unread_reports import inbox, lists, register

PROJECTION: Final = Projection(
    model=register.MODEL, inbox=inbox.HANDLERS, lists=(lists.UNREAD_REPORTS,)
)
