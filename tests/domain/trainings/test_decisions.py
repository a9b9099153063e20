"""What training allows and refuses: given what happened, when an action, then events or a refusal."""

import datetime
from typing import Any

import pytest

from domain.errors import InvalidField, NotFound, Refusal, UnknownParty, WrongState
from domain.ids import PartyId
from domain.obligations.events import Fulfilled, Withdrawn
from domain.trainings import commands, errors, events
from domain.trainings.state import Training
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
)

NAME_BY = datetime.date(2026, 1, 8)
DAY = datetime.date(2026, 1, 14)
CLERK = person("group-clerk")


class Desk(FamilyDesk[Training]):
    """The small city on a Monday in January, and one session."""

    family = "training"
    mechanisms = ("trainings",)


def plan(**changes: Any) -> commands.Plan:
    plain: dict[str, Any] = {
        "brand": "office-lecture",
        "title": "派驻监督方法",
        "lecturer": "周某",
        "planned": DAY,
        "name_by": NAME_BY,
        "parties": (EDUCATION_GROUP, HEALTH_GROUP),
    }
    return commands.Plan(**(plain | changes))


def names(*found: str) -> commands.NameAttendees:
    return commands.NameAttendees(persons=tuple(person(each) for each in found or ("group-clerk",)))


def came(party: PartyId, *found: str) -> commands.Attendance:
    return commands.Attendance(party=party, persons=tuple(person(each) for each in found))


def hold(*attendance: commands.Attendance) -> commands.Hold:
    return commands.Hold(attendance=attendance)


def planned() -> Desk:
    desk = Desk()
    desk.act(CASE_SUPERVISION, "plan", plan())
    return desk


def held() -> Desk:
    desk = planned()
    desk.act(EDUCATION_GROUP, "name_attendees", names())
    desk.act(CASE_SUPERVISION, "hold", hold(came(EDUCATION_GROUP, "group-clerk")))
    return desk


def owed(desk: Desk) -> dict[tuple[PartyId, str], datetime.date]:
    open_ones = desk.world.stream(desk.stream).obligations.values()
    return {(each.arisen.owner, each.arisen.rule): each.due for each in open_ones}


def test_a_session_invites_bodies_that_name_their_people() -> None:
    """Training of all under brands (mechanism 28): who comes of one body, no other body learns."""
    told = Desk().act(CASE_SUPERVISION, "plan", plan())
    sessions = [each for each in told if isinstance(each, events.TrainingEvent)]
    assert [each.concerns.visibility for each in sessions] == [
        "training",
        "training_attendance:sg-education",
        "training_attendance:sg-health",
    ]
    assert sessions[0].concerns.parties == (
        CASE_SUPERVISION,
        EDUCATION_GROUP,
        HEALTH_GROUP,
        COMMISSION,
    )
    assert sessions[1].concerns.parties == (CASE_SUPERVISION, EDUCATION_GROUP, OFFICE, COMMISSION)
    assert owed(planned()) == {
        (EDUCATION_GROUP, "naming"): NAME_BY,
        (HEALTH_GROUP, "naming"): NAME_BY,
        (CASE_SUPERVISION, "holding"): DAY,
    }


@pytest.mark.parametrize(
    ("party", "changes", "refusal"),
    [
        (CASE_SUPERVISION, {"brand": "experts-lecture"}, errors.NoSuchBrand),
        (PETITIONS, {}, errors.NotAnOrganiser),
        (HEALTH_GROUP, {"parties": (EDUCATION_GROUP,)}, errors.NotAnOrganiser),
        (CASE_SUPERVISION, {"parties": ("nobody",)}, UnknownParty),
        (CASE_SUPERVISION, {"parties": (EDUCATION_GROUP, EDUCATION_GROUP)}, InvalidField),
        (CASE_SUPERVISION, {"parties": (CASE_SUPERVISION,)}, InvalidField),
        (CASE_SUPERVISION, {"name_by": DAY + datetime.timedelta(days=1)}, InvalidField),
        (CASE_SUPERVISION, {"name_by": FIRST_DAY - datetime.timedelta(days=1)}, InvalidField),
    ],
)
def test_a_session_has_to_make_sense(
    party: PartyId, changes: dict[str, Any], refusal: type[Refusal]
) -> None:
    """A brand of the scheme, held by whom the scheme says, for others."""
    Desk().refuses(refusal, party, "plan", plan(**changes))


def test_names_are_given_late_returned_and_given_again() -> None:
    """Overdue is not an end (DOMAIN.md §1.10)."""
    desk = planned()
    desk.world.pass_to(datetime.date(2026, 1, 12))
    told = desk.act(EDUCATION_GROUP, "name_attendees", names())
    assert [each.late_working_days for each in told if isinstance(each, Fulfilled)] == [2]
    back = commands.ReturnNames(party=EDUCATION_GROUP, reason="请增加人员")
    desk.refuses(errors.NotAnOrganiser, HEALTH_GROUP, "return_names", back)
    desk.act(CASE_SUPERVISION, "return_names", back)
    desk.refuses(WrongState, CASE_SUPERVISION, "return_names", back)
    assert (EDUCATION_GROUP, "naming-again") in owed(desk)
    desk.act(EDUCATION_GROUP, "name_attendees", names("group-clerk", "group-handler"))
    assert (EDUCATION_GROUP, "naming-again") not in owed(desk)


