"""What follows from each action on a review, or why it is refused.

Basis: case quality is reviewed as a standing duty (R 291), by eight standards, scored, in four grades,
a repeated fault weighing more and self-repair giving back (QR; DOMAIN.md §2 A6); each item is answered
(mechanism 6). What a fault costs is the scheme's.
"""

from collections.abc import Iterable
from typing import Any

from domain.context import Context
from domain.model import Draft
from domain.quality_reviews import commands, events, guards, subjects
from domain.quality_reviews.account import Account
from domain.quality_reviews.state import Finding, QualityReview, record_of
from domain.scheme_scoring import Criterion
from domain.streams import StreamState

Stream = StreamState[QualityReview]


def open_review(stream: Stream, command: commands.Open, context: Context) -> Iterable[Draft]:
    """Open a review of a body's matter; what shows by itself in it is found at once (mechanism 6).

    Raises `NotFound` for a matter that is none of the body's, `OwnCase`, `NoScoring`.
    """
    account = Account(stream, context)
    guards.may_review(account, command)
    scoring = guards.scoring(account)
    account.tell(
        events.Opened(
            **account.plain(),
            reviewer=account.acting,
            body=command.body,
            kind=command.kind,
            subject=command.subject,
            title=command.title,
        )
    )
    subject = context.streams[command.subject]
    for found in subjects.detected(subject, command.body, scoring):
        _find(account, found.criterion, detected=found.fault, obligation=found.obligation)
    return account


def report_repair(
    stream: Stream, command: commands.ReportRepair, context: Context
) -> Iterable[Draft]:
    """自查自纠: what the body repaired itself gives points back, if it is found after that (QR)."""
    account = guards.known(stream, context)
    guards.at(account, "opened")
    guards.by_body(account)
    guards.criterion(account, command.criterion)
    account.tell(
        events.RepairReported(**account.frame(), criterion=command.criterion, text=command.text)
    )
    return account


def record_finding(
    stream: Stream, command: commands.RecordFinding, context: Context
) -> Iterable[Draft]:
    """Record a fault. Whether the body had it before follows from its quality record (QR)."""
    account = guards.known(stream, context)
    guards.at(account, "opened")
    guards.by_reviewer(account)
    _find(account, guards.criterion(account, command.criterion), text=command.text)
    return account


def _find(account: Account, criterion: Criterion, **told: Any) -> None:
    """A finding, with what it costs: more where it repeats, less where the body had repaired it."""
    scoring, state = guards.scoring(account), account.state
    record: QualityReview = account.context.streams[_record(account)].state
    repeats = record.found_before(criterion.code, account.stream)
    repaired = criterion.code in state.repairs
    deducted = criterion.points * (1 if repeats is None else scoring.repeat_times)
    account.tell(
        events.FindingRecorded(
            **account.frame(),
            finding=len(state.findings) + 1,
            criterion=criterion.code,
            standard=criterion.standard,
            deducted=deducted,
            given_back=min(deducted, scoring.repair_bonus) if repaired else 0,
            repeats=repeats,
            repaired=repaired,
            **told,
        )
    )


def _record(account: Account) -> Any:
    return record_of(account.jurisdiction.code, account.state.body)


def complete(stream: Stream, command: commands.Complete, context: Context) -> Iterable[Draft]:
    """Complete it: the score follows from the findings, each is to be answered, each is kept in mind."""
    account = guards.known(stream, context)
    guards.at(account, "opened")
    guards.by_reviewer(account)
    account.tell(events.Completed(**account.frame(), opinion=command.opinion))
    _score(account)
    for serial, _ in account.state.standing:
        account.tell(events.ReplyAsked(**account.frame(), finding=serial))
    return (*account, *_remembered(account, events.FaultEntered))


def _score(account: Account) -> None:
    """The score, as the findings that stand give it; never below nothing."""
    scoring = guards.scoring(account)
    standing = [finding for _, finding in account.state.standing]
    deducted = sum(finding.deducted for finding in standing)
    given_back = sum(finding.given_back for finding in standing)
    score = max(0, scoring.full - deducted + given_back)
    account.tell(
        events.Scored(
            **account.frame(),
            score=score,
            grade=scoring.grade(score),
            deducted=deducted,
            given_back=given_back,
        )
    )


