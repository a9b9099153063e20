"""What follows from each action on a unit committee, or why it is refused.

Basis: 对驻在单位机关纪委的业务指导和督促检查,协调人员力量开展监督执纪 (DOMAIN.md §5 mechanism 13; RS 18, 19).
A unit committee assists within scope and time; it has no state investigation power and never sees the
register.
"""

from collections.abc import Iterable

from domain.context import Context
from domain.ids import CaseTag
from domain.model import Draft
from domain.streams import StreamState
from domain.unit_committees import commands, events, guards
from domain.unit_committees.account import Account
from domain.unit_committees.state import UnitCommittee

Stream = StreamState[UnitCommittee]


def guide(stream: Stream, command: commands.Guide, context: Context) -> Iterable[Draft]:
    """Guide a committee of one's own units. Raises `UnknownParty`, `NotItsCommittee`."""
    account = Account(stream, context)
    account.tell(
        events.Guided(
            **account.plain(),
            committee=command.committee,
            group=guards.guides(account, command.committee),
            manner=command.manner,
            topics=command.topics,
            text=command.text,
        )
    )
    return account


def acknowledge(stream: Stream, _: commands.Acknowledge, context: Context) -> Iterable[Draft]:
    """Sign for the guidance, once."""
    account = Account(stream, context)
    guards.by_committee(account)
    guards.not_acknowledged(account)
    account.tell(events.Acknowledged(**account.frame()))
    return account


def inspect(stream: Stream, command: commands.Inspect, context: Context) -> Iterable[Draft]:
    """Tell what was looked into, and each finding; a reply is owed to each."""
    account = Account(stream, context)
    guards.by_group(account, "guided")
    guards.answerable(account, command.findings)
    serial = account.state.inspections + 1
    account.tell(
        events.Inspected(
            **account.frame(),
            inspection=serial,
            scope=command.scope,
            text=command.text,
            found=len(command.findings),
        )
    )
    for finding in command.findings:
        account.tell(
            events.FindingRecorded(
                **account.frame(),
                inspection=serial,
                finding=len(account.state.findings) + 1,
                title=finding.title,
                text=finding.text,
                due=finding.due,
            )
        )
    return account


def answer_finding(
    stream: Stream, command: commands.AnswerFinding, context: Context
) -> Iterable[Draft]:
    """Say what was done about a finding, also anew after the answer came back."""
    account = Account(stream, context)
    guards.by_committee(account)
    guards.finding_at(account, command.finding, "recorded", "returned")
    account.tell(
        events.FindingAnswered(**account.frame(), finding=command.finding, text=command.text)
    )
    return account


def return_answer(
    stream: Stream, command: commands.ReturnAnswer, context: Context
) -> Iterable[Draft]:
    """Send an answer back; a better one is owed by a new day."""
    account = Account(stream, context)
    guards.by_group(account, "guided")
    guards.finding_at(account, command.finding, "answered")
    guards.ahead(account, command.due, "due")
    account.tell(
        events.AnswerReturned(
            **account.frame(), finding=command.finding, reason=command.reason, due=command.due
        )
    )
    return account


def accept_answer(
    stream: Stream, command: commands.AcceptAnswer, context: Context
) -> Iterable[Draft]:
    """Take an answer as sufficient."""
    account = Account(stream, context)
    guards.by_group(account, "guided")
    guards.finding_at(account, command.finding, "answered")
    account.tell(events.AnswerAccepted(**account.frame(), finding=command.finding))
    return account


def enlist(stream: Stream, command: commands.Enlist, context: Context) -> Iterable[Draft]:
    """Enlist people of the committee, within a scope, until a day; the matter is told the group alone.

    Raises `NotFound` for a matter that is not the group's own, `NoStatePower`, `KeepsOutOfTheMatter`,
    `InvalidField`.
    """
    account = Account(stream, context)
    guards.by_group(account, "guided")
    guards.serves(account, command.matter)
    guards.helps(account, command)
    guards.ahead(account, command.until, "until")
    serial = len(account.state.enlistments) + 1
    account.tell(
        events.Enlisted(
            **account.frame(),
            enlistment=serial,
            scope=command.scope,
            tasks=command.tasks,
            people=command.people,
            until=command.until,
            approved_by=command.approved_by,
        )
    )
    account.tell(
        events.MatterServed(**account.frame(), enlistment=serial, matter=command.matter),
        case=CaseTag(command.matter),
    )
    return account


