"""Secondments (以干代训、以案代训、以巡代训): people who learn by doing at another body, with a mentor.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it,
``decisions`` holds the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.registry import Family
from domain.secondments.actions import ACTIONS
from domain.secondments.sentences import EVENTS
from domain.secondments.state import STAGE_NAMES, Secondment, evolve

FAMILY: Final = Family(
    name="secondment",
    collection="secondments",
    zh="跟班锻炼",
    en="secondment",
    initial=Secondment(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
