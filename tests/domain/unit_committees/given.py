"""A group and a unit committee in the small city, a lead of the group's, and what they do."""

import datetime
from typing import Any, Final

from domain.jurisdiction import Appointment
from domain.leads.state import Lead
from domain.streams import StreamState
from domain.unit_committees import commands
from domain.unit_committees.state import UnitCommittee
from tests.domain.desk import FamilyDesk
from tests.domain.small import COMMITTEE, EDUCATION_GROUP, FIRST_DAY, person, stream

LEAD: Final = stream("lead", "meals")
DUE: Final = datetime.date(2026, 1, 16)
UNTIL: Final = datetime.date(2026, 1, 30)
GUIDE: Final = commands.Guide(
    committee=COMMITTEE, manner="training", topics="谈话安全", text="讲解谈话提纲"
)
FINDING: Final = commands.Finding(title="记录不规范", text="两份未签名", due=DUE)
INSPECT: Final = commands.Inspect(scope="谈话记录", text="抽查12份", findings=(FINDING, FINDING))
EVIDENCE: Final = commands.RecordEvidence(
    enlistment=1,
    kind="papers",
    title="验收单",
    text="签名前后不一",
    collectors=(person("group-handler"), person("committee-member")),
)
END: Final = commands.EndEnlistment(enlistment=1, outcome="核对完毕")


def enlist(**changes: Any) -> commands.Enlist:
    plain: dict[str, Any] = {
        "matter": LEAD,
        "scope": "核对验收资料",
        "tasks": ("gather_papers", "look_on_site"),
        "people": (person("committee-member"),),
        "until": UNTIL,
        "approved_by": person("chief"),
    }
    return commands.Enlist(**(plain | changes))


class Desk(FamilyDesk[UnitCommittee]):
    """The small city on a Monday in January, one round of guidance, and a lead of the group's."""

    family = "unit_committee"
    mechanisms = ("unit-committees",)

    def __init__(self) -> None:
        super().__init__()
        jurisdiction = self.world.jurisdiction.with_person(person("committee-member"))
        office = Appointment(serial=1, party=COMMITTEE, role="member", begins=FIRST_DAY)
        self.world.jurisdiction = jurisdiction.with_appointment(person("committee-member"), office)
        self.have_lead()

    def have_lead(self, **changes: Any) -> None:
        """A lead in the hands of the education group."""
        plain = {"stage": "handling", "holder": EDUCATION_GROUP, "handling_party": EDUCATION_GROUP}
        circle = frozenset({EDUCATION_GROUP})
        self.world.streams[LEAD] = StreamState(
            LEAD, 7, Lead(**(plain | changes)), circles={"lead": circle}, insiders=circle
        )

    def due(self) -> set[tuple[str, str, datetime.date]]:
        """Who owes what by when."""
        open_ones = self.world.stream(self.stream).obligations.values()
        return {(each.arisen.owner, each.arisen.rule, each.due) for each in open_ones}


def guided() -> Desk:
    desk = Desk()
    desk.act(EDUCATION_GROUP, "guide", GUIDE)
    return desk


def enlisted() -> Desk:
    desk = guided()
    desk.act(EDUCATION_GROUP, "enlist", enlist())
    return desk
