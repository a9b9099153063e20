"""What cadre appraisals allow and refuse: given what happened, when an action, then events or a refusal."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from domain.cadre_appraisals import commands, errors, events
from domain.cadre_appraisals.state import CadreAppraisal
from domain.errors import InvalidField, NotAuthorised, NotFound, Refusal, UnknownPerson, WrongState
from domain.ids import PartyId
from domain.model import Command, Event, OnBehalf
from domain.obligations.events import Fulfilled
from domain.persons.events import ReadingGranted
from tests.domain.desk import owed_in, refused
from tests.domain.small import (
    CADRE_OFFICE,
    COMMISSION,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    PARTY_GROUP,
    person,
    small,
    stream,
)
from tests.domain.world import World

DAY = datetime.date(2026, 1, 16)
UNTIL = datetime.date(2026, 2, 6)
CHIEF = person("chief")
PARTIES = {
    "cadre-head": CADRE_OFFICE,
    "chief": COMMISSION,
    "leader": COMMISSION,
    "group-head": EDUCATION_GROUP,
    "group-deputy": EDUCATION_GROUP,
    "group-clerk": EDUCATION_GROUP,
    "group-handler": EDUCATION_GROUP,
    "health-head": HEALTH_GROUP,
}
BALLOT = commands.Ballot(voters=12, excellent=8, competent=3, basically_competent=1)
SUMMARY = commands.Summarise(text="全年办理线索9件")
RECORD = commands.RecordBallot(ballot=BALLOT)
VIEW = commands.GiveView(text="敢于监督")
PROPOSE = commands.Propose(grade="competent", text="测评良好")
APPROVE = commands.Approve(objection_until=UNTIL)
OBJECT = commands.Object(text="当日在外办案")


class Desk:
    """The small city, and one appraisal; the Party group's acts are entered for it."""

    def __init__(self) -> None:
        self.world: World = small("cadre-appraisals")
        self.stream = stream("cadre_appraisal", "first")

    def act(self, name: str, action: str, command: Command) -> list[Event]:
        if name == "pg":
            letter = OnBehalf(
                party=PARTY_GROUP, letter="函1号", scan="a" * 64, checked_by=person("group-clerk")
            )
            name, command = "group-head", replace(command, on_behalf=letter)
        return self.world.ask(
            f"cadre_appraisal.{action}",
            self.stream,
            command,
            actor=person(name),
            party=PARTIES[name],
        )

    @property
    def state(self) -> CadreAppraisal:
        found: CadreAppraisal = self.world.state(self.stream)
        return found

    def owed(self) -> set[tuple[PartyId, str]]:
        return owed_in(self.world, self.stream)

    def refuses(self, expected: type[Refusal], *act: Any) -> None:
        with refused(self.world, expected):
            self.act(*act)


def open_(**changes: Any) -> commands.Open:
    plain: dict[str, Any] = {
        "person": person("group-clerk"),
        "group": EDUCATION_GROUP,
        "year": 2025,
        "summary_by": DAY,
        "views_from": (PARTY_GROUP,),
        "views_by": DAY,
        "approved_by": CHIEF,
    }
    return commands.Open(**(plain | changes))


def opened(**changes: Any) -> Desk:
    desk = Desk()
    desk.act("cadre-head", "open", open_(**changes))
    return desk


def proposed() -> Desk:
    desk = opened()
    for name, action, command in (
        ("group-clerk", "summarise", SUMMARY),
        ("group-head", "record_ballot", RECORD),
        ("group-head", "propose", PROPOSE),
    ):
        desk.act(name, action, command)
    return desk


def told() -> Desk:
    desk = proposed()
    desk.act("chief", "approve", APPROVE)
    return desk


def test_it_is_opened_for_a_person_of_a_group_who_may_read_it() -> None:
    """Apart from bodies: one person, one year; read by leaders and the person, by a grant in their name."""
    desk = Desk()
    happened = desk.act("cadre-head", "open", open_())
    (granted,) = [each for each in happened if isinstance(each, ReadingGranted)]
    assert (granted.stream, granted.scope) == (desk.stream, "content")
    assert granted.expires == datetime.date(2027, 12, 31)
    (first,) = [each for each in happened if isinstance(each, events.Opened)]
    assert first.concerns.parties == (CADRE_OFFICE, EDUCATION_GROUP, COMMISSION)
    assert desk.owed() == {(EDUCATION_GROUP, "summary"), (PARTY_GROUP, "view")}
    desk.refuses(NotFound, "health-head", "summarise", SUMMARY)


@pytest.mark.parametrize(
    ("name", "changes", "refusal"),
    [
        ("group-head", {}, errors.NotForAppraisals),
        ("cadre-head", {"person": person("health-clerk")}, InvalidField),
        ("cadre-head", {"person": person("nobody")}, UnknownPerson),
        ("cadre-head", {"group": PartyId("office-1")}, InvalidField),
        ("cadre-head", {"year": 2027}, InvalidField),
        ("cadre-head", {"views_from": (HEALTH_GROUP,)}, InvalidField),
        ("cadre-head", {"views_from": (PARTY_GROUP, PARTY_GROUP)}, InvalidField),
        ("cadre-head", {"summary_by": datetime.date(2026, 1, 4)}, InvalidField),
    ],
)
def test_an_appraisal_has_to_make_sense(
    name: str, changes: dict[str, Any], refusal: type[Refusal]
) -> None:
    """By the organisation office, of somebody in office in a stationed or dispatched body."""
    Desk().refuses(refusal, name, "open", open_(**changes))


