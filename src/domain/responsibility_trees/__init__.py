"""Responsibility passed down (层层传导压力): a list for each Party organisation below a host Party group.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it,
``decisions`` holds the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.registry import Family
from domain.responsibility_trees.actions import ACTIONS
from domain.responsibility_trees.sentences import EVENTS
from domain.responsibility_trees.state import STAGE_NAMES, ResponsibilityTree, evolve

FAMILY: Final = Family(
    name="responsibility_tree",
    collection="responsibility-trees",
    zh="主体责任层级清单",
    en="tree of responsibility lists",
    initial=ResponsibilityTree(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
