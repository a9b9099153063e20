"""The 21 departments of Linyi: each hands over by its own procedure (DOMAIN.md §5.10)."""

import datetime
from functools import cache
from typing import Any, Final

import pytest

from domain.calendar import SHANGHAI, Calendar, due_date
from domain.catalogue import CATALOGUE
from domain.errors import InvalidField
from domain.ids import JurisdictionCode, PartyId, StreamId, derived_id, stream_id
from domain.jurisdiction import Appointment, Jurisdiction
from domain.leads import commands, events
from domain.leads.errors import GoesElsewhere, PapersMissing
from domain.leads.values import Material, Part
from domain.model import Event, OnBehalf
from domain.obligations.events import Fulfilled
from domain.scheme import Procedure, Scheme
from processes.scheme_files import read_scheme_files
from tests.domain.leads.given import SCAN, named, only, person, subject
from tests.domain.small import CALENDAR, SCHEMES
from tests.domain.world import World

TODAY: Final = datetime.date(2026, 6, 1)
DEPARTMENTS: Final = 21


@cache
def _scheme() -> Scheme:
    return Scheme.parse(read_scheme_files(SCHEMES / "linyi.toml").text, CATALOGUE)


@cache
def _calendar() -> Calendar:
    return Calendar.parse(CALENDAR.read_text("utf-8"))


PROCEDURES: Final = tuple(_scheme().procedures.values())


@cache
def _city() -> Jurisdiction:
    """Linyi with one person in office at every party, who may act for it."""
    scheme = _scheme()
    city = Jurisdiction(
        code=JurisdictionCode("linyi"),
        clock="simulated",
        begun=datetime.date(2026, 1, 1),
        founding_party=PartyId("commission"),
        scheme=scheme,
        scheme_version=1,
        calendar=_calendar(),
        parties=scheme.parties,
    )
    for code in scheme.parties:
        office = Appointment(serial=1, party=code, role="keeper", begins=city.begun or TODAY)
        city = city.with_person(person(code)).with_appointment(person(code), office)
    return city


class Desk:
    """A lead of one department, on the first of June."""

    def __init__(self, procedure: Procedure) -> None:
        now = datetime.datetime.combine(TODAY, datetime.time(9), tzinfo=SHANGHAI)
        self.world = World(_city(), now.astimezone(datetime.UTC))
        self.procedure = procedure
        self.lead = StreamId(stream_id("lead", derived_id("lead", procedure.department)))
        party = _scheme().parties[procedure.department]
        self.enters = party.entered_by or procedure.department
        letter = OnBehalf(
            party=procedure.department,
            letter="函",
            scan=SCAN,
            checked_by=person("cs" if self.enters != "cs" else "commission"),
        )
        self.on_behalf = letter if party.entered_by else None

    def act(self, party: PartyId, action: str, command: Any) -> list[Event]:
        found = self.world.ask(
            f"lead.{action}", self.lead, command, actor=person(party), party=party
        )
        return [event for event in found if not isinstance(event, Fulfilled)]

    def receive(self, found_on: datetime.date | None, titles: tuple[str, ...] = ()) -> None:
        """The department enters what it found; who is off the system has its letter entered."""
        letter: dict[str, Any] = {}
        if self.on_behalf is not None:
            lines = titles or self.papers
            letter = {"document": "函〔2026〕1号", "materials": materials(lines)}
        command = commands.Receive(
            source="functional_department",
            regime="both",
            secrecy="internal",
            subjects=(subject(level="unit_managed", unit="education"),),
            content="反映问题",
            found_on=found_on,
            on_behalf=self.on_behalf,
            **letter,
        )
        self.act(PartyId(self.enters), "receive", command)

    def hand_over(self, to: PartyId, titles: tuple[str, ...]) -> None:
        command = commands.Transfer(
            to_party=to,
            materials=materials(titles),
            document="函〔2026〕1号",
            reason="按流程移送",
            on_behalf=self.on_behalf,
        )
        self.act(PartyId(self.enters), "transfer", command)

    @property
    def papers(self) -> tuple[str, ...]:
        return tuple(f"{paper.zh}(原件)" for paper in self.procedure.papers)

    def late(self) -> int:
        """How late the hand-over was, in working days; it was owed to whom the procedure names."""
        (kept,) = (
            told.event
            for told in self.world.told
            if isinstance(told.event, Fulfilled) and "移送" in told.event.title_zh
        )
        assert (kept.owner, kept.owed_to) == (self.procedure.department, self.procedure.receives)
        return kept.late_working_days


def materials(titles: tuple[str, ...]) -> tuple[Material, ...]:
    return tuple(Material(title=title, pages=2) for title in (*titles, "附件"))


def _last_day_found(procedure: Procedure) -> datetime.date:
    """The earliest day of finding for which handing over today is in time."""
    days = (TODAY - datetime.timedelta(days=n) for n in range(60))
    in_time = [
        day for day in days if due_date(day, procedure.days, calendar=_calendar()).date >= TODAY
    ]
    return min(in_time)


by_department = pytest.mark.parametrize(
    "procedure", PROCEDURES, ids=[str(each.department) for each in PROCEDURES]
)


