"""A round of inspection in the small city, and the commands with which both sides act."""

import datetime
from typing import Any, Final

from domain.ids import PartyId
from domain.inspection_links import commands
from domain.inspection_links.state import InspectionLink
from domain.jurisdiction import Appointment
from domain.leads.state import Lead
from domain.scheme import Party
from domain.streams import StreamState
from tests.domain.desk import HEADS, FamilyDesk
from tests.domain.small import EDUCATION_GROUP, FIRST_DAY, person, stream

INSPECTION: Final = PartyId("inspection")
TEAM: Final = PartyId("it-1")
UNIT: Final = PartyId("education")
LINK: Final = stream("inspection_link", "first")
LEAD: Final = stream("lead", "obscure")
BEGINS: Final = datetime.date(2026, 1, 12)
UNTIL: Final = datetime.date(2026, 3, 31)
DUE: Final = datetime.date(2026, 1, 30)
ACTORS = {**HEADS, INSPECTION: "inspection-head", TEAM: "team-head"}


class Desk(FamilyDesk[InspectionLink]):
    """The small city with an inspection office and a team, and one link."""

    family = "inspection_link"
    mechanisms = ("inspection-links",)
    actors = ACTORS

    def __init__(self) -> None:
        super().__init__()
        self.staff(INSPECTION, "inspectionOffice", "inspection-head")
        self.staff(TEAM, "inspectionTeam", "team-head")
        self.have_lead()

    def staff(self, party: PartyId, kind: Any, head: str) -> None:
        """A party of the inspection, with its head."""
        known = Party(code=party, kind=kind, zh="巡察", en="inspection")
        office = Appointment(serial=1, party=party, role="head", begins=FIRST_DAY)
        jurisdiction = self.world.jurisdiction.with_party(known, stream("party", party))
        jurisdiction = jurisdiction.with_person(person(head))
        self.world.jurisdiction = jurisdiction.with_appointment(person(head), office)

    def have_lead(self, **changes: Any) -> None:
        """A lead in the hands of the education group, of which it knows too little."""
        plain = {"stage": "handling", "holder": EDUCATION_GROUP, "handling_party": EDUCATION_GROUP}
        circle = frozenset({EDUCATION_GROUP})
        self.world.streams[LEAD] = StreamState(
            LEAD, 7, Lead(**(plain | changes)), circles={"lead": circle}, insiders=circle
        )

    def in_the_team(self, name: str) -> bool:
        """Whether somebody acts for the team today."""
        return self.world.jurisdiction.holds(person(name), TEAM, (), self.world.today)


def open_(**changes: Any) -> commands.Open:
    plain: dict[str, Any] = {
        "round": "第九轮巡察",
        "team": TEAM,
        "group": EDUCATION_GROUP,
        "units": (UNIT,),
        "begins": BEGINS,
        "until": UNTIL,
    }
    return commands.Open(**(plain | changes))


def authorise(name: str = "group-head") -> commands.Authorise:
    return commands.Authorise(
        person=person(name), document="临巡组〔2026〕3号", approved_by=person("chief")
    )


PASS: Final = commands.PassLead(lead=LEAD, question="了解承包情况", due=DUE)
PROBLEM: Final = commands.PutForward(unit=UNIT, title="监管职责不落实", text="多次督促未整改")


def linked() -> Desk:
    """The link is open, on the first day of the round."""
    desk = Desk()
    desk.act(INSPECTION, "open", open_())
    desk.world.pass_to(BEGINS)
    return desk


def authorised() -> Desk:
    desk = linked()
    desk.act(INSPECTION, "authorise", authorise())
    return desk
