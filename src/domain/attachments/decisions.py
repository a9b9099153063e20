"""What follows from each action on an attachment, or why it is refused.

Basis: electronic data are taken with a list, their format and an integrity check value (R 153), what is
taken over is logged, borrowing and return recorded (R 160-161), scans of signed papers stand for acts
done on paper (DOMAIN.md §1.11, §1.13). Who reads is who reads that part of the matter (R 299).
"""

from collections.abc import Iterable

from domain.attachments import commands, errors, guards
from domain.attachments.account import Account, account_of
from domain.attachments.events import (
    Added,
    Annulled,
    Corrected,
    DamageFound,
    DamageMended,
    GivenBack,
    HandedOver,
    Received,
    ReturnAsked,
    SentBack,
    Withdrawn,
)
from domain.attachments.guards import Matter
from domain.attachments.state import Attachment
from domain.context import Context
from domain.model import Draft


def add(matter: Matter, command: commands.Add, context: Context) -> Iterable[Draft]:
    """Attach an uploaded file to a part of the matter. The original, if any, is with who attaches it."""
    account = guards.to_attach(matter, command, context)
    account.tell(
        Added,
        by=account.acting,
        kind=command.kind,
        name=command.name,
        digest=command.digest,
        size=command.size,
        media_type=command.media_type,
        stored=command.stored,
        sealing=command.sealing,
        original=command.original,
        case=command.case,
        replaces=command.replaces,
    )
    return account


def withdraw(matter: Matter, command: commands.Withdraw, context: Context) -> Iterable[Draft]:
    """Take it back; its record stays."""
    it, account = guards.attachment(matter, command.attachment, context)
    guards.by_party(account, it)
    guards.settled(account, it)
    account.tell(Withdrawn, by=account.acting, reason=command.reason)
    return account


def correct(matter: Matter, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正 (DOMAIN.md §1.12): what is said about the file; the file itself never changes."""
    it, account = guards.attachment(matter, command.attachment, context)
    guards.by_party(account, it)
    guards.corrects(command)
    account.tell(
        Corrected,
        by=account.acting,
        reason=command.reason,
        approved_by=command.approved_by,
        kind=command.kind,
        name=command.name,
        original=command.original,
    )
    return account


def annul(matter: Matter, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: attached by mistake; the record stays visible, the file is read no more."""
    it, account = guards.attachment(matter, command.attachment, context)
    guards.by_party(account, it)
    guards.settled(account, it)
    account.tell(
        Annulled, by=account.acting, reason=command.reason, approved_by=command.approved_by
    )
    return account


def hand_over(matter: Matter, command: commands.HandOver, context: Context) -> Iterable[Draft]:
    """Give the original to another party concerned with it, which is to sign for it."""
    it, account = guards.attachment(matter, command.attachment, context)
    guards.holds(account, it)
    guards.goes_to(account, it, command)
    account.tell(
        HandedOver,
        serial=it.handed_over + 1,
        by=account.acting,
        to=command.to,
        purpose=command.purpose,
        return_by=command.return_by,
    )
    return account


def receive(matter: Matter, command: commands.Receive, context: Context) -> Iterable[Draft]:
    """Sign for the original. From now on it is owed back, or it is back where it was owed to."""
    it, account = guards.attachment(matter, command.attachment, context)
    handed_by = guards.awaited(account, it)
    account.tell(Received, serial=it.handed_over, by=account.acting, handed_by=handed_by)
    if it.owed is not None and it.owed.by == account.acting:
        account.tell(GivenBack, by=handed_by, to=account.acting)
    if it.passing is not None and it.passing.return_by is not None:
        account.tell(ReturnAsked, by=handed_by, to=account.acting, due=it.passing.return_by)
    return account


def send_back(matter: Matter, command: commands.SendBack, context: Context) -> Iterable[Draft]:
    """Refuse the original: it stays with who handed it over."""
    it, account = guards.attachment(matter, command.attachment, context)
    handed_by = guards.awaited(account, it)
    account.tell(
        SentBack,
        serial=it.handed_over,
        by=account.acting,
        handed_by=handed_by,
        reason=command.reason,
    )
    return account


def note_damage(matter: Matter, command: commands.NoteDamage, context: Context) -> Iterable[Draft]:
    """Put on record that the store lost or altered it; once, until it is mended."""
    it, account = _known(matter, command, context)
    if it.damage is None:
        account.tell(DamageFound, serial=it.damaged + 1, fault=command.fault)
    return account


def note_mended(matter: Matter, command: commands.NoteMended, context: Context) -> Iterable[Draft]:
    """Put on record that the store holds again what was attached."""
    it, account = _known(matter, command, context)
    if it.damage is not None:
        account.tell(DamageMended, serial=it.damaged)
    return account


def _known(
    matter: Matter, command: commands.OfAttachment, context: Context
) -> tuple[Attachment, Account]:
    """Any attachment of the matter, for processes that look after the store."""
    it = matter.attachments.get(command.attachment)
    if it is None:
        raise errors.NoSuchAttachment(attachment=command.attachment)
    return it, account_of(matter, command.attachment, it, context)
