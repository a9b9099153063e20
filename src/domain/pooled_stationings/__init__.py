"""Pooled stationing (综合派驻): one group for several units, its people in one office and used where needed.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it, ``guards``
and ``decisions`` hold the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.pooled_stationings.actions import ACTIONS
from domain.pooled_stationings.sentences import EVENTS
from domain.pooled_stationings.state import STAGE_NAMES, PooledStationing, evolve
from domain.registry import Family

FAMILY: Final = Family(
    name="pooled_stationing",
    collection="pooled-stationings",
    zh="综合派驻",
    en="pooled stationing",
    initial=PooledStationing(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
