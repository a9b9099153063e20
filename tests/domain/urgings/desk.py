"""A task order in the small city that is fed back late, and whoever urges because of it."""

import datetime
from typing import Any, Final

from domain.urgings import commands
from domain.urgings.state import Urging
from tests.domain.desk import FamilyDesk
from tests.domain.small import (
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    stream,
)
from tests.domain.task_orders import desk as orders

DUE: Final = datetime.date(2026, 1, 9)
ORDER: Final = stream("task_order", "first")
PARTIES: Final = (OFFICE, EDUCATION_GROUP, HEALTH_GROUP)


class Desk(FamilyDesk[Urging]):
    """Both groups owe the office feedback on an order."""

    family = "urging"

    def __init__(self) -> None:
        super().__init__()
        self.order = orders.Desk("urgings")
        self.order.act(OFFICE, "issue", orders.issue())
        self.world = self.order.world


def urge(**changes: Any) -> commands.Urge:
    """The urging, with changes."""
    plain: dict[str, Any] = {
        "kind": "reminder",
        "matter": ORDER,
        "to": EDUCATION_GROUP,
        "about": "反馈单尚未提交,请说明进展",
        "due": DUE,
    }
    return commands.Urge(**(plain | changes))


def urged(**changes: Any) -> Desk:
    """The office urged the education group."""
    desk = Desk()
    desk.act(OFFICE, "urge", urge(**changes))
    return desk


def answer() -> commands.Answer:
    """What the urged party says."""
    return commands.Answer(text="三日内提交")
