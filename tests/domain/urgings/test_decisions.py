"""Who urges whom about what, and what is refused: given what happened, when an action, then events."""

import datetime
from typing import Any

import pytest

from domain import asking
from domain.cases.errors import BarredFromCase
from domain.cases.state import Case
from domain.errors import InvalidField, NotFound, Refusal, WrongState
from domain.ids import CaseTag, ObligationId, PartyId, StreamId
from domain.leads.state import Lead
from domain.obligations.events import Arisen, Fulfilled, Withdrawn
from domain.streams import StreamState
from domain.urgings import commands, errors, events
from tests.domain.small import (
    CASE_SUPERVISION,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    PARTY_GROUP,
    person,
    stream,
)
from tests.domain.task_orders.desk import CHIEF, feedback
from tests.domain.urgings.desk import DUE, ORDER, Desk, answer, urge, urged


def test_whoever_something_is_owed_to_reminds() -> None:
    """催办 with reply duty: numbered, about one thing owed, between the two alone."""
    desk = Desk()
    feedbacks = [
        each.id
        for each in desk.world.stream(ORDER).obligations.values()
        if (each.arisen.owner, each.arisen.rule) == (EDUCATION_GROUP, "feedback")
    ]
    told = desk.act(OFFICE, "urge", urge(obligation=feedbacks[0]))
    assert isinstance(told[0], events.Urged)
    assert (told[0].number.kind, told[0].number.serial) == ("reminder", 1)
    assert told[0].concerns.parties == (OFFICE, EDUCATION_GROUP)
    assert desk.owed == {(EDUCATION_GROUP, "acknowledgement"), (EDUCATION_GROUP, "answer")}
    assert {each.due for each in told if isinstance(each, Arisen) and each.rule == "answer"} == {
        DUE
    }


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"to": OFFICE}, InvalidField),
        ({"to": CASE_SUPERVISION}, InvalidField),
        ({"to": PARTY_GROUP}, InvalidField),
        ({"due": datetime.date(2026, 1, 4)}, InvalidField),
        ({"obligation": ObligationId("00000000-0000-5000-8000-000000000000")}, InvalidField),
        ({"matter": stream("task_order", "none")}, NotFound),
    ],
)
def test_an_urging_has_to_make_sense(changes: dict[str, Any], refusal: type[Refusal]) -> None:
    """About a matter that is there, of a party that shares a part of it, with a day to come."""
    Desk().refuses(refusal, OFFICE, "urge", urge(**changes))


def test_who_is_owed_nothing_reminds_nobody() -> None:
    """Another addressee is owed nothing; who is not concerned learns not even that there is a matter."""
    desk = Desk()
    desk.refuses(errors.NotYoursToUrge, HEALTH_GROUP, "urge", urge())
    desk.refuses(NotFound, CASE_SUPERVISION, "urge", urge(kind="oversight"))
    desk.order.act(EDUCATION_GROUP, "give_feedback", feedback())
    owed = urge(to=OFFICE, about="请审阅反馈单")
    assert desk.act(EDUCATION_GROUP, "urge", owed)


def test_the_supervising_office_oversees() -> None:
    """督办 by the office that supervises the group, never from below."""
    desk = urged(kind="oversight")
    assert isinstance(desk.world.told[-1].event, Arisen)
    desk.stream = stream("urging", "second")
    upward = urge(kind="oversight", to=OFFICE)
    desk.refuses(errors.NotYoursToUrge, EDUCATION_GROUP, "urge", upward)


def test_a_lead_is_urged_about_in_itself() -> None:
    """Leads keep their own reminder: recusal and scope of knowledge hold there (R 295, 299)."""
    desk = Desk()
    lead: StreamId = stream("lead", "one")
    circles = {"lead": frozenset({OFFICE, EDUCATION_GROUP})}
    desk.world.streams[lead] = StreamState(lead, 3, Lead(stage="handling"), circles=circles)
    desk.refuses(errors.UrgedInItself, OFFICE, "urge", urge(matter=lead))
    desk.refuses(NotFound, HEALTH_GROUP, "urge", urge(matter=lead))


