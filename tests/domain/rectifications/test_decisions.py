"""What rectification items allow and refuse: given what happened, when an action, then what follows."""

import datetime
from typing import Any

import pytest

from domain.errors import InvalidField, NotAuthorised, NotFound, Refusal, UnknownParty, WrongState
from domain.ids import PartyId
from domain.obligations.events import Arisen, Fulfilled, Superseded, Withdrawn
from domain.rectifications import commands, errors, events
from tests.domain.rectifications.given import (
    CHAIN,
    DUE,
    UNIT,
    Desk,
    assign,
    assigned,
    evidence,
    in_letter,
    planned,
    raise_problem,
    raised,
    reported,
    signed_off,
    verified,
)
from tests.domain.small import (
    CASE_SUPERVISION,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    PARTY_GROUP,
    person,
    stream,
)


def test_a_problem_gets_the_raisers_number_and_is_not_told_before_it_is_assigned() -> None:
    """Register with numbers (DOMAIN.md §1.15); a host unit learns of it when it is assigned."""
    desk = Desk()
    (told, *_) = desk.act(EDUCATION_GROUP, "raise_problem", raise_problem())
    assert isinstance(told, events.ProblemRaised)
    assert (told.number.organ, str(told.number)) == (EDUCATION_GROUP, "〔2026〕1号")
    assert told.concerns.parties == (EDUCATION_GROUP, OFFICE, CASE_SUPERVISION)
    assert desk.owed == {(EDUCATION_GROUP, "assignment")}
    (given, *_) = desk.act(EDUCATION_GROUP, "assign", assign())
    assert {UNIT, PARTY_GROUP, OFFICE} <= set(given.concerns.parties)
    assert HEALTH_GROUP not in given.concerns.parties
    assert desk.owed == {
        (PARTY_GROUP, "acknowledgement"),
        (PARTY_GROUP, "measures"),
        (PARTY_GROUP, "rectify"),
    }


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"unit": PartyId("nobody")}, UnknownParty),
        ({"unit": EDUCATION_GROUP}, InvalidField),
        ({"unit": OFFICE}, errors.NotItsUnit),
        ({"matter": stream("consultation", "unknown")}, NotFound),
    ],
)
def test_a_group_raises_problems_at_its_own_units(
    changes: dict[str, Any], refusal: type[Refusal]
) -> None:
    """派驻监督 is of the group's own units; a matter it knows nothing of is as good as none."""
    Desk().refuses(refusal, EDUCATION_GROUP, "raise_problem", raise_problem(**changes))


def test_what_a_department_raises_case_supervision_follows_too() -> None:
    """Audit and others raise problems (DOMAIN.md §4): the commission's case supervision reads them."""
    desk = Desk()
    told = desk.world.ask(
        "rectification.raise_problem",
        desk.stream,
        raise_problem(origin="audit", unit=PARTY_GROUP),
        actor=person("auditor"),
        party=PartyId("audit"),
    )
    assert told[0].concerns.parties == ("audit", CASE_SUPERVISION)


def test_another_group_cannot_raise_a_problem_there() -> None:
    Desk().refuses(errors.NotItsUnit, HEALTH_GROUP, "raise_problem", raise_problem())


@pytest.mark.parametrize("verifier", [PARTY_GROUP, UNIT])
def test_the_one_rectified_never_verifies(verifier: PartyId) -> None:
    """Verified by a second body (mechanism 5): not the unit, not its Party group, not its house."""
    desk = raised()
    desk.refuses(errors.NotASecondBody, EDUCATION_GROUP, "assign", assign(verifier=verifier))


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"party": EDUCATION_GROUP}, InvalidField),
        ({"due": datetime.date(2026, 1, 4)}, InvalidField),
        ({"responsible": CHAIN + CHAIN}, InvalidField),
        ({"verifier": PartyId("nobody")}, UnknownParty),
    ],
)
def test_an_assignment_has_to_make_sense(changes: dict[str, Any], refusal: type[Refusal]) -> None:
    raised().refuses(refusal, EDUCATION_GROUP, "assign", assign(**changes))


def test_an_item_is_assigned_anew_and_what_is_owed_goes_along() -> None:
    """改派: the former party owes nothing and reads nothing of it any more."""
    desk = assigned()
    chain = (commands.Responsible(level="party_organisation", party=UNIT, post="局党组"),)
    again = assign(party=UNIT, responsible=chain)
    told = desk.act(EDUCATION_GROUP, "assign", again)
    assert [each.why for each in told if isinstance(each, Superseded)] == ["renewed"] * 3
    assert {owner for owner, _ in desk.owed} == {UNIT}
    assert PARTY_GROUP not in told[0].concerns.parties


