"""What visits allow and refuse: given what happened, when an action, then events or a refusal."""

import datetime
from typing import Any

import pytest

from domain.errors import InvalidField, NotFound, Refusal, UnknownParty, WrongState
from domain.ids import PartyId
from domain.jurisdiction import Appointment, Jurisdiction
from domain.obligations.events import Arisen, Fulfilled, Withdrawn
from domain.visits import commands, errors, events
from domain.visits.state import Visit
from tests.domain.cadences import shares
from tests.domain.desk import FamilyDesk
from tests.domain.small import (
    CASE_SUPERVISION,
    COMMISSION,
    EDUCATION_GROUP,
    FIRST_DAY,
    HEALTH_GROUP,
    OFFICE,
    PETITIONS,
    person,
    stream,
)

DUE = datetime.date(2026, 1, 15)
LATER = datetime.date(2026, 1, 28)


def with_secretary(jurisdiction: Jurisdiction) -> Jurisdiction:
    """A second leading person of the commission, who may approve."""
    role = Appointment(serial=1, party=COMMISSION, role="leader_in_charge", begins=FIRST_DAY)
    secretary = person("secretary")
    return jurisdiction.with_person(secretary).with_appointment(secretary, role)


class Desk(FamilyDesk[Visit]):
    """The small city on a Monday in January, and one visit to the group at education."""

    family = "visit"
    mechanisms = ("visits",)

    def __init__(self) -> None:
        super().__init__()
        self.world.jurisdiction = with_secretary(self.world.jurisdiction)


def entry(**changes: Any) -> commands.Entry:
    plain: dict[str, Any] = {
        "kind": "family",
        "text": "子女就学困难",
        "owner": CASE_SUPERVISION,
        "due": DUE,
    }
    return commands.Entry(**(plain | changes))


def record(**changes: Any) -> commands.Record:
    plain: dict[str, Any] = {
        "group": EDUCATION_GROUP,
        "visitors": (person("chief"),),
        "summary": "与全组谈心",
        "concerns": (entry(),),
    }
    return commands.Record(**(plain | changes))


def settle(concern: int = 1) -> commands.Settle:
    return commands.Settle(concern=concern, outcome="settled", text="已协调")


def recorded() -> Desk:
    desk = Desk()
    desk.act(COMMISSION, "record", record())
    return desk


def test_a_visit_raises_concerns_each_in_a_circle_of_its_own() -> None:
    """四心悦组访 (mechanism 19): visitor, group and commission; a concern besides its owner."""
    told = Desk().act(COMMISSION, "record", record())
    circles = {type(each): each.concerns for each in told if isinstance(each, events.VisitEvent)}
    assert circles[events.Recorded].parties == (COMMISSION, EDUCATION_GROUP)
    raised = circles[events.ConcernRaised]
    assert raised.visibility == "concern:1"
    assert raised.parties == (COMMISSION, EDUCATION_GROUP, CASE_SUPERVISION)


@pytest.mark.parametrize(
    ("party", "changes", "refusal"),
    [
        (OFFICE, {"visitors": (person("office-head"),)}, errors.NotAVisitor),
        (HEALTH_GROUP, {"visitors": (person("health-head"),)}, errors.NotAVisitor),
        (COMMISSION, {"group": OFFICE}, InvalidField),
        (COMMISSION, {"group": "nobody"}, UnknownParty),
        (COMMISSION, {"visitors": (person("office-head"),)}, InvalidField),
        (COMMISSION, {"concerns": (entry(owner="nobody"),)}, UnknownParty),
        (COMMISSION, {"concerns": (entry(owner=EDUCATION_GROUP),)}, InvalidField),
        (COMMISSION, {"concerns": (entry(due=datetime.date(2026, 1, 4)),)}, InvalidField),
    ],
)
def test_a_visit_has_to_make_sense(
    party: PartyId, changes: dict[str, Any], refusal: type[Refusal]
) -> None:
    """By who cares for the cadres, to a group, with concerns that somebody else can settle."""
    Desk().refuses(refusal, party, "record", record(**changes))


def test_supervision_learns_nothing_of_it() -> None:
    """Cadre care, not supervision: neither the linked office nor another group."""
    desk = recorded()
    for party in (OFFICE, HEALTH_GROUP):
        desk.refuses(NotFound, party, "settle", settle())


