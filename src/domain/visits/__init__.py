"""Visits to groups (四心悦组访): concerns of the cadres raised, settled or explained. Care, not supervision.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it,
``decisions`` holds the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.registry import Family
from domain.visits.actions import ACTIONS
from domain.visits.sentences import EVENTS
from domain.visits.state import STAGE_NAMES, Visit, evolve

FAMILY: Final = Family(
    name="visit",
    collection="visits",
    zh="走访派驻机构",
    en="visit to a group",
    initial=Visit(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
