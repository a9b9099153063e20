"""Sharing, consulting and verifying together (信息共享、问题共商、核实联动): the decisions."""

from collections.abc import Iterable

from domain.context import Context
from domain.errors import NotFound
from domain.ids import family_of
from domain.inspection_links import commands, errors, events, guards
from domain.inspection_links.account import Account
from domain.inspection_links.state import InspectionLink
from domain.model import Draft
from domain.streams import StreamState

Stream = StreamState[InspectionLink]


def share(stream: Stream, command: commands.Share, context: Context) -> Iterable[Draft]:
    """Share information with the other side; it is to sign for it."""
    account = _within(stream, context)
    account.tell(
        events.InformationShared(
            **account.frame(),
            share=len(account.state.shares) + 1,
            by=account.acting,
            to=account.state.other(account.acting),
            title=command.title,
            text=command.text,
        )
    )
    return account


def _within(stream: Stream, context: Context) -> Account:
    """The account of a link in its round, for one of its two sides."""
    account = Account(stream, context)
    guards.at(account, "open")
    guards.by_a_side(account)
    guards.in_the_round(account)
    return account


def receive(stream: Stream, command: commands.Receive, context: Context) -> Iterable[Draft]:
    """Sign for what was shared, once."""
    account = Account(stream, context)
    guards.at(account, "open")
    guards.step(account, account.state.shares, command.share, "sent")
    account.tell(
        events.InformationReceived(**account.frame(), share=command.share, by=account.acting)
    )
    return account


def record_consultation(
    stream: Stream, command: commands.RecordConsultation, context: Context
) -> Iterable[Draft]:
    """Record what both sides agreed; a meeting that was held formally is named by its stream.

    Raises `NotFound` for a meeting that the acting party has nothing to do with.
    """
    account = _within(stream, context)
    meeting = command.consultation
    if meeting is not None:
        known = family_of(meeting) == "consultation" and context.streams[meeting].insiders
        if not known or account.acting not in known:
            raise NotFound(stream=meeting)
    account.tell(
        events.ConsultationRecorded(
            **account.frame(),
            by=account.acting,
            title=command.title,
            agreed=command.agreed,
            consultation=meeting,
        )
    )
    return account


def plan_verification(
    stream: Stream, command: commands.PlanVerification, context: Context
) -> Iterable[Draft]:
    """Plan to verify something together; one side reports, the other confirms."""
    account = _within(stream, context)
    guards.within_the_round(account, command.due)
    if command.reporter not in account.state.sides:
        raise errors.NotForThisSide(wanted=account.state.team, party=command.reporter)
    account.tell(
        events.VerificationPlanned(
            **account.frame(),
            verification=len(account.state.verifications) + 1,
            subject=command.subject,
            reporter=command.reporter,
            other=account.state.other(command.reporter),
            due=command.due,
        )
    )
    return account


def report_verification(
    stream: Stream, command: commands.ReportVerification, context: Context
) -> Iterable[Draft]:
    """Report what was found."""
    account = Account(stream, context)
    guards.at(account, "open")
    guards.step(account, account.state.verifications, command.verification, "planned")
    account.tell(
        events.VerificationReported(
            **account.frame(),
            verification=command.verification,
            reporter=account.acting,
            other=account.state.other(account.acting),
            result=command.result,
        )
    )
    return account


def confirm_verification(
    stream: Stream, command: commands.ConfirmVerification, context: Context
) -> Iterable[Draft]:
    """The other side confirms that it was found together."""
    account = Account(stream, context)
    guards.at(account, "open")
    guards.step(account, account.state.verifications, command.verification, "reported")
    account.tell(
        events.VerificationConfirmed(
            **account.frame(), verification=command.verification, by=account.acting
        )
    )
    return account
