"""Consultations (会商): convened, held, concluded; action items reported and confirmed.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it, ``guards``
and ``decisions`` hold the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.consultations.actions import ACTIONS
from domain.consultations.sentences import EVENTS
from domain.consultations.state import STAGE_NAMES, Consultation, evolve
from domain.registry import Family

FAMILY: Final = Family(
    name="consultation",
    collection="consultations",
    zh="会商",
    en="consultation",
    initial=Consultation(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
