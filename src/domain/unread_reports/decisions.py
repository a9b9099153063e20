"""What follows from each action on reports of the level above, or why it is refused.

Basis: RC 15. They may not be copied, excerpted or entered in the platform, and go up within 5 working
days. So the commands take a day and a count, and what every command may carry is refused too: the
clock runs from the day they came in, and what is entered late shows so without a reason given.
"""

from collections.abc import Iterable

from domain.context import Context
from domain.leads.guards import STAFF
from domain.model import Draft
from domain.streams import StreamState
from domain.unread_reports import commands, events, guards
from domain.unread_reports.account import Account
from domain.unread_reports.state import Stage, UnreadReports

Stream = StreamState[UnreadReports]


def set_aside(stream: Stream, command: commands.SetAside, context: Context) -> Iterable[Draft]:
    """So many came in on a day. Raises `NothingElseMayBeEntered`, `InvalidField` for a day to come."""
    account = Account(stream, context)
    if account.jurisdiction.party(account.acting).kind != "petitionsOffice":
        raise context.refused(zh="须由信访部门办理", en="it is for the petitions office to do")
    context.require_role(*STAFF)
    guards.nothing_else(account)
    occurred = guards.on_day(account, command.day)
    account.tell(
        events.SetAside(**account.plain(occurred), kept_by=account.acting, count=command.count)
    )
    return account


def pass_up(stream: Stream, command: commands.PassUp, context: Context) -> Iterable[Draft]:
    """They went up."""
    account = _kept(stream, context, "set_aside")
    occurred = guards.on_day(account, command.day)
    account.tell(events.PassedUp(**account.frame(occurred)))
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正: there were more or fewer (DOMAIN.md §1.12)."""
    account = _kept(stream, context, "set_aside", "passed_up")
    fields = {**account.frame(), "count": command.count}
    account.tell(events.Corrected(**fields, approved_by=command.approved_by))
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: there were none; nothing is owed any more (DOMAIN.md §1.12)."""
    account = _kept(stream, context, "set_aside", "passed_up")
    account.tell(events.Annulled(**account.frame(), approved_by=command.approved_by))
    return account


def _kept(stream: Stream, context: Context, *stages: Stage) -> Account:
    account = Account(stream, context)
    guards.by_keeper(account)
    guards.at(account, *stages)
    guards.nothing_else(account)
    return account
