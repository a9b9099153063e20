"""Complaints (检举控告): received in one place, told apart, handled, concluded, answered; RC and R 198-209.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it,
``decisions`` holds the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.complaints.actions import ACTIONS
from domain.complaints.sentences import EVENTS
from domain.complaints.state import STAGE_NAMES, Complaint, evolve
from domain.registry import Family

FAMILY: Final = Family(
    name="complaint",
    collection="complaints",
    zh="检举控告",
    en="complaint",
    initial=Complaint(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
