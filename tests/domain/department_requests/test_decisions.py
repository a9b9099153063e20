"""What requests to departments allow and refuse: given what happened, when an action, then events."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from domain import asking
from domain.department_requests import commands, errors, events
from domain.errors import InvalidField, NotAuthorised, NotFound, Refusal, UnknownParty, WrongState
from domain.ids import PartyId, StreamId
from domain.obligations.events import Arisen, Fulfilled, Withdrawn
from tests.domain.department_requests.desk import (
    CHIEF,
    DUE,
    LETTER,
    Desk,
    ask,
    asked,
    items,
    share,
    supply,
)
from tests.domain.desk import HEADS
from tests.domain.small import (
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    PARTY_GROUP,
    found_lead,
    person,
    stream,
)

OBLIGATION = (Arisen, Fulfilled, Withdrawn)
SUPPLYING = (EDUCATION_GROUP, "answer", supply())
ACCEPT = (EDUCATION_GROUP, "accept_answer", commands.AcceptAnswer())


def test_data_are_asked_with_the_minimum_of_the_departments_procedure() -> None:
    """Request → answer with departments (mechanism 10), with minimum fields (23); each field once."""
    desk = Desk()
    told = desk.act(EDUCATION_GROUP, "issue", ask())
    assert isinstance(told[0], events.Issued)
    assert told[0].fields == ("unit", "period", "supplier")
    assert (told[0].number.kind, told[0].number.serial) == ("department_request", 1)
    assert told[0].concerns.parties == (EDUCATION_GROUP, PARTY_GROUP)
    assert desk.owed == {(PARTY_GROUP, "acknowledgement"), (PARTY_GROUP, "answer")}
    assert {each.due for each in told if isinstance(each, Arisen) and each.rule == "answer"} == {
        DUE
    }


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"to": PartyId("nobody")}, UnknownParty),
        ({"to": EDUCATION_GROUP}, InvalidField),
        ({"due": datetime.date(2026, 1, 4)}, InvalidField),
        ({"office": "finance"}, InvalidField),
        ({"items": items("unit")}, InvalidField),
        ({"to": HEALTH_GROUP, "fields": ()}, InvalidField),
        ({"to": HEALTH_GROUP, "on_behalf": LETTER}, NotAuthorised),
    ],
)
def test_a_request_has_to_make_sense(changes: dict[str, Any], refusal: type[Refusal]) -> None:
    """From the commission's own line, to another, for something; an office only where there are some."""
    Desk().refuses(refusal, EDUCATION_GROUP, "issue", ask(**changes))


def test_the_host_units_own_department_is_named() -> None:
    """组织人事、信访、审计、财务、法务 (mechanism 10): a host unit has them, and need no procedure."""
    desk = Desk()
    told = desk.act(EDUCATION_GROUP, "issue", ask(to=PartyId("education"), office="finance"))
    assert isinstance(told[0], events.Issued)
    assert (told[0].office, told[0].fields) == ("finance", ("supplier", "period"))


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"items": items("unit", "supplier")}, errors.FieldsMissing),
        ({"items": items("unit", "period", "supplier", "amount")}, InvalidField),
        ({"items": items("unit", "unit", "period", "supplier")}, InvalidField),
        ({"items": (*items("unit", "period"), commands.Item(field="supplier"))}, InvalidField),
        ({"outcome": "noted"}, InvalidField),
    ],
)
def test_data_are_supplied_field_by_field(changes: dict[str, Any], refusal: type[Refusal]) -> None:
    """Each that was asked for, once, with its text or why there is none, and nothing else."""
    asked().refuses(refusal, EDUCATION_GROUP, "answer", supply(**changes))


def test_an_answer_is_late_returned_given_anew_and_accepted() -> None:
    """The duty to answer is one like any other (DOMAIN.md §1.10)."""
    desk = asked()
    desk.refuses(NotFound, HEALTH_GROUP, "answer", supply(on_behalf=None))
    desk.refuses(WrongState, EDUCATION_GROUP, "answer", supply(on_behalf=None))
    desk.world.pass_to(datetime.date(2026, 1, 20))
    told = desk.act(*SUPPLYING)
    assert [each.late_working_days for each in told if isinstance(each, Fulfilled)] == [9, 2]
    desk.act(EDUCATION_GROUP, "return_answer", commands.ReturnAnswer(reason="口径不一致"))
    assert desk.owed == {(PARTY_GROUP, "better-answer")}
    desk.refuses(WrongState, *ACCEPT)
    why = commands.Item(field="supplier", reason="合同尚未签订")
    desk.act(EDUCATION_GROUP, "answer", supply(items=(*items("unit", "period"), why)))
    desk.act(*ACCEPT)
    assert desk.owed == set()
    desk.refuses(WrongState, *SUPPLYING)
    again = commands.Acknowledge(on_behalf=LETTER)
    desk.refuses(asking.NothingToSign, EDUCATION_GROUP, "acknowledge", again)


def received(desk: Desk, party: PartyId) -> StreamId:
    """A lead that a party received."""
    return found_lead(desk.world, party, party=party, by=person(HEADS[party]))


