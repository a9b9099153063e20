"""Joint operations: register, invitations, lendings, shares and results."""

from typing import Final

from projections.joint_operations import flows, inbox, lists, register
from projections.projection import Projection

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=flows.HANDLERS,
    lists=(
        lists.JOINT_OPERATIONS,
        lists.JOINT_INVITATIONS,
        lists.JOINT_LENDINGS,
        lists.JOINT_SHARES,
        lists.JOINT_RESULTS,
    ),
)
