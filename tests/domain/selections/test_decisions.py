"""What selections allow and refuse: given what happened, when an action, then events or a refusal."""

import datetime
from typing import Any

import pytest

from domain.errors import InvalidField, NotFound, Refusal, UnknownParty, WrongState
from domain.ids import PartyId, StreamId
from domain.jurisdiction import Appointment, Jurisdiction
from domain.obligations.events import Fulfilled, Withdrawn
from domain.scheme_parts import Party
from domain.selections import commands, errors, events
from domain.selections.state import Selection
from tests.domain.desk import HEADS, FamilyDesk
from tests.domain.small import (
    COMMISSION,
    EDUCATION_GROUP,
    FIRST_DAY,
    HEALTH_GROUP,
    OFFICE,
    person,
    stream,
)

CADRES = PartyId("cadre-office")
ACTORS = {**HEADS, CADRES: "cadre-head"}
NOMINATE_BY = datetime.date(2026, 1, 8)
OBJECT_BY = datetime.date(2026, 1, 14)
AFTER = datetime.date(2026, 1, 15)
HANDLER = StreamId(person("group-handler"))
OTHER = StreamId(person("health-clerk"))


def with_cadre_office(jurisdiction: Jurisdiction) -> Jurisdiction:
    """The commission's organisation office, and who heads it."""
    office = Party(code=CADRES, kind="organisationOffice", zh="组织部", en="organisation office")
    head = Appointment(serial=1, party=CADRES, role="head", begins=FIRST_DAY)
    jurisdiction = jurisdiction.with_party(office, stream("party", "cadre-office"))
    return jurisdiction.with_person(person("cadre-head")).with_appointment(
        person("cadre-head"), head
    )


class Desk(FamilyDesk[Selection]):
    """The small city on a Monday in January, and one selection."""

    family = "selection"
    mechanisms = ("selections",)
    actors = ACTORS

    def __init__(self) -> None:
        super().__init__()
        self.world.jurisdiction = with_cadre_office(self.world.jurisdiction)


def opening(**changes: Any) -> commands.Open:
    plain: dict[str, Any] = {
        "kind": "handler",
        "title": "优秀办案能手评选",
        "parties": (EDUCATION_GROUP, HEALTH_GROUP),
        "nominate_by": NOMINATE_BY,
        "places": 1,
    }
    return commands.Open(**(plain | changes))


def nominate(subject: StreamId = HANDLER) -> commands.Nominate:
    return commands.Nominate(subject=subject, merits="主办案件6件")


def review(nomination: int = 1, *, put_forward: bool = True) -> commands.Review:
    return commands.Review(nomination=nomination, put_forward=put_forward, reason="事迹突出")


def choose(*nominations: int, object_by: datetime.date = OBJECT_BY) -> commands.Choose:
    return commands.Choose(nominations=nominations or (1,), object_by=object_by)


def answer(*, upheld: bool) -> commands.AnswerObjection:
    return commands.AnswerObjection(objection=1, upheld=upheld, text="已核实")


OBJECT = commands.Object(nomination=1, text="并非其主办")


def opened(**changes: Any) -> Desk:
    desk = Desk()
    desk.act(CADRES, "open", opening(**changes))
    return desk


def put_forward() -> Desk:
    """Two nominations, both put forward, for one place."""
    desk = opened()
    desk.act(EDUCATION_GROUP, "nominate", nominate())
    desk.act(HEALTH_GROUP, "nominate", nominate(OTHER))
    for serial in (1, 2):
        desk.act(CADRES, "review", review(serial))
    return desk


def chosen() -> Desk:
    desk = put_forward()
    desk.act(CADRES, "choose", choose())
    return desk


@pytest.mark.parametrize(
    ("party", "changes", "refusal"),
    [
        (OFFICE, {}, errors.NotForSelections),
        (CADRES, {"parties": ("nobody",)}, UnknownParty),
        (CADRES, {"parties": (CADRES,)}, InvalidField),
        (CADRES, {"nominate_by": FIRST_DAY - datetime.timedelta(days=1)}, InvalidField),
    ],
)
def test_a_selection_is_opened_by_the_organisation_office(
    party: PartyId, changes: dict[str, Any], refusal: type[Refusal]
) -> None:
    """评选 (mechanism 28): for bodies that may nominate until a day to come."""
    Desk().refuses(refusal, party, "open", opening(**changes))


def test_a_nomination_concerns_its_body_and_the_organiser() -> None:
    """No other body invited learns why somebody is nominated."""
    (told, *_) = opened().act(EDUCATION_GROUP, "nominate", nominate())
    assert told.concerns.visibility == "selection_nomination:sg-education"
    assert told.concerns.parties == (CADRES, EDUCATION_GROUP, COMMISSION)


def test_a_handler_is_a_person_of_ones_own_nominated_once() -> None:
    """What is nominated is the person, not a text about somebody."""
    desk = opened()
    desk.refuses(errors.NotOfThisKind, EDUCATION_GROUP, "nominate", nominate(OTHER))
    visit = stream("visit", "v")
    desk.refuses(errors.NotOfThisKind, EDUCATION_GROUP, "nominate", nominate(visit))
    desk.act(EDUCATION_GROUP, "nominate", nominate())
    desk.refuses(errors.AlreadyNominated, EDUCATION_GROUP, "nominate", nominate())
    desk.refuses(NotFound, OFFICE, "nominate", nominate(StreamId(person("office-clerk"))))
    desk.refuses(errors.NotForSelections, COMMISSION, "nominate", nominate())


