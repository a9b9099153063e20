"""A group in the small city that works with a department, which is off the system."""

import datetime
from typing import Any, Final

from domain.department_requests import commands
from domain.department_requests.state import DepartmentRequest
from domain.model import OnBehalf
from tests.domain.desk import FamilyDesk
from tests.domain.small import (
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    PARTY_GROUP,
    person,
)

DUE: Final = datetime.date(2026, 1, 16)
CHIEF: Final = person("chief")
LETTER: Final = OnBehalf(
    party=PARTY_GROUP, letter="教党函2号", scan="0" * 64, checked_by=person("group-deputy")
)
"""The group stationed there enters the department's acts."""

PARTIES: Final = (OFFICE, EDUCATION_GROUP, HEALTH_GROUP)


class Desk(FamilyDesk[DepartmentRequest]):
    """The small city, and one request."""

    family = "department_request"
    mechanisms = ("department-requests",)


def items(*fields: str) -> tuple[commands.Item, ...]:
    """These fields, filled in."""
    return tuple(commands.Item(field=field, text=f"{field}若干") for field in fields)


def ask(**changes: Any) -> commands.Issue:
    """A request for data, with changes; the procedure asks for ``unit`` and ``period`` besides."""
    plain: dict[str, Any] = {
        "kind": "data",
        "title": "调取配餐合同清单",
        "text": "请提供供应商和金额",
        "basis": "专项监督方案",
        "to": PARTY_GROUP,
        "fields": ("supplier", "period"),
        "due": DUE,
    }
    return commands.Issue(**(plain | changes))


def share(**changes: Any) -> commands.Issue:
    """A finding that the department shares with the other group, with changes."""
    plain: dict[str, Any] = {
        "kind": "finding",
        "title": "通报专项检查发现",
        "text": "两家供应商相同",
        "basis": "专项检查报告",
        "to": HEALTH_GROUP,
        "items": items("unit", "period", "amount"),
        "due": DUE,
        "on_behalf": LETTER,
    }
    return commands.Issue(**(plain | changes))


def asked(**changes: Any) -> Desk:
    """Data were asked."""
    desk = Desk()
    desk.act(EDUCATION_GROUP, "issue", ask(**changes))
    return desk


def supply(**changes: Any) -> commands.Answer:
    """What was asked, entered for the department, with changes."""
    plain: dict[str, Any] = {"items": items("unit", "period", "supplier"), "on_behalf": LETTER}
    return commands.Answer(**(plain | changes))
