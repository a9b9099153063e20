"""Reports of the level above (属上级管辖件): set aside, and passed up unread within 5 working days; RC 15.

They may not be copied, excerpted or entered: all there is of them here is a day and a count.
``commands`` and ``events`` name what can be done and what happened, ``state`` folds it,
``decisions`` holds the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.registry import Family
from domain.unread_reports.actions import ACTIONS
from domain.unread_reports.sentences import EVENTS
from domain.unread_reports.state import STAGE_NAMES, UnreadReports, evolve

FAMILY: Final = Family(
    name="unread_report",
    collection="unread-reports",
    zh="属上级管辖件",
    en="reports of the level above",
    initial=UnreadReports(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
    is_wordless=True,
)
