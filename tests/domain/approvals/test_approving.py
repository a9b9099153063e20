"""呈批 as every family has it, shown on a recommendation: who signs, in which order, in which manner."""

import datetime

import pytest

from domain.approvals import commands
from domain.errors import InvalidField, NotAuthorised, NotFound, Refusal, WrongState
from domain.obligations.events import Fulfilled
from domain.recommendations import events
from domain.recommendations.commands import Issue, SubmitForApproval
from domain.submission import (
    Mandate,
    MandateNotInForce,
    NoSubmission,
    NotYourTurn,
    SignerBarred,
)
from tests.domain.recommendations.given import AGREE, Desk, draft, drafted, submitted
from tests.domain.small import (
    CASE_SUPERVISION,
    COMMISSION,
    EDUCATION_GROUP,
    PARTY_GROUP,
    person,
)

SCAN = "b" * 64
SUBMIT = SubmitForApproval()


def of_office() -> Desk:
    """An office's: case supervision is heard before the leader in charge decides."""
    desk = Desk()
    desk.act("office-clerk", "draft", draft(verifier=EDUCATION_GROUP))
    return desk


def test_it_climbs_level_by_level() -> None:
    """The group's head, then the leader in charge; each level owes its opinion."""
    desk = submitted()
    assert desk.owed() == {(EDUCATION_GROUP, "signature")}
    desk.refuses(NotFound, "leader", "opine", AGREE)
    told = desk.act("group-head", "opine", AGREE)
    assert any(isinstance(each, Fulfilled) for each in told)
    assert desk.owed() == {(COMMISSION, "signature")}
    told = desk.act("leader", "opine", commands.Opine(opinion="amend", text="加快"))
    assert any(isinstance(each, events.Approved) for each in told)
    assert (desk.state.stage, desk.owed()) == ("approved", set())
    desk.refuses(NoSubmission, "leader", "opine", AGREE)


def test_whose_signature_is_awaited_learns_of_it_no_sooner() -> None:
    """R 299: approvers reached so far."""
    desk = drafted()
    assert COMMISSION not in desk.world.stream(desk.stream).circles["recommendation"]
    desk.act("group-clerk", "submit_for_approval", SUBMIT)
    desk.act("group-head", "opine", AGREE)
    assert COMMISSION in desk.world.stream(desk.stream).circles["recommendation"]


def test_who_drafted_it_cannot_approve_it() -> None:
    """Approver ≠ who prepares it (R 289): the deputy stands in, as the route says."""
    desk = Desk()
    desk.act("group-head", "draft", draft())
    desk.act("group-clerk", "submit_for_approval", SUBMIT)
    desk.refuses(SignerBarred, "group-head", "opine", AGREE)
    desk.act("group-deputy", "opine", AGREE)
    assert desk.owed() == {(COMMISSION, "signature")}


def test_what_is_returned_or_withdrawn_is_submitted_anew() -> None:
    desk = submitted()
    told = desk.act("group-head", "opine", commands.Opine(opinion="return", text="不妥"))
    assert any(isinstance(each, events.SubmissionReturned) for each in told)
    assert (desk.state.stage, desk.owed()) == ("drafted", set())
    desk.act("group-clerk", "submit_for_approval", SUBMIT)
    take_back = commands.WithdrawSubmission(reason="补充")
    desk.refuses(NotAuthorised, "office-head", "withdraw_submission", take_back)
    desk.act("group-clerk", "withdraw_submission", take_back)
    assert (desk.state.stage, desk.owed()) == ("drafted", set())
    desk.refuses(WrongState, "group-head", "issue", Issue())