def extend_enlistment(
    stream: Stream, command: commands.ExtendEnlistment, context: Context
) -> Iterable[Draft]:
    """Let them help until a later day. Raises `EnlistmentOver`, `InvalidField`."""
    account = Account(stream, context)
    guards.by_group(account, "guided")
    guards.later(account, command.enlistment, command.until)
    account.tell(
        events.EnlistmentExtended(
            **account.frame(),
            enlistment=command.enlistment,
            until=command.until,
            reason=command.reason,
            approved_by=command.approved_by,
        )
    )
    return account


def record_evidence(
    stream: Stream, command: commands.RecordEvidence, context: Context
) -> Iterable[Draft]:
    """Record evidence taken together, by either side; or what came back anew, by who recorded it.

    Raises `EnlistmentOver`, `NotTakenTogether`, `NoSuchSerial`, `WrongState`, `NotAuthorised`.
    """
    account = Account(stream, context)
    guards.by_one_of_the_two(account)
    guards.taken_together(account, command.enlistment, command.collectors)
    state = account.state
    if command.evidence is not None:
        guards.came_back(account, command.enlistment, command.evidence)
    account.tell(
        events.EvidenceRecorded(
            **account.frame(),
            enlistment=command.enlistment,
            evidence=command.evidence or len(state.evidence) + 1,
            by=account.acting,
            other=state.group if account.acting == state.committee else state.committee,
            kind=command.kind,
            title=command.title,
            text=command.text,
            collectors=command.collectors,
        )
    )
    return account


def confirm_evidence(
    stream: Stream, command: commands.ConfirmEvidence, context: Context
) -> Iterable[Draft]:
    """Confirm that evidence was taken together. Raises `OtherSideConfirms`, `EnlistmentOver`."""
    account = Account(stream, context)
    guards.by_one_of_the_two(account)
    found = guards.to_confirm(account, command.evidence)
    account.tell(
        events.EvidenceConfirmed(
            **account.frame(),
            enlistment=found.enlistment,
            evidence=command.evidence,
            by=account.acting,
        )
    )
    return account


def return_evidence(
    stream: Stream, command: commands.ReturnEvidence, context: Context
) -> Iterable[Draft]:
    """Send back what the other side recorded. Raises `OtherSideConfirms`, `EnlistmentOver`."""
    account = Account(stream, context)
    guards.by_one_of_the_two(account)
    found = guards.to_confirm(account, command.evidence)
    account.tell(
        events.EvidenceReturned(
            **account.frame(),
            enlistment=found.enlistment,
            evidence=command.evidence,
            by=account.acting,
            to=found.by,
            reason=command.reason,
        )
    )
    return account


def end_enlistment(
    stream: Stream, command: commands.EndEnlistment, context: Context
) -> Iterable[Draft]:
    """End the help, also after its last day; the evidence is the group's alone from now on (R 299)."""
    account = Account(stream, context)
    guards.by_group(account, "guided")
    serial = command.enlistment
    guards.enlistment(account, serial)
    evidence = account.state.of(serial, "recorded", "confirmed", "returned")
    account.tell(
        events.EnlistmentEnded(
            **account.frame(),
            enlistment=serial,
            outcome=command.outcome,
            evidence=account.state.of(serial, "confirmed"),
        )
    )
    if evidence:
        account.tell(events.EvidenceClosed(**account.frame(), enlistment=serial))
    return account


def conclude(stream: Stream, _: commands.Conclude, context: Context) -> Iterable[Draft]:
    """Nothing is left. Raises `StillOpen`."""
    account = Account(stream, context)
    guards.by_group(account, "guided")
    guards.settled(account)
    account.tell(events.Concluded(**account.frame()))
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正 (DOMAIN.md §1.12): the guidance, or a finding."""
    account = Account(stream, context)
    guards.by_group(account, "guided", "concluded")
    guards.corrects(account, command)
    account.tell(
        events.Corrected(
            **account.frame(),
            reason=command.reason,
            approved_by=command.approved_by,
            finding=command.finding,
            title=command.title,
            text=command.text,
        )
    )
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: what is owed is withdrawn. Raises `StillOpen` while somebody is enlisted."""
    account = Account(stream, context)
    guards.by_group(account, "guided", "concluded")
    guards.nobody_enlisted(account)
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account
