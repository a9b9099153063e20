"""What daily supervision allows and refuses: given what happened, an action, then events or a refusal."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from domain.asking import NothingToSign
from domain.daily_supervisions import commands, errors, events
from domain.daily_supervisions.state import DailySupervision
from domain.errors import InvalidField, NotFound, Refusal, UnknownParty, WrongState
from domain.ids import PartyId, StreamId
from domain.integrity_opinions import commands as opinions
from domain.model import Command
from domain.obligations.events import Fulfilled, Withdrawn
from domain.oversight import KeyPerson, NotStationedThere, NotTheLinkedOffice
from domain.rectifications import commands as rectifications
from tests.domain.cadences import shares
from tests.domain.desk import FamilyDesk
from tests.domain.small import (
    COMMISSION,
    EDUCATION_GROUP,
    FIRST_DAY,
    HEALTH_GROUP,
    OFFICE,
    PARTY_GROUP,
    person,
    stream,
)

ACTORS = {OFFICE: "office-head", EDUCATION_GROUP: "group-head", HEALTH_GROUP: "health-head"}
UNIT = PartyId("education")
HEALTH = PartyId("health")
OPINION = stream("integrity_opinion", "first")
STAY = commands.Stay(begins=FIRST_DAY, ends=FIRST_DAY, team=(person("group-clerk"),))
NOTHING = commands.Result(outcome="nothing", text="未发现问题")
REMINDER = commands.Result(outcome="reminder", text="提醒规范招标")


class Desk(FamilyDesk[DailySupervision]):
    """The small city on a Monday in January, and one act of daily supervision."""

    family = "daily_supervision"
    mechanisms = (
        "daily-supervisions",
        "integrity-opinions",
    )


def record(**changes: Any) -> commands.Record:
    plain: dict[str, Any] = {
        "unit": UNIT,
        "method": "site_check",
        "focuses": ("key_node", "key_function"),
        "title": "检查校舍项目验收",
        "findings": "验收资料齐全",
    }
    return commands.Record(**(plain | changes))


def recorded(**changes: Any) -> Desk:
    desk = Desk()
    desk.act(EDUCATION_GROUP, "record", record(**changes))
    return desk


def conclude(*results: commands.Result) -> commands.Conclude:
    return commands.Conclude(results=results or (NOTHING,))


def correct(**changes: Any) -> commands.Correct:
    return commands.Correct(reason="误", approved_by=person("group-deputy"), **changes)


def give_opinion(desk: Desk) -> None:
    """The office asks for an opinion about somebody of the unit, and the group gives it."""
    candidate = KeyPerson(person=person("candidate"), name="张某", post="科长")
    asked = opinions.Ask(unit=UNIT, person=candidate, purpose="提任", due=FIRST_DAY)
    act = desk.world.ask
    act("integrity_opinion.ask", OPINION, asked, actor=person("office-head"), party=OFFICE)
    given = opinions.Answer(view="no_objection", text="无")
    head = person("group-head")
    act("integrity_opinion.answer", OPINION, given, actor=head, party=EDUCATION_GROUP)


def test_a_group_records_what_it_did_at_its_unit_and_owes_the_result() -> None:
    """Method × focus at a unit (mechanism 29); group, linked office and commission know of it."""
    desk = Desk()
    (told, *_) = desk.act(EDUCATION_GROUP, "record", record())
    assert isinstance(told, events.Recorded)
    assert told.concerns.parties == (EDUCATION_GROUP, OFFICE, COMMISSION)
    assert desk.owed == {(EDUCATION_GROUP, "result")}
    desk.refuses(NotFound, HEALTH_GROUP, "conclude", conclude())
    desk.refuses(errors.NotTheSupervisor, OFFICE, "conclude", conclude())


@pytest.mark.parametrize(
    ("party", "changes", "refusal"),
    [
        (HEALTH_GROUP, {}, NotStationedThere),
        (EDUCATION_GROUP, {"unit": "nobody"}, UnknownParty),
        (EDUCATION_GROUP, {"unit": "pg-education"}, InvalidField),
        (EDUCATION_GROUP, {"focuses": ("key_few", "key_few")}, InvalidField),
        (EDUCATION_GROUP, {"method": "stay"}, InvalidField),
        (EDUCATION_GROUP, {"stay": STAY}, InvalidField),
        (EDUCATION_GROUP, {"method": "integrity_opinion"}, InvalidField),
        (EDUCATION_GROUP, {"opinion": OPINION}, InvalidField),
        (EDUCATION_GROUP, {"method": "integrity_opinion", "opinion": OPINION}, NotFound),
    ],
)
def test_a_record_has_to_make_sense(
    party: PartyId, changes: dict[str, Any], refusal: type[Refusal]
) -> None:
    """Of a unit of one's own; a stay has dates and team, an integrity opinion was given."""
    Desk().refuses(refusal, party, "record", record(**changes))


