"""Reporters, corrections and annulment: the decisions.

Basis: a real-name reporter is told within 15 working days that it was accepted, and within 15 how it
ended (R 209); who reported is strictly secret (R 299, RC 47).
"""

from collections.abc import Iterable
from typing import Final

from domain.account import invalid
from domain.complaints import commands, errors, events, guards
from domain.complaints.state import STAGE_NAMES, Complaint, Stage
from domain.context import Context
from domain.model import Draft
from domain.streams import StreamState

Stream = StreamState[Complaint]

ENTERED: Final = tuple(stage for stage in STAGE_NAMES if stage not in ("new", "annulled"))
"""Whatever was entered and counts can be put right."""

_TELLING: dict[commands.Notice, tuple[Stage, ...]] = {
    "accepted": ("accepted", "handed_over", "handling", "concluded", "returned", "closed"),
    "result": ("concluded", "returned", "closed"),
}
"""When a reporter can be told what."""


def notify_reporter(
    stream: Stream, command: commands.NotifyReporter, context: Context
) -> Iterable[Draft]:
    """Tell the real-name reporter, once each; anew after a re-check (R 209). Raises `NobodyToTell`."""
    account = guards.known(stream, context)
    guards.may_know(account)
    if not account.state.real_name or command.notice in account.state.told:
        raise errors.NobodyToTell
    guards.at(account, *_TELLING[command.notice])
    account.tell(
        events.ReporterNotified(
            **account.kept(), by=account.acting, notice=command.notice, lead=account.state.leads
        )
    )
    return account


def grant_reporter_access(
    stream: Stream, command: commands.GrantReporterAccess, context: Context
) -> Iterable[Draft]:
    """Let the handlers of the handling party know who reported, until a day, by approval (RC 47)."""
    account = guards.known(stream, context)
    guards.by_keeper(account, *guards.CONFIDING)
    guards.at(account, "handling", "concluded", "returned", "closed")
    handler = account.state.handling_party
    if handler is None or account.state.reporter is None:
        raise errors.NobodyToTell
    if command.until < context.occurred.date:
        raise invalid("until", "早于今日", "it lies before today")
    account.tell(
        events.ReporterAccessGranted(
            **account.kept(),
            to_party=handler,
            approved_by=command.approved_by,
            reason=command.reason,
            until=command.until,
        )
    )
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正: what was entered wrongly, or the day of an earlier event; due dates follow (DOMAIN.md §1.12)."""
    account = guards.known(stream, context)
    guards.at(account, *ENTERED)
    guards.by_keeper(account)
    guards.corrects(account, command, version=stream.version)
    account.tell(
        events.Corrected(
            **account.frame(),
            reason=command.reason,
            approved_by=command.approved_by,
            about=command.about,
            content=command.content,
            version=command.version,
            happened=command.happened,
        )
    )
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: its number is kept (DOMAIN.md §1.15), what is owed is withdrawn."""
    account = guards.known(stream, context)
    guards.at(account, *ENTERED)
    guards.by_keeper(account)
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account
