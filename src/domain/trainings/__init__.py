"""Training sessions (培训) under the brands of the scheme: who was invited, who was named, who came.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it,
``decisions`` holds the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.registry import Family
from domain.trainings.actions import ACTIONS
from domain.trainings.sentences import EVENTS
from domain.trainings.state import STAGE_NAMES, Training, evolve

FAMILY: Final = Family(
    name="training",
    collection="trainings",
    zh="教育培训",
    en="training",
    initial=Training(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
