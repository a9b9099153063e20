"""Carrying out an approved way of disposal."""

import datetime

import pytest

from domain.errors import InvalidField, Refusal, WrongState
from domain.handlers import ApproverCannotHandle, NeedsTwoHandlers
from domain.leads import commands, events
from domain.leads.errors import (
    BarredFromLead,
    NotApproved,
    ReplyNotInOrder,
    SignaturesMissing,
    SubmissionUnderWay,
)
from domain.leads.values import Disposal
from tests.domain.leads.given import Office, named, on, only, party, person, subject, verification

INTERVIEW = Disposal(way="interview")
INQUIRY = Disposal(way="written_inquiry")
ZHANG = person("zhang")
TWO = (person("wang"), person("li"))


def test_only_the_approved_way_is_carried_out() -> None:
    """R 204: approval first, then the way."""
    office = Office.opened()
    lead = office.disposed(INTERVIEW)
    with pytest.raises(NotApproved):
        office.do("wang", "start_verification", lead, commands.StartVerification())


def test_nothing_is_carried_out_while_its_outcome_is_decided() -> None:
    office = Office.opened()
    lead = office.disposed(INTERVIEW)
    held = commands.RecordInterview(person=ZHANG, interviewers=TWO, record="记录")
    office.do("wang", "record_interview", lead, held)
    office.outcome(lead, Disposal(way="closed", closing="unfounded"))
    with pytest.raises(SubmissionUnderWay):
        office.do("wang", "record_interview", lead, held)


def test_two_persons_hold_an_interview() -> None:
    """R 77: at least two."""
    office = Office.opened()
    lead = office.disposed(INTERVIEW)
    alone = commands.RecordInterview(person=ZHANG, interviewers=TWO[:1], record="记录")
    with pytest.raises(NeedsTwoHandlers):
        office.do("wang", "record_interview", lead, alone)


def test_an_interview_entrusted_to_the_units_head_needs_no_interviewers_of_ours() -> None:
    """R 79: entrusted to the person's own unit; a statement may be asked for."""
    office = Office.opened()
    lead = office.disposed(INTERVIEW)
    other = commands.EntrustInterview(person=ZHANG, unit=party("health"))
    with pytest.raises(InvalidField):
        office.do("wang", "entrust_interview", lead, other)
    entrust = commands.EntrustInterview(person=ZHANG, unit=party("education"))
    office.do("wang", "entrust_interview", lead, entrust)
    with pytest.raises(InvalidField):
        office.do("wang", "entrust_interview", lead, entrust)
    held = commands.RecordInterview(person=ZHANG, statement_asked=True, record="记录")
    told = office.do("wang", "record_interview", lead, held)
    assert only(told, events.InterviewHeld).entrusted
    statement = commands.RecordStatement(person=ZHANG, statement="说明")
    office.do("wang", "record_statement", lead, statement)
    with pytest.raises(InvalidField):
        office.do("wang", "record_statement", lead, statement)


def test_an_interview_is_held_with_a_reported_person() -> None:
    office = Office.opened()
    lead = office.disposed(INTERVIEW)
    stranger = commands.RecordInterview(person=person("li"), interviewers=TWO, record="记录")
    with pytest.raises(InvalidField):
        office.do("wang", "record_interview", lead, stranger)


def inquire(
    *, head: bool = False, copies: tuple[str, ...] = ("education", "sg-education")
) -> commands.SendWrittenInquiry:
    return commands.SendWrittenInquiry(
        person=ZHANG,
        letter="函询〔2026〕1号",
        copies_to=tuple(party(code) for code in copies),
        is_unit_head=head,
    )


def reply(*, signed: bool, concerns: bool = False) -> commands.RecordInquiryReply:
    return commands.RecordInquiryReply(
        person=ZHANG, signed_by_unit_head=signed, concerns_unit_head=concerns, reply="回复"
    )


def test_the_time_for_a_reply_runs_from_its_receipt() -> None:
    """R 206: 15 working days from receipt of the letter."""
    office = Office.opened()
    lead = office.disposed(INQUIRY)
    office.do("wang", "send_written_inquiry", lead, inquire())
    assert office.owed(lead) == []
    office.world.pass_to(datetime.date(2026, 3, 6))
    delivered = commands.RecordInquiryDelivery(person=ZHANG, occurred=on(datetime.date(2026, 3, 4)))
    office.do("wang", "record_inquiry_delivery", lead, delivered)
    (owed,) = office.world.stream(lead).obligations.values()
    assert (owed.arisen.rule, owed.due) == ("inquiry-reply", datetime.date(2026, 3, 25))
    office.do("wang", "record_inquiry_reply", lead, reply(signed=True))
    assert office.owed(lead) == []


