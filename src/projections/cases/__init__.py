"""Cases (审查调查案件): register, persons, sanctions, sign-offs, inbox, flows and lists."""

from typing import Final

from projections.cases import flows, inbox, lists, register
from projections.projection import Projection

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=flows.HANDLERS,
    lists=(
        lists.CASES,
        lists.CASE_STATUS,
        lists.CASE_PERSONS,
        lists.SANCTIONS,
        lists.CASE_SIGN_OFFS,
        lists.CASE_APPROVALS,
        lists.CASE_DECISIONS,
        lists.CASE_RECOVERIES,
    ),
    status=lists.CASE_STATUS,
)
