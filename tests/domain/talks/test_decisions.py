"""What talks allow and refuse: given what happened, when an action, then events or a refusal."""

import datetime
from typing import Any

import pytest

from domain.errors import (
    InvalidField,
    NotAuthorised,
    NotFound,
    Refusal,
    UnknownParty,
    WrongState,
)
from domain.ids import PartyId
from domain.obligations.events import Fulfilled, Withdrawn
from domain.oversight import KeyPerson, NotStationedThere
from domain.talks import commands, errors, events
from domain.talks.state import Talk
from tests.domain.desk import FamilyDesk
from tests.domain.small import (
    COMMISSION,
    EDUCATION_GROUP,
    FIRST_DAY,
    HEALTH_GROUP,
    OFFICE,
    person,
)

DAY = datetime.date(2026, 1, 8)
LATER = datetime.date(2026, 2, 9)
DEPUTY = KeyPerson(person=person("deputy-director"), name="张某", post="副局长")
DIRECTOR = KeyPerson(person=person("director-general"), name="李某", post="局长", first_hand=True)
PROMISE = commands.Promise(text="完善集体研究制度", due=LATER)


class Desk(FamilyDesk[Talk]):
    """The small city on a Monday in January, and one talk."""

    family = "talk"
    mechanisms = ("talks",)


def plan(**changes: Any) -> commands.Plan:
    plain: dict[str, Any] = {
        "unit": PartyId("education"),
        "person": DEPUTY,
        "kind": "peer",
        "planned": DAY,
        "topics": "一岗双责",
    }
    return commands.Plan(**(plain | changes))


def hold(*promises: commands.Promise) -> commands.Hold:
    return commands.Hold(text="交流了廉政风险", promises=promises)


def correct(**changes: Any) -> commands.Correct:
    return commands.Correct(reason="误", approved_by=person("group-deputy"), **changes)


def planned(party: PartyId = EDUCATION_GROUP, **changes: Any) -> Desk:
    desk = Desk()
    desk.act(party, "plan", plan(**changes))
    return desk


def held() -> Desk:
    desk = planned()
    desk.act(EDUCATION_GROUP, "hold", hold(PROMISE))
    return desk


def owed(desk: Desk) -> dict[str, datetime.date]:
    open_ones = desk.world.stream(desk.stream).obligations.values()
    return {each.arisen.rule: each.due for each in open_ones}


def test_a_groups_head_plans_a_talk_with_a_leading_member_of_its_unit() -> None:
    """同级谈心谈话 (mechanism 27): owed on its day; that it is to take place, those above may know."""
    desk = Desk()
    (told, *_) = desk.act(EDUCATION_GROUP, "plan", plan())
    assert told.concerns.parties == (EDUCATION_GROUP, OFFICE, COMMISSION)
    assert owed(desk) == {"hold": DAY}
    desk.refuses(NotFound, HEALTH_GROUP, "hold", hold())
    desk.refuses(errors.NotWhoHoldsIt, OFFICE, "hold", hold())


@pytest.mark.parametrize(
    ("party", "changes", "refusal"),
    [
        (HEALTH_GROUP, {}, NotStationedThere),
        (OFFICE, {}, NotStationedThere),
        (EDUCATION_GROUP, {"unit": "nobody"}, UnknownParty),
        (EDUCATION_GROUP, {"kind": "first_hand"}, InvalidField),
        (EDUCATION_GROUP, {"planned": FIRST_DAY - datetime.timedelta(days=1)}, InvalidField),
        (HEALTH_GROUP, {"kind": "first_hand", "person": DIRECTOR}, NotStationedThere),
    ],
)
def test_a_talk_has_to_make_sense(
    party: PartyId, changes: dict[str, Any], refusal: type[Refusal]
) -> None:
    """A peer talk is the group's own; a «first hand» is one; the day is to come."""
    Desk().refuses(refusal, party, "plan", plan(**changes))


