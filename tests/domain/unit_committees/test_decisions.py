"""What guidance, inspection and enlistment of unit committees allow and refuse."""

import datetime
from dataclasses import replace
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
from domain.oversight import NotItsCommittee
from domain.two_sides import OtherSideConfirms
from domain.unit_committees import commands, errors, events
from tests.domain.small import (
    COMMISSION,
    COMMITTEE,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    PARTY_GROUP,
    person,
)
from tests.domain.unit_committees.given import (
    DUE,
    END,
    EVIDENCE,
    GUIDE,
    INSPECT,
    LEAD,
    UNTIL,
    Desk,
    enlist,
    enlisted,
    guided,
)

LATER = UNTIL + datetime.timedelta(days=14)


def test_a_group_guides_a_committee_of_its_units_which_signs() -> None:
    """RS 18, 19: business guidance over the unit's own discipline body; its office reads, nobody else."""
    desk = Desk()
    (told, *_) = desk.act(EDUCATION_GROUP, "guide", GUIDE)
    assert told.concerns.parties == (COMMITTEE, EDUCATION_GROUP, OFFICE)
    assert desk.due() == {(COMMITTEE, "receipt", datetime.date(2026, 1, 12))}
    desk.refuses(errors.NotItsPart, EDUCATION_GROUP, "acknowledge", commands.Acknowledge())
    desk.act(COMMITTEE, "acknowledge", commands.Acknowledge())
    desk.refuses(WrongState, COMMITTEE, "acknowledge", commands.Acknowledge())
    assert desk.owed == set()
    desk.refuses(NotFound, HEALTH_GROUP, "inspect", INSPECT)


@pytest.mark.parametrize(
    ("party", "committee", "refusal"),
    [
        (HEALTH_GROUP, COMMITTEE, NotItsCommittee),
        (COMMITTEE, COMMITTEE, NotItsCommittee),
        (COMMISSION, COMMITTEE, NotItsCommittee),
        (EDUCATION_GROUP, PARTY_GROUP, NotItsCommittee),
        (EDUCATION_GROUP, PartyId("nobody"), UnknownParty),
    ],
)
def test_only_the_group_stationed_there_guides(
    party: PartyId, committee: PartyId, refusal: type[Refusal]
) -> None:
    """The scheme says which committee is guided by which group."""
    command = commands.Guide(committee=committee, manner="visit", topics="谈话", text="讲解")
    Desk().refuses(refusal, party, "guide", command)


def test_a_finding_is_answered_returned_and_accepted() -> None:
    """督促检查: each finding has a reply due; late is so many working days late (DOMAIN.md §1.10)."""
    desk = guided()
    desk.act(COMMITTEE, "acknowledge", commands.Acknowledge())
    told = desk.act(EDUCATION_GROUP, "inspect", INSPECT)
    findings = [each.finding for each in told if isinstance(each, events.FindingRecorded)]
    assert findings == [1, 2]
    answer = commands.AnswerFinding(finding=1, text="已补签")
    desk.refuses(errors.NotItsPart, EDUCATION_GROUP, "answer_finding", answer)
    desk.act(COMMITTEE, "answer_finding", answer)
    desk.refuses(WrongState, COMMITTEE, "answer_finding", answer)
    back = commands.ReturnAnswer(finding=1, reason="未附模板", due=datetime.date(2026, 1, 20))
    early = commands.ReturnAnswer(finding=1, reason="误", due=datetime.date(2026, 1, 4))
    desk.refuses(InvalidField, EDUCATION_GROUP, "return_answer", early)
    desk.act(EDUCATION_GROUP, "return_answer", back)
    desk.world.pass_to(datetime.date(2026, 1, 22))
    told = desk.act(COMMITTEE, "answer_finding", answer)
    assert [each.late_working_days for each in told if isinstance(each, Fulfilled)] == [2]
    desk.act(EDUCATION_GROUP, "accept_answer", commands.AcceptAnswer(finding=1))
    desk.refuses(
        errors.NoSuchSerial, EDUCATION_GROUP, "accept_answer", commands.AcceptAnswer(finding=3)
    )
    assert desk.due() == {(COMMITTEE, "reply", DUE)}
    desk.refuses(errors.StillOpen, EDUCATION_GROUP, "conclude", commands.Conclude())
    desk.act(COMMITTEE, "answer_finding", commands.AnswerFinding(finding=2, text="已补签"))
    desk.act(EDUCATION_GROUP, "accept_answer", commands.AcceptAnswer(finding=2))
    desk.act(EDUCATION_GROUP, "conclude", commands.Conclude())
    desk.refuses(WrongState, EDUCATION_GROUP, "inspect", INSPECT)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"people": (person("group-handler"),)}, InvalidField),
        ({"people": (person("committee-member"),) * 2}, InvalidField),
        ({"tasks": ("ask_around", "ask_around")}, InvalidField),
        ({"until": datetime.date(2026, 1, 4)}, InvalidField),
        ({"matter": "lead/00000000-0000-4000-8000-000000000009"}, NotFound),
        ({"approved_by": person("committee-head")}, InvalidField),
        ({"approved_by": person("group-head")}, InvalidField),
    ],
)
def test_an_enlistment_has_to_make_sense(changes: dict[str, Any], refusal: type[Refusal]) -> None:
    """People of the committee, in a matter that the group has, for a time, approved by another."""
    guided().refuses(refusal, EDUCATION_GROUP, "enlist", enlist(**changes))


