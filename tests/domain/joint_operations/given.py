"""A joint operation in the small city, and the commands with which parties act on it."""

import datetime
from dataclasses import replace
from functools import cache
from typing import Any

from domain.approvals import commands as approvals
from domain.cases.state import Case
from domain.catalogue import CATALOGUE
from domain.ids import PartyId, StreamId
from domain.joint_operations import commands
from domain.joint_operations.state import JointOperation
from domain.leads.state import Lead
from domain.scheme import Scheme
from domain.scheme_parts import Area, Phrase
from domain.streams import StreamState
from tests.domain.desk import HEADS, FamilyDesk
from tests.domain.small import (
    CASE_SUPERVISION,
    COMMISSION,
    COUNTY,
    EDUCATION_GROUP,
    FOLDER,
    HEALTH_GROUP,
    OFFICE,
    SCHEMES,
    person,
    stream,
)

OPERATION = stream("joint_operation", "first")
LEAD = stream("lead", "served")
UNTIL = datetime.date(2026, 3, 31)
LENT_UNTIL = datetime.date(2026, 2, 13)
ACTORS = {**HEADS, COMMISSION: "leader"}


CASE = stream("case", "served")
READ_BY_HEADS = '\n[visibility.case]\ncontent = ["head"]\nstatus = []\n'


@cache
def _scheme() -> Scheme:
    """The scheme of the small city, in which heads read the cases of their party."""
    files = (FOLDER / "small.toml", SCHEMES / "mechanisms" / "joint-operations.toml")
    text = "\n".join(file.read_text("utf-8") for file in files)
    return Scheme.parse(text + READ_BY_HEADS, CATALOGUE)


class Desk(FamilyDesk[JointOperation]):
    """The small city on a Monday in January, a lead of the education group, and one operation."""

    family = "joint_operation"
    mechanisms = ("joint-operations",)
    actors = ACTORS

    def __init__(self, **lead: Any) -> None:
        super().__init__()
        self.world.jurisdiction = replace(self.world.jurisdiction, scheme=_scheme())
        self.have_lead(**lead)
        self.have_case()

    def have_areas(self, areas: dict[str, tuple[PartyId, ...]]) -> None:
        """The scheme in force has these areas instead, each led by the first of its parties."""
        found = tuple(
            Area(
                code=code,
                title=Phrase(zh=code, en=code),
                groups=parties,
                lead=parties[0],
                basis="measures",
            )
            for code, parties in areas.items()
        )
        scheme = replace(_scheme(), areas=found)
        self.world.jurisdiction = replace(self.world.jurisdiction, scheme=scheme)

    def have_lead(self, **changes: Any) -> None:
        """A lead in the hands of the education group, as if its own actions had brought it there."""
        plain: dict[str, Any] = {
            "stage": "handling",
            "holder": EDUCATION_GROUP,
            "handling_party": EDUCATION_GROUP,
            "handlers": (person("group-clerk"), person("group-deputy")),
        }
        circle = frozenset({EDUCATION_GROUP, CASE_SUPERVISION})
        state = Lead(**(plain | changes))
        self.world.streams[LEAD] = StreamState(
            LEAD, 7, state, circles={"lead": circle}, insiders=circle
        )

    def have_case(self, **changes: Any) -> None:
        """A case of the education group, filed and handled by two of its people."""
        plain: dict[str, Any] = {
            "stage": "investigating",
            "handling_party": EDUCATION_GROUP,
            "handled": (person("group-clerk"), person("group-handler")),
        }
        circle = frozenset({EDUCATION_GROUP})
        state = Case(**(plain | changes))
        self.world.streams[CASE] = StreamState(
            CASE, 9, state, circles={"case": circle}, insiders=circle
        )

    def reads(self, name: str) -> set[StreamId]:
        """What a person was let read by name."""
        grants = self.world.state(StreamId(person(name))).grants.values()
        return {each.stream for each in grants if each.expires >= self.world.today}


def propose(**changes: Any) -> commands.Propose:
    """The group asks the office to lead, and a county to help, with a lead of its own."""
    plain: dict[str, Any] = {
        "kind": "office_group_locality",
        "cooperation": "investigation",
        "title": "学校配餐领域联合核查",
        "plan": "分三组核查。",
        "lead_body": OFFICE,
        "parties": (COUNTY,),
        "until": UNTIL,
        "matters": (LEAD,),
    }
    return commands.Propose(**(plain | changes))


def among_groups(**changes: Any) -> commands.Propose:
    """Another group, the lead group of the area, adjudicates what the education group handled."""
    plain: dict[str, Any] = {
        "kind": "group_group",
        "cooperation": "adjudication",
        "lead_body": HEALTH_GROUP,
        "parties": (),
        "matters": (CASE,),
        "area": "east",
    }
    return propose(**(plain | changes))


AGREE = approvals.Opine(opinion="agree", text="同意")


def proposed(command: commands.Propose | None = None, **lead: Any) -> Desk:
    desk = Desk(**lead)
    desk.act(EDUCATION_GROUP, "propose", command or propose())
    return desk


def approved(command: commands.Propose | None = None, **lead: Any) -> Desk:
    desk = proposed(command, **lead)
    desk.act(COMMISSION, "opine", AGREE)
    return desk


def opened(command: commands.Propose | None = None, **lead: Any) -> Desk:
    desk = approved(command, **lead)
    desk.act(desk.state.lead_body, "open", commands.Open())
    return desk


def joined() -> Desk:
    """Office, group and county are together."""
    desk = opened()
    desk.act(COUNTY, "join", commands.Join())
    return desk


def ask_health(desk: Desk) -> None:
    asked = commands.RequestPeople(home=HEALTH_GROUP, count=1, duty="核查账目", until=LENT_UNTIL)
    desk.act(OFFICE, "request_people", asked)


def offer(name: str, **changes: Any) -> commands.OfferPerson:
    plain: dict[str, Any] = {"person": person(name), "duty": "核查账目", "until": LENT_UNTIL}
    return commands.OfferPerson(**(plain | changes))


def lent(name: str = "health-clerk") -> Desk:
    """Somebody of the health group, which is no member, is lent."""
    desk = joined()
    ask_health(desk)
    desk.act(HEALTH_GROUP, "offer_person", offer(name, request=1))
    desk.act(EDUCATION_GROUP, "admit_person", commands.AdmitPerson(lending=1))
    return desk


def annul() -> commands.Annul:
    return commands.Annul(reason="重复", approved_by=person("chief"))
