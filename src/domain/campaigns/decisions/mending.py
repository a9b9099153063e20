"""更正 and 作废: what was recorded wrongly, or should not have been recorded (DOMAIN.md §1.12)."""

from collections.abc import Iterable
from typing import Any

from domain.campaigns import commands, events, guards
from domain.campaigns.account import Account
from domain.campaigns.decisions.planning import settle_assignment
from domain.campaigns.state import LIVE, Campaign
from domain.context import Context
from domain.model import Draft
from domain.streams import StreamState

Stream = StreamState[Campaign]


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正: title, basis, or how an object stands on the list. Raises `InvalidField` for nothing.

    Another unit answers for it only while nothing was found on it: `FindingsAttached`.
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
        account.tell(
            events.ObjectCorrected(
                **account.frame(), **why, object=command.object, line=command.line
            )
        )
    return account


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


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: the whole campaign was entered by mistake; what is owed is withdrawn."""
    account = Account(stream, context)
    guards.at(account, "planned", "listed", "closed", "looked_back")
    guards.by_organiser(account)
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account
