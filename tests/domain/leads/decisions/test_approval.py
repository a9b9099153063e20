"""The submission (呈批) of a disposal or an outcome, and how it is signed."""

import datetime
from dataclasses import replace

import pytest

from domain.errors import InvalidField, NotAuthorised
from domain.handlers import NeedsTwoHandlers
from domain.leads import commands, events
from domain.leads.errors import BarredFromLead, OutcomeTooEarly, WayNotInForce
from domain.leads.values import Disposal
from domain.submission import (
    Mandate,
    MandateNotInForce,
    NoRoute,
    NoSubmission,
    NotYourTurn,
    SignerBarred,
)
from tests.domain.leads.given import (
    SCAN,
    Office,
    named,
    on,
    only,
    party,
    person,
    subject,
    verification,
)

INTERVIEW = Disposal(way="interview")
AGREE = commands.Opine(opinion="agree")


def test_a_disposal_climbs_level_by_level_and_is_approved_at_the_last() -> None:
    """R 204, RD 21: opinion and plan are approved, then the way begins."""
    office = Office.opened()
    lead = office.submitted(INTERVIEW)
    told = office.approve(lead, "group-head")
    assert "DisposalApproved" not in named(told)
    told = office.approve(lead, "leader")
    approved = only(told, events.DisposalApproved)
    assert (approved.way, approved.rule_set) == ("interview", "RD 21, R 204")
    assert office.lead(lead).stage == "handling"


def test_a_level_is_not_skipped() -> None:
    office = Office.opened()
    lead = office.submitted(INTERVIEW)
    with pytest.raises(NotYourTurn):
        office.do("leader", "opine", lead, AGREE)


def test_what_is_owed_is_the_opinion_of_the_level_awaited() -> None:
    """One obligation per signature: owed by its party, ended by its opinion."""
    office = Office.opened()
    lead = office.submitted(INTERVIEW)
    assert ("opinion", "sg-education") in office.owed(lead)
    office.approve(lead, "group-head")
    assert [owed for owed in office.owed(lead) if owed[0] == "opinion"] == [
        ("opinion", "commission")
    ]
    office.approve(lead, "leader")
    assert office.owed(lead) == []


def test_an_amendment_climbs_and_a_return_ends_the_submission() -> None:
    """呈批: agree, amend, return."""
    office = Office.opened()
    lead = office.submitted(INTERVIEW)
    office.do("group-head", "opine", lead, commands.Opine(opinion="amend", text="补充提纲"))
    told = office.do("leader", "opine", lead, commands.Opine(opinion="return", text="不妥"))
    assert only(told, events.SubmissionReturned).returned_by == "commission"
    assert office.lead(lead).stage == "acknowledged"
    again = commands.ProposeDisposal(disposal=INTERVIEW, plan="新方案")
    office.do("wang", "propose_disposal", lead, again)


def test_a_handler_does_not_approve() -> None:
    """R 77, 222, 289: approver ≠ handler, even as head of the group."""
    office = Office.opened()
    office.appoint("wang", "sg-education", "head")
    lead = office.submitted(INTERVIEW)
    with pytest.raises(SignerBarred):
        office.do("wang", "opine", lead, AGREE)
    office.do("group-head", "opine", lead, AGREE)


def test_a_recused_approver_does_not_approve_and_the_substitute_does() -> None:
    """SL 67, DOMAIN.md §1.13: where the guards leave nobody, the scheme's substitute signs."""
    office = Office.opened()
    lead = office.submitted(INTERVIEW)
    told = office.do(
        "li",
        "declare_recusal",
        lead,
        commands.DeclareRecusal(person=person("group-head"), ground="interest", reason="利害关系"),
    )
    awaited = only(told, events.SignatureAwaited)
    assert (awaited.signer_party, awaited.signer_role) == ("office-1", "head")
    office.do("office-head", "opine", lead, AGREE)


