"""Notices (通报): issued with a number to parties that sign for them, and answer where that is asked.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it,
``decisions`` holds the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.notices.actions import ACTIONS
from domain.notices.sentences import EVENTS
from domain.notices.state import STAGE_NAMES, Notice, evolve
from domain.registry import Family

FAMILY: Final = Family(
    name="notice",
    collection="notices",
    zh="通报",
    en="notice",
    initial=Notice(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