def test_a_concern_is_settled_late_returned_and_confirmed() -> None:
    """By its owner; the group says whether it is. Overdue is not an end (DOMAIN.md §1.10)."""
    desk = recorded()
    desk.refuses(errors.NotYourConcern, COMMISSION, "settle", settle())
    desk.world.pass_to(datetime.date(2026, 1, 19))
    told = desk.act(CASE_SUPERVISION, "settle", settle())
    assert [each.late_working_days for each in told if isinstance(each, Fulfilled)] == [2]
    assert desk.owed == {(EDUCATION_GROUP, "confirmation")}
    back = commands.Return(concern=1, reason="未落实")
    desk.refuses(errors.NotYourConcern, CASE_SUPERVISION, "return", back)
    desk.act(EDUCATION_GROUP, "return", back)
    assert desk.owed == {(CASE_SUPERVISION, "again")}
    desk.act(CASE_SUPERVISION, "settle", settle())
    desk.act(EDUCATION_GROUP, "confirm", commands.Confirm(concern=1))
    assert desk.owed == set()
    desk.refuses(WrongState, CASE_SUPERVISION, "settle", settle())
    desk.refuses(errors.NoSuchConcern, CASE_SUPERVISION, "settle", settle(2))


def test_the_group_raises_a_concern_of_its_own() -> None:
    """Visitor and group, nobody else; the owner of the first concern knows nothing of the second."""
    desk = recorded()
    more = commands.Raise(concern=entry(owner=COMMISSION, kind="work"))
    desk.refuses(errors.NotAVisitor, CASE_SUPERVISION, "raise", more)
    (told, *_) = desk.act(EDUCATION_GROUP, "raise", more)
    assert isinstance(told, events.ConcernRaised)
    assert told.concern == 2
    assert told.concerns.parties == (COMMISSION, EDUCATION_GROUP)


def test_a_correction_says_what_and_who_approved() -> None:
    """更正 by the visitor (DOMAIN.md §1.12)."""
    desk = recorded()
    by_group = commands.Correct(reason="误", approved_by=person("group-deputy"), summary="改")
    desk.refuses(errors.NotAVisitor, EDUCATION_GROUP, "correct", by_group)
    itself = commands.Correct(reason="误", approved_by=person("chief"), summary="改")
    desk.refuses(InvalidField, COMMISSION, "correct", itself)
    right = commands.Correct(reason="误", approved_by=person("secretary"), summary="改")
    assert [type(each) for each in desk.act(COMMISSION, "correct", right)] == [events.Corrected]


def redirect(owner: PartyId = COMMISSION, **changes: Any) -> commands.Redirect:
    plain: dict[str, Any] = {"concern": 1, "due": LATER, "reason": "不属本部门职责"}
    return commands.Redirect(owner=owner, **(plain | changes))


def due_days(desk: Desk) -> dict[tuple[PartyId, str], datetime.date]:
    owed = desk.world.stream(desk.stream).obligations.values()
    return {(each.owner, each.arisen.rule): each.due for each in owed}


@pytest.mark.parametrize("by", [CASE_SUPERVISION, COMMISSION])
def test_a_misdirected_concern_is_passed_on_by_its_owner_or_the_visitor(by: PartyId) -> None:
    """What is owed goes with it, and keeps the day there was; who had it reads it no more."""
    desk = recorded()
    told = desk.act(by, "redirect", redirect(PETITIONS))
    (passed,) = (each for each in told if isinstance(each, events.ConcernRedirected))
    assert (passed.by, passed.from_party, passed.owner) == (by, CASE_SUPERVISION, PETITIONS)
    assert set(passed.concerns.parties) == {COMMISSION, EDUCATION_GROUP, PETITIONS}
    (anew,) = (each for each in told if isinstance(each, Arisen))
    assert [each.due for each in anew.earlier] == [DUE]
    assert due_days(desk) == {(PETITIONS, "concern"): LATER}
    desk.refuses(errors.NotYourConcern, CASE_SUPERVISION, "settle", settle())
    desk.act(PETITIONS, "settle", settle())
    desk.refuses(WrongState, PETITIONS, "redirect", redirect())


def test_what_came_back_is_passed_on_too() -> None:
    """It is owed by the new owner alone, by its own day."""
    desk = recorded()
    desk.act(CASE_SUPERVISION, "settle", settle())
    desk.act(EDUCATION_GROUP, "return", commands.Return(concern=1, reason="未落实"))
    desk.act(CASE_SUPERVISION, "redirect", redirect())
    assert due_days(desk) == {(COMMISSION, "concern"): LATER}


