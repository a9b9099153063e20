"""What notices allow and refuse: given what happened, when an action, then events or a refusal."""

import datetime
from typing import Any

import pytest

from domain import asking
from domain.errors import InvalidField, NotFound, Refusal, UnknownParty, WrongState
from domain.ids import PartyId
from domain.notices import commands, events
from domain.notices.state import Notice
from domain.obligations.events import Arisen, Fulfilled, Withdrawn
from tests.domain.desk import FamilyDesk
from tests.domain.small import (
    CASE_SUPERVISION,
    COMMISSION,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    person,
    stream,
)

DUE = datetime.date(2026, 1, 15)


class Desk(FamilyDesk[Notice]):
    """The small city on a Monday in January, and one notice."""

    family = "notice"


def issue(**changes: Any) -> commands.Issue:
    plain: dict[str, Any] = {
        "kind": "bulletin",
        "title": "案件质量情况通报",
        "text": "超期两件,请说明",
        "parties": (EDUCATION_GROUP, HEALTH_GROUP),
        "reply_due": DUE,
    }
    return commands.Issue(**(plain | changes))


def issued(**changes: Any) -> Desk:
    desk = Desk()
    desk.act(OFFICE, "issue", issue(**changes))
    return desk


def replied() -> Desk:
    desk = issued()
    desk.act(EDUCATION_GROUP, "reply", commands.Reply(text="已整改"))
    return desk


def test_a_notice_gets_the_issuers_number_and_each_addressee_owes_receipt_and_answer() -> None:
    """重要情况通报 with receipt (DOMAIN.md §5 mechanism 8); each item of a bulletin is answered (6)."""
    desk = Desk()
    told = desk.act(OFFICE, "issue", issue())
    assert isinstance(told[0], events.Issued)
    assert str(told[0].number) == "〔2026〕1号"
    assert told[0].number.organ == OFFICE
    assert desk.owed == {
        (party, rule)
        for party in (EDUCATION_GROUP, HEALTH_GROUP)
        for rule in ("acknowledgement", "reply")
    }
    dues = {each.due for each in told if isinstance(each, Arisen) and each.rule == "reply"}
    assert dues == {DUE}


def test_numbers_are_gapless_per_issuer_and_an_annulled_one_is_kept() -> None:
    """Numbers per organ, kind and year, annulled ones kept (DOMAIN.md §1.15)."""
    desk = issued()
    desk.act(OFFICE, "annul", commands.Annul(reason="误发", approved_by=person("chief")))
    numbers = []
    for party, name in ((OFFICE, "second"), (COMMISSION, "third"), (OFFICE, "fourth")):
        desk.stream = stream("notice", name)
        (told, *_) = desk.act(party, "issue", issue())
        assert isinstance(told, events.Issued)
        numbers.append((told.number.organ, told.number.serial))
    assert numbers == [(OFFICE, 2), (COMMISSION, 1), (OFFICE, 3)]


def test_a_notice_that_asks_nothing_is_only_signed_for() -> None:
    """An answer is owed where the notice asks for one."""
    desk = issued(reply_due=None)
    assert {rule for _, rule in desk.owed} == {"acknowledgement"}
    desk.refuses(WrongState, EDUCATION_GROUP, "reply", commands.Reply(text="收悉"))


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"parties": (PartyId("nobody"),)}, UnknownParty),
        ({"parties": (OFFICE,)}, InvalidField),
        ({"parties": (EDUCATION_GROUP, EDUCATION_GROUP)}, InvalidField),
        ({"reply_due": datetime.date(2026, 1, 4)}, InvalidField),
    ],
)
def test_a_notice_has_to_make_sense(changes: dict[str, Any], refusal: type[Refusal]) -> None:
    """To others that exist, once each, with a day that can be kept."""
    Desk().refuses(refusal, OFFICE, "issue", issue(**changes))


def test_it_is_signed_for_once_by_whom_it_was_sent_to() -> None:
    """签收 ends that party's own obligation and no other."""
    desk = issued()
    told = desk.act(HEALTH_GROUP, "acknowledge", commands.Acknowledge())
    assert [type(each) for each in told] == [events.Acknowledged, Fulfilled]
    assert (EDUCATION_GROUP, "acknowledgement") in desk.owed
    desk.refuses(asking.NothingToSign, HEALTH_GROUP, "acknowledge", commands.Acknowledge())
    desk.refuses(asking.NothingToSign, OFFICE, "acknowledge", commands.Acknowledge())
    desk.refuses(NotFound, CASE_SUPERVISION, "acknowledge", commands.Acknowledge())


