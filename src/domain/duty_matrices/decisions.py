"""What follows from each action on a duty matrix, or why it is refused.

Basis: local practice of Wuhu (mechanism 20): around livelihood items the duties of units and stationed
groups are made clear, and both responsibilities («两个责任») work at the same time. By when a share is
confirmed, a dispute settled and a result recorded stands in the scheme, or in the matrix.
"""

from collections.abc import Iterable

from domain.context import Context
from domain.duty_matrices import commands, events, guards
from domain.duty_matrices.account import Account
from domain.duty_matrices.state import DutyMatrix, Share
from domain.model import Draft
from domain.streams import StreamState

Stream = StreamState[DutyMatrix]


def open_(stream: Stream, command: commands.Open, context: Context) -> Iterable[Draft]:
    """Begin a matrix. Raises `NotAuthorised`, `InvalidField`."""
    account = Account(stream, context)
    guards.may_open(account)
    guards.from_today(account, command.results_due)
    account.tell(
        events.Opened(
            **account.plain(),
            opener=account.acting,
            year=command.year,
            title=command.title,
            results_due=command.results_due,
        )
    )
    return account


def add_item(stream: Stream, command: commands.AddItem, context: Context) -> Iterable[Draft]:
    """Add an item with its duties: each is a hole until a unit has it."""
    account = Account(stream, context)
    guards.kept(account)
    item = len(account.state.items) + 1
    account.tell(events.ItemAdded(**account.frame(), item=item, title=command.title))
    for title in command.duties:
        _add_duty(account, item, title)
    return account


def add_duty(stream: Stream, command: commands.AddDuty, context: Context) -> Iterable[Draft]:
    """Add one more duty to an item. Raises `NotInTheMatrix`, `ItemNotPursued`."""
    account = Account(stream, context)
    guards.kept(account)
    guards.pursued(account, command.item)
    _add_duty(account, command.item, command.title)
    return account


def _add_duty(account: Account, item: int, title: str) -> None:
    duty = len(account.state.duties) + 1
    account.tell(events.DutyAdded(**account.frame(), item=item, duty=duty, title=title))


def remove_item(stream: Stream, command: commands.RemoveItem, context: Context) -> Iterable[Draft]:
    """Take an item out: whoever has a share in it is relieved. Raises `ResultsStand`."""
    account = Account(stream, context)
    guards.kept(account)
    guards.pursued(account, command.item)
    for serial, share in enumerate(account.state.shares, 1):
        if share.item == command.item and share.stage != "withdrawn":
            _withdraw(account, serial, command.reason)
    account.tell(events.ItemRemoved(**account.frame(), item=command.item, reason=command.reason))
    return account


def assign(stream: Stream, command: commands.Assign, context: Context) -> Iterable[Draft]:
    """Give a duty to a unit, which is to confirm it. Raises `NotAUnit`, `HeldAlready`.

    A second unit may be given the same duty: that is an overlap, shown until it is settled.
    """
    account = Account(stream, context)
    guards.kept(account)
    item = guards.duty_at(account, command.duty)
    guards.is_unit(account, command.unit)
    _ask(account, Share(item, command.duty, command.unit, "principal", "asked"))
    return account


def supervise(stream: Stream, command: commands.Supervise, context: Context) -> Iterable[Draft]:
    """Have a group supervise an item, which it is to confirm. Raises `NotAGroup`, `HeldAlready`."""
    account = Account(stream, context)
    guards.kept(account)
    guards.pursued(account, command.item)
    guards.is_group(account, command.group)
    _ask(account, Share(command.item, None, command.group, "supervisory", "asked"))
    return account


def _ask(account: Account, share: Share) -> None:
    guards.new_share(account, share)
    serial = len(account.state.shares) + 1
    account.tell(events.ShareAsked(**account.place(share), share=serial, to=share.party))


def claim(stream: Stream, command: commands.Claim, context: Context) -> Iterable[Draft]:
    """Claim a duty, also one that another unit has. Raises `NotAUnit`, `HeldAlready`."""
    account = Account(stream, context)
    guards.is_open(account)
    item = guards.duty_at(account, command.duty)
    guards.is_unit(account, account.acting)
    share = Share(item, command.duty, account.acting, "principal", "claimed")
    guards.new_share(account, share)
    serial = len(account.state.shares) + 1
    account.tell(events.ShareClaimed(**account.place(share), share=serial, by=account.acting))
    return account


def confirm(stream: Stream, command: commands.Confirm, context: Context) -> Iterable[Draft]:
    """Take a share up; its result is owed from now on. Raises `NotYourShare`."""
    account = Account(stream, context)
    guards.own_share(account, command.share, "asked", "upheld")
    due = max(account.state.results_due, context.occurred.date)
    account.tell(
        events.ShareConfirmed(**account.share(command.share), by=account.acting, results_due=due)
    )
    return account


