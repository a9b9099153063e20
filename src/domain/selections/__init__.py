"""Selections (评选): excellent recommendations, supervision projects, handlers of cases; openly chosen.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it,
``decisions`` holds the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.registry import Family
from domain.selections.actions import ACTIONS
from domain.selections.sentences import EVENTS
from domain.selections.state import STAGE_NAMES, Selection, evolve

FAMILY: Final = Family(
    name="selection",
    collection="selections",
    zh="评选",
    en="selection",
    initial=Selection(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
