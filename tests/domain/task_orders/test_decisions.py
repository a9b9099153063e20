"""What task orders allow and refuse: given what happened, when an action, then events or a refusal."""

import datetime
from typing import Any

import pytest

from domain import asking
from domain.errors import InvalidField, NotAuthorised, NotFound, Refusal, UnknownParty, WrongState
from domain.ids import PartyId
from domain.model import OnBehalf
from domain.obligations.events import Arisen, Fulfilled, Superseded, Withdrawn
from domain.task_orders import commands, errors, events
from tests.domain.small import (
    CASE_SUPERVISION,
    COMMISSION,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    PARTY_GROUP,
    person,
    stream,
)
from tests.domain.task_orders.desk import (
    CHIEF,
    CYCLE_ENDS,
    DUE,
    EDUCATION,
    Desk,
    feedback,
    followed,
    issue,
    issued,
)

DAY = datetime.timedelta(days=1)


def test_an_order_gets_a_number_and_each_addressee_owes_receipt_and_feedback() -> None:
    """任务单 → 反馈单 (mechanism 25): numbered per issuer; the cycle's end is owed by the issuer."""
    desk = Desk()
    told = desk.act(OFFICE, "issue", issue())
    assert isinstance(told[0], events.Issued)
    assert (str(told[0].number), told[0].number.organ) == ("〔2026〕1号", OFFICE)
    assert desk.owed == {
        *(
            (party, rule)
            for party in (EDUCATION_GROUP, HEALTH_GROUP)
            for rule in ("acknowledgement", "feedback")
        ),
        (EDUCATION_GROUP, "follow-up"),
        (OFFICE, "closing"),
    }
    dues = {each.rule: each.due for each in told if isinstance(each, Arisen)}
    assert dues["feedback"] == dues["follow-up"] == DUE
    assert dues["closing"] == CYCLE_ENDS


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"parties": (PartyId("nobody"),)}, UnknownParty),
        ({"parties": (OFFICE,)}, InvalidField),
        ({"parties": (EDUCATION_GROUP, EDUCATION_GROUP)}, InvalidField),
        ({"due": datetime.date(2026, 1, 4)}, InvalidField),
        ({"due": CYCLE_ENDS + DAY}, errors.BeyondTheCycle),
        ({"meeting": None}, InvalidField),
        ({"item": 2}, errors.NoSuchMeeting),
        ({"meeting": stream("consultation", "other")}, errors.NoSuchMeeting),
        ({"meeting": stream("task_order", "first")}, errors.NoSuchMeeting),
        ({"parties": (CASE_SUPERVISION,), "departments": ()}, errors.NotAMemberOfTheMeeting),
        ({"parties": (HEALTH_GROUP,)}, errors.NobodyFollows),
        ({"departments": (OFFICE,)}, errors.NobodyFollows),
    ],
)
def test_an_order_has_to_make_sense(changes: dict[str, Any], refusal: type[Refusal]) -> None:
    """From the issuer's own meeting to its members, within the cycle, where a group follows."""
    Desk().refuses(refusal, OFFICE, "issue", issue(**changes))


def test_another_meeting_than_ones_own_is_no_basis() -> None:
    """What somebody else convened is not told by trying."""
    Desk().refuses(errors.NoSuchMeeting, HEALTH_GROUP, "issue", issue(parties=(EDUCATION_GROUP,)))


def test_a_host_unit_orders_nobody() -> None:
    """Only the commission's own line orders (RS 3: to the host unit it is supervisor)."""
    desk = Desk()
    letter = OnBehalf(
        party=PARTY_GROUP, letter="教党函1号", scan="0" * 64, checked_by=person("group-deputy")
    )
    order = issue(
        meeting=None, item=None, parties=(HEALTH_GROUP,), departments=(), on_behalf=letter
    )
    desk.refuses(NotAuthorised, EDUCATION_GROUP, "issue", order)


def test_an_order_needs_no_meeting() -> None:
    """A leader's instruction is a basis too (mechanism 18: instruct → task orders); then any party."""
    desk = Desk()
    order = issue(meeting=None, item=None, parties=(CASE_SUPERVISION,), departments=())
    told = desk.act(OFFICE, "issue", order)
    assert [type(each) for each in told if not isinstance(each, Arisen)] == [
        events.Issued,
        events.Addressed,
        events.FeedbackAsked,
    ]


