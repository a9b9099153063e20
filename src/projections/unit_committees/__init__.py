"""Unit discipline committees (机关纪委): register, inbox, flows, lists and coverage."""

from typing import Final

from projections.projection import Projection
from projections.unit_committees import flows, inbox, lists, register

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=flows.HANDLERS,
    lists=(
        lists.UNIT_COMMITTEES,
        lists.UNIT_COMMITTEE_INSPECTIONS,
        lists.UNIT_COMMITTEE_FINDINGS,
        lists.UNIT_COMMITTEE_ENLISTMENTS,
        lists.UNIT_COMMITTEE_MATTERS,
        lists.JOINT_EVIDENCE,
    ),
    coverages=(lists.COVERAGE,),
)
