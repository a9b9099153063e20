"""The lists of work reports."""

from typing import Final

from projections.queries.filters import STAGE
from projections.queries.listing import Filter, Listing
from projections.work_reports import register

WORK_REPORTS: Final = Listing(
    "work-reports",
    register.WORK_REPORTS,
    zh="工作报告",
    en="Work reports",
    order=("submitted",),
    filters={
        "reporter": Filter("t.reporter = {value}", zh="报告单位", en="reporter"),
        "period": Filter("t.period = {value}", zh="报告期", en="period"),
        "stage": STAGE,
    },
)
