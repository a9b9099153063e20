"""What follows from each action on a dossier, or why it is refused.

Basis: the groups collect the situation of their host units regularly, so as to know them whole: a
«dossier» for daily supervision (资料库; DOMAIN.md §5 mechanism 4). How often each section has to be gone
through stands in the scheme.
"""

from collections.abc import Iterable

from domain.context import Context
from domain.dossiers import commands, events, guards
from domain.dossiers.account import Account
from domain.dossiers.commands import SECTIONS
from domain.dossiers.state import Dossier
from domain.model import Draft
from domain.oversight import stationed_at
from domain.streams import StreamState

Stream = StreamState[Dossier]


def open_(stream: Stream, command: commands.Open, context: Context) -> Iterable[Draft]:
    """Begin the dossier of a unit; each of its sections is to be filled from now on.

    Raises `UnknownParty`, `InvalidField`, `NotStationedThere`.
    """
    account = Account(stream, context)
    stationed_at(account, command.unit)
    account.tell(events.Opened(**account.plain(), unit=command.unit, group=account.acting))
    for section in SECTIONS:
        account.tell(events.SectionOpened(**account.frame(), section=section))
    return account


def record(stream: Stream, command: commands.Record, context: Context) -> Iterable[Draft]:
    """Add a fact with its source and its day."""
    account = Account(stream, context)
    guards.by_keeper(account)
    guards.person_fits(command.section, command.person)
    guards.not_ahead(account, command.stated_on)
    account.tell(
        events.FactRecorded(
            **account.frame(),
            section=command.section,
            fact=len(account.state.facts) + 1,
            text=command.text,
            source=command.source,
            stated_on=command.stated_on,
            person=command.person,
            paper=command.paper,
        )
    )
    if command.person is not None:
        account.awaits_talk(len(account.state.facts))
    return account


def revise(stream: Stream, command: commands.Revise, context: Context) -> Iterable[Draft]:
    """Put another fact in its place; the one before is never overwritten."""
    account = Account(stream, context)
    guards.by_keeper(account)
    fact = guards.standing(account, command.fact)
    guards.person_fits(fact.section, command.person)
    guards.not_behind(account, fact, command.stated_on)
    account.tell(
        events.FactRevised(
            **account.frame(),
            section=fact.section,
            fact=command.fact,
            text=command.text,
            source=command.source,
            stated_on=command.stated_on,
            person=command.person,
            paper=command.paper,
        )
    )
    if account.state.facts[command.fact - 1].awaits != fact.awaits:
        account.awaits_talk(command.fact)
    return account


def withdraw(stream: Stream, command: commands.Withdraw, context: Context) -> Iterable[Draft]:
    """Take a fact out of the portrait; it stays on record."""
    account = Account(stream, context)
    guards.by_keeper(account)
    fact = guards.standing(account, command.fact)
    guards.not_behind(account, fact, command.stated_on)
    account.tell(
        events.FactWithdrawn(
            **account.frame(),
            section=fact.section,
            fact=command.fact,
            reason=command.reason,
            source=command.source,
            stated_on=command.stated_on,
        )
    )
    return account


def refresh(stream: Stream, command: commands.Refresh, context: Context) -> Iterable[Draft]:
    """Say that a section was gone through, also where there is nothing to record in it.

    With the last of the sections the dossier was gone through whole.
    """
    account = Account(stream, context)
    guards.by_keeper(account)
    account.tell(
        events.SectionRefreshed(
            **account.frame(),
            section=command.section,
            facts=account.state.standing(command.section),
            remark=command.remark,
        )
    )
    if account.state.is_fresh:
        account.tell(events.GoneThrough(**account.frame()))
    return account


def return_(stream: Stream, command: commands.Return, context: Context) -> Iterable[Draft]:
    """Send a section back to the group. Raises `NotTheLinkedOffice`, `WrongState`."""
    account = Account(stream, context)
    guards.returnable(account, command.section)
    account.tell(
        events.SectionReturned(
            **account.frame(), section=command.section, by=account.acting, reason=command.reason
        )
    )
    return account


def hand_over(stream: Stream, command: commands.HandOver, context: Context) -> Iterable[Draft]:
    """Give it to the group stationed at the unit now, which goes through every section.

    By the group that kept it, or its linked office. Whoever kept it reads it no longer.
    """
    account = Account(stream, context)
    group = guards.went_to(account)
    account.tell(
        events.HandedOver(
            **{**account.frame(), "group": group},
            from_group=account.state.group,
            document=command.document,
        )
    )
    for section in SECTIONS:
        account.tell(events.SectionOpened(**account.frame(), section=section))
    for number, fact in enumerate(account.state.facts, 1):
        if fact.person is not None and fact.stage == "current":
            account.awaits_talk(number)
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正: what a fact was recorded as wrongly (DOMAIN.md §1.12)."""
    account = Account(stream, context)
    guards.by_keeper(account)
    fact = guards.standing(account, command.fact)
    guards.corrects(command, fact)
    guards.not_ahead(account, command.stated_on)
    account.tell(
        events.Corrected(
            **account.frame(),
            section=fact.section,
            fact=command.fact,
            reason=command.reason,
            approved_by=command.approved_by,
            text=command.text,
            source=command.source,
            stated_on=command.stated_on,
            person=command.person,
        )
    )
    return account


def annul_fact(stream: Stream, command: commands.AnnulFact, context: Context) -> Iterable[Draft]:
    """作废 of one fact; it stays visible."""
    account = Account(stream, context)
    guards.by_keeper(account)
    fact = guards.standing(account, command.fact)
    account.tell(
        events.FactAnnulled(
            **account.frame(),
            section=fact.section,
            fact=command.fact,
            reason=command.reason,
            approved_by=command.approved_by,
        )
    )
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: what is owed is withdrawn, what was recorded stays visible."""
    account = Account(stream, context)
    guards.by_keeper(account)
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account