def test_being_stuck_is_shown_and_never_bypassed() -> None:
    """DOMAIN.md §1.13: nobody left at a level: an event says so, and nobody signs instead."""
    office = Office.opened(without=("office-head", "group-head"))
    lead = office.acknowledged()
    told = office.do(
        "wang",
        "propose_disposal",
        lead,
        commands.ProposeDisposal(disposal=INTERVIEW, plan="方案"),
    )
    assert only(told, events.SubmissionStuck).level == 1
    with pytest.raises(NotYourTurn):
        office.do("group-keeper", "opine", lead, AGREE)
    office.appoint("new-head", "sg-education", "head")
    office.do("new-head", "opine", lead, AGREE)


def test_a_group_handles_city_managed_cadres_by_approval_along_the_longer_route() -> None:
    """DOMAIN.md §1.16: the group verifies only if approved; adjudication co-signs here."""
    office = Office.opened()
    cadre = subject("zhang", level="city_managed")
    lead = office.submitted(INTERVIEW, subjects=(cadre,))
    office.approve(lead, "group-head", "leader")
    with pytest.raises(NotYourTurn):
        office.do("secretary", "opine", lead, AGREE)
    told = office.do("adjudicator", "cosign", lead, commands.Cosign(opinion="agree"))
    assert named(told)[0] == "Cosigned"
    with pytest.raises(NoSubmission):
        office.do("adjudicator", "cosign", lead, commands.Cosign(opinion="agree"))
    told = office.do("secretary", "opine", lead, AGREE)
    assert "DisposalApproved" in named(told)


def test_a_cosigner_can_send_it_back() -> None:
    office = Office.opened()
    lead = office.submitted(INTERVIEW, subjects=(subject("zhang", level="city_managed"),))
    office.approve(lead, "group-head", "leader")
    told = office.do("adjudicator", "cosign", lead, commands.Cosign(opinion="return"))
    assert only(told, events.SubmissionReturned).returned_by == "adjudication"


def test_the_submitting_party_takes_it_back() -> None:
    """撤回: before it is decided; the awaited opinion is no longer owed."""
    office = Office.opened()
    lead = office.submitted(INTERVIEW)
    office.do("wang", "withdraw_submission", lead, commands.WithdrawSubmission(reason="补充"))
    assert ("opinion", "sg-education") not in office.owed(lead)
    with pytest.raises(NoSubmission):
        office.approve(lead, "group-head")


def mandate(begins: int, ends: int) -> Mandate:
    return Mandate(
        principal=person("group-head"),
        document="授权书",
        begins=datetime.date(2026, 3, begins),
        ends=datetime.date(2026, 3, ends),
    )


def test_an_acting_signer_has_a_mandate_of_the_day() -> None:
    """代签: a dated mandate of somebody who could sign; a handler stays barred."""
    office = Office.opened()
    lead = office.submitted(INTERVIEW)
    late = commands.Opine(opinion="agree", mandate=mandate(3, 8))
    with pytest.raises(MandateNotInForce):
        office.do("zhao", "opine", lead, late)
    valid = commands.Opine(opinion="agree", mandate=mandate(1, 8))
    with pytest.raises(SignerBarred):
        office.do("li", "opine", lead, valid)
    told = office.do("zhao", "opine", lead, valid)
    assert only(told, events.OpinionGiven).mandate == mandate(1, 8)


def test_an_oral_opinion_counts_and_is_signed_afterwards() -> None:
    """口头同意、事后补签: heard by a third person; the signature stays owed until given."""
    office = Office.opened()
    lead = office.submitted(INTERVIEW)
    office.approve(lead, "group-head")
    oral = commands.RecordOralOpinion(
        signer=person("leader"), opinion="agree", heard_by=person("li")
    )
    with pytest.raises(InvalidField):
        office.do("li", "record_oral_opinion", lead, oral)
    told = office.do("wang", "record_oral_opinion", lead, oral)
    assert "DisposalApproved" in named(told)
    told = office.do("leader", "sign_oral_opinion", lead, commands.SignOralOpinion())
    assert only(told, events.OralOpinionSigned).level == 2
    with pytest.raises(NoSubmission):
        office.do("leader", "sign_oral_opinion", lead, commands.SignOralOpinion())


