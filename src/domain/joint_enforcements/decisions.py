"""What follows from each action in a joint enforcement, or why it is refused.

Basis: 与驻在单位党委(党组)联合监督执纪 (mechanism 8): a plan, shares that each takes, a result; the
Party group sees only what is released to it. State investigation stays with the group (RS 18-21).
"""

from collections.abc import Iterable
from typing import Any

from domain.context import Context
from domain.joint_enforcements import commands, events, guards
from domain.joint_enforcements.account import Account
from domain.joint_enforcements.state import JointEnforcement
from domain.model import Draft
from domain.streams import StreamState

Stream = StreamState[JointEnforcement]


def plan(stream: Stream, command: commands.Plan, context: Context) -> Iterable[Draft]:
    """Plan it under the group's next number, and ask each partner to join."""
    account = Account(stream, context)
    guards.may_plan(account, command)
    year = context.occurred.date.year
    account.tell(
        events.Planned(
            **account.plain(),
            number=context.jurisdiction.next_number(account.acting, "joint_enforcement", year),
            head=account.acting,
            title=command.title,
            partners=command.partners,
            begins=command.begins,
            ends=command.ends,
        )
    )
    account.tell(events.PlanWritten(**account.frame(), text=command.text))
    for partner in command.partners:
        account.tell(events.PartnerAsked(**account.frame(), partner=partner))
    return account


def agree(stream: Stream, _: commands.Agree, context: Context) -> Iterable[Draft]:
    """Join, once asked."""
    account = Account(stream, context)
    guards.joining(account)
    guards.at(account, "planned")
    account.tell(events.Agreed(**account.frame(), partner=account.acting))
    return account


def decline(stream: Stream, command: commands.Decline, context: Context) -> Iterable[Draft]:
    """Do not join; the reason is told."""
    account = Account(stream, context)
    guards.joining(account)
    guards.at(account, "planned")
    account.tell(events.Declined(**account.frame(), partner=account.acting, reason=command.reason))
    return account


def assign_share(
    stream: Stream, command: commands.AssignShare, context: Context
) -> Iterable[Draft]:
    """Give a share to who takes part. Raises `NotJoined`."""
    account = Account(stream, context)
    guards.by_head(account)
    guards.at(account, "planned")
    guards.joined(account, command.owner)
    guards.ahead(account, command.due)
    account.tell(
        events.ShareAssigned(
            **account.frame(),
            share=len(account.state.shares) + 1,
            owner=command.owner,
            text=command.text,
            due=command.due,
        )
    )
    return account


def report_share(
    stream: Stream, command: commands.ReportShare, context: Context
) -> Iterable[Draft]:
    """Report one's own share, also anew after it came back. Raises `NotItsShare`."""
    account = Account(stream, context)
    share = guards.own_share(account, command.share)
    guards.at(account, "planned")
    guards.share_at(account, share, "assigned", "returned")
    account.tell(
        events.ShareReported(
            **account.share(command.share),
            text=command.text,
            problems=command.problems,
            handled=command.handled,
        )
    )
    return account


def return_share(
    stream: Stream, command: commands.ReturnShare, context: Context
) -> Iterable[Draft]:
    """Send a report back; a better one is owed by a new day."""
    account = Account(stream, context)
    guards.by_head(account)
    guards.at(account, "planned")
    guards.share_at(account, guards.share(account, command.share), "reported")
    guards.ahead(account, command.due)
    account.tell(
        events.ShareReturned(**account.share(command.share), reason=command.reason, due=command.due)
    )
    return account


def accept_share(
    stream: Stream, command: commands.AcceptShare, context: Context
) -> Iterable[Draft]:
    """Take a report as sufficient."""
    account = Account(stream, context)
    guards.by_head(account)
    guards.at(account, "planned")
    guards.share_at(account, guards.share(account, command.share), "reported")
    account.tell(events.ShareAccepted(**account.share(command.share)))
    return account


def release_share(
    stream: Stream, command: commands.ReleaseShare, context: Context
) -> Iterable[Draft]:
    """Let a partner read an accepted share, with reason and approver (R 299)."""
    account = Account(stream, context)
    guards.by_head(account)
    guards.at(account, "planned", "concluded")
    guards.share_at(account, guards.share(account, command.share), "accepted")
    guards.joined(account, command.to)
    account.tell(
        events.ShareReleased(
            **account.share(command.share),
            to=command.to,
            reason=command.reason,
            approved_by=command.approved_by,
        )
    )
    return account


def conclude(stream: Stream, command: commands.Conclude, context: Context) -> Iterable[Draft]:
    """Conclude it: the figures are counted from the shares. Raises `SharesOpen`."""
    account = Account(stream, context)
    guards.by_head(account)
    guards.at(account, "planned")
    guards.shares_done(account)
    state = account.state
    account.tell(
        events.ResultRecorded(
            **account.frame(),
            text=command.text,
            shares=len(state.shares),
            problems=state.problems,
            handled=state.handled,
        )
    )
    account.tell(events.Concluded(**account.frame()))
    return account


def release_result(
    stream: Stream, command: commands.ReleaseResult, context: Context
) -> Iterable[Draft]:
    """Let a partner read the result, with reason and approver."""
    account = Account(stream, context)
    guards.by_head(account)
    guards.at(account, "concluded")
    guards.joined(account, command.to)
    account.tell(
        events.ResultReleased(
            **account.frame(),
            to=command.to,
            reason=command.reason,
            approved_by=command.approved_by,
        )
    )
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正 (DOMAIN.md §1.12): title or figures, before it is concluded."""
    account = Account(stream, context)
    guards.by_head(account)
    guards.at(account, "planned")
    guards.corrects(account, command)
    why: dict[str, Any] = {"reason": command.reason, "approved_by": command.approved_by}
    if command.title is not None:
        account.tell(events.Corrected(**account.frame(), **why, title=command.title))
    if command.share is not None:
        share, fields = account.state.shares[command.share - 1], account.share(command.share)
        problems = share.problems if command.problems is None else command.problems
        handled = share.handled if command.handled is None else command.handled
        account.tell(events.ShareCorrected(**fields, **why, problems=problems, handled=handled))
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: the number is kept (DOMAIN.md §1.15), what is owed is withdrawn."""
    account = Account(stream, context)
    guards.by_head(account)
    guards.at(account, "planned", "concluded")
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account
