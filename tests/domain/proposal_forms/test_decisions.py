"""What proposal forms allow and refuse: given what happened, when an action, then events or a refusal."""

import datetime
from typing import Any

import pytest

from domain import asking
from domain.errors import InvalidField, NotAuthorised, NotFound, Refusal, UnknownParty, WrongState
from domain.ids import PartyId
from domain.obligations.events import Arisen, Fulfilled, Withdrawn
from domain.proposal_forms import commands, errors, events
from domain.task_orders import commands as orders
from domain.task_orders import errors as order_errors
from domain.task_orders import events as order_events
from tests.domain.proposal_forms.desk import (
    ANSWERING,
    DUE,
    LETTER,
    ORDER,
    Desk,
    answer,
    issue,
    issued,
)
from tests.domain.small import EDUCATION_GROUP, HEALTH_GROUP, OFFICE, PARTY_GROUP, stream
from tests.domain.task_orders.desk import CHIEF, feedback

ACCEPT = (EDUCATION_GROUP, "accept_answer", commands.AcceptAnswer())


def test_a_proposal_is_numbered_and_its_addressee_owes_receipt_and_answer() -> None:
    """建议单 (mechanism 25): addressee, due, answer; who ordered reads it too."""
    desk = Desk()
    told = desk.act(EDUCATION_GROUP, "issue", issue())
    assert isinstance(told[0], events.Issued)
    assert (str(told[0].number), told[0].number.organ) == ("〔2026〕1号", EDUCATION_GROUP)
    assert told[0].concerns.parties == (EDUCATION_GROUP, PARTY_GROUP, OFFICE)
    assert desk.owed == {(PARTY_GROUP, "acknowledgement"), (PARTY_GROUP, "answer")}
    assert {each.due for each in told if isinstance(each, Arisen) and each.rule == "answer"} == {
        DUE
    }
    assert isinstance(told[-1], order_events.ProposalIssued)
    assert told[-1].concerns.parties == (OFFICE, EDUCATION_GROUP)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"to": PartyId("nobody")}, UnknownParty),
        ({"to": EDUCATION_GROUP}, InvalidField),
        ({"due": datetime.date(2026, 1, 4)}, InvalidField),
        ({"task_order": stream("task_order", "other")}, errors.NoSuchTaskOrder),
        ({"task_order": stream("consultation", "joint")}, errors.NoSuchTaskOrder),
        ({"to": HEALTH_GROUP, "on_behalf": LETTER}, NotAuthorised),
    ],
)
def test_a_proposal_has_to_make_sense(changes: dict[str, Any], refusal: type[Refusal]) -> None:
    """From the commission's own line, to another, because of an order one has."""
    Desk().refuses(refusal, EDUCATION_GROUP, "issue", issue(**changes))


def test_an_order_of_others_is_no_ground() -> None:
    """Who has not got the order learns nothing of it by trying."""
    Desk().refuses(errors.NoSuchTaskOrder, HEALTH_GROUP, "issue", issue())


def test_an_answer_is_asked_given_returned_and_accepted() -> None:
    """Late by working days, returned, better, accepted; entered for a party off the system."""
    desk = issued()
    desk.refuses(NotFound, HEALTH_GROUP, "answer", answer(on_behalf=None))
    desk.refuses(WrongState, OFFICE, "answer", answer(on_behalf=None))
    desk.world.pass_to(datetime.date(2026, 2, 3))
    told = desk.act(*ANSWERING)
    assert [each.late_working_days for each in told if isinstance(each, Fulfilled)] == [18, 2]
    back = commands.ReturnAnswer(reason="未附制度文本")
    desk.refuses(asking.NotTheIssuer, OFFICE, "return_answer", back)
    desk.act(EDUCATION_GROUP, "return_answer", back)
    assert desk.owed == {(PARTY_GROUP, "better-answer")}
    desk.refuses(WrongState, *ACCEPT)
    desk.act(*ANSWERING)
    desk.act(*ACCEPT)
    assert desk.owed == set()
    desk.refuses(WrongState, *ANSWERING)
    desk.refuses(asking.NothingToSign, OFFICE, "acknowledge", commands.Acknowledge())


def close(desk: Desk) -> None:
    """Settle the feedback form and close the order."""
    if desk.order.state.asked.answer(EDUCATION_GROUP) == "asked":
        desk.order.act(EDUCATION_GROUP, "give_feedback", feedback())
        accept = orders.AcceptFeedback(party=EDUCATION_GROUP)
        desk.order.act(OFFICE, "accept_feedback", accept)
    desk.order.act(OFFICE, "close", orders.Close())


def test_the_order_stays_open_until_its_proposal_is_answered() -> None:
    """反馈单 → 建议单 → closed, all within one meeting cycle (mechanism 25)."""
    desk = issued()
    with pytest.raises(order_errors.NotAllSettled):
        close(desk)
    desk.act(*ANSWERING)
    assert isinstance(desk.act(*ACCEPT)[-1], order_events.ProposalSettled)
    close(desk)
    desk.stream = stream("proposal_form", "second")
    desk.refuses(errors.NoSuchTaskOrder, EDUCATION_GROUP, "issue", issue())


def test_of_an_annulled_proposal_nothing_is_owed_and_the_order_waits_no_longer() -> None:
    """作废 withdraws what is owed and keeps the number (DOMAIN.md §1.15)."""
    desk = issued()
    annul = commands.Annul(reason="误发", approved_by=CHIEF)
    told = desk.act(EDUCATION_GROUP, "annul", annul)
    assert {type(each) for each in told} == {
        events.Annulled,
        Withdrawn,
        order_events.ProposalSettled,
    }
    assert desk.owed == set()
    close(desk)
    desk.stream = stream("proposal_form", "second")
    (second, *rest) = desk.act(EDUCATION_GROUP, "issue", issue(task_order=None))
    assert isinstance(second, events.Issued)
    assert (second.number.serial, second.ordered_by) == (2, None)
    assert not [each for each in rest if isinstance(each, order_events.ProposalIssued)]


def test_a_corrected_day_moves_the_answer_that_is_still_owed() -> None:
    """更正 (DOMAIN.md §1.12): of something, by the issuer; the due date follows."""
    desk = issued()
    later = DUE + datetime.timedelta(days=5)
    right = commands.Correct(reason="期限有误", approved_by=CHIEF, due=later)
    told = desk.act(EDUCATION_GROUP, "correct", right)
    assert [each.due for each in told if isinstance(each, Arisen)] == [later]
    nothing = commands.Correct(reason="误", approved_by=CHIEF)
    desk.refuses(InvalidField, EDUCATION_GROUP, "correct", nothing)
    desk.refuses(asking.NotTheIssuer, OFFICE, "correct", right)
    desk.act(*ANSWERING)
    told = desk.act(EDUCATION_GROUP, "correct", right)
    assert [type(each) for each in told] == [events.Corrected]
    assert desk.state.task_order == ORDER
