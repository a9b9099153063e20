"""What follows from each action on a pairing, or why it is refused.

Basis: the interview (Wuhu: 对口联系室与派驻机构建立监督联动、信息联通、能力联升、成果联享), DOMAIN.md §5
mechanism 15. The cadence of each quarter opens the stream: a quarter without any is owed, and shows in
the register.
"""

from collections.abc import Iterable

from domain import two_sides
from domain.context import Context
from domain.ids import PartyId
from domain.model import Draft
from domain.pairings import commands, events, guards
from domain.pairings.account import Account
from domain.pairings.state import Pairing
from domain.serials import Serial
from domain.streams import StreamState

Stream = StreamState[Pairing]


def record(stream: Stream, command: commands.Record, context: Context) -> Iterable[Draft]:
    """Record the first thing that office and group did together in a quarter.

    Raises `NotAPair`, `AnotherQuarter`, `UnknownParty`, `NotFound`.
    """
    account = Account(stream, context)
    return _record(stream, account, command, group=command.group)


def add(stream: Stream, command: commands.Add, context: Context) -> Iterable[Draft]:
    """Record a further one, or what came back anew, by who recorded it and of the same quarter still.

    Raises `NotAPair`, `AnotherQuarter`, `NoSuchActivity`, `NotAuthorised`, `NotFound`.
    """
    account = Account(stream, context)
    if command.activity is None:
        return _record(stream, account, command, group=account.state.group)
    found = guards.activity(account, command.activity, "disputed")
    two_sides.by_its_recorder(account, found)
    state = account.state
    return _tell(
        account,
        command,
        office=state.office,
        group=state.group,
        serial=command.activity,
        period=state.period,
    )


def _record(
    stream: Stream,
    account: Account,
    command: commands.Record | commands.Add,
    *,
    group: PartyId | None,
) -> Account:
    """The record; the other side is to confirm it."""
    office, group = guards.pair(account, group)
    period = guards.period(account)
    guards.is_this_quarter(stream, account, group, period)
    serial = len(account.state.activities) + 1
    return _tell(account, command, office=office, group=group, serial=serial, period=period)


def _tell(
    account: Account,
    command: commands.Record | commands.Add,
    *,
    office: PartyId,
    group: PartyId,
    serial: Serial,
    period: str,
) -> Account:
    guards.operation_known(account, command.operation)
    account.tell(
        events.Recorded(
            **account.plain(),
            office=office,
            group=group,
            activity=serial,
            period=period,
            form=command.form,
            title=command.title,
            text=command.text,
            operation=command.operation,
            by=account.acting,
            other=group if account.acting == office else office,
        )
    )
    return account


def confirm(stream: Stream, command: commands.Confirm, context: Context) -> Iterable[Draft]:
    """Confirm what the other side recorded: it counts."""
    account = Account(stream, context)
    found = guards.activity(account, command.activity, "recorded")
    two_sides.by_the_other(account, found)
    account.tell(
        events.Confirmed(**account.frame(command.activity), form=found.form, by=account.acting)
    )
    return account


def dispute(stream: Stream, command: commands.Dispute, context: Context) -> Iterable[Draft]:
    """Send back what the other side recorded: who did tells it anew, or annuls it."""
    account = Account(stream, context)
    found = guards.activity(account, command.activity, "recorded")
    two_sides.by_the_other(account, found)
    account.tell(
        events.Disputed(
            **account.frame(command.activity),
            by=account.acting,
            to=found.by,
            reason=command.reason,
        )
    )
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正 (DOMAIN.md §1.12), by who recorded it. Raises `InvalidField` for nothing."""
    account = Account(stream, context)
    found = guards.activity(account, command.activity, "recorded", "confirmed")
    two_sides.by_its_recorder(account, found)
    guards.corrects(command)
    account.tell(
        events.Corrected(
            **account.frame(command.activity),
            reason=command.reason,
            approved_by=command.approved_by,
            form=command.form,
            title=command.title,
            text=command.text,
        )
    )
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: the activity does not count, and the figures follow."""
    account = Account(stream, context)
    found = guards.activity(account, command.activity, "recorded", "confirmed", "disputed")
    two_sides.by_its_recorder(account, found)
    account.tell(
        events.ActivityAnnulled(
            **account.frame(command.activity),
            reason=command.reason,
            approved_by=command.approved_by,
            counted=(counted := found.stage == "confirmed"),
            left=account.state.counted - counted,
        )
    )
    return account