@pytest.mark.parametrize(
    ("begins", "ends", "member"),
    [(0, 1, "group-clerk"), (0, -1, "group-clerk"), (0, 0, "health-head")],
)
def test_a_stay_is_over_and_its_team_was_the_groups(begins: int, ends: int, member: str) -> None:
    """驻点 with dates and team."""
    first = FIRST_DAY + datetime.timedelta(days=begins)
    last = FIRST_DAY + datetime.timedelta(days=ends)
    stay = commands.Stay(begins=first, ends=last, team=(person(member),))
    Desk().refuses(InvalidField, EDUCATION_GROUP, "record", record(method="stay", stay=stay))


def test_an_integrity_opinion_counts_once_it_was_given() -> None:
    """It is the group's own opinion, about somebody of that unit."""
    desk = Desk()
    counted = record(method="integrity_opinion", focuses=("key_few",), opinion=OPINION)
    give_opinion(desk)
    desk.refuses(
        NotFound,
        EDUCATION_GROUP,
        "record",
        record(method="integrity_opinion", opinion=stream("integrity_opinion", "other")),
    )
    assert isinstance(desk.act(EDUCATION_GROUP, "record", counted)[0], events.Recorded)


@pytest.mark.parametrize(
    ("results", "refusal"),
    [
        ((NOTHING, REMINDER), InvalidField),
        ((commands.Result(outcome="lead", text="线索"),), InvalidField),
        (
            (commands.Result(outcome="reminder", text="提醒", matter=stream("lead", "x")),),
            errors.MatterDoesNotFit,
        ),
        (
            (commands.Result(outcome="nothing", text="无", matter=stream("notice", "x")),),
            errors.MatterDoesNotFit,
        ),
        ((commands.Result(outcome="lead", text="线索", matter=stream("lead", "x")),), NotFound),
        (
            (commands.Result(outcome="problem", text="问题", matter=OPINION),),
            errors.MatterDoesNotFit,
        ),
    ],
)
def test_a_result_goes_on_in_a_matter_of_its_kind(
    results: tuple[commands.Result, ...], refusal: type[Refusal]
) -> None:
    """lead | problem | reminder | nothing; what is named exists and is the group's to know."""
    recorded().refuses(refusal, EDUCATION_GROUP, "conclude", conclude(*results))


def raise_problem(desk: Desk, party: PartyId, unit: PartyId, name: str) -> StreamId:
    """A group raises a problem found at a unit of its own, to be rectified."""
    item = stream("rectification", name)
    problem = rectifications.RaiseProblem(
        origin="daily_supervision", title="验收资料不齐", unit=unit
    )
    who = person(ACTORS[party])
    desk.world.ask("rectification.raise_problem", item, problem, actor=who, party=party)
    return item


def test_a_problem_goes_on_in_a_rectification_of_the_groups_own() -> None:
    """→ problem (mechanism 29, 5); nobody learns by naming what is another's."""
    desk = recorded()
    health = replace(desk.world.jurisdiction.party(UNIT), code=HEALTH, stationed_group=HEALTH_GROUP)
    desk.world.jurisdiction = desk.world.jurisdiction.with_party(health, stream("party", "health"))
    own = raise_problem(desk, EDUCATION_GROUP, UNIT, "own")
    foreign = raise_problem(desk, HEALTH_GROUP, HEALTH, "foreign")
    named = [
        commands.Result(outcome="problem", text="资料不齐", matter=each) for each in (own, foreign)
    ]
    desk.refuses(NotFound, EDUCATION_GROUP, "conclude", conclude(*named))
    told = desk.act(EDUCATION_GROUP, "conclude", conclude(named[0], REMINDER))
    assert [type(each) for each in told] == [events.Concluded, Fulfilled]