def test_cosigners_are_heard_before_the_last_level() -> None:
    """会签: case supervision on what an office recommends."""
    desk = of_office()
    desk.act("office-clerk", "submit_for_approval", SUBMIT)
    desk.act("office-head", "opine", AGREE)
    assert desk.owed() == {(CASE_SUPERVISION, "signature")}
    desk.refuses(NoSubmission, "office-head", "cosign", commands.Cosign(opinion="agree"))
    desk.act("director", "cosign", commands.Cosign(opinion="agree"))
    assert desk.owed() == {(COMMISSION, "signature")}
    desk.act("leader", "opine", AGREE)
    assert desk.state.stage == "approved"


def test_where_nobody_may_sign_it_is_shown_as_stuck() -> None:
    """Never bypassed (DOMAIN.md §1.13): the head drafted it, and nobody is the deputy. It owes a way on."""
    desk = Desk()
    desk.act("office-head", "draft", draft(verifier=EDUCATION_GROUP))
    told = desk.act("office-clerk", "submit_for_approval", SUBMIT)
    assert any(isinstance(each, events.SubmissionStuck) for each in told)
    assert desk.owed() == {("office-1", "unblocking")}


def test_an_acting_signer_needs_a_mandate_in_force() -> None:
    """代签 within its dates (DOMAIN.md §1.13)."""
    desk = submitted()
    mandate = Mandate(
        principal=person("group-head"),
        document="授权1号",
        begins=datetime.date(2026, 1, 1),
        ends=datetime.date(2026, 1, 4),
    )
    late = commands.Opine(opinion="agree", mandate=mandate)
    desk.refuses(MandateNotInForce, "group-deputy", "opine", late)


def test_an_opinion_by_word_of_mouth_is_signed_afterwards() -> None:
    """口头同意: heard by a third person, and the signature stays owed."""
    desk = submitted()
    said = commands.RecordOralOpinion(
        signer=person("group-head"), opinion="agree", heard_by=person("group-head")
    )
    desk.refuses(InvalidField, "group-clerk", "record_oral_opinion", said)
    said = commands.RecordOralOpinion(
        signer=person("group-head"), opinion="agree", heard_by=person("group-deputy")
    )
    desk.act("group-clerk", "record_oral_opinion", said)
    assert desk.owed() == {(COMMISSION, "signature"), (EDUCATION_GROUP, "oral-opinion-signature")}
    sign = commands.SignOralOpinion()
    desk.refuses(NoSubmission, "group-deputy", "sign_oral_opinion", sign)
    desk.act("group-head", "sign_oral_opinion", sign)
    assert desk.owed() == {(COMMISSION, "signature")}


def test_a_signed_paper_counts_once_a_third_person_compared_it() -> None:
    """Signed on paper, scanned in, confirmed: it counts from the day on which it was signed."""
    desk = submitted()
    paper = commands.SignPaper(signer=person("group-head"), opinion="agree", scan=SCAN)
    desk.act("group-clerk", "sign_paper", paper)
    desk.refuses(InvalidField, "group-clerk", "sign_paper", paper)
    confirm = commands.ConfirmPaper(scan=SCAN)
    desk.refuses(InvalidField, "group-clerk", "confirm_paper", confirm)
    desk.refuses(
        InvalidField, "group-deputy", "confirm_paper", commands.ConfirmPaper(scan="c" * 64)
    )
    told = desk.act("group-deputy", "confirm_paper", confirm)
    (given,) = (each for each in told if isinstance(each, events.OpinionGiven))
    assert (given.manner, given.signer) == ("paper", person("group-head"))


@pytest.mark.parametrize(
    ("name", "refusal"), [("group-clerk", SignerBarred), ("group-deputy", NotYourTurn)]
)
def test_nobody_else_signs(name: str, refusal: type[Refusal]) -> None:
    submitted().refuses(refusal, name, "opine", AGREE)


def test_a_party_off_the_system_signs_on_paper() -> None:
    """No opinion is entered in its name without its paper."""
    desk = submitted()
    assert PARTY_GROUP not in desk.state.approval.approvers
    desk.refuses(NotFound, "pg", "withdraw_submission", commands.WithdrawSubmission(reason="误"))