def test_only_what_the_group_has_in_hand_is_helped_with() -> None:
    """Nobody lets others help in a matter that is not theirs, however much they read of it."""
    desk = guided()
    desk.have_lead(holder=HEALTH_GROUP, handling_party=HEALTH_GROUP)
    desk.refuses(NotFound, EDUCATION_GROUP, "enlist", enlist())


def test_an_enlistment_ends_with_its_last_day_unless_extended() -> None:
    """Scope and time (R 299): after the last day nothing more is taken; who extended it and why stands."""
    desk = enlisted()
    assert (EDUCATION_GROUP, "end-of-enlistment", UNTIL) in desk.due()
    desk.act(COMMITTEE, "record_evidence", EVIDENCE)
    desk.world.pass_to(UNTIL + datetime.timedelta(days=3))
    confirm = commands.ConfirmEvidence(evidence=1)
    desk.refuses(errors.EnlistmentOver, COMMITTEE, "record_evidence", EVIDENCE)
    desk.refuses(errors.EnlistmentOver, EDUCATION_GROUP, "confirm_evidence", confirm)
    longer = commands.ExtendEnlistment(
        enlistment=1, until=LATER, reason="增加两所学校", approved_by=person("chief")
    )
    same = commands.ExtendEnlistment(
        enlistment=1, until=UNTIL, reason="误", approved_by=person("chief")
    )
    desk.refuses(InvalidField, EDUCATION_GROUP, "extend_enlistment", same)
    desk.act(EDUCATION_GROUP, "extend_enlistment", longer)
    assert (EDUCATION_GROUP, "end-of-enlistment", LATER) in desk.due()
    desk.act(COMMITTEE, "record_evidence", EVIDENCE)
    told = desk.act(EDUCATION_GROUP, "end_enlistment", END)
    assert {type(each) for each in told} >= {events.EnlistmentEnded, events.EvidenceClosed}
    assert sum(isinstance(each, Withdrawn) for each in told) == 2
    desk.refuses(errors.EnlistmentOver, EDUCATION_GROUP, "end_enlistment", END)
    desk.refuses(errors.EnlistmentOver, EDUCATION_GROUP, "extend_enlistment", longer)


def test_evidence_is_taken_and_confirmed_by_both() -> None:
    """联合调查取证: two persons at least (R 77, 90), one of each side; the other side confirms."""
    desk = enlisted()
    for collectors in (
        (person("group-handler"), person("group-clerk")),
        (person("committee-member"), person("committee-head")),
        (person("group-handler"), person("committee-member"), person("committee-head")),
    ):
        alone = commands.RecordEvidence(
            enlistment=1, kind="papers", title="单据", text="单据", collectors=collectors
        )
        desk.refuses(errors.NotTakenTogether, COMMITTEE, "record_evidence", alone)
    desk.refuses(errors.NotItsPart, OFFICE, "record_evidence", EVIDENCE)
    confirm, back = commands.ConfirmEvidence, commands.ReturnEvidence
    desk.act(COMMITTEE, "record_evidence", EVIDENCE)
    desk.refuses(OtherSideConfirms, COMMITTEE, "confirm_evidence", confirm(evidence=1))
    desk.act(EDUCATION_GROUP, "return_evidence", back(evidence=1, reason="缺第3页"))
    desk.refuses(WrongState, EDUCATION_GROUP, "confirm_evidence", confirm(evidence=1))
    desk.act(EDUCATION_GROUP, "record_evidence", EVIDENCE)
    desk.refuses(errors.NoSuchSerial, COMMITTEE, "confirm_evidence", confirm(evidence=3))
    desk.act(COMMITTEE, "confirm_evidence", confirm(evidence=2))
    (told, *_) = desk.act(EDUCATION_GROUP, "end_enlistment", END)
    assert isinstance(told, events.EnlistmentEnded)
    assert told.evidence == 1


