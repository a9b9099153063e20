"""Joint operations (组组 · 室组 · 室组地): proposed, approved, opened; bodies join, people are lent.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it, ``matters`` asks
what it serves, ``guards`` and ``decisions`` hold the rules, ``actions`` and ``sentences`` the tables for
people.
"""

from typing import Final

from domain.joint_operations.actions import ACTIONS
from domain.joint_operations.sentences import EVENTS
from domain.joint_operations.state import STAGE_NAMES, JointOperation, evolve
from domain.registry import Family

FAMILY: Final = Family(
    name="joint_operation",
    collection="joint-operations",
    zh="联动协作",
    en="joint operation",
    initial=JointOperation(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
