"""Work reports (工作报告): due, submitted, returned or accepted, circulated, acknowledged.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it,
``decisions`` holds the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.registry import Family
from domain.work_reports.actions import ACTIONS
from domain.work_reports.sentences import EVENTS
from domain.work_reports.state import STAGE_NAMES, WorkReport, evolve

FAMILY: Final = Family(
    name="work_report",
    collection="work-reports",
    zh="工作报告",
    en="work report",
    initial=WorkReport(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