@pytest.mark.parametrize(
    ("head", "answer", "in_order"),
    [
        (False, reply(signed=True), True),
        (False, reply(signed=False), False),
        (False, reply(signed=False, concerns=True), True),
        (False, reply(signed=True, concerns=True), False),
        (True, reply(signed=False), True),
        (True, reply(signed=True), False),
    ],
)
def test_the_units_head_signs_unless_it_concerns_the_head(
    head: bool,
    answer: commands.RecordInquiryReply,
    in_order: bool,
) -> None:
    """R 206: signed by the unit's head; if the person is the head, or it concerns them, straight."""
    office = Office.opened()
    lead = office.disposed(INQUIRY)
    office.do("wang", "send_written_inquiry", lead, inquire(head=head, copies=("sg-education",)))
    office.do("wang", "record_inquiry_delivery", lead, commands.RecordInquiryDelivery(person=ZHANG))
    if in_order:
        told = office.do("wang", "record_inquiry_reply", lead, answer)
        assert "WrittenInquiryReplied" in named(told)
        return
    with pytest.raises(ReplyNotInOrder):
        office.do("wang", "record_inquiry_reply", lead, answer)


def test_the_unit_gets_no_copy_of_a_letter_to_its_head() -> None:
    """R 206: copies go to the heads of unit and group, never back to the person asked."""
    office = Office.opened()
    lead = office.disposed(INQUIRY)
    with pytest.raises(InvalidField):
        office.do("wang", "send_written_inquiry", lead, inquire(head=True))


def test_a_reply_needs_a_delivered_letter() -> None:
    office = Office.opened()
    lead = office.disposed(INQUIRY)
    with pytest.raises(InvalidField):
        office.do("wang", "record_inquiry_reply", lead, reply(signed=True))
    delivery = commands.RecordInquiryDelivery(person=ZHANG)
    with pytest.raises(InvalidField):
        office.do("wang", "record_inquiry_delivery", lead, delivery)


def test_all_members_sign_the_verification_report() -> None:
    """R 207: signed by all members of the group."""
    office = Office.opened()
    lead = office.disposed(verification("wang", "li", "zhao"))
    office.do("wang", "start_verification", lead, commands.StartVerification())
    lacking = commands.ReportVerification(signed_by=TWO, report="报告")
    with pytest.raises(SignaturesMissing) as refused:
        office.do("wang", "report_verification", lead, lacking)
    assert refused.value.details["persons"] == person("zhao")
    whole = commands.ReportVerification(signed_by=(*TWO, person("zhao")), report="报告")
    office.do("wang", "report_verification", lead, whole)
    with pytest.raises(WrongState):
        office.do("wang", "report_verification", lead, whole)


def test_who_was_recused_since_does_not_verify() -> None:
    """R 295: the group goes without them, and not with fewer than two (R 77)."""
    office = Office.opened()
    lead = office.disposed(verification("wang", "li", "zhao"))
    declared = commands.DeclareRecusal(person=person("zhao"), ground="interest", reason="利害")
    office.do("group-head", "declare_recusal", lead, declared)
    told = office.do("wang", "start_verification", lead, commands.StartVerification())
    assert only(told, events.VerificationStarted).group == TWO


def test_two_handlers_report_an_appropriate_inquiry() -> None:
    """R 205: without contact with the person; R 77: two sign."""
    office = Office.opened()
    lead = office.disposed(Disposal(way="appropriate_inquiry"), regime="state")
    report = commands.ReportAppropriateInquiry(signed_by=TWO, report="报告")
    with pytest.raises(WrongState):
        office.do("wang", "report_appropriate_inquiry", lead, report)
    office.do("wang", "start_appropriate_inquiry", lead, commands.StartAppropriateInquiry())
    alone = commands.ReportAppropriateInquiry(signed_by=TWO[:1], report="报告")
    with pytest.raises(SignaturesMissing):
        office.do("wang", "report_appropriate_inquiry", lead, alone)
    office.do("wang", "report_appropriate_inquiry", lead, report)


def test_a_shelved_lead_is_reviewed_and_can_be_reopened() -> None:
    """R 198, 204: 暂存待查 has a review date and is no end."""
    office = Office.opened()
    day = datetime.date(2026, 9, 1)
    lead = office.disposed(Disposal(way="shelved", review_on=day))
    assert office.lead(lead).stage == "shelved"
    past = commands.ReviewShelved(review_on=datetime.date(2026, 3, 2), reason="无")
    with pytest.raises(InvalidField):
        office.do("wang", "review_shelved", lead, past)
    later = commands.ReviewShelved(review_on=datetime.date(2027, 3, 1), reason="条件不具备")
    office.do("wang", "review_shelved", lead, later)
    office.do("wang", "reopen", lead, commands.Reopen(reason="新证据"))
    assert office.lead(lead).stage == "acknowledged"
    again = commands.ProposeDisposal(disposal=INTERVIEW, plan="方案")
    office.do("wang", "propose_disposal", lead, again)


