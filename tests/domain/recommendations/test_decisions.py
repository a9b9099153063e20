"""What recommendations allow and refuse: given what happened, when an action, then what follows."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from domain.asking import NotTheIssuer
from domain.calendar import InvalidLimit
from domain.errors import InvalidField, NotAuthorised, NotFound, Refusal, WrongState
from domain.ids import PartyId
from domain.obligations.events import Arisen, Fulfilled, Withdrawn
from domain.recommendations import commands, errors, events
from domain.rectifications.errors import NotASecondBody, NotItsUnit
from domain.rectifications.events import ProblemRaised
from tests.domain.recommendations.given import (
    DEADLINE,
    FEEDBACK_DUE,
    TERMS,
    Desk,
    content,
    delivered,
    draft,
    drafted,
    fed_back,
    issued,
    plan,
    rectifying,
    signed_off,
)
from tests.domain.small import (
    CASE_SUPERVISION,
    COMMISSION,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    PARTY_GROUP,
    person,
)

LATER = datetime.date(2026, 6, 30)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"addressee": PartyId("education")}, errors.WrongAddressee),
        ({"kind": "supervisory", "ground": 1}, errors.WrongAddressee),
        ({"ground": 1}, InvalidField),
        ({"kind": "joint"}, InvalidField),
        ({"verifier": PARTY_GROUP}, NotASecondBody),
        ({"verifier": PartyId("education")}, NotASecondBody),
        ({"terms": replace(TERMS, objection_within="ten days")}, InvalidLimit),
        ({"terms": replace(TERMS, deadline=datetime.date(2026, 1, 4))}, InvalidField),
        ({"terms": replace(TERMS, feedback_due=datetime.date(2026, 1, 4))}, InvalidField),
    ],
)
def test_a_draft_has_to_make_sense(changes: dict[str, Any], refusal: type[Refusal]) -> None:
    """Kind and addressee (RD 19), item of R 39, what R 235 wants stated, a second body."""
    Desk().refuses(refusal, "group-clerk", "draft", draft(**changes))


def test_who_may_recommend() -> None:
    """The commission, its offices, its groups at their own units (R 39)."""
    Desk().refuses(NotItsUnit, "health-head", "draft", draft())
    desk = Desk()
    desk.act("office-head", "draft", draft(verifier=EDUCATION_GROUP))
    assert desk.state.stage == "drafted"


def test_a_supervisory_recommendation_goes_to_the_unit() -> None:
    """监察建议 to the unit, with its item of R 39; a joint one to either."""
    unit = PartyId("education")
    for kind in ("supervisory", "joint"):
        assert drafted(kind=kind, ground=2, addressee=unit).state.addressee == unit


def test_the_addressee_knows_nothing_before_it_is_delivered() -> None:
    """Nor ever how it came about: draft, views, opinions are the issuer's."""
    desk = issued()
    for earlier in desk.world.told:
        assert PARTY_GROUP not in earlier.event.concerns.parties
    how = commands.Deliver(manner="letter", received_by="党组书记")
    (told, *_) = desk.act("group-head", "deliver", how)
    assert told.concerns.visibility == "recommendation_issued"
    assert {EDUCATION_GROUP, PARTY_GROUP, OFFICE, CASE_SUPERVISION} <= set(told.concerns.parties)
    assert HEALTH_GROUP not in told.concerns.parties
    circles = desk.world.stream(desk.stream).circles
    assert PARTY_GROUP not in circles["recommendation"]


def test_the_document_states_deadline_feedback_and_objection_period() -> None:
    """Clock #23 (R 235): no statutory number of days; the period counts from delivery (R 326)."""
    desk = issued()
    how = commands.Deliver(manner="face_to_face", received_by="党组书记")
    told = desk.act("group-head", "deliver", how)
    (handed, *_) = (each for each in told if isinstance(each, events.Delivered))
    assert (handed.deadline, handed.feedback_due) == (DEADLINE, FEEDBACK_DUE)
    assert handed.objection_until == datetime.date(2026, 1, 15)
    dues = {each.rule: each.due for each in told if isinstance(each, Arisen)}
    assert dues["feedback"] == FEEDBACK_DUE


def test_numbers_are_one_series_per_issuer() -> None:
    """One numbering; an annulled number is kept (DOMAIN.md §1.15)."""
    desk = issued()
    first = next(t.event for t in desk.world.told if isinstance(t.event, events.Issued))
    assert (first.number.organ, str(first.number)) == (EDUCATION_GROUP, "〔2026〕1号")
    wrong = commands.Annul(reason="误发", approved_by=person("group-deputy"))
    assert {type(each) for each in desk.act("group-head", "annul", wrong)} == {
        events.Annulled,
        Withdrawn,
    }
    assert desk.owed() == set()


