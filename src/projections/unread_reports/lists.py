"""The list of what went up unread."""

from typing import Final

from projections.queries.filters import STAGE
from projections.queries.listing import Listing
from projections.unread_reports import register

UNREAD_REPORTS: Final = Listing(
    "unread-reports",
    register.UNREAD_REPORTS,
    zh="属上级管辖未拆阅上报件",
    en="Reports of the level above, passed up unread",
    order=("received",),
    filters={"stage": STAGE},
)