def test_the_result_is_late_by_working_days_and_is_given_once() -> None:
    """Overdue is not an end (DOMAIN.md §1.10)."""
    desk = recorded()
    desk.world.pass_to(datetime.date(2026, 1, 14))
    told = desk.act(EDUCATION_GROUP, "conclude", conclude(REMINDER))
    assert [each.late_working_days for each in told if isinstance(each, Fulfilled)] == [2]
    desk.refuses(WrongState, EDUCATION_GROUP, "conclude", conclude())


def test_a_result_that_does_not_do_is_returned_by_the_linked_office() -> None:
    """By nobody else, and only what was said; the group says anew what came of it."""
    desk = recorded()
    back = commands.Return(reason="应列为问题")
    desk.refuses(WrongState, OFFICE, "return", back)
    desk.act(EDUCATION_GROUP, "conclude", conclude(NOTHING))
    desk.refuses(NotTheLinkedOffice, EDUCATION_GROUP, "return", back)
    desk.act(OFFICE, "return", back)
    assert desk.owed == {(EDUCATION_GROUP, "result-again")}
    desk.refuses(WrongState, OFFICE, "return", back)
    desk.act(EDUCATION_GROUP, "conclude", conclude(REMINDER))
    assert desk.owed == set()


def test_after_a_stay_feedback_is_owed_and_signed_for() -> None:
    """驻点 with dates, team and feedback; the party told learns its feedback and nothing else."""
    desk = recorded(method="stay", stay=STAY)
    assert desk.owed == {(EDUCATION_GROUP, "result"), (EDUCATION_GROUP, "feedback")}
    elsewhere = commands.FeedBack(to=OFFICE, text="反馈")
    desk.refuses(InvalidField, EDUCATION_GROUP, "feed_back", elsewhere)
    told = commands.FeedBack(to=UNIT, text="请规范验收")
    (fed_back, *_) = desk.act(EDUCATION_GROUP, "feed_back", told)
    assert fed_back.concerns.parties == (EDUCATION_GROUP, UNIT)
    desk.refuses(InvalidField, EDUCATION_GROUP, "feed_back", told)
    assert (UNIT, "receipt") in desk.owed
    desk.refuses(NothingToSign, EDUCATION_GROUP, *signing())
    desk.act(EDUCATION_GROUP, "feed_back", commands.FeedBack(to=PARTY_GROUP, text="请规范"))
    assert desk.owed >= {(UNIT, "receipt"), (PARTY_GROUP, "receipt")}


def signing() -> tuple[str, Command]:
    return "acknowledge_feedback", commands.AcknowledgeFeedback()


def test_a_correction_says_what_and_who_approved() -> None:
    """更正 with reason and approver (DOMAIN.md §1.12)."""
    desk = recorded()
    deputy = person("group-deputy")
    right = commands.Correct(reason="误", approved_by=deputy, focuses=("key_few",))
    desk.refuses(InvalidField, EDUCATION_GROUP, "correct", correct())
    assert [type(each) for each in desk.act(EDUCATION_GROUP, "correct", right)] == [
        events.Corrected
    ]


def test_of_an_annulled_record_nothing_is_owed() -> None:
    """作废 withdraws what is owed, feedback included."""
    desk = recorded(method="stay", stay=STAY)
    desk.act(EDUCATION_GROUP, "feed_back", commands.FeedBack(to=UNIT, text="反馈"))
    mistaken = commands.Annul(reason="重复", approved_by=person("group-deputy"))
    told = desk.act(EDUCATION_GROUP, "annul", mistaken)
    assert {type(each) for each in told} == {events.Annulled, Withdrawn}
    assert desk.owed == set()


