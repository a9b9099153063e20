"""What follows from each action on a tree of responsibility, or why it is refused.

Basis: host Party groups shoulder their main responsibility and pass the pressure down to their Party
organisations level by level (向下级党组织层层传导压力; DOMAIN.md §5 mechanism 27). Gaps show above.
"""

from collections.abc import Iterable

from domain.context import Context
from domain.model import Draft
from domain.responsibility_trees import commands, events, guards
from domain.responsibility_trees.account import Account
from domain.responsibility_trees.state import ResponsibilityTree
from domain.streams import StreamState

Stream = StreamState[ResponsibilityTree]


def open_(stream: Stream, command: commands.Open, context: Context) -> Iterable[Draft]:
    """Begin the lists of a year; the Party group's own is the first that is due."""
    account = Account(stream, context)
    group = guards.host_party_group(account)
    guards.from_today(account, command.due)
    account.tell(
        events.Opened(
            **account.plain(),
            party_group=account.acting,
            group=group,
            year=command.year,
            due=command.due,
        )
    )
    account.tell(
        events.OrganisationAdded(
            **account.frame(), organisation=1, title=command.title, level=1, due=command.due
        )
    )
    return account


def add(stream: Stream, command: commands.Add, context: Context) -> Iterable[Draft]:
    """Add an organisation below another. Raises `NoSuchOrganisation`, `WrongState` for a removed one."""
    account = Account(stream, context)
    guards.by_party_group(account)
    above = guards.organisation_at(account, command.above, "missing", "handed_in", "returned")
    due = command.due or max(account.state.due, context.occurred.date)
    guards.from_today(account, due)
    account.tell(
        events.OrganisationAdded(
            **account.frame(),
            organisation=len(account.state.organisations) + 1,
            title=command.title,
            above=command.above,
            level=above.level + 1,
            due=due,
        )
    )
    return account


def remove(stream: Stream, command: commands.Remove, context: Context) -> Iterable[Draft]:
    """Take an organisation out; its list is owed no more. Raises `OrganisationsBelow`."""
    account = Account(stream, context)
    guards.by_party_group(account)
    guards.organisation_at(account, command.organisation, "missing", "handed_in", "returned")
    guards.nothing_below(account, command.organisation)
    account.tell(
        events.OrganisationRemoved(
            **account.frame(), organisation=command.organisation, reason=command.reason
        )
    )
    return account


def hand_in(stream: Stream, command: commands.HandIn, context: Context) -> Iterable[Draft]:
    """Hand in a list; the Party group enters those of the organisations below it."""
    account = Account(stream, context)
    guards.by_party_group(account)
    guards.organisation_at(account, command.organisation, "missing", "returned")
    account.tell(
        events.ListHandedIn(
            **account.frame(),
            organisation=command.organisation,
            items=command.items,
            paper=command.paper,
        )
    )
    return account


def return_(stream: Stream, command: commands.Return, context: Context) -> Iterable[Draft]:
    """Send a list back: the Party group, or the group that supervises it (监督的再监督)."""
    account = Account(stream, context)
    guards.by_who_is_above(account)
    guards.organisation_at(account, command.organisation, "handed_in")
    account.tell(
        events.ListReturned(
            **account.frame(),
            organisation=command.organisation,
            by=account.acting,
            reason=command.reason,
        )
    )
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正: what an organisation is called, its list, or the day of that (DOMAIN.md §1.12).

    What is owed follows the day.
    """
    account = Account(stream, context)
    guards.by_party_group(account)
    guards.corrects(account, command)
    account.tell(
        events.Corrected(
            **account.frame(),
            organisation=command.organisation,
            reason=command.reason,
            approved_by=command.approved_by,
            title=command.title,
            items=command.items,
            due=command.due,
        )
    )
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: what is owed is withdrawn."""
    account = Account(stream, context)
    guards.by_party_group(account)
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account