def test_who_feeds_back_has_received_the_order() -> None:
    """A feedback form signs for the order too, and is then the issuer's to judge."""
    desk = issued()
    told = desk.act(HEALTH_GROUP, "give_feedback", feedback())
    kinds = [type(each) for each in told if not isinstance(each, Fulfilled | Arisen)]
    assert kinds == [events.Acknowledged, events.FeedbackGiven]
    assert (OFFICE, "judgement") in desk.owed
    assert (EDUCATION_GROUP, "feedback") in desk.owed
    desk.refuses(asking.NothingToSign, HEALTH_GROUP, "acknowledge", commands.Acknowledge())
    desk.refuses(NotFound, CASE_SUPERVISION, "give_feedback", feedback())


def test_feedback_is_late_by_working_days() -> None:
    """Overdue is not an end (DOMAIN.md §1.10): it still comes, so many days late."""
    desk = issued()
    desk.act(HEALTH_GROUP, "acknowledge", commands.Acknowledge())
    desk.world.pass_to(datetime.date(2026, 1, 28))
    told = desk.act(HEALTH_GROUP, "give_feedback", feedback())
    assert [each.late_working_days for each in told if isinstance(each, Fulfilled)] == [3]


def test_a_feedback_form_comes_back_and_is_given_anew() -> None:
    """退回: a better one is owed by who gave it, then judged again, by the issuer alone."""
    desk = issued()
    desk.act(EDUCATION_GROUP, "give_feedback", feedback())
    back = commands.ReturnFeedback(party=EDUCATION_GROUP, reason="缺少问题清单")
    desk.refuses(asking.NotTheIssuer, HEALTH_GROUP, "return_feedback", back)
    desk.act(OFFICE, "return_feedback", back)
    assert (EDUCATION_GROUP, "better-feedback") in desk.owed
    desk.act(EDUCATION_GROUP, "give_feedback", feedback(text="附问题清单"))
    desk.act(OFFICE, "accept_feedback", commands.AcceptFeedback(party=EDUCATION_GROUP))
    desk.refuses(WrongState, EDUCATION_GROUP, "give_feedback", feedback())
    accept = commands.AcceptFeedback(party=HEALTH_GROUP)
    desk.refuses(WrongState, OFFICE, "accept_feedback", accept)


def test_feedback_is_read_by_the_issuer_and_who_gave_it() -> None:
    """Other addressees see the order, never each other's feedback forms."""
    desk = issued()
    told = desk.act(EDUCATION_GROUP, "give_feedback", feedback())
    (form,) = (each for each in told if isinstance(each, events.FeedbackGiven))
    assert form.concerns.parties == (OFFICE, EDUCATION_GROUP)
    assert form.concerns.visibility == f"feedback_form:{EDUCATION_GROUP}"
    told = desk.act(EDUCATION_GROUP, "follow_up", followed())
    assert told[0].concerns.parties == (OFFICE, EDUCATION_GROUP)


def test_the_stationed_group_follows_its_department_up() -> None:
    """跟进监督部门任务落实情况 (mechanism 25): by the group that was asked, and no other."""
    desk = issued()
    desk.refuses(errors.NotTheFollower, HEALTH_GROUP, "follow_up", followed())
    stray = followed(department=PartyId("pg-education"))
    desk.refuses(errors.NotTheFollower, EDUCATION_GROUP, "follow_up", stray)
    desk.act(EDUCATION_GROUP, "follow_up", followed())
    assert (EDUCATION_GROUP, "follow-up") not in desk.owed
    again = desk.act(EDUCATION_GROUP, "follow_up", followed(progress="carried_out"))
    assert [type(each) for each in again] == [events.FollowedUp]