def test_an_oral_approval_of_an_allocation_is_still_owed_after_it_took_effect() -> None:
    office = Office.opened()
    lead = office.proposed()
    oral = commands.RecordOralOpinion(
        signer=person("secretary"), opinion="agree", heard_by=person("clerk2")
    )
    office.do("clerk", "record_oral_opinion", lead, oral)
    assert office.lead(lead).stage == "allocated"
    office.do("secretary", "sign_oral_opinion", lead, commands.SignOralOpinion())


def test_a_signed_paper_counts_from_its_day_once_a_third_person_confirmed_it() -> None:
    """DOMAIN.md §1.11, 1.13: paper comes first; clocks run from the day it was signed."""
    office = Office.opened()
    lead = office.submitted(INTERVIEW)
    office.approve(lead, "group-head")
    office.world.pass_to(datetime.date(2026, 3, 5))
    day = on(datetime.date(2026, 3, 4))
    paper = commands.SignPaper(signer=person("leader"), opinion="agree", scan=SCAN, occurred=day)
    office.do("wang", "sign_paper", lead, paper)
    assert office.lead(lead).stage == "acknowledged"
    with pytest.raises(InvalidField):
        office.do("wang", "confirm_paper", lead, commands.ConfirmPaper(scan=SCAN))
    told = office.do("li", "confirm_paper", lead, commands.ConfirmPaper(scan=SCAN))
    assert only(told, events.OpinionGiven).manner == "paper"
    assert only(told, events.DisposalApproved).occurred == day


def test_a_paper_of_somebody_whose_turn_it_is_not_is_refused() -> None:
    office = Office.opened()
    lead = office.submitted(INTERVIEW)
    paper = commands.SignPaper(signer=person("leader"), opinion="agree", scan=SCAN)
    with pytest.raises(NotYourTurn):
        office.do("wang", "sign_paper", lead, paper)


def test_the_way_must_be_in_force_under_the_regime_on_the_day() -> None:
    """R 204-205 has 适当了解 since 2025-06-01; RD 21 does not: ways are data with dates."""
    office = Office.opened()
    inquiry = Disposal(way="appropriate_inquiry")
    with pytest.raises(WayNotInForce):
        office.submitted(inquiry, regime="party")
    office.submitted(inquiry, tag="2", regime="state")


@pytest.mark.parametrize(
    ("field", "disposal"),
    [
        ("closing", Disposal(way="closed", closing="unfounded")),
        ("closing", Disposal(way="closed")),
        ("measure", Disposal(way="interview", measure="criticism")),
        ("review_on", Disposal(way="shelved")),
        ("review_on", Disposal(way="shelved", review_on=datetime.date(2026, 3, 2))),
        ("to_party", Disposal(way="transferred")),
        ("to_party", Disposal(way="transferred", to_party=party("case-supervision"))),
        ("group", Disposal(way="preliminary_verification")),
        ("group", verification("wang", "wang")),
        ("group", Disposal(way="interview", group=(person("wang"), person("li")))),
    ],
)
def test_a_disposal_says_what_its_way_needs_and_nothing_else(
    field: str, disposal: Disposal
) -> None:
    with pytest.raises(InvalidField) as refused:
        Office.opened().submitted(disposal)
    assert refused.value.details["field"] == field or field == "closing"


def test_only_its_handlers_propose() -> None:
    office = Office.opened()
    lead = office.acknowledged()
    proposal = commands.ProposeDisposal(disposal=INTERVIEW, plan="方案")
    with pytest.raises(NotAuthorised):
        office.do("zhao", "propose_disposal", lead, proposal)
    with pytest.raises(NotAuthorised):
        office.do("clerk", "propose_disposal", lead, proposal)


def test_an_outcome_climbs_the_route_of_the_start() -> None:
    """R 207, SL 41: outcomes are approved by the same route as the start."""
    office = Office.opened()
    lead = office.verified()
    closing = Disposal(way="closed", closing="light_measure", measure="talk_reminder", four_forms=1)
    told = office.outcome(lead, closing)
    assert only(told, events.OutcomeProposed).route == office.lead(lead).route
    told = office.approve(lead)
    assert named(told)[-2:] == ["OutcomeApproved", "Closed"]
    assert only(told, events.Closed).informing


