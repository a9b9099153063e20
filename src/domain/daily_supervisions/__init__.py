"""Daily supervision (日常监督): what a group did at a unit, by which method, on what, and what came of it.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it,
``decisions`` holds the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.daily_supervisions.actions import ACTIONS
from domain.daily_supervisions.sentences import EVENTS
from domain.daily_supervisions.state import STAGE_NAMES, DailySupervision, evolve
from domain.registry import Family

FAMILY: Final = Family(
    name="daily_supervision",
    collection="daily-supervisions",
    zh="日常监督",
    en="daily supervision",
    initial=DailySupervision(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
