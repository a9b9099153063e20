"""Integrity plans («四廉共育»): what a unit discipline committee and its group do in four strands.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it,
``decisions`` holds the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.integrity_plans.actions import ACTIONS
from domain.integrity_plans.sentences import EVENTS
from domain.integrity_plans.state import IntegrityPlan, evolve
from domain.registry import Family

FAMILY: Final = Family(
    name="integrity_plan",
    collection="integrity-plans",
    zh="“四廉共育”计划",
    en="integrity plan",
    initial=IntegrityPlan(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
)
"""The family, as `domain.catalogue` lists it."""
