"""Sharing, consulting and verifying together (信息共享、问题共商、核实联动): the decisions."""

from collections.abc import Iterable
from typing import Any

from domain.context import Context
from domain.errors import NotFound
from domain.ids import family_of
from domain.inspection_links import commands, errors, events, guards
from domain.inspection_links.account import Account
from domain.inspection_links.state import InspectionLink, StepStage
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
    """Record what both sides agreed, for the other to confirm; a formal meeting is named by its stream.

    Raises `NotFound` for a meeting that the acting party has nothing to do with.
    """
    account = _within(stream, context)
    serial = len(account.state.consultations) + 1
    account.tell(events.ConsultationRecorded(**_agreed(account, command), record=serial))
    return account


def _agreed(
    account: Account, command: commands.RecordConsultation | commands.CorrectConsultation
) -> dict[str, Any]:
    """What the acting side says was agreed, and whom with."""
    meeting = command.consultation
    if meeting is not None:
        known = family_of(meeting) == "consultation" and account.context.streams[meeting].insiders
        if not known or account.acting not in known:
            raise NotFound(stream=meeting)
    return {
        **account.frame(),
        "by": account.acting,
        "other": account.state.other(account.acting),
        "title": command.title,
        "agreed": command.agreed,
        "consultation": meeting,
    }


def confirm_consultation(
    stream: Stream, command: commands.ConfirmConsultation, context: Context
) -> Iterable[Draft]:
    """The other side confirms that this was agreed: it counts from now on, and stays as it is."""
    account = _consulted(stream, command.record, context)
    account.tell(
        events.ConsultationConfirmed(**account.frame(), record=command.record, by=account.acting)
    )
    return account


def return_consultation(
    stream: Stream, command: commands.ReturnConsultation, context: Context
) -> Iterable[Draft]:
    """The other side sends it back: who recorded it is to correct it."""
    account = _consulted(stream, command.record, context)
    back = _sent_back(account, command.reason)
    account.tell(events.ConsultationReturned(**back, record=command.record))
    return account


def _consulted(stream: Stream, record: int, context: Context) -> Account:
    """What was consulted on, for the other side to judge."""
    account = Account(stream, context)
    guards.at(account, "open")
    guards.step(account, account.state.consultations, record, "held")
    return account


def _sent_back(account: Account, reason: str) -> dict[str, Any]:
    """Which side sends something back to which, and why."""
    by = account.acting
    return {
        **account.frame(),
        "by": by,
        "other": account.state.other(by),
        "reason": reason,
    }


def correct_consultation(
    stream: Stream, command: commands.CorrectConsultation, context: Context
) -> Iterable[Draft]:
    """Who recorded it says it anew, also before it came back; the other side has its days again."""
    account = Account(stream, context)
    guards.at(account, "open")
    guards.recorded_by_itself(account, command.record)
    agreed = _agreed(account, command)
    account.tell(events.ConsultationCorrected(**agreed, record=command.record))
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
    """Report what was found, also anew after the report came back."""
    account = _verified(stream, command.verification, context, "planned", "returned")
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
    account = _verified(stream, command.verification, context, "reported")
    account.tell(
        events.VerificationConfirmed(
            **account.frame(), verification=command.verification, by=account.acting
        )
    )
    return account


def return_verification(
    stream: Stream, command: commands.ReturnVerification, context: Context
) -> Iterable[Draft]:
    """The other side sends the report back: who made it is to report anew."""
    account = _verified(stream, command.verification, context, "reported")
    back = _sent_back(account, command.reason)
    account.tell(events.VerificationReturned(**back, verification=command.verification))
    return account


def _verified(stream: Stream, verification: int, context: Context, *stages: StepStage) -> Account:
    """A joint verification in one of these stages, for the side whose step it is."""
    account = Account(stream, context)
    guards.at(account, "open")
    guards.step(account, account.state.verifications, verification, *stages)
    return account
