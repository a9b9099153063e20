"""Screening objects one by one, and what comes of a finding: the decisions."""

from collections.abc import Iterable

from domain.campaigns import commands, errors, events, guards
from domain.campaigns.account import Account
from domain.campaigns.decisions.planning import join, settle_assignment
from domain.campaigns.state import LIVE, Campaign, Finding
from domain.context import Context
from domain.ids import CaseTag, PartyId
from domain.model import Draft
from domain.streams import StreamState

Stream = StreamState[Campaign]


def screen(stream: Stream, command: commands.Screen, context: Context) -> Iterable[Draft]:
    """逐个过筛: one object, by the party that has it; each finding is then settled by itself.

    Raises `NotYourObject`, `WrongState` for an object that was screened.
    """
    account = Account(stream, context)
    guards.at(account, "listed")
    entry = guards.object_at(account, command.object, "assigned")
    party = guards.by_screener(account, entry.party)
    account.tell(
        events.Screened(
            **account.frame(),
            object=command.object,
            by=party,
            screened_by=context.actor,
            findings=len(command.findings),
            note=command.note,
        )
    )
    for found in command.findings:
        account.tell(
            events.Found(
                **account.frame(),
                finding=account.state.findings.next_key,
                object=command.object,
                by=party,
                text=found.text,
                place=found.place,
                photos=found.photos,
            )
        )
    if entry.assignment is not None:
        settle_assignment(account, entry.assignment, party)
    return account


def return_screening(
    stream: Stream, command: commands.ReturnScreening, context: Context
) -> Iterable[Draft]:
    """Have an object screened again; what was found on it stays."""
    account = Account(stream, context)
    guards.at(account, "listed")
    guards.by_organiser(account)
    entry = guards.object_at(account, command.object, "screened")
    account.tell(
        events.ScreeningReturned(
            **account.frame(),
            object=command.object,
            by=_screener(entry.party, account),
            reason=command.reason,
        )
    )
    return account


def _screener(party: PartyId | None, account: Account) -> PartyId:
    """Who screens: nothing is screened or found that nobody has."""
    return account.state.organiser if party is None else party


def settle_finding(
    stream: Stream, command: commands.SettleFinding, context: Context
) -> Iterable[Draft]:
    """Say what came of a finding. Raises `NotFound` for a matter that is not the party's to know."""
    account = Account(stream, context)
    finding, party = _own_finding(account, command.finding, "open")
    guards.outcome_fits(account, command)
    lead = command.matter if command.outcome == "lead" else None
    account.tell(
        events.FindingSettled(
            **account.frame(),
            finding=finding.key,
            by=party,
            outcome=command.outcome,
            matter=command.matter,
            rule=command.rule,
            reason=command.reason,
        ),
        case=None if lead is None else CaseTag(lead),
    )
    return account


def _own_finding(account: Account, key: int, *stages: str) -> tuple[Finding, PartyId]:
    guards.at(account, "listed")
    finding = guards.finding_at(account, key, *stages)
    return finding, guards.by_screener(account, finding.party)


def ask_correction(
    stream: Stream, command: commands.AskCorrection, context: Context
) -> Iterable[Draft]:
    """督促整改: have the unit that answers for the object put it right (mechanisms 26, 30)."""
    account = Account(stream, context)
    finding, party = _own_finding(account, command.finding, "open")
    guards.day_ahead(account, command.due, "due")
    unit = guards.unit_of(account.state.objects[finding.object])
    join(account, unit, "unit")
    account.tell(
        events.CorrectionAsked(
            **account.frame(),
            finding=finding.key,
            object=finding.object,
            by=party,
            unit=unit,
            text=command.text,
            due=command.due,
        )
    )
    return account


def report_correction(
    stream: Stream, command: commands.ReportCorrection, context: Context
) -> Iterable[Draft]:
    """The unit says what it put right. Raises `NotYourObject` for another party."""
    account = Account(stream, context)
    guards.at(account, "listed")
    finding = guards.finding_at(account, command.finding, "asked", "returned")
    unit = guards.unit_of(account.state.objects[finding.object])
    if account.acting != unit:
        raise errors.NotYourObject(party=account.acting)
    account.tell(
        events.CorrectionReported(
            **account.frame(),
            finding=finding.key,
            by=_screener(finding.party, account),
            unit=unit,
            text=command.text,
            papers=command.papers,
        )
    )
    return account


def return_correction(
    stream: Stream, command: commands.ReturnCorrection, context: Context
) -> Iterable[Draft]:
    """It is not put right yet: the unit owes a better one."""
    account = Account(stream, context)
    finding, party = _own_finding(account, command.finding, "answered")
    unit = guards.unit_of(account.state.objects[finding.object])
    account.tell(
        events.CorrectionReturned(
            **account.frame(), finding=finding.key, by=party, unit=unit, reason=command.reason
        )
    )
    return account


def verify_correction(
    stream: Stream, command: commands.VerifyCorrection, context: Context
) -> Iterable[Draft]:
    """A second body verifies: the one that screened, which is never the unit itself."""
    account = Account(stream, context)
    finding, party = _own_finding(account, command.finding, "answered")
    unit = guards.unit_of(account.state.objects[finding.object])
    account.tell(
        events.CorrectionVerified(
            **account.frame(),
            finding=finding.key,
            by=party,
            unit=unit,
            note=command.note,
            photos=command.photos,
        )
    )
    return account


def record_recovery(
    stream: Stream, command: commands.RecordRecovery, context: Context
) -> Iterable[Draft]:
    """挽回损失: money that came back because of a finding (mechanism 12)."""
    account = Account(stream, context)
    guards.at(account, "listed", "closed", "looked_back")
    finding = guards.finding_at(account, command.finding, *LIVE)
    party = guards.by_screener(account, finding.party)
    account.tell(
        events.RecoveryRecorded(
            **account.frame(),
            finding=finding.key,
            recovery=len(finding.recovered) + 1,
            by=party,
            amount=command.amount,
            voucher=command.voucher,
        )
    )
    return account