def test_a_finding_is_shared_with_its_minimum_and_taken_up() -> None:
    """shareFinding (mechanism 23): who shared it learns what it was taken up as, and no more."""
    desk = Desk()
    short = share(items=items("unit"))
    desk.refuses(errors.FieldsMissing, EDUCATION_GROUP, "issue", short)
    asking_back = share(fields=("supplier",))
    desk.refuses(InvalidField, EDUCATION_GROUP, "issue", asking_back)
    told = desk.act(EDUCATION_GROUP, "issue", share())
    assert isinstance(told[0], events.Issued)
    assert told[0].number.kind == "shared_finding"
    assert told[0].concerns.parties == (PARTY_GROUP, HEALTH_GROUP)
    lead = received(desk, HEALTH_GROUP)
    for wrong in (
        commands.Answer(),
        commands.Answer(outcome="noted", items=items("unit")),
        commands.Answer(outcome="lead"),
        commands.Answer(outcome="noted", lead=lead),
    ):
        desk.refuses(InvalidField, HEALTH_GROUP, "answer", wrong)
    for foreign in (received(desk, OFFICE), stream("lead", "none"), desk.stream):
        unknown = commands.Answer(outcome="lead", lead=foreign)
        desk.refuses(NotFound, HEALTH_GROUP, "answer", unknown)
    taken = commands.Answer(outcome="lead", lead=lead)
    (*_, answered, _, _) = desk.act(HEALTH_GROUP, "answer", taken)
    assert isinstance(answered, events.Answered)
    assert (answered.outcome, answered.lead, answered.text) == ("lead", lead, None)
    accept = commands.AcceptAnswer(on_behalf=LETTER)
    desk.refuses(NotFound, OFFICE, "accept_answer", commands.AcceptAnswer())
    desk.act(EDUCATION_GROUP, "accept_answer", accept)
    assert desk.owed == set()


def test_a_corrected_day_moves_what_is_owed_and_annulling_withdraws_it() -> None:
    """更正 and 作废 (DOMAIN.md §1.12): with reason and approver, by the issuer; the number is kept."""
    desk = asked()
    later = DUE + datetime.timedelta(days=4)
    right = commands.Correct(reason="期限有误", approved_by=CHIEF, due=later)
    told = desk.act(EDUCATION_GROUP, "correct", right)
    assert [each.due for each in told if isinstance(each, Arisen)] == [later]
    nothing = commands.Correct(reason="误", approved_by=CHIEF)
    desk.refuses(InvalidField, EDUCATION_GROUP, "correct", nothing)
    told = desk.act(EDUCATION_GROUP, "annul", commands.Annul(reason="误发", approved_by=CHIEF))
    assert {type(each) for each in told} == {events.Annulled, Withdrawn}
    desk.stream = stream("department_request", "second")
    (second, *_) = desk.act(EDUCATION_GROUP, "issue", ask())
    assert isinstance(second, events.Issued)
    assert second.number.serial == 2


def test_what_comes_back_unanswered_is_put_right_and_goes_out_again() -> None:
    """退件: signed for with that, owed by who asked; by a new day it is owed anew."""
    desk = asked()
    back = commands.SendBack(ground="papers_missing", reason="未附调取依据")
    desk.refuses(WrongState, EDUCATION_GROUP, "send_back", back)
    desk.refuses(NotFound, HEALTH_GROUP, "send_back", back)
    by_letter = replace(back, on_behalf=LETTER)
    told = desk.act(EDUCATION_GROUP, "send_back", by_letter)
    assert [type(each) for each in told if not isinstance(each, OBLIGATION)] == [
        events.Acknowledged,
        events.SentBack,
    ]
    assert desk.owed == {(EDUCATION_GROUP, "redirect")}
    desk.refuses(WrongState, *SUPPLYING)
    right = commands.Correct(reason="未附依据", approved_by=CHIEF, text="附调取依据")
    desk.refuses(InvalidField, EDUCATION_GROUP, "correct", right)
    later = DUE + datetime.timedelta(days=4)
    desk.world.pass_to(datetime.date(2026, 1, 9))
    told = desk.act(EDUCATION_GROUP, "correct", replace(right, due=later))
    assert [each.late_working_days for each in told if isinstance(each, Fulfilled)] == [1]
    assert desk.owed == {(PARTY_GROUP, "acknowledgement"), (PARTY_GROUP, "answer")}
    desk.act(*SUPPLYING)
    desk.refuses(WrongState, EDUCATION_GROUP, "send_back", by_letter)


def test_another_department_of_the_unit_is_named_by_a_correction() -> None:
    """Only of a party that has departments of its own."""
    wrong = commands.Correct(reason="部门有误", approved_by=CHIEF, office="audit")
    asked().refuses(InvalidField, EDUCATION_GROUP, "correct", wrong)
    desk = asked(to=PartyId("education"), office="finance")
    (told, *_) = desk.act(EDUCATION_GROUP, "correct", wrong)
    assert isinstance(told, events.Corrected)
    assert told.office == "audit"