def test_departments_are_consulted_on_the_draft() -> None:
    """R 236: each sees its own question; it is not submitted while one may still answer."""
    desk = drafted()
    ask = commands.Consult(
        parties=(HEALTH_GROUP, OFFICE), text="请提意见", due=datetime.date(2026, 1, 12)
    )
    desk.refuses(NotFound, "health-head", "consult", ask)
    told = desk.act("group-clerk", "consult", ask)
    asked = [each for each in told if isinstance(each, events.ConsultationAsked)]
    assert asked[0].concerns.parties == (EDUCATION_GROUP, HEALTH_GROUP)
    submit = commands.SubmitForApproval()
    desk.refuses(errors.ConsultationPending, "group-clerk", "submit_for_approval", submit)
    view = commands.AnswerConsultation(view="agree", text="同意")
    desk.act("health-head", "answer_consultation", view)
    desk.refuses(errors.NothingAsked, "health-head", "answer_consultation", view)
    desk.refuses(errors.NothingAsked, "director", "answer_consultation", view)
    assert desk.owed() == {(OFFICE, "consultation")}
    desk.world.pass_to(datetime.date(2026, 1, 13))
    desk.act("group-clerk", "submit_for_approval", submit)
    assert "consultation" not in {rule for _, rule in desk.owed()}


@pytest.mark.parametrize("party", [PARTY_GROUP, EDUCATION_GROUP])
def test_neither_addressee_nor_issuer_is_consulted(party: PartyId) -> None:
    ask = commands.Consult(parties=(party,), text="请提意见", due=DEADLINE)
    drafted().refuses(InvalidField, "group-clerk", "consult", ask)


def test_an_objection_is_raised_within_the_period_that_the_document_states() -> None:
    """The last day is included (R 327); a day later it is too late."""
    objection = commands.RaiseObjection(text="其中一所系区属")
    desk = delivered()
    desk.world.pass_to(datetime.date(2026, 1, 16))
    desk.refuses(errors.ObjectionPeriodOver, "pg", "raise_objection", objection)
    desk = delivered()
    desk.world.pass_to(datetime.date(2026, 1, 15))
    desk.act("pg", "raise_objection", objection)
    assert (EDUCATION_GROUP, "objection-decision") in desk.owed()
    assert "plan" not in {rule for _, rule in desk.owed()}


def objected() -> Desk:
    desk = delivered()
    desk.act("pg", "raise_objection", commands.RaiseObjection(text="其中一所系区属"))
    return desk


def test_an_upheld_recommendation_is_planned_anew() -> None:
    desk = objected()
    decide = commands.Uphold(reason="不成立", approved_by=person("leader"))
    desk.refuses(NotTheIssuer, "office-head", "uphold", decide)
    desk.act("group-head", "uphold", decide)
    assert (PARTY_GROUP, "plan") in desk.owed()
    again = commands.RaiseObjection(text="再提")
    desk.refuses(WrongState, "pg", "raise_objection", again)


def test_a_revised_recommendation_moves_what_is_owed() -> None:
    """异议部分成立: fewer problems, later days; the feedback is owed by the new day."""
    desk = objected()
    right = commands.Revise(
        reason="部分成立",
        approved_by=person("leader"),
        problems=("两所市属学校招标不规范",),
        terms=replace(TERMS, deadline=LATER, feedback_due=LATER),
    )
    told = desk.act("group-head", "revise", right)
    assert {each.rule: each.due for each in told if isinstance(each, Arisen)}["feedback"] == LATER
    desk.refuses(errors.PlanIncomplete, "pg", "submit_plan", plan(1, 2))
    desk.act("pg", "submit_plan", plan(1))
    assert len(desk.state.items) == 1


def test_of_a_withdrawn_recommendation_nothing_is_owed() -> None:
    desk = objected()
    desk.act(
        "group-head", "withdraw", commands.Withdraw(reason="成立", approved_by=person("leader"))
    )
    assert (desk.state.stage, desk.owed()) == ("withdrawn", set())
    desk.refuses(WrongState, "pg", "submit_plan", plan(1, 2))


def test_the_plan_opens_a_rectification_item_for_each_problem() -> None:
    """计划 → items: raised by the issuer, planned by the addressee, verified by the second body."""
    desk = delivered()
    desk.refuses(errors.PlanIncomplete, "pg", "submit_plan", plan(1))
    desk.refuses(errors.PlanIncomplete, "pg", "submit_plan", plan(1, 1))
    desk.refuses(errors.NotTheAddressee, "group-head", "submit_plan", plan(1, 2))
    told = desk.act("pg", "submit_plan", plan(2, 1))
    raised = [each for each in told if isinstance(each, ProblemRaised)]
    assert [each.title for each in raised] == ["招标不规范", "监管不到位"]
    assert [str(each.number) for each in raised] == ["〔2026〕1号", "〔2026〕2号"]
    item = desk.item(1)
    assert (item.raiser, item.party, item.verifier) == (EDUCATION_GROUP, PARTY_GROUP, OFFICE)
    assert (item.stage, item.acknowledged) == ("planned", True)
    assert desk.owed(desk.state.items[1]) == {(PARTY_GROUP, "rectify")}
    assert desk.owed() == {(PARTY_GROUP, "feedback")}


