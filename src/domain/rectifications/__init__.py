"""Rectification items (整改事项): raised, assigned, set right, verified by a second body, signed off.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it,
``decisions`` holds the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.rectifications.actions import ACTIONS
from domain.rectifications.sentences import EVENTS
from domain.rectifications.state import STAGE_NAMES, Rectification, evolve
from domain.registry import Family

FAMILY: Final = Family(
    name="rectification",
    collection="rectifications",
    zh="整改事项",
    en="rectification item",
    initial=Rectification(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