def test_each_department_has_its_own() -> None:
    """They differ in whom they send to, in days, and in what has to be in the list."""
    assert len(PROCEDURES) == DEPARTMENTS
    assert len({(each.receives, str(each.days), each.papers) for each in PROCEDURES}) > 15
    assert all(each.papers for each in PROCEDURES)


@by_department
def test_its_own_days_run_from_the_finding(procedure: Procedure) -> None:
    """On its last day it is in time; found a week earlier it is late, and handed over all the same."""
    last = _last_day_found(procedure)
    for found_on, late in ((last, False), (last - datetime.timedelta(days=7), True)):
        desk = Desk(procedure)
        desk.receive(found_on)
        if desk.on_behalf is None:
            desk.hand_over(procedure.receives, desk.papers)
        assert (desk.late() > 0) is late, (procedure.department, found_on)


@by_department
def test_its_own_papers_have_to_be_in_the_list(procedure: Procedure) -> None:
    """From its desk the letter does not leave; a paper letter is entered, and sent back for them."""
    desk = Desk(procedure)
    desk.receive(TODAY, ("其他材料",))
    if desk.on_behalf is None:
        with pytest.raises(PapersMissing) as refused:
            desk.hand_over(procedure.receives, ("其他材料",))
        assert refused.value.details["papers"] == "、".join(p.zh for p in procedure.papers)
        return
    taker = PartyId(desk.enters)
    with pytest.raises(PapersMissing):
        desk.act(taker, "accept", commands.Accept(transfer=1))
    back = commands.ReturnTransfer(transfer=1, reason="材料不全")
    desk.act(taker, "return_transfer", back)
    desk.hand_over(taker, desk.papers)
    desk.act(taker, "acknowledge_transfer", commands.AcknowledgeTransfer(transfer=2))
    desk.act(taker, "accept", commands.Accept(transfer=2))


@by_department
def test_it_goes_first_to_whom_the_procedure_names(procedure: Procedure) -> None:
    desk = Desk(procedure)
    if desk.on_behalf is not None:
        return
    desk.receive(TODAY)
    other = PartyId("sg-agriculture")
    with pytest.raises(GoesElsewhere) as refused:
        desk.hand_over(other, desk.papers)
    assert refused.value.details["receiver"] == procedure.receives
    desk.hand_over(procedure.receives, desk.papers)
    taker = procedure.receives
    desk.act(taker, "acknowledge_transfer", commands.AcknowledgeTransfer(transfer=1))
    desk.act(taker, "return_transfer", commands.ReturnTransfer(transfer=1, reason="不属我组管辖"))
    desk.hand_over(other, ("函",))


def _of(code: str) -> Procedure:
    return _scheme().procedures[PartyId(code)]


def test_a_part_that_was_refused_goes_to_whoever_is_competent() -> None:
    """R 201: the receiver had the whole; what it would not take is not sent there again."""
    desk = Desk(_of("education"))
    both = (
        subject("zhang", level="unit_managed"),
        subject("sun", level="county_managed", unit=None),
    )
    command = commands.Receive(
        source="functional_department",
        regime="both",
        secrecy="internal",
        subjects=both,
        content="反映问题",
    )
    desk.act(PartyId("education"), "receive", command)
    desk.hand_over(PartyId("sg-education"), desk.papers)
    group = PartyId("sg-education")
    desk.act(group, "acknowledge_transfer", commands.AcknowledgeTransfer(transfer=1))
    refused = Part(persons=(person("sun"),), reason="属县管")
    told = desk.act(group, "accept_part", commands.AcceptPart(transfer=1, refused=refused))
    desk.lead = only(told, events.PartAccepted).part
    desk.hand_over(PartyId("cc-lanshan"), ("函",))


def test_a_letter_is_entered_by_whom_it_was_to_go_to() -> None:
    """The education bureau writes to its group: case supervision does not take that letter in."""
    desk = Desk(_of("education"))
    letter = commands.Receive(
        source="functional_department",
        regime="both",
        secrecy="internal",
        subjects=(subject(level="unit_managed"),),
        content="反映问题",
        sender=PartyId("education"),
        document="函〔2026〕1号",
        materials=materials(("检查底稿",)),
        found_on=TODAY,
    )
    with pytest.raises(GoesElsewhere):
        desk.act(PartyId("cs"), "receive", letter)
    assert "Found" in named(desk.act(PartyId("sg-education"), "receive", letter))


@pytest.mark.parametrize(
    ("party", "found_on"),
    [("audit", TODAY + datetime.timedelta(days=1)), ("tax", None), ("sg-education", TODAY)],
)
def test_the_day_of_the_finding_is_asked_where_a_procedure_counts_from_it(
    party: str, found_on: datetime.date | None
) -> None:
    """It does not lie ahead, a paper letter says it, and nobody else gives one."""
    desk = Desk(_of(party if party != "sg-education" else "audit"))
    if party == "sg-education":
        desk.enters = PartyId(party)
    with pytest.raises(InvalidField) as refused:
        desk.receive(found_on)
    assert refused.value.details["field"] == "found_on"