def test_who_plans_has_received_it() -> None:
    """Setting measures signs for the item too."""
    desk = assigned()
    told = desk.by_party_group(
        "set_measures",
        commands.SetMeasures,
        measures=(commands.Measure(text="重新招标", due=DUE),),
    )
    own = [type(each) for each in told if not isinstance(each, Fulfilled)]
    assert own == [events.Acknowledged, events.MeasuresSet]
    assert desk.owed == {(PARTY_GROUP, "rectify")}
    desk.refuses(WrongState, PARTY_GROUP, "acknowledge", in_letter(commands.Acknowledge()))


def test_completion_needs_evidence_for_each_measure() -> None:
    desk = planned()
    report = in_letter(commands.ReportCompletion(text="已完成"))
    desk.refuses(errors.EvidenceMissing, PARTY_GROUP, "report_completion", report)
    desk.by_party_group("file_evidence", commands.FileEvidence, evidence=evidence(1))
    desk.refuses(errors.EvidenceMissing, PARTY_GROUP, "report_completion", report)
    unknown = in_letter(commands.FileEvidence(evidence=evidence(3)))
    desk.refuses(InvalidField, PARTY_GROUP, "file_evidence", unknown)
    desk.by_party_group("file_evidence", commands.FileEvidence, evidence=evidence(2))
    desk.act(PARTY_GROUP, "report_completion", report)
    assert desk.owed == {(OFFICE, "verify")}


def test_whose_evidence_it_is_never_verifies() -> None:
    """The group looked for itself: another body has to verify (DOMAIN.md §4)."""
    desk = assigned(verifier=EDUCATION_GROUP)
    measures = (commands.Measure(text="重新招标", due=DUE),)
    desk.by_party_group("set_measures", commands.SetMeasures, measures=measures)
    desk.act(EDUCATION_GROUP, "file_evidence", commands.FileEvidence(evidence=evidence(1)))
    desk.by_party_group("report_completion", commands.ReportCompletion, text="已完成")
    check = commands.Verify(manner="documents", text="属实")
    desk.refuses(errors.NotASecondBody, EDUCATION_GROUP, "verify", check)
    other = commands.NameVerifier(verifier=OFFICE, reason="原核验单位提交过材料")
    told = desk.act(EDUCATION_GROUP, "name_verifier", other)
    assert any(isinstance(each, Withdrawn) for each in told)
    assert desk.owed == {(OFFICE, "verify-instead")}
    desk.act(OFFICE, "verify", check)
    assert desk.owed == {(EDUCATION_GROUP, "sign-off")}


def test_only_the_second_body_verifies_and_only_the_raiser_signs_off() -> None:
    """谁提出谁督办: who raised it signs off, in the person of a leader, after the second body."""
    desk = reported()
    check = commands.Verify(manner="on_site", text="属实")
    desk.refuses(errors.NotTheVerifier, EDUCATION_GROUP, "verify", check)
    desk.refuses(NotFound, HEALTH_GROUP, "verify", check)
    desk.refuses(WrongState, EDUCATION_GROUP, "sign_off", commands.SignOff())
    desk.act(OFFICE, "verify", check)
    desk.refuses(errors.NotTheRaiser, OFFICE, "sign_off", commands.SignOff())
    with pytest.raises(NotAuthorised):
        desk.world.ask(
            "rectification.sign_off",
            desk.stream,
            commands.SignOff(),
            actor=person("group-clerk"),
            party=EDUCATION_GROUP,
        )
    desk.act(EDUCATION_GROUP, "sign_off", commands.SignOff())
    assert desk.owed == {(EDUCATION_GROUP, "look-back")}


def test_what_is_not_rectified_goes_back_with_a_new_day() -> None:
    """Back by the second body, or by who raised it before signing off; a better report is owed."""
    desk = reported()
    later = datetime.date(2026, 3, 31)
    back = commands.SendBack(reason="一所学校未招标", due=later)
    desk.refuses(errors.NotTheVerifier, EDUCATION_GROUP, "send_back", back)
    told = desk.act(OFFICE, "send_back", back)
    assert [each.due for each in told if isinstance(each, Arisen)] == [later]
    assert desk.owed == {(PARTY_GROUP, "rectify")}
    desk = verified()
    desk.act(EDUCATION_GROUP, "send_back", back)
    assert desk.owed == {(PARTY_GROUP, "rectify")}


def test_rectified_late_is_counted_in_working_days() -> None:
    """Overdue is not an end (DOMAIN.md §1.10)."""
    desk = planned()
    desk.world.pass_to(datetime.date(2026, 3, 4))
    desk.by_party_group("file_evidence", commands.FileEvidence, evidence=evidence(1, 2))
    told = desk.by_party_group("report_completion", commands.ReportCompletion, text="已完成")
    assert [each.late_working_days for each in told if isinstance(each, Fulfilled)] == [4]
    # Saturday, 28 February 2026 is worked instead of a holiday


