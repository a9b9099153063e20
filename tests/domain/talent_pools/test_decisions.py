"""What talent pools allow and refuse: given what happened, when an action, then events or a refusal."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from domain.errors import InvalidField, NotFound, Refusal, UnknownParty, WrongState
from domain.ids import PartyId, PersonId
from domain.model import Event
from domain.obligations.events import Fulfilled, Withdrawn
from domain.secondments import commands as secondments
from domain.talent_pools import commands, errors, events
from domain.talent_pools.state import TalentPool
from tests.domain.desk import FamilyDesk
from tests.domain.small import (
    CADRE_OFFICE,
    COMMISSION,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    person,
    stream,
)

BY = datetime.date(2026, 1, 16)
BODIES = (EDUCATION_GROUP, HEALTH_GROUP)
WHY: dict[str, Any] = {"reason": "误", "approved_by": person("chief")}
PRACTICE = stream("secondment", "practice")


class Desk(FamilyDesk[TalentPool]):
    """The small city on a Monday in January, and one pool."""

    family = "talent_pool"
    mechanisms = ("talent-pools",)


def open_(**changes: Any) -> commands.Open:
    plain: dict[str, Any] = {
        "title": "青廉先锋队",
        "parties": BODIES,
        "nominate_by": BY,
        "places": 2,
    }
    return commands.Open(**(plain | changes))


def nominate(name: str = "group-clerk") -> commands.Nominate:
    return commands.Nominate(person=person(name), merits="善于学习")


def form(*members: int, mentor: str = "office-head") -> commands.FormGroup:
    return commands.FormGroup(
        title="办案小组", leader=OFFICE, mentor=person(mentor), members=members
    )


def hold(*came: int) -> commands.HoldSession:
    return commands.HoldSession(group=1, topic="笔录制作", came=came)


def opened() -> Desk:
    desk = Desk()
    desk.act(CADRE_OFFICE, "open", open_())
    return desk


def admitted() -> Desk:
    """One person of each group is of the pool."""
    desk = opened()
    desk.act(EDUCATION_GROUP, "nominate", nominate())
    desk.act(HEALTH_GROUP, "nominate", nominate("health-clerk"))
    for key in (1, 2):
        desk.act(CADRE_OFFICE, "admit", commands.Admit(member=key))
    return desk


def studying() -> Desk:
    """They study together, with a mentor of the office."""
    desk = admitted()
    desk.act(CADRE_OFFICE, "form_group", form(1, 2))
    return desk


def kinds(told: list[Event]) -> list[type[Event]]:
    return [type(each) for each in told]


@pytest.mark.parametrize(
    ("party", "changes", "refusal"),
    [
        (OFFICE, {}, errors.NotForThePool),
        (CADRE_OFFICE, {"parties": (PartyId("nobody"),)}, UnknownParty),
        (CADRE_OFFICE, {"nominate_by": datetime.date(2026, 1, 2)}, InvalidField),
    ],
)
def test_who_manages_cadres_opens_a_pool(
    party: PartyId, changes: dict[str, Any], refusal: type[Refusal]
) -> None:
    Desk().refuses(refusal, party, "open", open_(**changes))


def test_each_body_nominates_its_own_or_says_that_it_has_nobody() -> None:
    """青廉先锋队 (mechanism 28): once each, by the day; who waived may still nominate."""
    desk = opened()
    assert desk.owed == {(party, "nomination") for party in BODIES}
    desk.refuses(errors.NotOneOfYours, HEALTH_GROUP, "nominate", nominate())
    desk.refuses(NotFound, OFFICE, "nominate", nominate("office-clerk"))
    told = desk.act(EDUCATION_GROUP, "nominate", nominate())
    assert told[0].concerns.parties == (CADRE_OFFICE, EDUCATION_GROUP, COMMISSION)
    desk.refuses(errors.InThePoolAlready, EDUCATION_GROUP, "nominate", nominate())
    desk.act(HEALTH_GROUP, "waive", commands.Waive(reason="无合适人选"))
    desk.refuses(WrongState, HEALTH_GROUP, "waive", commands.Waive(reason="无合适人选"))
    assert desk.owed == {(CADRE_OFFICE, "review")}
    desk.act(HEALTH_GROUP, "nominate", nominate("health-clerk"))


def test_a_nomination_comes_back_and_is_looked_at_again() -> None:
    desk = opened()
    desk.act(EDUCATION_GROUP, "nominate", nominate())
    back = commands.ReturnNomination(member=1, reason="请补充")
    desk.refuses(errors.NotForThePool, EDUCATION_GROUP, "return_nomination", back)
    desk.act(CADRE_OFFICE, "return_nomination", back)
    assert (EDUCATION_GROUP, "better-nomination") in desk.owed
    desk.refuses(WrongState, CADRE_OFFICE, "admit", commands.Admit(member=1))
    desk.act(EDUCATION_GROUP, "revise", commands.Revise(member=1, merits="办结三件"))
    no = commands.Decline(member=1, reason="工作未满两年")
    assert kinds(desk.act(CADRE_OFFICE, "decline", no)) == [events.Declined, Fulfilled]
    desk.act(EDUCATION_GROUP, "nominate", nominate())


def test_a_pool_takes_as_many_as_it_has_places() -> None:
    desk = Desk()
    desk.act(CADRE_OFFICE, "open", open_(places=1))
    desk.act(EDUCATION_GROUP, "nominate", nominate())
    desk.act(HEALTH_GROUP, "nominate", nominate("health-clerk"))
    desk.refuses(errors.NoSuchMember, CADRE_OFFICE, "admit", commands.Admit(member=3))
    desk.act(CADRE_OFFICE, "admit", commands.Admit(member=1))
    desk.refuses(errors.PoolIsFull, CADRE_OFFICE, "admit", commands.Admit(member=2))
    desk.act(EDUCATION_GROUP, "release", commands.Release(member=1, reason="调离"))
    desk.act(CADRE_OFFICE, "admit", commands.Admit(member=2))


def test_members_study_in_one_group_with_a_mentor() -> None:
    """分组共学、导师帮带: the mentor is of the leading body, and none of the members."""
    desk = admitted()
    desk.refuses(InvalidField, CADRE_OFFICE, "form_group", form(1, 1))
    of_another = form(1, mentor="group-head")
    desk.refuses(errors.NotOneOfYours, CADRE_OFFICE, "form_group", of_another)
    own = replace(form(1, mentor="group-clerk"), leader=EDUCATION_GROUP)
    desk.refuses(InvalidField, CADRE_OFFICE, "form_group", own)
    told = desk.act(CADRE_OFFICE, "form_group", form(1, 2))
    assert set(told[0].concerns.parties) == {CADRE_OFFICE, OFFICE, *BODIES, COMMISSION}
    desk.refuses(errors.InThePoolAlready, CADRE_OFFICE, "form_group", form(1))
    change = commands.ChangeMentor(group=1, mentor=person("office-clerk"), reason="轮岗")
    desk.act(OFFICE, "change_mentor", change)
    assert desk.state.groups[0].mentor == person("office-clerk")


def test_a_study_group_owes_a_session_each_quarter_until_it_is_disbanded() -> None:
    desk = studying()
    assert (OFFICE, "study") in desk.owed
    desk.refuses(errors.NotForThePool, EDUCATION_GROUP, "hold_session", hold(1))
    desk.refuses(InvalidField, OFFICE, "hold_session", hold(3))
    desk.act(OFFICE, "hold_session", hold(1, 2))
    assert (OFFICE, "study") in desk.owed
    over = commands.DisbandGroup(group=1, reason="学习结束")
    assert kinds(desk.act(CADRE_OFFICE, "disband_group", over)) == [
        events.GroupDisbanded,
        Withdrawn,
    ]
    desk.refuses(WrongState, OFFICE, "hold_session", hold(1))
    desk.act(CADRE_OFFICE, "form_group", form(1, 2))


def test_the_time_to_study_does_not_count_from_a_session_that_was_annulled() -> None:
    """作废: the group is to study within the time of when it last really did, or was formed."""
    desk = studying()

    def due() -> list[datetime.date]:
        return [each.due for each in desk.world.stream(desk.stream).obligations.values()]

    formed = due()
    desk.world.pass_to(datetime.date(2026, 1, 20))
    desk.act(OFFICE, "hold_session", hold(1, 2))
    first = due()
    desk.world.pass_to(datetime.date(2026, 1, 28))
    desk.act(OFFICE, "hold_session", hold(1))
    desk.act(OFFICE, "annul", commands.Annul(session=2, **WHY))
    assert due() == first
    desk.act(OFFICE, "annul", commands.Annul(session=1, **WHY))
    assert due() == formed < first


def practice(desk: Desk, who: PersonId, home: PartyId) -> None:
    """A secondment of somebody at the office, proposed by who manages cadres."""
    plan = secondments.Propose(
        person=who,
        kind="case",
        home=home,
        host=OFFICE,
        purpose="实践锻炼",
        begins=datetime.date(2026, 1, 12),
        until=datetime.date(2026, 2, 12),
    )
    desk.world.ask(
        "secondment.propose", PRACTICE, plan, actor=person("cadre-head"), party=CADRE_OFFICE
    )


def test_a_member_is_drawn_for_a_secondment_of_their_own() -> None:
    """实践锻炼: the pool points to the very secondment; another's, or none, does not do."""
    desk = admitted()
    draw = commands.Draw(member=1, secondment=PRACTICE)
    desk.refuses(errors.NotTheirSecondment, CADRE_OFFICE, "draw", draw)
    practice(desk, person("group-clerk"), EDUCATION_GROUP)
    desk.refuses(errors.NotTheirSecondment, CADRE_OFFICE, "draw", replace(draw, member=2))
    (told,) = desk.act(CADRE_OFFICE, "draw", draw)
    assert isinstance(told, events.Drawn)
    assert told.host == OFFICE
    desk.refuses(errors.NotTheirSecondment, CADRE_OFFICE, "draw", draw)


