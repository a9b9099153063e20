"""Planning, the list, the consultation that comes first, giving objects out."""

import datetime
from typing import Any

import pytest

from domain.campaigns import commands, errors, events
from domain.consultations import commands as consultations
from domain.consultations.commands import AgendaItem, Attendance
from domain.errors import InvalidField, NotFound, Refusal, UnknownParty, WrongState
from domain.ids import PartyId
from domain.obligations.events import Fulfilled
from tests.domain.campaigns.given import (
    DECISION,
    EDUCATION,
    Desk,
    guarantee,
    item,
    plan,
)
from tests.domain.desk import refused
from tests.domain.small import (
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    person,
    stream,
)


def test_a_discipline_body_plans_and_no_unit_does() -> None:
    """A unit is supervised; it organises no campaign of supervision (RS 3)."""
    desk = Desk()
    assert desk.state.organiser == OFFICE
    desk.stream = stream("campaign", "of-a-unit")
    desk.refuses(errors.NotADisciplineBody, EDUCATION, "plan", plan())


@pytest.mark.parametrize(
    "changes",
    [
        {"ends": datetime.date(2022, 1, 1)},
        {"decision": DECISION},
        {"kind": "political_supervision"},
    ],
)
def test_a_plan_has_to_make_sense(changes: dict[str, Any]) -> None:
    """A span of time; the decision from above goes with political supervision and it alone (30)."""
    desk = Desk()
    desk.stream = stream("campaign", "second")
    desk.refuses(InvalidField, OFFICE, "plan", plan(**changes))


@pytest.mark.parametrize(
    ("line", "refusal"),
    [
        (guarantee(amount=None), InvalidField),
        (guarantee(decided=None), InvalidField),
        (guarantee(decided=datetime.date(2019, 1, 1)), InvalidField),
        (guarantee(unit=PartyId("nobody")), UnknownParty),
        (item(clause=None), InvalidField),
        (item(amount=1), InvalidField),
    ],
)
def test_a_line_of_the_list_has_what_its_kind_has(line: Any, refusal: type[Refusal]) -> None:
    """Projects: day and amount within the three years (12); checklist items: the clause (26)."""
    listing = commands.ListObjects(objects=(line,))
    Desk().refuses(refusal, OFFICE, "list_objects", listing)


def test_the_checklist_of_political_supervision_is_one_for_each_unit() -> None:
    """Decision from above → checklist per unit (mechanism 30), owed from the day of the plan."""
    desk = Desk(kind="political_supervision", decision=DECISION)
    assert desk.owed == {(OFFICE, "checklist")}
    for_nobody = commands.ListObjects(objects=(item(unit=None),))
    desk.refuses(InvalidField, OFFICE, "list_objects", for_nobody)
    desk.act(OFFICE, "list_objects", commands.ListObjects(objects=(item(),)))
    desk.act(OFFICE, "fix_list", commands.FixList())
    assert desk.owed == {(OFFICE, "quarterly-report")}


def test_the_list_is_fixed_once_it_has_something() -> None:
    """对象清单确定: what comes later needs a reason."""
    desk = Desk()
    desk.refuses(WrongState, OFFICE, "fix_list", commands.FixList())
    desk.act(OFFICE, "list_objects", commands.ListObjects(objects=(guarantee(), guarantee(9))))
    desk.refuses(NotFound, EDUCATION_GROUP, "fix_list", commands.FixList())
    (fixed, *_) = desk.act(OFFICE, "fix_list", commands.FixList())
    assert isinstance(fixed, events.ListFixed)
    assert (fixed.objects, fixed.amount) == (2, 5_000_009)
    more = commands.ListObjects(objects=(guarantee(),))
    desk.refuses(WrongState, OFFICE, "list_objects", more)
    desk.act(OFFICE, "list_objects", commands.ListObjects(objects=(guarantee(),), reason="漏报"))
    assert len(desk.state.objects) == 3


FIRST_RULE = """
[[mechanism]]
id = "topical-first"
title = { zh = "先行专题会商", en = "Topical consultation first" }
basis = "试〔2025〕1号第九条"
[[mechanism.obligation]]
id = "consultation"
title = { zh = "组织专题会商", en = "hold the topical consultation" }
on = ["campaign.planned"]
when = { kind = "special_rectification" }
owner = "event.organiser"
owed_to = "party.commission"
due = "10 working days"
fulfilled_by = ["campaign.consulted"]
"""


def consulting(kind: str, *, held: bool, about: bool = True) -> Desk:
    """A campaign under a scheme that has a consultation come first, and one of a kind."""
    desk = Desk(rules=FIRST_RULE)
    desk.act(OFFICE, "list_objects", commands.ListObjects(objects=(guarantee(),)))
    convene = consultations.Convene(
        kind=kind,  # type: ignore[arg-type]
        title="专题会商",
        parties=(EDUCATION_GROUP,),
        planned=desk.world.today,
        agenda=(AgendaItem(title="投资担保", campaign=desk.stream if about else None),),
    )
    desk.act(OFFICE, "consultation.convene", convene)
    if held:
        present = (Attendance(party=OFFICE), Attendance(party=EDUCATION_GROUP))
        desk.act(OFFICE, "consultation.hold", consultations.Hold(present=present, minutes="议定"))
    return desk


def test_who_knows_nothing_of_a_campaign_puts_nothing_about_it_on_an_agenda() -> None:
    desk = consulting("topical", held=False)
    for campaign in (desk.stream, stream("campaign", "none"), stream("notice", "first")):
        party = HEALTH_GROUP if campaign == desk.stream else OFFICE
        point = consultations.Convene(
            kind="topical",
            title="另一次会商",
            parties=(EDUCATION_GROUP,),
            planned=desk.world.today,
            agenda=(AgendaItem(title="投资担保", campaign=campaign),),
        )
        with refused(desk.world, NotFound):
            desk.world.ask(
                "consultation.convene",
                stream("consultation", "second"),
                point,
                actor=person(desk.actors[party]),
                party=party,
            )


def test_where_the_scheme_says_so_a_topical_consultation_comes_first() -> None:
    """组织专题会商 before projects are screened one by one (mechanism 12): the scheme's, not the code's."""
    desk = consulting("topical", held=True)
    desk.refuses(errors.ConsultationFirst, OFFICE, "fix_list", commands.FixList())
    record = commands.RecordConsultation(consultation=stream("consultation", "first"))
    told = desk.act(OFFICE, "record_consultation", record)
    assert [type(each) for each in told] == [events.Consulted, Fulfilled]
    desk.act(OFFICE, "fix_list", commands.FixList())
    assert desk.state.stage == "listed"


@pytest.mark.parametrize(
    ("kind", "held", "about"),
    [("joint_sweep", True, True), ("topical", False, True), ("topical", True, False)],
)
def test_another_meeting_does_not_stand_for_it(kind: str, held: bool, about: bool) -> None:
    """It has to be topical, held, and about this campaign."""
    desk = consulting(kind, held=held, about=about)
    record = commands.RecordConsultation(consultation=stream("consultation", "first"))
    desk.refuses(errors.NoSuchConsultation, OFFICE, "record_consultation", record)
    other = commands.RecordConsultation(consultation=stream("notice", "first"))
    desk.refuses(errors.NoSuchConsultation, OFFICE, "record_consultation", other)
