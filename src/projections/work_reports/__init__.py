"""Work reports (工作报告): register, inbox, flows, lists and figures."""

from typing import Final

from projections.projection import Projection
from projections.queries.figures import Reported
from projections.work_reports import figures, flows, inbox, lists, register

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=flows.HANDLERS,
    lists=(lists.WORK_REPORTS,),
    figures=figures.FIGURES,
    reported=Reported(values="figures", by="reporter", to="receiver", shown=figures.EVIDENCE),
)
