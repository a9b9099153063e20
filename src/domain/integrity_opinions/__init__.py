"""Integrity opinions (廉政意见): asked about a person before an appointment, answered by the group in time.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it,
``decisions`` holds the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.integrity_opinions.actions import ACTIONS
from domain.integrity_opinions.sentences import EVENTS
from domain.integrity_opinions.state import STAGE_NAMES, IntegrityOpinion, evolve
from domain.registry import Family

FAMILY: Final = Family(
    name="integrity_opinion",
    collection="integrity-opinions",
    zh="廉政意见",
    en="integrity opinion",
    initial=IntegrityOpinion(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
