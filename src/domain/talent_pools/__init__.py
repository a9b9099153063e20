"""Talent pools (青廉先锋队, 人才库): nominated into, studying in groups with a mentor, drawn from, left.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it, ``guards`` and
``decisions`` hold the rules, ``actions`` and ``sentences`` the tables for people. Where a member goes to
practise is a secondment (`domain.secondments`), to which the pool points.
"""

from typing import Final

from domain.registry import Family
from domain.talent_pools.actions import ACTIONS
from domain.talent_pools.sentences import EVENTS
from domain.talent_pools.state import STAGE_NAMES, TalentPool, evolve

FAMILY: Final = Family(
    name="talent_pool",
    collection="talent-pools",
    zh="人才库",
    en="talent pool",
    initial=TalentPool(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
