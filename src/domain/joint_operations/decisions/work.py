"""Sharing out the work, what came of it, and the end: the decisions."""

from collections.abc import Iterable

from domain.context import Context
from domain.joint_operations import commands, events, guards
from domain.joint_operations.decisions.lending import end_all
from domain.joint_operations.state import JointOperation
from domain.model import Draft
from domain.streams import StreamState

Stream = StreamState[JointOperation]

CONCLUDED = "联动结束 the operation was concluded"
"""Why whoever is still lent goes home at the end."""


def assign_share(
    stream: Stream, command: commands.AssignShare, context: Context
) -> Iterable[Draft]:
    """Give a member its share (分工), one at a time. Raises `NotAMember`, `WrongState`."""
    account = guards.known(stream, context)
    guards.at(account, "open")
    guards.by_lead_body(account)
    guards.a_member(account, command.party)
    guards.share_at(account, command.party, "none", "accepted")
    guards.ahead(account, command.due, "due")
    account.tell(
        events.ShareAssigned(
            **account.frame(), to=command.party, text=command.text, due=command.due
        )
    )
    return account


def report_share(
    stream: Stream, command: commands.ReportShare, context: Context
) -> Iterable[Draft]:
    """Report the own share as done, also anew after it came back."""
    account = guards.known(stream, context)
    guards.at(account, "open")
    guards.a_member(account, account.acting)
    guards.share_at(account, account.acting, "asked", "returned")
    account.tell(events.ShareReported(**account.frame(), by=account.acting, text=command.text))
    return account


def return_share(
    stream: Stream, command: commands.ReturnShare, context: Context
) -> Iterable[Draft]:
    """Find a report insufficient: the share stays owed."""
    account = guards.known(stream, context)
    guards.at(account, "open")
    guards.by_lead_body(account)
    guards.share_at(account, command.party, "answered")
    account.tell(events.ShareReturned(**account.frame(), by=command.party, reason=command.reason))
    return account


def accept_share(
    stream: Stream, command: commands.AcceptShare, context: Context
) -> Iterable[Draft]:
    """Take a share as done."""
    account = guards.known(stream, context)
    guards.at(account, "open")
    guards.by_lead_body(account)
    guards.share_at(account, command.party, "answered")
    account.tell(events.ShareAccepted(**account.frame(), by=command.party))
    return account


def record_result(
    stream: Stream, command: commands.RecordResult, context: Context
) -> Iterable[Draft]:
    """Record what came of it; any member does (成果联享)."""
    account = guards.known(stream, context)
    guards.at(account, "open")
    guards.a_member(account, account.acting)
    guards.result_fits(account, command)
    account.tell(
        events.ResultRecorded(
            **account.frame(),
            result=account.state.results + 1,
            by=account.acting,
            kind=command.kind,
            text=command.text,
            reference=command.reference,
            amount=command.amount,
        )
    )
    return account


def prolong(stream: Stream, command: commands.Prolong, context: Context) -> Iterable[Draft]:
    """Let it last longer; a leader approved. Earlier last days stay visible."""
    account = guards.known(stream, context)
    guards.at(account, "open")
    guards.by_lead_body(account)
    guards.later(account, command.until)
    account.tell(
        events.Prolonged(
            **account.frame(),
            until=command.until,
            reason=command.reason,
            approved_by=command.approved_by,
        )
    )
    return account


def conclude(stream: Stream, command: commands.Conclude, context: Context) -> Iterable[Draft]:
    """Close it. Every share is settled, and whoever is still lent goes home.

    Raises `SharesOpen`, and `NotAdjudicatedYet` while a case adjudicated together is not deliberated.
    """
    account = guards.known(stream, context)
    guards.at(account, "open")
    guards.by_lead_body(account)
    guards.shares_settled(account)
    guards.adjudicated(account)
    homeward = end_all(account, CONCLUDED)
    account.tell(events.Concluded(**account.frame(), outcome=command.outcome))
    return (*account, *homeward)


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正 (DOMAIN.md §1.12). Raises `InvalidField` where nothing is corrected."""
    account = guards.known(stream, context)
    guards.at(account, "proposed", "returned", "approved", "open", "concluded")
    guards.by_those_who_run_it(account)
    guards.corrects(command)
    account.tell(
        events.Corrected(
            **account.frame(),
            reason=command.reason,
            approved_by=command.approved_by,
            title=command.title,
            plan=command.plan,
        )
    )
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: a number is kept, what is owed is withdrawn, whoever is lent goes home."""
    account = guards.known(stream, context)
    guards.at(account, "proposed", "returned", "approved", "open", "concluded")
    guards.by_those_who_run_it(account)
    homeward = end_all(account, command.reason)
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return (*account, *homeward)