@pytest.mark.parametrize(
    ("party", "command", "refusal"),
    [
        (EDUCATION_GROUP, redirect(), errors.NotYourConcern),
        (HEALTH_GROUP, redirect(), NotFound),
        (CASE_SUPERVISION, redirect(CASE_SUPERVISION), InvalidField),
        (CASE_SUPERVISION, redirect(EDUCATION_GROUP), InvalidField),
        (CASE_SUPERVISION, redirect(due=datetime.date(2026, 1, 4)), InvalidField),
        (CASE_SUPERVISION, redirect(PartyId("nobody")), UnknownParty),
        (CASE_SUPERVISION, redirect(concern=2), errors.NoSuchConcern),
    ],
)
def test_a_concern_is_passed_on_to_another_who_can_see_to_it(
    party: PartyId, command: commands.Redirect, refusal: type[Refusal]
) -> None:
    """By its owner or the visitor; not back to the group, nor by a day gone by."""
    recorded().refuses(refusal, party, "redirect", command)


def correct(**changes: Any) -> commands.Correct:
    return commands.Correct(reason="误", approved_by=person("secretary"), **changes)


def test_a_concern_is_corrected_and_what_is_owed_follows_its_day() -> None:
    """更正 of kind, text and day, told to the circle of the concern alone."""
    desk = recorded()
    told = desk.act(COMMISSION, "correct", correct(concern=1, kind="health", due=LATER))
    (corrected,) = (each for each in told if isinstance(each, events.VisitEvent))
    assert isinstance(corrected, events.ConcernCorrected)
    assert corrected.concerns.visibility == "concern:1"
    assert due_days(desk) == {(CASE_SUPERVISION, "concern"): LATER}
    desk.act(COMMISSION, "correct", correct(concern=1, text="配偶就医"))
    assert due_days(desk) == {(CASE_SUPERVISION, "concern"): LATER}
    desk.act(CASE_SUPERVISION, "settle", settle())
    desk.refuses(WrongState, COMMISSION, "correct", correct(concern=1, due=LATER))
    desk.act(COMMISSION, "correct", correct(concern=1, kind="family"))
    assert desk.owed == {(EDUCATION_GROUP, "confirmation")}


@pytest.mark.parametrize(
    ("command", "refusal"),
    [
        (correct(), InvalidField),
        (correct(kind="health"), InvalidField),
        (correct(summary="改", concern=1), InvalidField),
        (correct(concern=2, kind="health"), errors.NoSuchConcern),
        (correct(concern=1, due=datetime.date(2026, 1, 4)), InvalidField),
    ],
)
def test_a_correction_names_what_it_corrects(
    command: commands.Correct, refusal: type[Refusal]
) -> None:
    """Something, of a concern that there is, by a day to come."""
    recorded().refuses(refusal, COMMISSION, "correct", command)


def test_of_an_annulled_visit_nothing_is_owed() -> None:
    """作废 withdraws what is owed."""
    desk = recorded()
    mistaken = commands.Annul(reason="重复", approved_by=person("secretary"))
    told = desk.act(COMMISSION, "annul", mistaken)
    assert {type(each) for each in told} == {events.Annulled, Withdrawn}
    assert desk.owed == set()
    desk.refuses(WrongState, CASE_SUPERVISION, "settle", settle())


def test_a_group_that_nobody_visits_is_owed_a_visit_within_the_year() -> None:
    """The gap that shows in coverage is owed by the commission (ADR 0008), kept in the year or late."""
    desk = Desk()
    desk.world.settle()
    due = datetime.date(2026, 12, 31)
    groups = (EDUCATION_GROUP, HEALTH_GROUP)
    assert shares(desk.world) == {group: (COMMISSION, group, due) for group in groups}
    told = desk.act(COMMISSION, "record", record(concerns=()))
    assert [each.late_working_days for each in told if isinstance(each, Fulfilled)] == [0]
    assert set(shares(desk.world)) == {HEALTH_GROUP}
    desk.world.pass_to(datetime.date(2027, 1, 5))
    desk.stream = stream("visit", "second")
    told = desk.act(COMMISSION, "record", record(group=HEALTH_GROUP, concerns=()))
    assert [each.late_working_days for each in told if isinstance(each, Fulfilled)] == [3]
    owed = {group: (COMMISSION, group, datetime.date(2027, 12, 31)) for group in groups}
    assert shares(desk.world) == owed