@pytest.mark.parametrize(
    ("kind", "family"), [("recommendation", "recommendation"), ("project", "daily_supervision")]
)
def test_work_is_nominated_that_is_there_and_that_one_reads(kind: str, family: str) -> None:
    """Nobody learns by trying whether another's recommendation or project is there."""
    missing = nominate(stream(family, "nowhere"))
    opened(kind=kind).refuses(NotFound, EDUCATION_GROUP, "nominate", missing)


NONE = commands.Waive(reason="无符合条件的人员")


def test_each_body_owes_a_nomination_or_that_it_has_none() -> None:
    """By the day, once each; who said so may still nominate; once it is chosen nothing more is owed."""
    desk = opened()
    assert {each for each in desk.owed if each[1] == "nomination"} == {
        (EDUCATION_GROUP, "nomination"),
        (HEALTH_GROUP, "nomination"),
    }
    (told, *_) = desk.act(HEALTH_GROUP, "waive", NONE)
    assert told.concerns.parties == (CADRES, HEALTH_GROUP, COMMISSION)
    desk.refuses(WrongState, HEALTH_GROUP, "waive", NONE)
    desk.refuses(errors.NotForSelections, COMMISSION, "waive", NONE)
    assert (HEALTH_GROUP, "nomination") not in desk.owed
    desk.act(HEALTH_GROUP, "nominate", nominate(OTHER))
    desk.act(CADRES, "review", review())
    desk.world.pass_to(datetime.date(2026, 1, 12))
    assert (EDUCATION_GROUP, "nomination") in desk.owed
    desk.act(CADRES, "choose", choose(object_by=datetime.date(2026, 1, 19)))
    assert desk.owed == {(CADRES, "publication")}
    desk.refuses(WrongState, EDUCATION_GROUP, "waive", NONE)


def test_a_nomination_late_returned_revised_and_reviewed() -> None:
    """Late is late, not refused; the organiser reviews within its time."""
    desk = opened()
    desk.world.pass_to(datetime.date(2026, 1, 9))
    desk.act(EDUCATION_GROUP, "nominate", nominate())
    assert (CADRES, "review") in desk.owed
    back = commands.ReturnNomination(nomination=1, reason="请补充")
    desk.refuses(errors.NotForSelections, EDUCATION_GROUP, "return_nomination", back)
    desk.act(CADRES, "return_nomination", back)
    assert (EDUCATION_GROUP, "revision") in desk.owed
    desk.refuses(WrongState, CADRES, "review", review())
    better = commands.Revise(nomination=1, merits="主办6件,协办3件")
    desk.refuses(errors.NotForSelections, HEALTH_GROUP, "revise", better)
    desk.act(EDUCATION_GROUP, "revise", better)
    told = desk.act(CADRES, "review", review())
    assert len([each for each in told if isinstance(each, Fulfilled)]) == 1
    desk.refuses(errors.NoSuchNomination, CADRES, "review", review(2))


def test_no_more_are_chosen_than_there_are_places_and_one_may_object() -> None:
    """公示: a window for objections after the choice."""
    desk = put_forward()
    for wrong in (choose(1, 2), choose(1, 1), choose(1, object_by=FIRST_DAY)):
        desk.refuses(InvalidField, CADRES, "choose", wrong)
    (told, *_) = desk.act(CADRES, "choose", choose())
    assert isinstance(told, events.Chosen)
    assert [each.subject for each in told.choices] == [HANDLER]
    assert told.concerns.parties == (CADRES, EDUCATION_GROUP, HEALTH_GROUP, COMMISSION)


def test_one_not_put_forward_is_not_chosen() -> None:
    """评审 comes first."""
    desk = opened()
    desk.act(EDUCATION_GROUP, "nominate", nominate())
    desk.act(CADRES, "review", review(put_forward=False))
    desk.refuses(WrongState, CADRES, "choose", choose())


@pytest.mark.parametrize("upheld", [True, False])
def test_what_an_objection_does(*, upheld: bool) -> None:
    """One upheld takes the nomination out; it concerns who objects and the organiser alone."""
    desk = chosen()
    desk.refuses(errors.ObjectionsOpen, CADRES, "publish", commands.Publish())
    (told, *_) = desk.act(HEALTH_GROUP, "object", OBJECT)
    assert told.concerns.parties == (CADRES, HEALTH_GROUP, COMMISSION)
    desk.world.pass_to(AFTER)
    desk.refuses(errors.ObjectionsOpen, CADRES, "publish", commands.Publish())
    desk.refuses(errors.ObjectionsOpen, HEALTH_GROUP, "object", OBJECT)
    desk.act(CADRES, "answer_objection", answer(upheld=upheld))
    desk.refuses(errors.NoSuchNomination, CADRES, "answer_objection", answer(upheld=upheld))
    (published, *_) = desk.act(CADRES, "publish", commands.Publish())
    assert isinstance(published, events.Published)
    assert [each.subject for each in published.choices] == ([] if upheld else [HANDLER])
    assert desk.owed == set()


def test_a_correction_says_what_and_who_approved() -> None:
    """更正 by the organiser (DOMAIN.md §1.12)."""
    right = commands.Correct(reason="误", approved_by=person("chief"), title="更正")
    desk = opened()
    desk.refuses(errors.NotForSelections, EDUCATION_GROUP, "correct", right)
    assert [type(each) for each in desk.act(CADRES, "correct", right)] == [events.Corrected]


def test_of_an_annulled_selection_nothing_is_owed() -> None:
    """作废 withdraws what is owed."""
    desk = opened()
    mistaken = commands.Annul(reason="重复", approved_by=person("chief"))
    told = desk.act(CADRES, "annul", mistaken)
    assert {type(each) for each in told} == {events.Annulled, Withdrawn}
    assert desk.owed == set()
