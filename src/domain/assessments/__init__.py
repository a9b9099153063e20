"""Unified assessment (统一考核): what a body did is counted, scored, objected to, graded, told to its peers.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it, ``scoring``
reckons points and grade, ``decisions`` holds the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.assessments.actions import ACTIONS
from domain.assessments.sentences import EVENTS
from domain.assessments.state import STAGE_NAMES, Assessment, evolve
from domain.registry import Family

FAMILY: Final = Family(
    name="assessment",
    collection="assessments",
    zh="统一考核",
    en="assessment of a body",
    initial=Assessment(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