@pytest.mark.parametrize("party", [EDUCATION_GROUP, OFFICE, COMMISSION])
def test_with_a_first_hand_office_and_commission_talk_too(party: PartyId) -> None:
    """对“一把手”监督: whoever watches over the unit."""
    desk = planned(party, kind="first_hand", person=DIRECTOR)
    (told, *_) = desk.act(party, "hold", hold())
    assert isinstance(told, events.Held)


def test_it_is_held_by_who_leads() -> None:
    """组长 or 副组长, not a clerk."""
    planned().refuses(NotAuthorised, EDUCATION_GROUP, "hold", hold(), actor="group-clerk")


def test_what_was_said_concerns_who_held_it_alone() -> None:
    """Talk content is read by few; that it was held may be known above."""
    told = planned().act(EDUCATION_GROUP, "hold", hold(PROMISE))
    circles = {type(each): each.concerns for each in told if isinstance(each, events.TalkEvent)}
    assert circles[events.Held].visibility == "talk"
    for kind in (events.ContentRecorded, events.PromiseMade):
        assert circles[kind].visibility == "talk_content"
        assert circles[kind].parties == (EDUCATION_GROUP,)


def test_a_talk_put_off_is_owed_on_its_new_day_and_late_by_working_days() -> None:
    """改期 moves the day; overdue is not an end (DOMAIN.md §1.10)."""
    desk = planned()
    day = DAY + datetime.timedelta(days=1)
    desk.act(EDUCATION_GROUP, "postpone", commands.Postpone(planned=day, reason="外出"))
    assert owed(desk) == {"hold": day}
    desk.world.pass_to(datetime.date(2026, 1, 13))
    told = desk.act(EDUCATION_GROUP, "hold", hold())
    kept = {each.title_en: each.late_working_days for each in told if isinstance(each, Fulfilled)}
    assert kept == {
        "Hold the talk on its day": 2,
        "Talk with a leading member of the unit this year": 0,
    }
    assert owed(desk) == {}


RETURN = commands.ReturnRecord(reason="请补充对方表态", due=LATER)
REVISE = commands.ReviseRecord(text="对方表示按期整改")


def test_a_record_is_read_by_another_who_leads_returned_revised_and_accepted() -> None:
    """Nobody reads their own; the reason stays with who held the talk, and no office learns of it."""
    desk = held()
    accept = commands.AcceptRecord()
    desk.refuses(NotAuthorised, EDUCATION_GROUP, "return_record", RETURN)
    desk.refuses(errors.NotWhoHoldsIt, OFFICE, "return_record", RETURN)
    desk.refuses(NotAuthorised, EDUCATION_GROUP, "return_record", RETURN, actor="group-clerk")
    past = commands.ReturnRecord(reason="……", due=FIRST_DAY - datetime.timedelta(days=1))
    desk.refuses(InvalidField, EDUCATION_GROUP, "return_record", past, actor="group-deputy")
    desk.refuses(WrongState, EDUCATION_GROUP, "revise_record", REVISE)
    (told, *_) = desk.act(EDUCATION_GROUP, "return_record", RETURN, actor="group-deputy")
    assert told.concerns.parties == (EDUCATION_GROUP,)
    assert owed(desk) == {"follow-up": LATER, "revision": LATER}
    desk.refuses(WrongState, EDUCATION_GROUP, "accept_record", accept, actor="group-deputy")
    desk.act(EDUCATION_GROUP, "revise_record", REVISE)
    assert set(owed(desk)) == {"follow-up", "reading"}
    desk.refuses(NotAuthorised, EDUCATION_GROUP, "accept_record", accept)
    desk.act(EDUCATION_GROUP, "accept_record", accept, actor="group-deputy")
    assert owed(desk) == {"follow-up": LATER}
    desk.refuses(WrongState, EDUCATION_GROUP, "return_record", RETURN, actor="group-deputy")