def test_evidence_that_came_back_is_recorded_anew_by_who_recorded_it() -> None:
    """It waits for its recorder, and counts once the other side confirmed it."""
    desk, again = enlisted(), replace(EVIDENCE, evidence=1)
    desk.act(COMMITTEE, "record_evidence", EVIDENCE)
    desk.refuses(WrongState, COMMITTEE, "record_evidence", again)
    desk.act(EDUCATION_GROUP, "return_evidence", commands.ReturnEvidence(evidence=1, reason="缺页"))
    assert (COMMITTEE, "again") in desk.owed
    desk.act(COMMITTEE, "record_evidence", EVIDENCE)
    assert (COMMITTEE, "again") in desk.owed
    desk.refuses(NotAuthorised, EDUCATION_GROUP, "record_evidence", again)
    desk.refuses(errors.NoSuchSerial, COMMITTEE, "record_evidence", replace(EVIDENCE, evidence=3))
    desk.act(COMMITTEE, "record_evidence", again)
    assert (COMMITTEE, "again") not in desk.owed
    desk.act(EDUCATION_GROUP, "confirm_evidence", commands.ConfirmEvidence(evidence=1))
    assert [each.stage for each in desk.state.evidence] == ["confirmed", "recorded"]


def test_evidence_that_came_back_is_not_owed_past_the_enlistment() -> None:
    desk = enlisted()
    desk.act(COMMITTEE, "record_evidence", EVIDENCE)
    desk.act(EDUCATION_GROUP, "return_evidence", commands.ReturnEvidence(evidence=1, reason="缺页"))
    desk.act(EDUCATION_GROUP, "end_enlistment", END)
    assert (COMMITTEE, "again") not in desk.owed


def test_guidance_and_findings_are_corrected_and_annulled_by_the_group() -> None:
    """更正, 作废 with reason and approver (DOMAIN.md §1.12)."""
    desk = guided()
    desk.act(EDUCATION_GROUP, "inspect", INSPECT)
    plain: dict[str, Any] = {"reason": "误", "approved_by": person("group-deputy")}
    desk.refuses(InvalidField, EDUCATION_GROUP, "correct", commands.Correct(**plain))
    desk.refuses(
        errors.NoSuchSerial,
        EDUCATION_GROUP,
        "correct",
        commands.Correct(**plain, finding=3, title="改"),
    )
    right = commands.Correct(**plain, finding=2, text="三份未签名")
    desk.refuses(InvalidField, COMMITTEE, "correct", right)
    desk.act(EDUCATION_GROUP, "correct", right)
    desk.act(EDUCATION_GROUP, "enlist", enlist())
    desk.refuses(errors.StillOpen, EDUCATION_GROUP, "annul", commands.Annul(**plain))
    desk.act(EDUCATION_GROUP, "end_enlistment", END)
    desk.act(EDUCATION_GROUP, "annul", commands.Annul(**plain))
    assert desk.owed == set()
    assert LEAD not in {each.stream for each in desk.world.told}


def shares(desk: Desk) -> set[tuple[PartyId, PartyId, PartyId | None, str | None, datetime.date]]:
    """Who owes whom guidance of which committee in which year, and by when."""
    streams = (s for s in desk.world.streams.values() if s.stream.startswith("obligation/"))
    owed = [each.arisen for stream in streams for each in stream.obligations.values()]
    return {(each.owner, each.owed_to, each.share_of, each.period, each.due) for each in owed}


def test_a_committee_that_nobody_guides_is_owed_it_by_its_group() -> None:
    """ADR 0008: guidance or inspection meets it; a year with neither stays owed, and late counts."""
    desk = Desk()
    desk.world.settle()
    due = datetime.date(2027, 1, 14)
    first = (EDUCATION_GROUP, COMMITTEE, COMMITTEE, "2026", due)
    assert shares(desk) == {first}
    desk.act(EDUCATION_GROUP, "guide", GUIDE)
    assert shares(desk) == set()
    desk.world.pass_to(datetime.date(2028, 1, 20))
    years = {period for *_, period, _ in shares(desk)}
    assert years == {"2027", "2028"}
    told = desk.act(EDUCATION_GROUP, "inspect", replace(INSPECT, findings=()))
    late = [each.late_working_days for each in told if isinstance(each, Fulfilled)]
    assert [days > 0 for days in late] == [True]
    assert {period for *_, period, _ in shares(desk)} == {"2028"}