def test_a_lead_that_is_named_is_the_groups_to_know() -> None:
    """The result may name only what concerns the group: nobody learns by naming."""
    desk = recorded()
    foreign = StreamId("talk/00000000-0000-4000-8000-000000000001")
    result = commands.Result(outcome="lead", text="线索", matter=foreign)
    desk.refuses(errors.MatterDoesNotFit, EDUCATION_GROUP, "conclude", conclude(result))


def test_what_was_no_stay_and_what_was_one_is_corrected_and_feedback_owed_or_not() -> None:
    """A stay goes with its dates and team; feedback is owed for one, unless it was given."""
    desk = recorded()
    before = desk.state.done
    desk.refuses(InvalidField, EDUCATION_GROUP, "correct", correct(method="stay"))
    desk.refuses(InvalidField, EDUCATION_GROUP, "correct", correct(stay=STAY))
    desk.act(EDUCATION_GROUP, "correct", correct(method="stay", stay=STAY))
    assert desk.owed == {(EDUCATION_GROUP, "result"), (EDUCATION_GROUP, "feedback")}
    team = replace(STAY, team=(person("group-deputy"),))
    desk.act(EDUCATION_GROUP, "correct", correct(stay=team))
    assert desk.state.done.stay == team
    assert desk.owed == {(EDUCATION_GROUP, "result"), (EDUCATION_GROUP, "feedback")}
    desk.act(EDUCATION_GROUP, "correct", correct(method="talk"))
    assert desk.state.done == replace(before, method="talk")
    assert desk.owed == {(EDUCATION_GROUP, "result")}
    desk.act(EDUCATION_GROUP, "feed_back", commands.FeedBack(to=UNIT, text="反馈"))
    desk.act(EDUCATION_GROUP, "correct", correct(method="stay", stay=STAY))
    assert (EDUCATION_GROUP, "feedback") not in desk.owed


def test_at_which_unit_it_was_is_corrected() -> None:
    """To another unit of the group's own; the history keeps the first."""
    desk = recorded()
    desk.refuses(InvalidField, EDUCATION_GROUP, "correct", correct(unit=PARTY_GROUP))
    desk.refuses(UnknownParty, EDUCATION_GROUP, "correct", correct(unit=PartyId("nobody")))
    sports, jurisdiction = PartyId("sports"), desk.world.jurisdiction
    parties = {**jurisdiction.parties, sports: replace(jurisdiction.parties[UNIT], code=sports)}
    desk.world.jurisdiction = replace(jurisdiction, parties=parties)
    (told,) = desk.act(EDUCATION_GROUP, "correct", correct(unit=sports))
    assert isinstance(told, events.Corrected)
    assert (told.unit, desk.state.unit) == (sports, sports)


def test_what_came_of_it_is_corrected_once_it_was_said() -> None:
    """As when it was said: nothing stands alone, each goes on in a matter of its kind."""
    desk = recorded()
    right = correct(results=(REMINDER,))
    desk.refuses(WrongState, EDUCATION_GROUP, "correct", right)
    desk.act(EDUCATION_GROUP, "conclude", conclude(NOTHING))
    both = correct(results=(NOTHING, REMINDER))
    desk.refuses(InvalidField, EDUCATION_GROUP, "correct", both)
    (told,) = desk.act(EDUCATION_GROUP, "correct", right)
    assert isinstance(told, events.Corrected)
    assert told.results == (REMINDER,)


def test_a_unit_at_which_nothing_was_done_is_owed_it_each_half_year() -> None:
    """By no method and on no focus: owed to the office (ADR 0008), late in July, and then in time."""
    desk = Desk()
    desk.world.settle()
    first, second = datetime.date(2026, 6, 30), datetime.date(2026, 12, 31)
    assert shares(desk.world) == {UNIT: (EDUCATION_GROUP, OFFICE, first)}
    desk.world.pass_to(datetime.date(2026, 7, 2))
    for days, due in ((2, {second}), (0, set())):
        told = desk.act(EDUCATION_GROUP, "record", record())
        assert [each.late_working_days for each in told if isinstance(each, Fulfilled)] == [days]
        assert {each[2] for each in shares(desk.world).values()} == due
        desk.stream = stream("daily_supervision", "second")
