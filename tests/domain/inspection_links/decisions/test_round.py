"""The round: who is authorised, who must keep out, when it is over (DOMAIN.md §5 mechanism 16)."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from domain.errors import InvalidField, NotAuthorised, Refusal, UnknownParty, WrongState
from domain.ids import PartyId
from domain.inspection_links import commands, errors, events
from domain.jurisdiction import Appointment
from domain.persons.events import Appointed, AppointmentEnded
from tests.domain.inspection_links.given import (
    BEGINS,
    INSPECTION,
    TEAM,
    UNIT,
    UNTIL,
    Desk,
    authorise,
    authorised,
    linked,
    open_,
)
from tests.domain.small import EDUCATION_GROUP, FIRST_DAY, HEALTH_GROUP, OFFICE, person

SHARE = commands.Share(title="资料库摘要", text="配餐采购情况")
END = commands.End()


def test_the_head_of_the_group_is_deputy_team_leader_for_the_round() -> None:
    """授权派驻纪检监察组负责同志担任巡察组副组长: an appointment that ends with the round."""
    desk = linked()
    told = desk.act(INSPECTION, "authorise", authorise())
    (appointed,) = (each for each in told if isinstance(each, Appointed))
    assert (appointed.member_of, appointed.role) == (TEAM, "deputy_head")
    assert (appointed.begins, appointed.ends) == (BEGINS, UNTIL)
    assert (EDUCATION_GROUP, "acknowledgement") in desk.owed
    desk.act(EDUCATION_GROUP, "acknowledge", commands.Acknowledge())
    desk.refuses(WrongState, EDUCATION_GROUP, "acknowledge", commands.Acknowledge())
    desk.act(TEAM, "share", SHARE, actor="group-head")


def test_it_expires_with_the_round() -> None:
    """Per round, and no longer: nobody has to take it back."""
    desk = authorised()
    assert desk.in_the_team("group-head")
    desk.world.pass_to(UNTIL + datetime.timedelta(days=1))
    assert not desk.in_the_team("group-head")
    desk.refuses(NotAuthorised, TEAM, "share", SHARE, actor="group-head")
    desk.refuses(errors.RoundIsOver, TEAM, "share", SHARE)
    told = desk.act(INSPECTION, "end", END)
    assert not any(isinstance(each, AppointmentEnded) for each in told)
    desk.refuses(WrongState, INSPECTION, "end", END)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"team": OFFICE}, errors.NotAnInspectionTeam),
        ({"group": OFFICE}, errors.NotAnInspectionTeam),
        ({"team": PartyId("nobody")}, UnknownParty),
        ({"units": (PartyId("nobody"),)}, UnknownParty),
        ({"units": (UNIT, UNIT)}, InvalidField),
        ({"until": BEGINS - datetime.timedelta(days=1)}, InvalidField),
    ],
)
def test_a_link_has_to_make_sense(changes: dict[str, Any], refusal: type[Refusal]) -> None:
    Desk().refuses(refusal, INSPECTION, "open", open_(**changes))


def test_the_inspection_office_links_and_authorises() -> None:
    """Neither side authorises itself."""
    Desk().refuses(NotAuthorised, EDUCATION_GROUP, "open", open_())
    desk = linked()
    desk.refuses(errors.NotForThisSide, TEAM, "authorise", authorise())


@pytest.mark.parametrize("name", ["group-clerk", "health-head"])
def test_only_who_leads_the_group_is_authorised(name: str) -> None:
    """负责同志: head or deputy head of this group, on that day."""
    linked().refuses(errors.NotTheHeadOfTheGroup, INSPECTION, "authorise", authorise(name))
    assert linked().act(INSPECTION, "authorise", authorise("group-deputy"))


def test_one_deputy_at_a_time() -> None:
    desk = authorised()
    desk.refuses(errors.AlreadyAuthorised, INSPECTION, "authorise", authorise("group-deputy"))
    desk.act(INSPECTION, "end_authorisation", commands.EndAuthorisation(reason="调整"))
    desk.act(INSPECTION, "authorise", authorise("group-deputy"))


def test_who_is_recused_from_an_inspected_unit_is_not_authorised() -> None:
    """SL 67, R 295: checked before, by what was declared and by offices held in the unit."""
    desk = linked()
    declared = commands.DeclareRecusal(person=person("group-head"), unit=UNIT, reason="配偶任职")
    (told, *_) = desk.act(EDUCATION_GROUP, "declare_recusal", declared)
    assert set(told.concerns.parties) == {INSPECTION, EDUCATION_GROUP}
    desk.refuses(errors.RecusedFromTheRound, INSPECTION, "authorise", authorise())
    desk = linked()
    past = Appointment(serial=2, party=UNIT, role="head", begins=FIRST_DAY, ends=FIRST_DAY)
    jurisdiction = desk.world.jurisdiction.with_appointment(person("group-head"), past)
    desk.world.jurisdiction = replace(jurisdiction)
    desk.refuses(errors.RecusedFromTheRound, INSPECTION, "authorise", authorise())


def test_a_recusal_declared_later_ends_the_authorisation_at_once() -> None:
    desk = authorised()
    elsewhere = commands.DeclareRecusal(
        person=person("group-head"), unit=HEALTH_GROUP, reason="亲属任职"
    )
    desk.act(EDUCATION_GROUP, "declare_recusal", elsewhere)
    assert desk.in_the_team("group-head")
    here = commands.DeclareRecusal(person=person("group-head"), unit=UNIT, reason="亲属任职")
    told = desk.act(EDUCATION_GROUP, "declare_recusal", here)
    assert any(isinstance(each, events.AuthorisationEnded) for each in told)
    assert not desk.in_the_team("group-head")


def test_ending_and_annulling_take_the_office_back() -> None:
    """Ended before its last day, or annulled: from this day on they act for the team no more."""
    for name, command in (
        ("end", END),
        ("annul", commands.Annul(reason="误", approved_by=person("chief"))),
    ):
        desk = authorised()
        desk.world.pass_to(BEGINS + datetime.timedelta(days=7))
        desk.act(INSPECTION, name, command)
        assert not desk.in_the_team("group-head")
        assert desk.owed == set()


def test_a_correction_of_the_units_asks_recusal_anew() -> None:
    """更正 with reason and approver; nobody inspects a unit from which they are recused."""
    desk = linked()
    nothing = commands.Correct(reason="误", approved_by=person("chief"))
    desk.refuses(InvalidField, INSPECTION, "correct", nothing)
    kin = commands.DeclareRecusal(person=person("group-head"), unit=OFFICE, reason="亲属")
    desk.act(EDUCATION_GROUP, "declare_recusal", kin)
    desk.act(INSPECTION, "authorise", authorise())
    more = commands.Correct(reason="漏列", approved_by=person("chief"), units=(UNIT, OFFICE))
    desk.refuses(errors.RecusedFromTheRound, INSPECTION, "correct", more)
    named = commands.Correct(reason="误", approved_by=person("chief"), round="第十轮巡察")
    desk.act(INSPECTION, "correct", named)