def test_feedback_is_assessed_and_more_demanded() -> None:
    """R 39: follow up, and demand more where it is not met; 谁提出谁督办."""
    desk = fed_back()
    more = commands.DemandFurther(reason="制度未建立", deadline=LATER)
    desk.refuses(NotTheIssuer, "office-head", "demand_further", more)
    desk.act("group-head", "demand_further", more)
    assert desk.owed() == {(PARTY_GROUP, "further-feedback")}
    desk.act("pg", "feed_back", commands.FeedBack(text="制度已建立"))
    assert desk.owed() == {(EDUCATION_GROUP, "assessment")}
    assert desk.state.demands == 1


def test_late_feedback_is_counted_in_working_days() -> None:
    desk = rectifying()
    desk.world.pass_to(datetime.date(2026, 4, 14))
    told = desk.act("pg", "feed_back", commands.FeedBack(text="已整改"))
    assert [each.late_working_days for each in told if isinstance(each, Fulfilled)] == [2]


def test_refusal_without_reason_goes_to_the_superior() -> None:
    """SL 71: the superior orders compliance, and reads what it is about; feeding back stays possible."""
    desk = rectifying()
    refusal = commands.RecordRefusal(reason="拒不整改")
    desk.refuses(NotAuthorised, "group-clerk", "record_refusal", refusal)
    desk.act("group-head", "record_refusal", refusal)
    assert (EDUCATION_GROUP, "superior") in desk.owed()
    tell = commands.NotifySuperior(superior=COMMISSION, document="函〔2026〕8号")
    (told, *_) = desk.act("group-head", "notify_superior", tell)
    assert COMMISSION in told.concerns.parties
    desk.act("pg", "feed_back", commands.FeedBack(text="已整改"))
    assert desk.state.stage == "fed_back"


def test_it_is_signed_off_once_every_item_is() -> None:
    """销号 by a leader of the issuer, after each item was verified by the second body."""
    desk = fed_back()
    desk.act("group-head", "accept_feedback", commands.AcceptFeedback())
    desk.rectify(0)
    desk.refuses(errors.ItemsOpen, "group-head", "sign_off", commands.SignOff())
    desk.rectify(1)
    desk.refuses(NotAuthorised, "group-clerk", "sign_off", commands.SignOff())
    desk.world.pass_to(datetime.date(2026, 1, 9))
    (told, *_) = desk.act("group-head", "sign_off", commands.SignOff())
    assert isinstance(told, events.SignedOff)
    assert told.days == 4
    assert desk.owed() == {(EDUCATION_GROUP, "look-back")}


def test_what_recurred_is_opened_again_with_its_items() -> None:
    """回头看 → recurred → reopened: the items that recurred are owed anew."""
    desk = signed_off()
    items = desk.state.items
    again = commands.Reopen(ground="recurred", reason="又有", deadline=LATER, items=items[:1])
    desk.refuses(WrongState, "group-head", "reopen", again)
    look = commands.LookBackOn(result="recurred", text="又未招标")
    desk.refuses(NotTheIssuer, "director", "look_back", look)
    desk.act("group-head", "look_back", look)
    wrong = replace(again, items=(desk.stream,))
    desk.refuses(errors.NotOneOfItsItems, "group-head", "reopen", wrong)
    desk.act("group-head", "reopen", again)
    assert desk.owed() == {(PARTY_GROUP, "further-feedback")}
    assert desk.owed(items[0]) == {(PARTY_GROUP, "rectify")}
    assert desk.owed(items[1]) == {(EDUCATION_GROUP, "look-back")}
    assert (desk.item(0).round, desk.item(1).round) == (2, 1)


def test_a_correction_says_what_and_who_approved() -> None:
    """更正 of what was issued, before that it is written anew (DOMAIN.md §1.12)."""
    right = commands.Correct(reason="误", approved_by=person("group-deputy"), title="加强配餐监管")
    drafted().refuses(WrongState, "group-head", "correct", right)
    desk = delivered()
    desk.refuses(InvalidField, "group-head", "correct", replace(right, title=None))
    (told, *_) = desk.act("group-head", "correct", right)
    assert told.concerns.visibility == "recommendation_issued"
    assert desk.state.content is not None
    assert desk.state.content.title == "加强配餐监管"


def test_with_an_annulled_recommendation_go_its_items() -> None:
    """作废: nothing is owed in its rectification items either."""
    desk = rectifying()
    wrong = commands.Annul(reason="误发", approved_by=person("group-deputy"))
    desk.act("group-head", "annul", wrong)
    assert [desk.item(place).stage for place in (0, 1)] == ["annulled", "annulled"]
    assert [desk.owed(item) for item in desk.state.items] == [set(), set()]


def test_a_draft_is_written_anew_until_it_is_submitted() -> None:
    desk = drafted()
    better = commands.Redraft(content=content(advice="公开招标。"), reason="按意见修改")
    desk.act("group-clerk", "redraft", better)
    desk.act("group-clerk", "submit_for_approval", commands.SubmitForApproval())
    desk.refuses(WrongState, "group-clerk", "redraft", better)