def test_a_promise_is_followed_up_until_it_was_kept() -> None:
    """Promise and follow-up (mechanism 27)."""
    desk = held()
    assert owed(desk) == {"follow-up": LATER}
    again = datetime.date(2026, 3, 2)
    undated = commands.FollowUp(promise=1, kept="partly", text="在起草")
    desk.refuses(InvalidField, EDUCATION_GROUP, "follow_up", undated)
    partly = commands.FollowUp(promise=1, kept="partly", text="在起草", due=again)
    desk.act(EDUCATION_GROUP, "follow_up", partly)
    assert owed(desk) == {"follow-up": again}
    kept = commands.FollowUp(promise=1, kept="kept", text="已印发")
    desk.act(EDUCATION_GROUP, "follow_up", kept)
    assert owed(desk) == {}
    desk.refuses(WrongState, EDUCATION_GROUP, "follow_up", kept)
    missing = commands.FollowUp(promise=2, kept="kept", text="无")
    desk.refuses(errors.NoSuchPromise, EDUCATION_GROUP, "follow_up", missing)


def test_a_talk_called_off_is_owed_no_more() -> None:
    """Whoever was not talked to shows in the coverage instead."""
    desk = planned()
    told = desk.act(EDUCATION_GROUP, "cancel", commands.Cancel(reason="调离"))
    assert {type(each) for each in told} == {events.Cancelled, Withdrawn}
    desk.refuses(WrongState, EDUCATION_GROUP, "hold", hold())


def test_a_correction_says_what_and_who_approved() -> None:
    """更正 (DOMAIN.md §1.12): the reason may be known, what was said stays with who held it."""
    desk = held()
    deputy = person("group-deputy")
    nothing = commands.Correct(reason="误", approved_by=deputy)
    future = commands.Correct(reason="误", approved_by=deputy, held=DAY)
    right = commands.Correct(reason="误", approved_by=deputy, held=FIRST_DAY, text="更正内容")
    desk.refuses(InvalidField, EDUCATION_GROUP, "correct", nothing)
    desk.refuses(InvalidField, EDUCATION_GROUP, "correct", future)
    told = desk.act(EDUCATION_GROUP, "correct", right)
    assert [type(each) for each in told] == [events.Corrected, events.ContentCorrected]
    assert told[1].concerns.visibility == "talk_content"


def test_of_an_annulled_talk_nothing_is_owed() -> None:
    """作废 withdraws the follow-up."""
    desk = held()
    mistaken = commands.Annul(reason="重复", approved_by=person("group-deputy"))
    told = desk.act(EDUCATION_GROUP, "annul", mistaken)
    assert {type(each) for each in told} == {events.Annulled, Withdrawn}
    assert owed(desk) == {}


def test_a_promise_is_corrected_and_followed_up_by_the_right_day() -> None:
    """Its text, and its day as long as it is open; what was said stays as it is."""
    desk = held()
    day = LATER + datetime.timedelta(days=7)
    for wrong in (
        correct(promise=1),
        correct(promise=1, held=FIRST_DAY),
        correct(due=day),
        correct(promise=1, due=datetime.date(2026, 1, 4)),
    ):
        desk.refuses(InvalidField, EDUCATION_GROUP, "correct", wrong)
    desk.refuses(errors.NoSuchPromise, EDUCATION_GROUP, "correct", correct(promise=2, due=day))
    told = desk.act(EDUCATION_GROUP, "correct", correct(promise=1, text="完善制度", due=day))
    assert [type(each) for each in told[:2]] == [events.Corrected, events.PromiseCorrected]
    assert told[1].concerns.visibility == "talk_content"
    assert owed(desk) == {"follow-up": day}
    kept = commands.FollowUp(promise=1, kept="kept", text="已印发")
    desk.act(EDUCATION_GROUP, "follow_up", kept)
    desk.refuses(WrongState, EDUCATION_GROUP, "correct", correct(promise=1, due=day))
    desk.act(EDUCATION_GROUP, "correct", correct(promise=1, text="修订制度"))
    assert owed(desk) == {}
