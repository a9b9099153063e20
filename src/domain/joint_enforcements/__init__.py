"""Joint discipline enforcement (联合监督执纪) of a group with its host Party group: plan, shares, result.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it,
``decisions`` holds the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.joint_enforcements.actions import ACTIONS
from domain.joint_enforcements.sentences import EVENTS
from domain.joint_enforcements.state import STAGE_NAMES, JointEnforcement, evolve
from domain.registry import Family

FAMILY: Final = Family(
    name="joint_enforcement",
    collection="joint-enforcements",
    zh="联合监督执纪",
    en="joint enforcement",
    initial=JointEnforcement(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
