"""A joint meeting in the small city, a task order that it decides, and the commands upon it."""

import datetime
from typing import Any

from domain.consultations import commands as meetings
from domain.ids import PartyId
from domain.model import Command, Event
from domain.task_orders import commands
from domain.task_orders.state import TaskOrder
from tests.domain.desk import HEADS, FamilyDesk
from tests.domain.small import (
    COMMISSION,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    person,
    small,
    stream,
)

CHIEF = person("chief")
MEETING = stream("consultation", "joint")
EDUCATION = PartyId("education")
DUE = datetime.date(2026, 1, 23)
CYCLE_ENDS = datetime.date(2026, 3, 31)


class Desk(FamilyDesk[TaskOrder]):
    """The small city on a Monday in January: a joint meeting was concluded, an order is to come of it."""

    family = "task_order"

    def __init__(self, *mechanisms: str) -> None:
        super().__init__()
        self.world = small("task-orders", *mechanisms)
        self._meet()

    def ask(self, party: PartyId, action: str, target: str, command: Command) -> list[Event]:
        """Let a party do something to a stream."""
        return self.world.ask(
            action, stream(*target.split("/")), command, actor=person(HEADS[party]), party=party
        )

    def _meet(self) -> None:
        agenda = (meetings.AgendaItem(title="部署监督任务"),)
        for name, command in (
            (
                "convene",
                meetings.Convene(
                    kind="joint_meeting",
                    title="监督工作联席会议",
                    parties=(COMMISSION, EDUCATION_GROUP, HEALTH_GROUP),
                    planned=self.world.today,
                    agenda=agenda,
                ),
            ),
            (
                "hold",
                meetings.Hold(
                    present=tuple(
                        meetings.Attendance(party=party)
                        for party in (OFFICE, COMMISSION, EDUCATION_GROUP, HEALTH_GROUP)
                    ),
                    minutes="部署一季度任务",
                ),
            ),
            (
                "conclude",
                meetings.Conclude(
                    conclusions=("下达任务单",),
                    action_items=(
                        meetings.ActionItem(owner=EDUCATION_GROUP, due=DUE, text="配餐监督"),
                    ),
                ),
            ),
        ):
            self.ask(OFFICE, f"consultation.{name}", "consultation/joint", command)


def issue(**changes: Any) -> commands.Issue:
    """The order, with changes."""
    plain: dict[str, Any] = {
        "title": "学校配餐管理专项监督",
        "text": "对配餐招标开展监督检查",
        "supervision": "stationed",
        "basis": "第一季度监督工作联席会议",
        "meeting": MEETING,
        "item": 1,
        "parties": (EDUCATION_GROUP, HEALTH_GROUP),
        "departments": (EDUCATION,),
        "due": DUE,
        "cycle_ends": CYCLE_ENDS,
    }
    return commands.Issue(**(plain | changes))


def issued(**changes: Any) -> Desk:
    """An order that was issued."""
    desk = Desk()
    desk.act(OFFICE, "issue", issue(**changes))
    return desk


def feedback(**changes: Any) -> commands.GiveFeedback:
    """A feedback form, with changes."""
    return commands.GiveFeedback(**({"result": "done", "text": "已检查十二所学校"} | changes))


def followed(**changes: Any) -> commands.FollowUp:
    """A follow-up, with changes."""
    plain = {"department": EDUCATION, "progress": "partly_carried_out", "text": "分工已明确"}
    return commands.FollowUp(**(plain | changes))
