"""Requests to departments (职能部门协作): data asked and supplied, findings shared and taken up.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it, ``guards``
and ``decisions`` hold the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.asking import ANSWER_NAMES
from domain.department_requests.actions import ACTIONS
from domain.department_requests.between import TRAVEL
from domain.department_requests.sentences import EVENTS
from domain.department_requests.state import STAGE_NAMES, DepartmentRequest, evolve
from domain.registry import Family

FAMILY: Final = Family(
    name="department_request",
    collection="department-requests",
    zh="部门协作单",
    en="department request",
    initial=DepartmentRequest(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": {**ANSWER_NAMES, **STAGE_NAMES}},
    travel=TRAVEL,
)
