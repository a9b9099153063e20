"""更正 and 作废: what was recorded wrongly, or should not have been recorded (DOMAIN.md §1.12)."""

from collections.abc import Iterable
from typing import Any

from domain.campaigns import commands, events, guards
from domain.campaigns.account import Account
from domain.campaigns.decisions.planning import settle_assignment
from domain.campaigns.state import LIVE, Campaign, Duty, Measure
from domain.context import Context
from domain.model import Draft
from domain.streams import StreamState

Stream = StreamState[Campaign]


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正: title, basis, or how an object stands on the list. Raises `InvalidField` for nothing.

    Another unit answers for it only while nothing was found or done on it: `FindingsAttached`,
    `MeasuresAttached`; what the one before was told to do is taken back.
    """
    account = Account(stream, context)
    guards.at(account, "planned", "listed", "closed", "looked_back")
    guards.by_organiser(account)
    guards.corrects(command)
    why: dict[str, Any] = {"reason": command.reason, "approved_by": command.approved_by}
    if command.title is not None or command.basis is not None:
        account.tell(
            events.Corrected(**account.frame(), **why, title=command.title, basis=command.basis)
        )
    if command.object is not None and command.line is not None:
        entry = guards.object_at(account, command.object, "listed", "assigned", "screened")
        guards.line_fits(account, command.line, "line")
        if command.line.unit != entry.line.unit:
            guards.nothing_found(account, command.object)
            guards.nothing_done(account, command.object)
            _duty_falls_away(account, command.object, why)
        account.tell(
            events.ObjectCorrected(
                **account.frame(), **why, object=command.object, line=command.line
            )
        )
    return account


def _duty_falls_away(account: Account, key: int, why: dict[str, Any]) -> None:
    for duty in account.state.undone:
        if duty.object == key:
            account.tell(events.DutyWithdrawn(**account.frame(), **why, unit=duty.unit, object=key))


def strike_object(
    stream: Stream, command: commands.StrikeObject, context: Context
) -> Iterable[Draft]:
    """Strike an object off: it does not count. Raises `FindingsAttached` where something was found."""
    account = Account(stream, context)
    guards.at(account, "planned", "listed")
    guards.by_organiser(account)
    entry = guards.object_at(account, command.object, "listed", "assigned", "screened")
    guards.nothing_found(account, command.object)
    account.tell(
        events.ObjectStruck(
            **account.frame(),
            object=command.object,
            reason=command.reason,
            approved_by=command.approved_by,
        )
    )
    if entry.assignment is not None and entry.party is not None:
        settle_assignment(account, entry.assignment, entry.party)
    return account


def annul_finding(
    stream: Stream, command: commands.AnnulFinding, context: Context
) -> Iterable[Draft]:
    """A finding was recorded by mistake: it does not count, nor what came back because of it."""
    account = Account(stream, context)
    guards.at(account, "listed", "closed", "looked_back")
    finding = guards.finding_at(account, command.finding, *LIVE)
    party = guards.by_screener(account, finding.party)
    account.tell(
        events.FindingAnnulled(
            **account.frame(),
            finding=finding.key,
            by=party,
            reason=command.reason,
            approved_by=command.approved_by,
        )
    )
    return account


def correct_recovery(
    stream: Stream, command: commands.CorrectRecovery, context: Context
) -> Iterable[Draft]:
    """更正 of money that came back, by who recorded it.

    Raises `NotYourObject`; `InvalidField` for no such sum, or the same one.
    """
    account = Account(stream, context)
    guards.at(account, "listed", "closed", "looked_back")
    finding = guards.finding_at(account, command.finding, *LIVE)
    party = guards.by_screener(account, finding.party)
    former = guards.recovery_of(finding, command)
    account.tell(
        events.RecoveryCorrected(
            **account.frame(),
            finding=finding.key,
            recovery=command.recovery,
            by=party,
            former=former,
            amount=command.amount,
            reason=command.reason,
            approved_by=command.approved_by,
        )
    )
    return account


def correct_measure(
    stream: Stream, command: commands.CorrectMeasure, context: Context
) -> Iterable[Draft]:
    """更正 of a measure, by who recorded it. Done on another object, it was not done on the first.

    Raises `NotYourRecord`, `NotYourObject`, `InvalidField` for nothing.
    """
    account = Account(stream, context)
    guards.at(account, "listed", "closed", "looked_back")
    found = guards.own_measure(account, command.measure)
    guards.corrects_measure(account, found, command)
    owed = account.state.undone
    account.tell(
        events.MeasureCorrected(
            **_of_measure(account, found) | {"object": command.object or found.object},
            reason=command.reason,
            approved_by=command.approved_by,
            kind=command.kind,
            text=command.text,
            papers=command.papers,
        )
    )
    _owed_otherwise(account, owed)
    return account


def annul_measure(
    stream: Stream, command: commands.AnnulMeasure, context: Context
) -> Iterable[Draft]:
    """作废 of a measure, by who recorded it: what it kept is owed again, unless another kept it too."""
    account = Account(stream, context)
    guards.at(account, "listed", "closed", "looked_back")
    found = guards.own_measure(account, command.measure)
    owed = account.state.undone
    account.tell(
        events.MeasureAnnulled(
            **_of_measure(account, found), reason=command.reason, approved_by=command.approved_by
        )
    )
    _owed_otherwise(account, owed)
    return account


def _of_measure(account: Account, found: Measure) -> dict[str, Any]:
    return {
        **account.frame(),
        "measure": found.key,
        "object": found.object,
        "unit": guards.unit_of(account.state.objects[found.object]),
        "by": account.acting,
        "responsibility": found.responsibility,
    }


def _owed_otherwise(account: Account, before: tuple[Duty, ...]) -> None:
    """Say which duties of units are kept now, and which are not any more."""
    now = account.state.undone
    for duty in before:
        if duty not in now:
            account.tell(
                events.DutyMet(
                    **account.frame(),
                    unit=duty.unit,
                    object=duty.object,
                    responsibility="principal",
                )
            )
    for duty in now:
        if duty not in before:
            account.tell(
                events.DutyReopened(
                    **account.frame(),
                    unit=duty.unit,
                    object=duty.object,
                    task=duty.task,
                    due=duty.due,
                )
            )


def correct_system(
    stream: Stream, command: commands.CorrectSystem, context: Context
) -> Iterable[Draft]:
    """更正 of a new rule, by who told of it. Raises `NotYourRecord`, `InvalidField` for nothing."""
    account = Account(stream, context)
    guards.at(account, "listed", "closed", "looked_back")
    found = guards.own_system(account, command.system)
    guards.corrects_system(command)
    account.tell(
        events.SystemCorrected(
            **account.frame(),
            system=found.key,
            unit=found.unit,
            by=account.acting,
            reason=command.reason,
            approved_by=command.approved_by,
            title=command.title,
            adopted=command.adopted,
            number=command.number,
            paper=command.paper,
        )
    )
    return account


def annul_system(
    stream: Stream, command: commands.AnnulSystem, context: Context
) -> Iterable[Draft]:
    """作废 of a new rule, by who told of it: it does not count."""
    account = Account(stream, context)
    guards.at(account, "listed", "closed", "looked_back")
    found = guards.own_system(account, command.system)
    account.tell(
        events.SystemAnnulled(
            **account.frame(),
            system=found.key,
            unit=found.unit,
            by=account.acting,
            reason=command.reason,
            approved_by=command.approved_by,
        )
    )
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: the whole campaign was entered by mistake; what is owed is withdrawn."""
    account = Account(stream, context)
    guards.at(account, "planned", "listed", "closed", "looked_back")
    guards.by_organiser(account)
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account
