"""Duty matrices (职责清单): livelihood items × the units that do them × the groups that supervise them.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it,
``decisions`` holds the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.duty_matrices.actions import ACTIONS
from domain.duty_matrices.sentences import EVENTS
from domain.duty_matrices.state import STAGE_NAMES, DutyMatrix, evolve
from domain.registry import Family

FAMILY: Final = Family(
    name="duty_matrix",
    collection="duty-matrices",
    zh="民生实事职责清单",
    en="duty matrix",
    initial=DutyMatrix(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