def test_no_outcome_before_the_way_was_carried_out() -> None:
    """R 205-207: report or hold it first."""
    office = Office.opened()
    lead = office.disposed(INTERVIEW)
    with pytest.raises(OutcomeTooEarly):
        office.outcome(lead, Disposal(way="closed", closing="unfounded"))


@pytest.mark.parametrize(
    "disposal",
    [
        Disposal(way="closed", closing="triage"),
        Disposal(way="case_filed"),
        Disposal(way="closed", closing="light_measure", measure="criticism"),
    ],
)
def test_an_outcome_is_graded_and_is_no_triage(disposal: Disposal) -> None:
    """Four forms (党内监督条例 7): a light measure and a filing say which form it is."""
    office = Office.opened()
    lead = office.verified()
    with pytest.raises(InvalidField):
        office.outcome(lead, disposal)


def test_an_outcome_may_be_another_way() -> None:
    """R 205: after one way another may follow, approved by the same route."""
    office = Office.opened()
    lead = office.verified()
    office.outcome(lead, INTERVIEW)
    office.approve(lead)
    state = office.lead(lead)
    assert state.stage == "handling"
    assert state.disposal == INTERVIEW
    assert not state.course.reported


def test_a_recusal_must_be_made_good_before_anything_is_proposed() -> None:
    """R 77: two handlers again, before the next submission."""
    office = Office.opened()
    lead = office.acknowledged()
    declared = commands.DeclareRecusal(person=person("li"), ground="witness", reason="证人")
    office.do("group-head", "declare_recusal", lead, declared)
    decided = commands.DecideRecusal(person=person("li"), granted=True, reason="属实")
    office.do("secretary", "decide_recusal", lead, decided)
    proposal = commands.ProposeDisposal(disposal=INTERVIEW, plan="方案")
    with pytest.raises(NeedsTwoHandlers):
        office.do("wang", "propose_disposal", lead, proposal)


def test_a_paper_is_entered_once_and_confirmed_as_entered() -> None:
    office = Office.opened()
    lead = office.submitted(INTERVIEW)
    paper = commands.SignPaper(signer=person("group-head"), opinion="agree", scan=SCAN)
    office.do("wang", "sign_paper", lead, paper)
    with pytest.raises(InvalidField):
        office.do("li", "sign_paper", lead, paper)
    with pytest.raises(InvalidField):
        office.do("li", "confirm_paper", lead, commands.ConfirmPaper(scan="b2" * 32))


def test_an_outcome_follows_a_written_inquiry_that_was_sent() -> None:
    """RD 30: after the reply a report and an opinion."""
    office = Office.opened()
    lead = office.disposed(Disposal(way="written_inquiry"))
    unfounded = Disposal(way="closed", closing="unfounded")
    with pytest.raises(OutcomeTooEarly):
        office.outcome(lead, unfounded)
    letter = commands.SendWrittenInquiry(person=person("zhang"), letter="函", copies_to=())
    office.do("wang", "send_written_inquiry", lead, letter)
    office.outcome(lead, unfounded)


def test_a_group_of_people_who_must_keep_out_is_refused() -> None:
    """SL 67: the verification group is as clean as the handlers."""
    office = Office.opened()
    lead = office.acknowledged()
    declared = commands.DeclareRecusal(person=person("zhao"), ground="interest", reason="利害")
    office.do("group-head", "declare_recusal", lead, declared)
    proposal = commands.ProposeDisposal(disposal=verification("wang", "zhao"), plan="方案")
    with pytest.raises(BarredFromLead):
        office.do("wang", "propose_disposal", lead, proposal)


def test_a_scheme_without_a_route_is_said_to_lack_it() -> None:
    """呈批: the route is the scheme's; nothing is approved along a route that nobody wrote."""
    office = Office.opened()
    lead = office.registered()
    scheme = office.world.jurisdiction.scheme
    assert scheme is not None
    bare = replace(scheme, routes=())
    office.world.jurisdiction = replace(office.world.jurisdiction, scheme=bare)
    proposal = commands.ProposeAllocation(handling_party=party("sg-education"))
    with pytest.raises(NoRoute):
        office.do("clerk", "propose_allocation", lead, proposal)
