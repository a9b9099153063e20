"""A desk for duty matrices: two units, two groups, the office that keeps the matrix."""

import datetime
from typing import Final

from domain.duty_matrices import commands
from domain.duty_matrices.state import DutyMatrix
from domain.ids import PartyId
from domain.jurisdiction import Appointment
from tests.domain.desk import HEADS, FamilyDesk
from tests.domain.small import (
    EDUCATION_GROUP,
    FIRST_DAY,
    OFFICE,
    person,
)

EDUCATION: Final = PartyId("education")
AUDIT: Final = PartyId("audit")
ACTORS = {**HEADS, EDUCATION: "bureau-head", AUDIT: "auditor"}
DUE: Final = datetime.date(2026, 3, 2)
APPROVER: Final = person("chief")
_HEAD_OF_EDUCATION: Final = Appointment(serial=1, party=EDUCATION, role="head", begins=FIRST_DAY)


class Desk(FamilyDesk[DutyMatrix]):
    """The small city on a Monday in January; the education bureau has somebody of its own."""

    family = "duty_matrix"
    mechanisms = ("duty-matrices",)
    actors = ACTORS

    def __init__(self) -> None:
        super().__init__()
        head, office = person("bureau-head"), _HEAD_OF_EDUCATION
        city = self.world.jurisdiction.with_person(head)
        self.world.jurisdiction = city.with_appointment(head, office)

    def owed_by_whom(self) -> dict[tuple[str, str], PartyId]:
        """Rule and share or result → who owes it."""
        open_ones = (each.arisen for each in self.world.stream(self.stream).obligations.values())
        return {(each.rule, each.match[0].value): each.owner for each in open_ones}


def open_(due: datetime.date = DUE) -> commands.Open:
    return commands.Open(year=2026, title="2026年民生实事", results_due=due)


def item(*duties: str) -> commands.AddItem:
    return commands.AddItem(title="学生营养改善", duties=duties or ("经费拨付", "采购监管"))


def record(share: int, amount: int = 2) -> commands.RecordResult:
    return commands.RecordResult(
        share=share, achievement="problem_corrected", amount=amount, recovered=100, text="已整改。"
    )


def revise(result: int, amount: int = 1) -> commands.ReviseResult:
    return commands.ReviseResult(
        result=result, reason="核实", approved_by=APPROVER, amount=amount, text="已整改。"
    )


def correct(*, item: int | None = None, duty: int | None = None) -> commands.Correct:
    return commands.Correct(reason="误", approved_by=APPROVER, title="改称", item=item, duty=duty)


def annul() -> commands.Annul:
    return commands.Annul(reason="误", approved_by=APPROVER)


def opened() -> Desk:
    """A matrix of one item with two duties: all of them holes."""
    desk = Desk()
    desk.act(OFFICE, "open", open_())
    desk.act(OFFICE, "add_item", item())
    return desk


def shared() -> Desk:
    """Share 1 and 2 are the bureaus' duties, share 3 the education group's supervision."""
    desk = opened()
    desk.act(OFFICE, "assign", commands.Assign(duty=1, unit=EDUCATION))
    desk.act(OFFICE, "assign", commands.Assign(duty=2, unit=AUDIT))
    desk.act(OFFICE, "supervise", commands.Supervise(item=1, group=EDUCATION_GROUP))
    return desk


def confirmed() -> Desk:
    """All three are taken up."""
    desk = shared()
    for share, party in enumerate((EDUCATION, AUDIT, EDUCATION_GROUP), 1):
        desk.act(party, "confirm", commands.Confirm(share=share))
    return desk