def dispute(stream: Stream, command: commands.Dispute, context: Context) -> Iterable[Draft]:
    """Say that a share is not one's own: the keeper settles it, once. Raises `NotYourShare`."""
    account = Account(stream, context)
    guards.own_share(account, command.share, "asked")
    account.tell(
        events.ShareDisputed(
            **account.share(command.share), by=account.acting, reason=command.reason
        )
    )
    return account


def uphold(stream: Stream, command: commands.Uphold, context: Context) -> Iterable[Draft]:
    """Settle a dispute or a claim so that the share is that party's, which is to confirm it."""
    account = Account(stream, context)
    guards.kept(account)
    share = guards.share_at(account, command.share, "disputed", "claimed")
    account.tell(
        events.ShareUpheld(**account.share(command.share), to=share.party, reason=command.reason)
    )
    return account


def withdraw(stream: Stream, command: commands.Withdraw, context: Context) -> Iterable[Draft]:
    """Take a share from a party: a dispute, a claim or an overlap is settled. Raises `ResultsStand`."""
    account = Account(stream, context)
    guards.kept(account)
    guards.share_at(account, command.share, "asked", "claimed", "disputed", "upheld", "confirmed")
    _withdraw(account, command.share, command.reason)
    return account


def _withdraw(account: Account, serial: int, reason: str) -> None:
    guards.no_results(account, serial)
    to = account.state.shares[serial - 1].party
    account.tell(events.ShareWithdrawn(**account.share(serial), to=to, reason=reason))


def record_result(
    stream: Stream, command: commands.RecordResult, context: Context
) -> Iterable[Draft]:
    """Record what came of a share; as often as there is something. Raises `NotYourShare`."""
    account = Account(stream, context)
    guards.own_share(account, command.share, "confirmed")
    account.tell(
        events.ResultRecorded(
            **account.share(command.share),
            result=len(account.state.results) + 1,
            owner=account.acting,
            achievement=command.achievement,
            amount=command.amount,
            recovered=command.recovered,
            text=command.text,
        )
    )
    return account


def join_result(stream: Stream, command: commands.JoinResult, context: Context) -> Iterable[Draft]:
    """Say that a unit's result is the group's work too: it counts for both, once together (mechanism 31).

    Raises `NotTheSupervisor`. A unit cannot join a group's: it may not even know of it.
    """
    account = Account(stream, context)
    result = guards.result_at(account, command.result, "recorded")
    guards.supervises(account, result)
    guards.not_joined(account, result)
    account.tell(events.ResultJoined(**account.result(command.result), by=account.acting))
    return account


def return_result(
    stream: Stream, command: commands.ReturnResult, context: Context
) -> Iterable[Draft]:
    """Send a result back: the keeper, or for a unit's the group that supervises the item."""
    account = Account(stream, context)
    result = guards.result_at(account, command.result, "recorded")
    guards.judges(account, result)
    account.tell(
        events.ResultReturned(
            **account.result(command.result), by=account.acting, reason=command.reason
        )
    )
    return account


def revise_result(
    stream: Stream, command: commands.ReviseResult, context: Context
) -> Iterable[Draft]:
    """更正: record a result anew, because it came back or was wrong (DOMAIN.md §1.12)."""
    account = Account(stream, context)
    result = guards.result_at(account, command.result, "recorded", "returned")
    guards.own_share(account, result.share, "confirmed")
    account.tell(
        events.ResultRevised(
            **account.result(command.result),
            reason=command.reason,
            approved_by=command.approved_by,
            amount=command.amount,
            recovered=command.recovered,
            text=command.text,
        )
    )
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正: what the matrix, an item or a duty is called (DOMAIN.md §1.12)."""
    account = Account(stream, context)
    guards.kept(account)
    guards.corrects_one(account, command.item, command.duty)
    account.tell(
        events.Corrected(
            **account.frame(),
            reason=command.reason,
            approved_by=command.approved_by,
            title=command.title,
            item=command.item,
            duty=command.duty,
        )
    )
    return account


def close(stream: Stream, _: commands.Close, context: Context) -> Iterable[Draft]:
    """Close a matrix without holes, overlaps and open ends. Raises `NotClear`."""
    account = Account(stream, context)
    guards.kept(account)
    guards.clear(account)
    account.tell(events.Closed(**account.frame()))
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: what is owed is withdrawn (DOMAIN.md §1.12)."""
    account = Account(stream, context)
    guards.stands(account)
    guards.by_opener(account)
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account
