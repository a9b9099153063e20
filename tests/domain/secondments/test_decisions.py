"""What secondments allow and refuse: given what happened, when an action, then events or a refusal."""

import datetime
from typing import Any

import pytest

from domain.errors import InvalidField, NotFound, Refusal, UnknownParty, WrongState
from domain.ids import PartyId
from domain.obligations import events as obligations
from domain.secondments import commands, errors, events
from domain.secondments.state import Secondment
from tests.domain.desk import FamilyDesk
from tests.domain.small import (
    CASE_SUPERVISION,
    COMMISSION,
    EDUCATION_GROUP,
    FIRST_DAY,
    HEALTH_GROUP,
    OFFICE,
    person,
)

BEGINS = datetime.date(2026, 1, 12)
UNTIL = datetime.date(2026, 1, 21)
CLERK = person("group-clerk")


class Desk(FamilyDesk[Secondment]):
    """The small city on a Monday in January, and one secondment."""

    family = "secondment"
    mechanisms = ("secondments",)


def propose(**changes: Any) -> commands.Propose:
    plain: dict[str, Any] = {
        "person": CLERK,
        "kind": "case",
        "home": EDUCATION_GROUP,
        "host": OFFICE,
        "begins": BEGINS,
        "until": UNTIL,
        "purpose": "跟班学习办案",
    }
    return commands.Propose(**(plain | changes))


def begin(mentor: str = "office-clerk") -> commands.Begin:
    return commands.Begin(mentor=person(mentor))


def correct(**changes: Any) -> commands.Correct:
    return commands.Correct(reason="误", approved_by=person("leader"), **changes)


SEND_BACK = commands.SendBack(appraisal="证据意识增强")


def proposed() -> Desk:
    desk = Desk()
    desk.act(COMMISSION, "propose", propose())
    return desk


def begun() -> Desk:
    desk = proposed()
    desk.act(EDUCATION_GROUP, "agree", commands.Agree())
    desk.act(OFFICE, "begin", begin())
    return desk


def owed(desk: Desk) -> dict[tuple[PartyId, str], datetime.date]:
    open_ones = desk.world.stream(desk.stream).obligations.values()
    return {(each.arisen.owner, each.arisen.rule): each.due for each in open_ones}


def test_a_person_is_to_learn_at_another_body() -> None:
    """以案代训 (mechanism 28): their own body is to agree, then the host takes them in."""
    desk = Desk()
    (told, *_) = desk.act(COMMISSION, "propose", propose())
    assert told.concerns.parties == (COMMISSION, EDUCATION_GROUP, OFFICE)
    assert owed(desk) == {(EDUCATION_GROUP, "answer"): datetime.date(2026, 1, 8)}
    desk.refuses(errors.NotYourSecondment, OFFICE, "agree", commands.Agree())
    desk.act(EDUCATION_GROUP, "agree", commands.Agree())
    assert owed(desk) == {(OFFICE, "arrival"): BEGINS}


@pytest.mark.parametrize(
    ("party", "changes", "refusal"),
    [
        (EDUCATION_GROUP, {}, errors.NotForSecondments),
        (OFFICE, {}, errors.NotForSecondments),
        (COMMISSION, {"home": "nobody"}, UnknownParty),
        (COMMISSION, {"host": "nobody"}, UnknownParty),
        (COMMISSION, {"host": EDUCATION_GROUP}, InvalidField),
        (COMMISSION, {"kind": "inspection"}, InvalidField),
        (COMMISSION, {"person": person("health-clerk")}, InvalidField),
        (COMMISSION, {"begins": FIRST_DAY - datetime.timedelta(days=1)}, InvalidField),
        (COMMISSION, {"until": BEGINS}, InvalidField),
    ],
)
def test_a_secondment_has_to_make_sense(
    party: PartyId, changes: dict[str, Any], refusal: type[Refusal]
) -> None:
    """By who manages cadres, of a person of the home body, to another, for days to come."""
    Desk().refuses(refusal, party, "propose", propose(**changes))


def test_one_learns_by_inspection_at_an_inspecting_body() -> None:
    """以巡代训."""
    by_inspection = propose(kind="inspection", host=PartyId("inspection"))
    assert Desk().act(COMMISSION, "propose", by_inspection)


def test_a_proposal_declined_is_made_again_for_other_days() -> None:
    """The home body agrees, nobody for it."""
    desk = proposed()
    desk.act(EDUCATION_GROUP, "decline", commands.Decline(reason="专项监督正在进行"))
    assert owed(desk) == {(COMMISSION, "revision"): datetime.date(2026, 1, 12)}
    past = commands.Revise(begins=FIRST_DAY - datetime.timedelta(days=3), until=UNTIL)
    desk.refuses(InvalidField, COMMISSION, "revise", past)
    later = datetime.date(2026, 2, 2)
    days = commands.Revise(begins=later, until=datetime.date(2026, 3, 2))
    desk.refuses(errors.NotYourSecondment, OFFICE, "revise", days)
    desk.act(COMMISSION, "revise", days)
    assert owed(desk) == {(EDUCATION_GROUP, "answer"): datetime.date(2026, 1, 8)}
    desk.act(EDUCATION_GROUP, "agree", commands.Agree())
    assert owed(desk) == {(OFFICE, "arrival"): later}


def test_the_mentor_is_of_the_host() -> None:
    """导师帮带."""
    desk = proposed()
    desk.act(EDUCATION_GROUP, "agree", commands.Agree())
    desk.refuses(InvalidField, OFFICE, "begin", begin("health-clerk"))
    desk.act(OFFICE, "begin", begin())
    assert owed(desk) == {(OFFICE, "return"): UNTIL}


