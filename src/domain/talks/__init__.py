"""Talks (谈心谈话): with leading members of the same level and with «first hands», and what they promised.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it,
``decisions`` holds the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.registry import Family
from domain.talks.actions import ACTIONS
from domain.talks.sentences import EVENTS
from domain.talks.state import STAGE_NAMES, Talk, evolve

FAMILY: Final = Family(
    name="talk",
    collection="talks",
    zh="谈心谈话",
    en="talk",
    initial=Talk(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
