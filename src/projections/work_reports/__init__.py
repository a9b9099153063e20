"""Work reports (工作报告): register, inbox, flows and lists."""

from typing import Final

from projections.projection import Projection
from projections.work_reports import flows, inbox, lists, register

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=flows.HANDLERS,
    lists=(lists.WORK_REPORTS,),
)