def case_between(desk: Desk, **changes: Any) -> StreamId:
    """A case that the office and the group are concerned with; the group owes the office a step."""
    found: StreamId = stream("case", "one")
    owed = desk.world.stream(ORDER).obligations
    state = Case(stage="investigating", handling_party=EDUCATION_GROUP, **changes)
    circles = {"case": frozenset({OFFICE, EDUCATION_GROUP})}
    desk.world.streams[found] = StreamState(found, 3, state, owed, circles)
    return found


def test_about_a_case_it_carries_the_tag_and_who_is_recused_keeps_out() -> None:
    """Nothing of a case is read, nor said, by whom recusal keeps out of it (SL 67, R 295)."""
    desk = Desk()
    case = case_between(desk)
    before = len(desk.world.told)
    desk.act(OFFICE, "urge", urge(matter=case))
    assert {told.case for told in desk.world.told[before:]} == {CaseTag(case)}
    case_between(desk, recused=(person("group-head"),))
    desk.refuses(BarredFromCase, EDUCATION_GROUP, "answer", answer())
    case_between(desk, recused=(person("office-head"),))
    desk.stream = stream("urging", "second")
    desk.refuses(BarredFromCase, OFFICE, "urge", urge(matter=case))


def test_an_answer_is_late_returned_given_anew_and_accepted() -> None:
    """The reply duty is one like any other (DOMAIN.md §1.10)."""
    desk = urged()
    desk.world.pass_to(datetime.date(2026, 1, 14))
    told = desk.act(EDUCATION_GROUP, "answer", answer())
    assert [each.late_working_days for each in told if isinstance(each, Fulfilled)] == [6, 3]
    desk.refuses(NotFound, HEALTH_GROUP, "answer", answer())
    desk.refuses(WrongState, OFFICE, "answer", answer())
    back = commands.ReturnAnswer(reason="未说明完成时间")
    desk.refuses(asking.NotTheIssuer, EDUCATION_GROUP, "return_answer", back)
    desk.act(OFFICE, "return_answer", back)
    assert desk.owed == {(EDUCATION_GROUP, "better-answer")}
    desk.act(EDUCATION_GROUP, "answer", answer())
    desk.act(OFFICE, "accept_answer", commands.AcceptAnswer())
    assert desk.owed == set()
    desk.refuses(WrongState, OFFICE, "accept_answer", commands.AcceptAnswer())
    again = commands.Acknowledge()
    desk.refuses(asking.NothingToSign, EDUCATION_GROUP, "acknowledge", again)


def test_a_corrected_day_moves_what_is_owed_and_annulling_withdraws_it() -> None:
    """更正 and 作废 (DOMAIN.md §1.12): with reason and approver, by who urged; the number is kept."""
    desk = urged()
    later = DUE + datetime.timedelta(days=4)
    right = commands.Correct(reason="期限有误", approved_by=CHIEF, due=later)
    told = desk.act(OFFICE, "correct", right)
    assert [each.due for each in told if isinstance(each, Arisen)] == [later]
    nothing = commands.Correct(reason="误", approved_by=CHIEF)
    desk.refuses(InvalidField, OFFICE, "correct", nothing)
    desk.refuses(asking.NotTheIssuer, EDUCATION_GROUP, "correct", right)
    told = desk.act(OFFICE, "annul", commands.Annul(reason="已办结", approved_by=CHIEF))
    assert {type(each) for each in told} == {events.Annulled, Withdrawn}
    desk.stream = stream("urging", "second")
    (second, *_) = desk.act(OFFICE, "urge", urge(to=PartyId("sg-health")))
    assert isinstance(second, events.Urged)
    assert second.number.serial == 2