def test_who_leaves_studies_no_more() -> None:
    """出库, by the keeper or the own body."""
    desk = studying()
    left = commands.Release(member=1, reason="调离")
    desk.refuses(errors.NotForThePool, HEALTH_GROUP, "release", left)
    desk.act(EDUCATION_GROUP, "release", left)
    assert desk.state.groups[0].members == (2,)
    desk.refuses(WrongState, CADRE_OFFICE, "draw", commands.Draw(member=1, secondment=PRACTICE))
    desk.act(EDUCATION_GROUP, "nominate", nominate())


def test_what_was_recorded_wrongly_is_set_right() -> None:
    """更正、作废 (DOMAIN.md §1.12): the title by the keeper, a session by who told of it."""
    desk = studying()
    desk.act(OFFICE, "hold_session", hold(1, 2))
    right = commands.Correct(session=1, came=(1,), **WHY)
    desk.refuses(InvalidField, OFFICE, "correct", replace(right, session=None))
    desk.refuses(errors.NotForThePool, CADRE_OFFICE, "correct", right)
    desk.act(OFFICE, "correct", right)
    desk.act(CADRE_OFFICE, "correct", commands.Correct(title="青廉先锋队(2026)", **WHY))
    desk.act(OFFICE, "annul", commands.Annul(session=1, **WHY))
    desk.refuses(WrongState, OFFICE, "correct", right)
    desk.act(CADRE_OFFICE, "annul", commands.Annul(**WHY))
    assert desk.owed == set()
    desk.refuses(WrongState, EDUCATION_GROUP, "nominate", nominate())
