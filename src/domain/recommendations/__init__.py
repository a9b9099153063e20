"""Recommendations (纪检监察建议): drafted, approved, issued, objected to, followed up and signed off.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it,
``decisions`` holds the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.recommendations.actions import ACTIONS
from domain.recommendations.sentences import EVENTS
from domain.recommendations.state import STAGE_NAMES, Recommendation, evolve
from domain.registry import Family

FAMILY: Final = Family(
    name="recommendation",
    collection="recommendations",
    zh="纪检监察建议",
    en="recommendation",
    initial=Recommendation(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
