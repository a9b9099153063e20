"""What follows from each action around a visit, or why it is refused.

Basis: «four hearts» visits to the groups (四心悦组访: 谈心交心、知心暖心), whose difficulties are settled as
far as policy allows (DOMAIN.md §5 mechanism 19). It is care for cadres: apart from all case data, and read by
others. By when each concern is settled stands in it, the rest in the scheme.
"""

from collections.abc import Iterable

from domain import mending
from domain.context import Context
from domain.model import Draft
from domain.streams import StreamState
from domain.visits import commands, events, guards
from domain.visits.account import Account
from domain.visits.state import Visit

Stream = StreamState[Visit]


def record(stream: Stream, command: commands.Record, context: Context) -> Iterable[Draft]:
    """Record a visit and the concerns it raised; each has its own circle.

    Raises `NotAVisitor`, `UnknownParty`, `InvalidField`.
    """
    account = Account(stream, context)
    guards.visits(account, command)
    for entry in command.concerns:
        guards.entry_fits(account, command.group, entry)
    account.tell(
        events.Recorded(
            **account.plain(),
            visitor=account.acting,
            group=command.group,
            visitors=command.visitors,
            summary=command.summary,
        )
    )
    for entry in command.concerns:
        _raise(account, entry)
    return account


def raise_(stream: Stream, command: commands.Raise, context: Context) -> Iterable[Draft]:
    """Raise a further concern: by the visitor, or by the group itself."""
    account = Account(stream, context)
    guards.by_either(account)
    guards.entry_fits(account, account.state.group, command.concern)
    _raise(account, command.concern)
    return account


def _raise(account: Account, entry: commands.Entry) -> None:
    account.tell(
        events.ConcernRaised(
            **account.frame(),
            concern=len(account.state.concerns) + 1,
            owner=entry.owner,
            kind=entry.kind,
            text=entry.text,
            due=entry.due,
        )
    )


def redirect(stream: Stream, command: commands.Redirect, context: Context) -> Iterable[Draft]:
    """Pass a concern on: its owner says whose it is, or the visitor; the day is that of the new owner.

    Raises `NoSuchConcern`, `NotYourConcern`, `WrongState`, `UnknownParty`, `InvalidField`.
    """
    account = Account(stream, context)
    concern = guards.concern_of(account, command.concern)
    guards.passes_on(account, concern)
    guards.may_own(account, account.state.group, command.owner, "owner")
    guards.is_another(command.owner, concern)
    guards.from_today(account, command.due, "due")
    account.tell(
        events.ConcernRedirected(
            **account.frame(),
            concern=command.concern,
            owner=command.owner,
            by=account.acting,
            from_party=concern.owner,
            due=command.due,
            reason=command.reason,
        )
    )
    return account


def settle(stream: Stream, command: commands.Settle, context: Context) -> Iterable[Draft]:
    """Say what was done, or why it cannot be; the group is to confirm that."""
    account = Account(stream, context)
    concern = guards.concern_of(account, command.concern)
    guards.acts_on(account, concern, concern.owner, "open", "returned")
    account.tell(
        events.ConcernSettled(
            **account.about(command.concern), outcome=command.outcome, text=command.text
        )
    )
    return account


def confirm(stream: Stream, command: commands.Confirm, context: Context) -> Iterable[Draft]:
    """Take a concern as settled."""
    account = Account(stream, context)
    concern = guards.concern_of(account, command.concern)
    guards.acts_on(account, concern, account.state.group, "settled")
    account.tell(events.ConcernConfirmed(**account.about(command.concern)))
    return account


def return_(stream: Stream, command: commands.Return, context: Context) -> Iterable[Draft]:
    """Say that it is not settled; its owner is to see to it again."""
    account = Account(stream, context)
    concern = guards.concern_of(account, command.concern)
    guards.acts_on(account, concern, account.state.group, "settled")
    account.tell(events.ConcernReturned(**account.about(command.concern), reason=command.reason))
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正: what was talked about, or a concern (DOMAIN.md §1.12); each read by its own circle.

    What is owed follows the day of a concern that was not settled yet.
    """
    account = Account(stream, context)
    guards.by_visitor(account)
    guards.corrects(account, command)
    by = mending.approval(command)
    if command.summary is not None:
        account.tell(events.Corrected(**account.frame(), **by, summary=command.summary))
    if command.concern is not None:
        account.tell(
            events.ConcernCorrected(
                **account.about(command.concern),
                **by,
                kind=command.kind,
                text=command.text,
                due=command.due,
            )
        )
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: it counts no more, what is owed is withdrawn."""
    account = Account(stream, context)
    guards.by_visitor(account)
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account