def test_a_lead_closed_at_first_sight_only_needs_filing_away() -> None:
    """RD 21: not checkable, repeat, absurd: nobody is told."""
    office = Office.opened()
    lead = office.disposed(Disposal(way="closed", closing="triage"))
    assert office.lead(lead).stage == "closed"
    told = commands.InformPerson(person=ZHANG, manner="written_reply")
    with pytest.raises(InvalidField):
        office.do("wang", "inform_person", lead, told)


def test_after_an_inquiry_every_person_is_told_once() -> None:
    """RD 21, 30, 35: a close after inquiry is answered to the person, after verification to the unit."""
    office = Office.opened()
    lead = office.verified(subjects=(subject("zhang"), subject("qian")))
    office.outcome(lead, Disposal(way="closed", closing="unfounded"))
    office.approve(lead)
    tell = commands.InformPerson(person=ZHANG, manner="told_unit")
    assert named(office.do("wang", "inform_person", lead, tell)) == ["PersonInformed"]
    with pytest.raises(InvalidField):
        office.do("wang", "inform_person", lead, tell)
    last = commands.InformPerson(person=person("qian"), manner="cleared_in_public")
    assert named(office.do("wang", "inform_person", lead, last))[1] == "InformingCompleted"


def test_a_case_is_filed_by_the_approved_decision_only() -> None:
    """立案 is approved first, then recorded; it ends the lead."""
    office = Office.opened()
    lead = office.verified()
    filing = commands.FileCase(document="立〔2026〕1号", decision="立案审查调查")
    with pytest.raises(NotApproved):
        office.do("wang", "file_case", lead, filing)
    office.outcome(lead, Disposal(way="case_filed", four_forms=3))
    office.approve(lead)
    office.do("wang", "file_case", lead, filing)
    assert office.lead(lead).stage == "case_filed"
    with pytest.raises(WrongState):
        office.do("wang", "file_case", lead, filing)


def test_findings_of_courts_may_go_straight_to_filing() -> None:
    """R 211: verification is no required step."""
    office = Office.opened()
    lead = office.disposed(Disposal(way="case_filed"), source="judicial")
    filing = commands.FileCase(document="立〔2026〕1号", decision="立案审查调查")
    office.do("wang", "file_case", lead, filing)


def test_a_verification_begins_once() -> None:
    office = Office.opened()
    lead = office.disposed(verification())
    office.do("wang", "start_verification", lead, commands.StartVerification())
    with pytest.raises(WrongState):
        office.do("wang", "start_verification", lead, commands.StartVerification())


def test_a_group_that_shrank_below_two_does_not_begin() -> None:
    """R 77: at least two."""
    office = Office.opened()
    lead = office.disposed(verification("wang", "zhao"))
    declared = commands.DeclareRecusal(person=person("zhao"), ground="interest", reason="利害")
    office.do("group-head", "declare_recusal", lead, declared)
    with pytest.raises(NeedsTwoHandlers):
        office.do("wang", "start_verification", lead, commands.StartVerification())


def test_a_person_gets_one_letter() -> None:
    office = Office.opened()
    lead = office.disposed(INQUIRY)
    office.do("wang", "send_written_inquiry", lead, inquire())
    with pytest.raises(InvalidField):
        office.do("wang", "send_written_inquiry", lead, inquire())


@pytest.mark.parametrize(
    ("member", "refusal"),
    [
        ("secretary", ApproverCannotHandle),
        ("zhang", BarredFromLead),
        ("nobody", InvalidField),
    ],
)
def test_the_group_that_is_to_verify_is_checked_when_it_is_proposed(
    member: str, refusal: type[Refusal]
) -> None:
    """R 77, 207, 289; SL 67: nobody who approved in the lead, is named in it, or is in office nowhere."""
    office = Office.opened()
    jurisdiction = office.world.jurisdiction
    office.world.jurisdiction = jurisdiction.with_person(person(member))
    lead = office.acknowledged()
    proposed = Disposal(
        way="preliminary_verification", group=(person("wang"), person("li"), person(member))
    )
    with pytest.raises(refusal):
        office.do(
            "wang",
            "propose_disposal",
            lead,
            commands.ProposeDisposal(disposal=proposed, plan="核查"),
        )
