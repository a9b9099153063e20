"""What integrity opinions allow and refuse: given what happened, when an action, then events or a refusal."""

import datetime
from typing import Any

import pytest

from domain.asking import NotTheIssuer
from domain.errors import InvalidField, NotFound, Refusal, UnknownParty, WrongState
from domain.ids import PartyId
from domain.integrity_opinions import commands, errors, events
from domain.integrity_opinions.state import IntegrityOpinion
from domain.obligations.events import Fulfilled, Withdrawn
from domain.oversight import KeyPerson
from tests.domain.desk import FamilyDesk
from tests.domain.small import (
    COMMISSION,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    person,
)

DUE = datetime.date(2026, 1, 15)
CANDIDATE = KeyPerson(person=person("candidate"), name="张某", post="科长")


class Desk(FamilyDesk[IntegrityOpinion]):
    """The small city on a Monday in January, and one opinion that the office asks for."""

    family = "integrity_opinion"
    mechanisms = ("integrity-opinions",)


def ask(**changes: Any) -> commands.Ask:
    plain: dict[str, Any] = {
        "unit": "education",
        "person": CANDIDATE,
        "purpose": "拟提任副处级职务",
        "due": DUE,
    }
    return commands.Ask(**(plain | changes))


def answer(view: commands.View = "no_objection") -> commands.Answer:
    return commands.Answer(view=view, text="无问题反映")


def asked() -> Desk:
    desk = Desk()
    desk.act(OFFICE, "ask", ask())
    return desk


def answered() -> Desk:
    desk = asked()
    desk.act(EDUCATION_GROUP, "answer", answer())
    return desk


def test_the_group_stationed_at_the_persons_unit_owes_the_opinion_by_the_day_named() -> None:
    """廉政意见 (mechanism 29): between who asks and the group alone."""
    desk = Desk()
    (told, *_) = desk.act(OFFICE, "ask", ask())
    assert isinstance(told, events.Asked)
    assert told.group == EDUCATION_GROUP
    assert told.concerns.parties == (OFFICE, EDUCATION_GROUP)
    assert desk.owed == {(EDUCATION_GROUP, "answer")}
    desk.refuses(NotFound, HEALTH_GROUP, "answer", answer())
    desk.refuses(NotFound, COMMISSION, "accept_answer", commands.AcceptAnswer())


@pytest.mark.parametrize(
    ("party", "changes", "refusal"),
    [
        (OFFICE, {"unit": "nobody"}, UnknownParty),
        (OFFICE, {"unit": "sg-health"}, InvalidField),
        (OFFICE, {"due": datetime.date(2026, 1, 4)}, InvalidField),
        (EDUCATION_GROUP, {}, InvalidField),
    ],
)
def test_it_has_to_make_sense(
    party: PartyId, changes: dict[str, Any], refusal: type[Refusal]
) -> None:
    """Of a unit with a group, by a day to come, and not of oneself."""
    Desk().refuses(refusal, party, "ask", ask(**changes))


def test_an_opinion_is_late_by_working_days() -> None:
    """Overdue is not an end (DOMAIN.md §1.10); only the group asked gives it."""
    desk = asked()
    desk.world.pass_to(datetime.date(2026, 1, 19))
    desk.refuses(errors.NotAskedOfYou, OFFICE, "answer", answer())
    told = desk.act(EDUCATION_GROUP, "answer", answer("reservation"))
    assert [each.late_working_days for each in told if isinstance(each, Fulfilled)] == [2]
    assert desk.owed == {(OFFICE, "judgement")}


def test_an_opinion_comes_back_and_is_given_anew() -> None:
    """Who asked judges it; once accepted it stands."""
    desk = answered()
    unclear = commands.ReturnAnswer(reason="未说明影响期")
    desk.refuses(NotTheIssuer, EDUCATION_GROUP, "return_answer", unclear)
    desk.act(OFFICE, "return_answer", unclear)
    assert desk.owed == {(EDUCATION_GROUP, "clearer-answer")}
    desk.act(EDUCATION_GROUP, "answer", answer("objection"))
    desk.act(OFFICE, "accept_answer", commands.AcceptAnswer())
    assert desk.owed == set()
    desk.refuses(WrongState, EDUCATION_GROUP, "answer", answer())


def test_a_correction_says_what_and_who_approved() -> None:
    """更正 by the group with reason and approver, also of an accepted opinion (DOMAIN.md §1.12)."""
    desk = answered()
    desk.act(OFFICE, "accept_answer", commands.AcceptAnswer())
    deputy = person("group-deputy")
    nothing = commands.Correct(reason="误", approved_by=deputy)
    right = commands.Correct(reason="误", approved_by=deputy, view="reservation")
    desk.refuses(InvalidField, EDUCATION_GROUP, "correct", nothing)
    by_asker = commands.Correct(reason="误", approved_by=person("chief"), view="reservation")
    desk.refuses(errors.NotAskedOfYou, OFFICE, "correct", by_asker)
    assert [type(each) for each in desk.act(EDUCATION_GROUP, "correct", right)] == [
        events.Corrected
    ]


def test_of_an_annulled_request_nothing_is_owed() -> None:
    """作废 by who asked."""
    desk = asked()
    told = desk.act(OFFICE, "annul", commands.Annul(reason="误", approved_by=person("chief")))
    assert {type(each) for each in told} == {events.Annulled, Withdrawn}
    assert desk.owed == set()
    desk.refuses(WrongState, EDUCATION_GROUP, "answer", answer())