def test_a_follow_up_is_returned_and_given_anew() -> None:
    """By who ordered it; until then the order stays open, and a corrected day asks for it no second time."""
    desk = issued()
    back = commands.ReturnFollowUp(department=EDUCATION, reason="未附照片")
    desk.refuses(WrongState, OFFICE, "return_follow_up", back)
    desk.act(EDUCATION_GROUP, "follow_up", followed())
    desk.refuses(asking.NotTheIssuer, EDUCATION_GROUP, "return_follow_up", back)
    stray = commands.ReturnFollowUp(department=PartyId("pg-education"), reason="未附照片")
    desk.refuses(errors.NotTheFollower, OFFICE, "return_follow_up", stray)
    (told, *_) = desk.act(OFFICE, "return_follow_up", back)
    assert told.concerns.parties == (OFFICE, EDUCATION_GROUP)
    assert (EDUCATION_GROUP, "better-follow-up") in desk.owed
    assert EDUCATION in desk.state.unsettled
    later = commands.Correct(reason="期限有误", approved_by=CHIEF, due=DUE + 4 * DAY)
    moved = desk.act(OFFICE, "correct", later)
    assert "follow-up" not in {each.rule for each in moved if isinstance(each, Arisen)}
    desk.refuses(WrongState, OFFICE, "return_follow_up", back)
    desk.act(EDUCATION_GROUP, "follow_up", followed(progress="carried_out"))
    assert not {rule for _, rule in desk.owed} & {"follow-up", "better-follow-up"}
    assert EDUCATION not in desk.state.unsettled


def test_an_order_is_closed_when_all_is_settled() -> None:
    """All within one meeting cycle: closing ends what the issuer owes; an open point blocks it."""
    desk = issued()
    for party in (EDUCATION_GROUP, HEALTH_GROUP):
        desk.refuses(errors.NotAllSettled, OFFICE, "close", commands.Close())
        desk.act(party, "give_feedback", feedback())
        desk.act(OFFICE, "accept_feedback", commands.AcceptFeedback(party=party))
    desk.refuses(errors.NotAllSettled, OFFICE, "close", commands.Close())
    desk.act(EDUCATION_GROUP, "follow_up", followed())
    desk.refuses(asking.NotTheIssuer, EDUCATION_GROUP, "close", commands.Close())
    told = desk.act(OFFICE, "close", commands.Close())
    assert [type(each) for each in told] == [events.Closed, Fulfilled]
    assert desk.owed == set()
    desk.refuses(WrongState, EDUCATION_GROUP, "follow_up", followed())


def test_a_corrected_day_moves_what_is_not_answered_yet() -> None:
    """更正 (DOMAIN.md §1.12): due dates follow; what was answered stays as it was judged."""
    desk = issued()
    desk.act(HEALTH_GROUP, "give_feedback", feedback())
    later = DUE + 4 * DAY
    right = commands.Correct(reason="期限有误", approved_by=CHIEF, due=later)
    told = desk.act(OFFICE, "correct", right)
    moved = [(each.owner, each.rule, each.due) for each in told if isinstance(each, Arisen)]
    assert moved == [(EDUCATION_GROUP, "feedback", later), (EDUCATION_GROUP, "follow-up", later)]
    assert len([each for each in told if isinstance(each, Superseded)]) == 2
    nothing = commands.Correct(reason="误", approved_by=CHIEF)
    desk.refuses(InvalidField, OFFICE, "correct", nothing)
    beyond = commands.Correct(reason="误", approved_by=CHIEF, due=CYCLE_ENDS + DAY)
    desk.refuses(errors.BeyondTheCycle, OFFICE, "correct", beyond)
    desk.refuses(asking.NotTheIssuer, HEALTH_GROUP, "correct", right)


def test_of_an_annulled_order_nothing_is_owed_and_its_number_is_kept() -> None:
    """作废 withdraws what is owed (DOMAIN.md §1.15: numbers stay gapless, annulled ones kept)."""
    desk = issued()
    told = desk.act(OFFICE, "annul", commands.Annul(reason="重复", approved_by=CHIEF))
    assert {type(each) for each in told} == {events.Annulled, Withdrawn}
    assert desk.owed == set()
    desk.refuses(WrongState, HEALTH_GROUP, "give_feedback", feedback())
    desk.stream = stream("task_order", "second")
    (second, *_) = desk.act(OFFICE, "issue", issue())
    assert isinstance(second, events.Issued)
    assert second.number.serial == 2
    assert EDUCATION in second.departments
    assert COMMISSION not in second.concerns.parties