def test_the_person_alone_sums_up_and_objects() -> None:
    """述职述廉: nobody does it for them; one sent back is owed again."""
    desk = opened()
    desk.refuses(errors.OnlyThePerson, "group-handler", "summarise", SUMMARY)
    desk.refuses(WrongState, "group-head", "propose", PROPOSE)
    desk.act("group-clerk", "summarise", SUMMARY)
    back = commands.ReturnSummary(reason="未写廉洁自律")
    desk.refuses(errors.NotOnesOwn, "group-clerk", "return_summary", back)
    desk.act("group-head", "return_summary", back)
    assert desk.owed() == {(EDUCATION_GROUP, "summary-again"), (PARTY_GROUP, "view")}
    desk.world.pass_to(datetime.date(2026, 1, 9))
    happened = desk.act("group-clerk", "summarise", SUMMARY)
    assert [e.late_working_days for e in happened if isinstance(e, Fulfilled)] == [1]
    desk.act("pg", "give_view", VIEW)
    desk.refuses(WrongState, "pg", "give_view", VIEW)


def test_a_grade_is_proposed_by_the_group_and_approved_by_the_dispatching_organ() -> None:
    """Never by the person, nor by staff; returned once, and proposed again."""
    desk = opened()
    desk.act("group-clerk", "summarise", SUMMARY)
    desk.refuses(WrongState, "group-head", "propose", PROPOSE)
    more = commands.RecordBallot(ballot=replace(BALLOT, incompetent=1))
    desk.refuses(InvalidField, "group-head", "record_ballot", more)
    desk.refuses(NotAuthorised, "group-handler", "record_ballot", RECORD)
    desk.act("group-head", "record_ballot", RECORD)
    desk.refuses(errors.NotForAppraisals, "cadre-head", "propose", PROPOSE)
    desk.act("group-head", "propose", PROPOSE)
    desk.refuses(errors.NotForAppraisals, "group-head", "approve", APPROVE)
    desk.act("chief", "return_proposal", commands.ReturnProposal(reason="请补充理由"))
    assert (EDUCATION_GROUP, "proposal") in desk.owed()
    desk.act("group-head", "propose", PROPOSE)
    (grade, *_) = desk.act("chief", "approve", APPROVE)
    assert isinstance(grade, events.GradeApproved)
    assert grade.grade == "competent"
    assert desk.owed() == {(CADRE_OFFICE, "filing")}


def test_what_precedes_the_grade_is_in_classes_that_the_person_does_not_read() -> None:
    """The grant opens the appraisal's own class alone: neither ballot, nor views, nor proposal."""
    desk = proposed()
    desk.act("pg", "give_view", VIEW)
    kinds = (events.BallotRecorded, events.GradeProposed, events.ViewGiven)
    before = [t.event for t in desk.world.told if isinstance(t.event, kinds)]
    assert {each.concerns.visibility for each in before} == {
        "cadre_appraisal_proposal",
        f"cadre_appraisal_view:{PARTY_GROUP}",
    }


def test_a_leader_of_the_group_is_proposed_from_above() -> None:
    """Nobody has a part in their own grade, nor reads how it came to be by leading the group."""
    desk = opened(person=person("group-head"))
    desk.act("group-head", "summarise", SUMMARY)
    desk.refuses(errors.NotForAppraisals, "group-deputy", "record_ballot", RECORD)
    (ballot, *_) = desk.act("cadre-head", "record_ballot", RECORD)
    assert EDUCATION_GROUP not in ballot.concerns.parties
    (grade, *_) = desk.act("cadre-head", "propose", PROPOSE)
    assert EDUCATION_GROUP not in grade.concerns.parties


def test_an_objection_is_answered_within_its_window_and_then_put_on_file() -> None:
    """异议期: the last day counts (R 327); another grade may take the place of the first."""
    desk = told()
    desk.refuses(errors.ObjectionStillPossible, "cadre-head", "conclude", commands.Conclude())
    desk.refuses(errors.OnlyThePerson, "group-head", "object", OBJECT)
    desk.world.pass_to(UNTIL)
    desk.act("group-clerk", "object", OBJECT)
    answer = commands.AnswerObjection(text="经复核调整", grade="excellent")
    desk.refuses(errors.NotForAppraisals, "cadre-head", "answer_objection", answer)
    (answered, *_) = desk.act("chief", "answer_objection", answer)
    assert isinstance(answered, events.ObjectionAnswered)
    assert (answered.grade, answered.changed) == ("excellent", True)
    desk.act("cadre-head", "conclude", commands.Conclude())
    assert (desk.state.stage, desk.state.grade) == ("concluded", "excellent")
    late = told()
    late.world.pass_to(UNTIL + datetime.timedelta(days=1))
    late.refuses(errors.ObjectionTooLate, "group-clerk", "object", OBJECT)
    late.act("cadre-head", "conclude", commands.Conclude())


def test_the_ballot_is_corrected_and_an_appraisal_annulled() -> None:
    """更正, 作废 with reason and approver (DOMAIN.md §1.12)."""
    desk = opened()
    plain: dict[str, Any] = {"reason": "误", "approved_by": CHIEF}
    right = commands.Correct(**plain, ballot=replace(BALLOT, excellent=7))
    desk.refuses(WrongState, "group-head", "correct", right)
    desk.act("group-head", "record_ballot", RECORD)
    desk.act("group-head", "correct", right)
    desk.refuses(errors.NotForAppraisals, "group-head", "annul", commands.Annul(**plain))
    desk.act("cadre-head", "annul", commands.Annul(**plain))
    assert desk.owed() == set()
    desk.refuses(WrongState, "group-clerk", "summarise", SUMMARY)