def test_a_person_is_sent_back_late_with_an_appraisal() -> None:
    """Overdue is not an end (DOMAIN.md §1.10); the appraisal is a class of its own."""
    desk = begun()
    desk.world.pass_to(datetime.date(2026, 1, 23))
    told = desk.act(OFFICE, "send_back", SEND_BACK)
    late = [each.late_working_days for each in told if isinstance(each, obligations.Fulfilled)]
    assert late == [2]
    classes = {type(each): each.concerns.visibility for each in told}
    assert classes[events.SentBack] == "secondment"
    assert classes[events.Appraised] == "secondment_appraisal"
    assert owed(desk) == {}


def test_the_home_body_lets_a_person_stay_longer() -> None:
    """Their day moves; it does not move back."""
    desk = begun()
    longer = commands.Extend(until=UNTIL + datetime.timedelta(days=5), reason="案件未结")
    desk.refuses(errors.NotYourSecondment, OFFICE, "extend", longer)
    shorter = commands.Extend(until=UNTIL, reason="提前")
    desk.refuses(InvalidField, EDUCATION_GROUP, "extend", shorter)
    desk.act(EDUCATION_GROUP, "extend", longer)
    assert owed(desk) == {(OFFICE, "return"): longer.until}


def test_others_do_not_know_of_it() -> None:
    """Cadre data is apart: not even case supervision, or another group."""
    desk = proposed()
    for party in (CASE_SUPERVISION, HEALTH_GROUP):
        desk.refuses(NotFound, party, "agree", commands.Agree())


def test_a_proposal_is_withdrawn_before_it_began() -> None:
    """Of it nothing is owed."""
    withdrawn = commands.Withdraw(reason="工作调整")
    begun().refuses(WrongState, COMMISSION, "withdraw", withdrawn)
    desk = proposed()
    told = desk.act(COMMISSION, "withdraw", withdrawn)
    assert {type(each) for each in told} == {events.Withdrawn, obligations.Withdrawn}


def test_the_host_corrects_its_appraisal() -> None:
    """更正 (DOMAIN.md §1.12), approved by another who leads; it stays in its class."""
    desk = begun()
    right = commands.Correct(reason="误", approved_by=person("chief"), appraisal="更正")
    desk.refuses(WrongState, OFFICE, "correct", right)
    desk.act(OFFICE, "send_back", SEND_BACK)
    (told,) = desk.act(OFFICE, "correct", right)
    assert told.concerns.visibility == "secondment_appraisal"


def test_of_an_annulled_secondment_nothing_is_owed() -> None:
    """作废 withdraws what is owed."""
    desk = begun()
    mistaken = commands.Annul(reason="重复", approved_by=person("chief"))
    told = desk.act(COMMISSION, "annul", mistaken, actor="leader")
    assert {type(each) for each in told} == {events.Annulled, obligations.Withdrawn}
    assert owed(desk) == {}


@pytest.mark.parametrize(
    ("home", "host", "fits"),
    [
        (EDUCATION_GROUP, OFFICE, True),
        (EDUCATION_GROUP, PartyId("inspection"), True),
        (EDUCATION_GROUP, HEALTH_GROUP, False),
        (EDUCATION_GROUP, PartyId("education"), False),
    ],
)
def test_an_exchange_goes_between_organ_groups_and_inspection(
    home: PartyId, host: PartyId, fits: bool
) -> None:
    """机关、派驻、巡察干部交流融合 (Wuhu): not from group to group, nor to a unit."""
    exchange = propose(kind="exchange", home=home, host=host)
    if fits:
        Desk().act(COMMISSION, "propose", exchange)
    else:
        Desk().refuses(InvalidField, COMMISSION, "propose", exchange)


def test_the_organiser_corrects_the_days_and_what_is_owed_follows() -> None:
    """Before the person arrived the first, until they went back the last; the purpose at any time."""
    desk = proposed()
    day = datetime.date(2026, 1, 13)
    desk.act(COMMISSION, "correct", correct(begins=day))
    assert {rule for _, rule in owed(desk)} == {"answer"}
    desk.act(EDUCATION_GROUP, "agree", commands.Agree())
    assert owed(desk) == {(OFFICE, "arrival"): day}
    desk.act(COMMISSION, "correct", correct(begins=BEGINS, purpose="跟班办案"))
    assert owed(desk) == {(OFFICE, "arrival"): BEGINS}
    desk.refuses(errors.NotYourSecondment, OFFICE, "correct", correct(begins=day))
    desk.refuses(InvalidField, COMMISSION, "correct", correct(until=BEGINS))
    desk.refuses(InvalidField, COMMISSION, "correct", correct())
    desk.act(OFFICE, "begin", begin())
    desk.refuses(WrongState, COMMISSION, "correct", correct(begins=day))
    later = datetime.date(2026, 1, 23)
    desk.act(COMMISSION, "correct", correct(until=later))
    assert owed(desk) == {(OFFICE, "return"): later}


def test_the_host_corrects_who_is_mentor() -> None:
    """Somebody of its own on the day of arrival."""
    desk = proposed()
    right = correct(mentor=person("office-head"))
    desk.refuses(WrongState, OFFICE, "correct", right)
    desk.act(EDUCATION_GROUP, "agree", commands.Agree())
    desk.act(OFFICE, "begin", begin())
    before = owed(desk)
    desk.refuses(errors.NotYourSecondment, COMMISSION, "correct", right)
    desk.refuses(InvalidField, OFFICE, "correct", correct(mentor=CLERK))
    (told,) = desk.act(OFFICE, "correct", right)
    assert isinstance(told, events.Corrected)
    assert told.mentor == person("office-head")
    assert owed(desk) == before