def _remembered(
    account: Account,
    kind: type[events.FaultEntered] | type[events.FaultStruck],
    *serials: int,
) -> Iterable[Draft]:
    """The findings of these serials (none named: all that stand) as the body's record has them."""
    record = Account(account.context.streams[_record(account)], account.context)
    standing = [(n, each) for n, each in enumerate(account.state.findings, 1)]
    chosen = [(n, f) for n, f in standing if (n in serials if serials else f.stands)]
    for serial, finding in chosen:
        common: dict[str, Any] = {
            **account.frame(),
            "review": account.stream,
            "finding": serial,
            "criterion": finding.criterion,
        }
        if kind is events.FaultEntered:
            common["repeats"] = finding.repeats
        record.tell(kind(**common))
    return record


def reply(stream: Stream, command: commands.Reply, context: Context) -> Iterable[Draft]:
    """Answer one finding."""
    account = guards.known(stream, context)
    guards.at(account, "completed")
    guards.by_body(account)
    guards.finding(account, command.finding, "asked", "returned")
    account.tell(events.Replied(**account.frame(), finding=command.finding, text=command.text))
    return account


def return_reply(
    stream: Stream, command: commands.ReturnReply, context: Context
) -> Iterable[Draft]:
    """Send an answer back; a better one is owed from now on."""
    account = _judging(stream, context, command.finding)
    account.tell(
        events.ReplyReturned(**account.frame(), finding=command.finding, reason=command.reason)
    )
    return account


def accept_reply(
    stream: Stream, command: commands.AcceptReply, context: Context
) -> Iterable[Draft]:
    """Take an answer as sufficient."""
    account = _judging(stream, context, command.finding)
    account.tell(events.ReplyAccepted(**account.frame(), finding=command.finding))
    return account


def _judging(stream: Stream, context: Context, serial: int) -> Account:
    account = guards.known(stream, context)
    guards.at(account, "completed")
    guards.by_reviewer(account)
    guards.finding(account, serial, "answered")
    return account


def object_to(stream: Stream, command: commands.Object, context: Context) -> Iterable[Draft]:
    """Object to a finding, once."""
    account = guards.known(stream, context)
    guards.at(account, "completed")
    guards.by_body(account)
    found = guards.finding(account, command.finding, "asked", "answered", "returned")
    _objection(account, found, "none")
    account.tell(events.Objected(**account.frame(), finding=command.finding, text=command.text))
    return account


def _objection(account: Account, finding: Finding, wanted: str) -> None:
    if finding.objection != wanted:
        raise account.wrong_state("异议已提出或已处理", "objected to already, or decided")


def decide_objection(
    stream: Stream, command: commands.DecideObjection, context: Context
) -> Iterable[Draft]:
    """Decide about an objection: upheld, the finding does not count and the score follows."""
    account = guards.known(stream, context)
    guards.at(account, "completed")
    guards.by_reviewer(account)
    found = guards.finding(account, command.finding, "asked", "answered", "returned", "accepted")
    _objection(account, found, "open")
    fields = {**account.frame(), "finding": command.finding, "reason": command.reason}
    if not command.upheld:
        account.tell(events.ObjectionRefused(**fields))
        return account
    account.tell(events.ObjectionUpheld(**fields))
    _score(account)
    return (*account, *_remembered(account, events.FaultStruck, command.finding))


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正 (DOMAIN.md §1.12). A finding that is wrong is objected to, not corrected away."""
    account = guards.known(stream, context)
    guards.at(account, "opened", "completed")
    guards.by_reviewer(account)
    guards.corrects(account, command)
    account.tell(
        events.Corrected(
            **account.frame(),
            reason=command.reason,
            approved_by=command.approved_by,
            title=command.title,
            finding=command.finding,
            text=command.text,
        )
    )
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: nothing is owed because of it, and none of its faults was found before."""
    account = guards.known(stream, context)
    guards.at(account, "opened", "completed")
    guards.by_reviewer(account)
    if account.state.bulletin is not None:
        raise account.wrong_state("已列入通报", "told of in a bulletin")
    entered = account.state.stage == "completed"
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return (*account, *(_remembered(account, events.FaultStruck) if entered else ()))