@pytest.mark.parametrize("found", [("health-clerk",), ("group-clerk", "group-clerk")])
def test_a_body_names_its_own_people_each_once(found: tuple[str, ...]) -> None:
    """Nobody is sent by another body."""
    planned().refuses(InvalidField, EDUCATION_GROUP, "name_attendees", names(*found))


def test_of_every_body_it_is_recorded_who_came() -> None:
    """Also of one whose people stayed away: it shows as such, and nobody owes names any more."""
    desk = planned()
    told = desk.act(CASE_SUPERVISION, "hold", hold(came(EDUCATION_GROUP, "group-clerk")))
    recorded = [each for each in told if isinstance(each, events.AttendanceRecorded)]
    assert [(each.party, each.persons) for each in recorded] == [
        (EDUCATION_GROUP, (CLERK,)),
        (HEALTH_GROUP, ()),
    ]
    part = [(each.party, each.came) for each in told if isinstance(each, events.TookPart)]
    assert part == [(EDUCATION_GROUP, 1)]
    desk.refuses(WrongState, CASE_SUPERVISION, "hold", hold())
    assert owed(desk) == {}


@pytest.mark.parametrize(
    "attendance",
    [
        (came(PETITIONS, "petitions-head"),),
        (came(EDUCATION_GROUP), came(EDUCATION_GROUP)),
        (came(EDUCATION_GROUP, "health-clerk"),),
    ],
)
def test_only_who_was_invited_came(attendance: tuple[commands.Attendance, ...]) -> None:
    """A body that was not invited, one twice, a person of another body."""
    planned().refuses(InvalidField, CASE_SUPERVISION, "hold", hold(*attendance))


def test_who_was_not_invited_does_not_know_of_it() -> None:
    """Cadre data is apart: neither another office nor the linked one takes part."""
    desk = planned()
    desk.refuses(NotFound, PETITIONS, "name_attendees", names("petitions-head"))
    desk.refuses(WrongState, OFFICE, "name_attendees", names("office-head"))
    desk.refuses(errors.NotAnOrganiser, OFFICE, "hold", hold())


def test_a_session_put_off_or_called_off() -> None:
    """改期 moves the day; what was called off is owed no more."""
    desk = planned()
    later = DAY + datetime.timedelta(days=7)
    desk.act(CASE_SUPERVISION, "postpone", commands.Postpone(planned=later, reason="外出"))
    assert owed(desk)[CASE_SUPERVISION, "holding"] == later
    told = desk.act(CASE_SUPERVISION, "cancel", commands.Cancel(reason="冲突"))
    assert {type(each) for each in told} == {events.Cancelled, Withdrawn}
    assert owed(desk) == {}
    desk.refuses(WrongState, EDUCATION_GROUP, "name_attendees", names())


def correct(**changes: Any) -> commands.Correct:
    return commands.Correct(reason="误", approved_by=person("chief"), **changes)


def test_a_correction_says_what_and_who_approved() -> None:
    """更正 (DOMAIN.md §1.12): who came stays in the circle of its body."""
    right = correct(attendance=came(EDUCATION_GROUP, "group-handler"))
    planned().refuses(InvalidField, CASE_SUPERVISION, "correct", right)
    desk = held()
    for wrong in (correct(), correct(held=DAY), correct(attendance=came(PETITIONS))):
        desk.refuses(InvalidField, CASE_SUPERVISION, "correct", wrong)
    told = desk.act(CASE_SUPERVISION, "correct", right)
    assert [type(each) for each in told] == [
        events.Corrected,
        events.AttendanceCorrected,
        events.TookPart,
    ]
    assert told[1].concerns.visibility == "training_attendance:sg-education"


def test_of_an_annulled_session_nothing_is_owed() -> None:
    """作废 withdraws what is owed."""
    desk = planned()
    mistaken = commands.Annul(reason="重复", approved_by=person("chief"))
    told = desk.act(CASE_SUPERVISION, "annul", mistaken)
    assert {type(each) for each in told} == {events.Annulled, Withdrawn}
    assert owed(desk) == {}


def test_a_group_that_sends_nobody_in_a_year_owes_it() -> None:
    """Whose people came owes it no more; whose stayed away does, until it is corrected that they came."""
    desk = planned()
    desk.world.settle()
    shares = {told.stream for told in desk.world.told if told.stream.startswith("obligation/")}

    def still() -> set[str]:
        owed = (desk.world.stream(share).obligations.values() for share in shares)
        return {each.owner for those in owed for each in those}

    assert still() == {EDUCATION_GROUP, HEALTH_GROUP}
    desk.act(CASE_SUPERVISION, "hold", hold(came(EDUCATION_GROUP, "group-clerk")))
    assert still() == {HEALTH_GROUP}
    right = correct(attendance=came(HEALTH_GROUP, "health-clerk"))
    desk.act(CASE_SUPERVISION, "correct", right)
    assert still() == set()