def test_outcomes_and_days_open_are_counted_never_written() -> None:
    """System-building is an outcome of its own; money in fen; days from the problem to its end."""
    desk = planned()
    desk.by_party_group(
        "adopt_system",
        commands.AdoptSystem,
        title="配餐招标管理办法",
        number="教发〔2026〕2号",
        adopted=datetime.date(2026, 1, 5),
    )
    for amount in (500_000, 200_000):
        desk.by_party_group(
            "record_recovery", commands.RecordRecovery, amount=amount, document="票据"
        )
    right = commands.Correct(
        reason="误填",
        approved_by=person("group-deputy"),
        recovery=commands.Recovery(recovery=2, amount=20_000),
    )
    desk.act(EDUCATION_GROUP, "correct", right)
    desk.by_party_group("file_evidence", commands.FileEvidence, evidence=evidence(1, 2))
    desk.by_party_group("report_completion", commands.ReportCompletion, text="已完成")
    desk.act(OFFICE, "verify", commands.Verify(manner="on_site", text="属实"))
    desk.world.pass_to(datetime.date(2026, 1, 15))
    (told, *_) = desk.act(EDUCATION_GROUP, "sign_off", commands.SignOff())
    assert isinstance(told, events.SignedOff)
    assert told.outcomes == ("correction", "system_building", "recovery")
    assert (told.recovered, told.days_open) == (520_000, 10)


def test_what_recurred_is_opened_again() -> None:
    """回头看 → recurred → reopened, as its second round."""
    desk = signed_off()
    again = commands.Reopen(ground="recurred", reason="又未招标", due=datetime.date(2026, 9, 30))
    desk.refuses(WrongState, EDUCATION_GROUP, "reopen", again)
    desk.world.pass_to(datetime.date(2026, 7, 6))
    look = commands.LookBackOn(result="recurred", text="两所学校未招标")
    desk.refuses(errors.NotTheRaiser, OFFICE, "look_back", look)
    told = desk.act(CASE_SUPERVISION, "look_back", look)
    assert [each.late_working_days for each in told if isinstance(each, Fulfilled)] == [0]
    assert desk.owed == {(EDUCATION_GROUP, "reopening")}
    (opened, *_) = desk.act(EDUCATION_GROUP, "reopen", again)
    assert isinstance(opened, events.Reopened)
    assert opened.round == 2
    assert desk.owed == {(PARTY_GROUP, "rectify")}


def test_a_look_back_that_finds_nothing_settles_it() -> None:
    desk = signed_off()
    desk.act(EDUCATION_GROUP, "look_back", commands.LookBackOn(result="held", text="未反弹"))
    assert (desk.state.stage, desk.owed) == ("settled", set())


def test_where_it_was_found_is_for_who_raised_it() -> None:
    """The matter may be one that the unit must not know of: host units see no leads (R 299)."""
    desk = Desk()
    matter = raised()
    desk.world = matter.world
    desk.stream = stream("rectification", "second")
    told = desk.act(EDUCATION_GROUP, "raise_problem", raise_problem(matter=matter.stream))
    (origin,) = (each for each in told if isinstance(each, events.OriginRecorded))
    assert origin.concerns.visibility == "rectification_origin"
    assert origin.concerns.parties == (EDUCATION_GROUP, OFFICE, CASE_SUPERVISION)


def test_observers_are_told_the_status_only() -> None:
    """Joint-meeting members learn the status (DOMAIN.md §4, visibility)."""
    desk = raised(observers=(HEALTH_GROUP,))
    (told, *_) = desk.act(EDUCATION_GROUP, "assign", assign())
    assert told.concerns.observers == (HEALTH_GROUP,)
    assert HEALTH_GROUP not in told.concerns.parties


def test_a_corrected_day_moves_what_is_owed() -> None:
    """更正 of the day (DOMAIN.md §1.12), only while somebody rectifies."""
    desk = assigned()
    later = datetime.date(2026, 3, 13)
    right = commands.Correct(reason="误填", approved_by=person("group-deputy"), due=later)
    told = desk.act(EDUCATION_GROUP, "correct", right)
    assert [each.due for each in told if isinstance(each, Arisen)] == [later]
    assert [each.why for each in told if isinstance(each, Superseded)] == ["renewed"]
    nothing = commands.Correct(reason="误填", approved_by=person("group-deputy"))
    desk.refuses(InvalidField, EDUCATION_GROUP, "correct", nothing)
    verified().refuses(InvalidField, EDUCATION_GROUP, "correct", right)


def test_of_an_annulled_item_nothing_is_owed() -> None:
    desk = planned()
    wrong = commands.Annul(reason="重复提出", approved_by=person("group-deputy"))
    told = desk.act(EDUCATION_GROUP, "annul", wrong)
    assert {type(each) for each in told} == {events.Annulled, Withdrawn}
    assert desk.owed == set()
