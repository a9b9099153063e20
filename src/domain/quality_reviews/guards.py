"""What has to be true before an action on a review; each guard raises the refusal it needs."""

from domain import mending, roles
from domain.account import invalid
from domain.context import Context
from domain.errors import NotFound
from domain.handlers import STAFF, is_any
from domain.ids import StreamId, family_of
from domain.quality_reviews import errors, subjects
from domain.quality_reviews.account import Account
from domain.quality_reviews.commands import Correct, Open
from domain.quality_reviews.state import (
    FINDING_NAMES,
    STAGE_NAMES,
    Finding,
    FindingStage,
    QualityReview,
    Stage,
)
from domain.scheme_scoring import Criterion, Scoring
from domain.streams import StreamState


def known(stream: StreamState[QualityReview], context: Context) -> Account:
    """The account of a review; `NotFound` for those its matter names or keeps out (SL 67, R 299)."""
    if is_any(context.actor, subjects.keeping_out(stream.state.subject, context), context):
        raise NotFound(stream=stream.stream)
    return Account(stream, context)


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the review stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def may_review(account: Account, command: Open) -> None:
    """Refuse unless an adjudication office reviews another body's matter.

    Raises `UnknownParty`, `InvalidField`, and `NotFound` for a matter that is none of the body's.
    """
    context, jurisdiction = account.context, account.jurisdiction
    if jurisdiction.party(account.acting).kind != "adjudicationOffice":
        raise context.refused(zh="须由案件审理室办理", en="it is for the adjudication office to do")
    context.require_role(*STAFF)
    if jurisdiction.party(command.body).code == account.acting:
        raise invalid("body", "不能评查本单位", "an office does not review itself")
    if family_of(command.subject) not in subjects.REVIEWED:
        raise invalid("subject", "须为问题线索或案件", "it has to be a lead or a case")
    if not subjects.known_to(context.streams[command.subject], command.body, context):
        raise NotFound(stream=command.subject)
    keeping_out = subjects.keeping_out(command.subject, context)
    if is_any(context.actor, keeping_out, context):
        raise NotFound(stream=command.subject)
    unconnected(account, command.subject)


def unconnected(account: Account, subject: StreamId | None) -> None:
    """Raise `OwnCase` for an actor who handles the matter (R 289)."""
    context = account.context
    if subject is not None and is_any(context.actor, subjects.handling(subject, context), context):
        raise errors.OwnCase(person=context.actor)


def by_reviewer(account: Account) -> None:
    """Raise `NotTheReviewer` unless the reviewer acts, in a person who does not handle the matter."""
    if account.acting != account.state.reviewer:
        raise errors.NotTheReviewer(reviewer=account.state.reviewer, party=account.acting)
    account.context.require_role(*STAFF)
    unconnected(account, account.state.subject)


def by_body(account: Account) -> None:
    """Raise `NotTheReviewedBody` unless the reviewed body acts."""
    if account.acting != account.state.body:
        raise errors.NotTheReviewedBody(body=account.state.body, party=account.acting)
    account.context.require_role(*(role for role in STAFF if role != roles.LIAISON))


def scoring(account: Account) -> Scoring:
    """How the scheme scores; raises `NoScoring`."""
    found = account.scheme.scoring
    if found is None:
        raise errors.NoScoring(criterion="scoring")
    return found


def criterion(account: Account, code: str) -> Criterion:
    """A criterion of the scheme; raises `NoScoring`."""
    found = scoring(account).criteria.get(code)
    if found is None:
        raise errors.NoScoring(criterion=code)
    return found


def finding(account: Account, serial: int, *stages: FindingStage) -> Finding:
    """A finding in one of ``stages``; raises `InvalidField`, `WrongState`."""
    findings = account.state.findings
    if serial > len(findings):
        raise invalid("finding", "没有该问题", "there is no such finding")
    found = findings[serial - 1]
    account.stands(found.stage, *stages, names=FINDING_NAMES)
    return found


def corrects(account: Account, command: Correct) -> None:
    """Raise `InvalidField` where a correction changes nothing, or no finding that is there."""
    mending.corrects(title=command.title, text=command.text)
    if (command.text is None) != (command.finding is None):
        raise invalid("finding", "问题与内容须一并填写", "finding and text go together")
    if command.finding is not None and command.finding > len(account.state.findings):
        raise invalid("finding", "没有该问题", "there is no such finding")
