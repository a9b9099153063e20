"""A round of inspection in the small city, and the commands with which both sides act."""

import datetime
from typing import Any, Final

import pytest

from domain.errors import Refusal
from domain.ids import PartyId
from domain.inspection_links import commands
from domain.inspection_links.state import InspectionLink
from domain.jurisdiction import Appointment
from domain.leads.state import Lead
from domain.model import Command, Event
from domain.scheme import Party
from domain.streams import StreamState
from tests.domain.small import EDUCATION_GROUP, FIRST_DAY, HEALTH_GROUP, person, small, stream
from tests.domain.world import World

INSPECTION: Final = PartyId("inspection")
TEAM: Final = PartyId("it-1")
UNIT: Final = PartyId("education")
LINK: Final = stream("inspection_link", "first")
LEAD: Final = stream("lead", "obscure")
BEGINS: Final = datetime.date(2026, 1, 12)
UNTIL: Final = datetime.date(2026, 3, 31)
DUE: Final = datetime.date(2026, 1, 30)
ACTORS: Final = {
    INSPECTION: "inspection-head",
    TEAM: "team-head",
    EDUCATION_GROUP: "group-head",
    HEALTH_GROUP: "health-head",
}


class Desk:
    """The small city with an inspection office and a team, and one link."""

    def __init__(self) -> None:
        self.world: World = small("inspection-links")
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

    def act(
        self, party: PartyId, name: str, command: Command, *, actor: str | None = None
    ) -> list[Event]:
        return self.world.ask(
            f"inspection_link.{name}",
            LINK,
            command,
            actor=person(actor or ACTORS[party]),
            party=party,
        )

    @property
    def state(self) -> InspectionLink:
        found: InspectionLink = self.world.state(LINK)
        return found

    def owed(self) -> set[tuple[str, str]]:
        open_ones = self.world.stream(LINK).obligations.values()
        return {(each.arisen.owner, each.arisen.rule) for each in open_ones}

    def in_the_team(self, name: str) -> bool:
        """Whether somebody acts for the team today."""
        return self.world.jurisdiction.holds(person(name), TEAM, (), self.world.today)

    def refuses(self, expected: type[Refusal], *act: Any, actor: str | None = None) -> None:
        before = dict(self.world.streams)
        with pytest.raises(expected):
            self.act(*act, actor=actor)
        assert self.world.streams == before


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
