"""Joint enforcements (联合监督执纪): register, inbox, flows and lists."""

from typing import Final

from projections.joint_enforcements import flows, inbox, lists, register
from projections.projection import Projection

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=flows.HANDLERS,
    lists=(
        lists.JOINT_ENFORCEMENTS,
        lists.JOINT_ENFORCEMENT_PLANS,
        lists.JOINT_ENFORCEMENT_SHARES,
        lists.JOINT_ENFORCEMENT_RESULTS,
    ),
)