def test_who_answers_has_received_it() -> None:
    """An answer signs for the notice too, and is then the issuer's to judge."""
    desk = issued()
    told = desk.act(EDUCATION_GROUP, "reply", commands.Reply(text="已整改"))
    assert [type(each) for each in told] == [
        events.Acknowledged,
        Fulfilled,
        events.Replied,
        Fulfilled,
        Arisen,
    ]
    assert (OFFICE, "judgement") in desk.owed
    assert (HEALTH_GROUP, "reply") in desk.owed


def test_an_answer_is_late_by_working_days() -> None:
    """Overdue is not an end (DOMAIN.md §1.10): it is still answered, so many days late."""
    desk = issued()
    desk.world.pass_to(datetime.date(2026, 1, 20))
    told = desk.act(EDUCATION_GROUP, "reply", commands.Reply(text="已整改"))
    late = [each.late_working_days for each in told if isinstance(each, Fulfilled)]
    assert late == [8, 3]  # receipt was due on the 8th, the answer on the 15th


def test_an_answer_comes_back_and_is_given_anew() -> None:
    """退回反馈: a better one is owed by who gave it, then judged again."""
    desk = replied()
    again = commands.ReturnReply(party=EDUCATION_GROUP, reason="未说明责任人")
    desk.refuses(asking.NotTheIssuer, HEALTH_GROUP, "return_reply", again)
    desk.act(OFFICE, "return_reply", again)
    assert (EDUCATION_GROUP, "better-reply") in desk.owed
    assert (OFFICE, "judgement") not in desk.owed
    desk.act(EDUCATION_GROUP, "reply", commands.Reply(text="责任人已明确"))
    desk.act(OFFICE, "accept_reply", commands.AcceptReply(party=EDUCATION_GROUP))
    assert {party for party, _ in desk.owed} == {HEALTH_GROUP}
    desk.refuses(WrongState, EDUCATION_GROUP, "reply", commands.Reply(text="再报"))
    desk.refuses(WrongState, OFFICE, "accept_reply", commands.AcceptReply(party=HEALTH_GROUP))


def test_an_answer_is_read_by_issuer_and_who_gave_it() -> None:
    """Other addressees see the notice, never each other's answers."""
    desk = issued()
    told = desk.act(EDUCATION_GROUP, "reply", commands.Reply(text="已整改"))
    (answer,) = (each for each in told if isinstance(each, events.Replied))
    assert answer.concerns.parties == (OFFICE, EDUCATION_GROUP)
    assert answer.concerns.visibility == f"notice_reply:{EDUCATION_GROUP}"
    (signed,) = (each for each in told if isinstance(each, events.Acknowledged))
    assert signed.concerns.parties == (OFFICE, EDUCATION_GROUP, HEALTH_GROUP)


def test_a_correction_says_what_and_who_approved() -> None:
    """更正 with reason and approver, of something, by the issuer (DOMAIN.md §1.12)."""
    desk = issued()
    chief = person("chief")
    nothing = commands.Correct(reason="误", approved_by=chief)
    right = commands.Correct(reason="件数有误", approved_by=chief, text="超期一件")
    desk.refuses(InvalidField, OFFICE, "correct", nothing)
    desk.refuses(asking.NotTheIssuer, HEALTH_GROUP, "correct", right)
    assert [type(each) for each in desk.act(OFFICE, "correct", right)] == [events.Corrected]


def test_of_an_annulled_notice_nothing_is_owed() -> None:
    """作废 withdraws what is owed; nothing more is done with it."""
    desk = replied()
    told = desk.act(OFFICE, "annul", commands.Annul(reason="误发", approved_by=person("chief")))
    assert {type(each) for each in told} == {events.Annulled, Withdrawn}
    assert desk.owed == set()
    desk.refuses(WrongState, HEALTH_GROUP, "acknowledge", commands.Acknowledge())
