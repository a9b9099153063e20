"""What follows from each action on a hand-over of work, or why it is refused.

Basis: hand-over of a leaver's work with a list both sign (DOMAIN.md §5, first-hour needs); every hand
signs and is numbered in the ledger (R 203); who takes over keeps out where they must (SL 67), is no
approver of the matter (R 289), and is not left alone with it (R 77, 90, 94, 222). An appointment ends
whether or not the list is signed: what is owed then is owed by the office.
"""

from collections.abc import Iterable
from typing import Any, Final

from domain.context import Context
from domain.ids import family_of
from domain.in_hand import Succession
from domain.model import Draft
from domain.streams import StreamState
from domain.work_hand_overs import commands, errors, events, guards, left, matters
from domain.work_hand_overs.account import Account
from domain.work_hand_overs.state import OPEN, Item, WorkHandOver

Stream = StreamState[WorkHandOver]

AT_ONCE: Final = 50
"""Items that go over in one act: with what follows from each well below the most events of a batch."""


def draw_up(stream: Stream, command: commands.DrawUp, context: Context) -> Iterable[Draft]:
    """List what is in the leaver's hands, under the office's next number; nothing is added later.

    By who keeps the register or leads, or by the leaver, and of matters that they may read. What the
    taker could not take is refused at once: `NotInHand`, `ItemCannotGo`, `NotFound`.
    """
    account = Account(stream, context)
    guards.by_keeping_or(account, command.leaver)
    guards.two_sides(account, command)
    guards.each_once(command)
    context.streams.require(entry.matter for entry in command.items)
    year = context.occurred.date.year
    account.tell(
        events.DrawnUp(
            **account.plain(),
            number=context.jurisdiction.next_number(account.acting, "work_hand_over", year),
            office=account.acting,
            leaver=command.leaver,
            taker=command.taker,
            ground=command.ground,
            document=command.document,
        )
    )
    account.tell(events.DueSet(**account.frame(), last_day=command.last_day))
    for entry in command.items:
        _list(account, entry)
    return account


def _list(account: Account, entry: commands.Entry) -> None:
    context, state, matter = account.context, account.state, entry.matter
    matters.known(context, matter)
    parts = matters.parts(context, matter, state.office, state.leaver)
    if not parts:
        raise errors.NotInHand(matter=matter)
    day = context.occurred.date
    item = Item(key=state.items.next_key, state="listed", since=day, matter=matter)
    matters.given(context, item.key, matter, _succession(account))
    listed = events.ItemListed(
        **account.of(item), family=family_of(matter), parts=parts, papers=entry.papers
    )
    account.about_item(listed, item)


def _succession(account: Account) -> Succession:
    state = account.state
    return Succession(
        office=state.office,
        leaver=state.leaver,
        taker=state.taker,
        reason=f"工作交接清单{state.number}",
    )


def take_back(stream: Stream, command: commands.TakeBack, context: Context) -> Iterable[Draft]:
    """Take an item off the list before it went over; by the leaver, or who keeps or leads the office."""
    account = Account(stream, context)
    guards.at(account, *OPEN)
    guards.by_keeping_or(account, account.state.leaver)
    item = guards.open_item(account, command.item)
    guards.may_take_back(account, item)
    account.about_item(events.ItemTakenBack(**account.of(item), reason=command.reason), item)
    _complete(account)
    return account


def refuse(stream: Stream, command: commands.Refuse, context: Context) -> Iterable[Draft]:
    """Do not take an item over, before it went over. Who keeps out of its matter may say so here too."""
    account = Account(stream, context)
    guards.at(account, *OPEN)
    guards.by(account, "taker")
    item = guards.open_item(account, command.item)
    account.about_item(events.ItemRefused(**account.of(item), reason=command.reason), item)
    _complete(account)
    return account


def sign(stream: Stream, _: commands.Sign, context: Context) -> Iterable[Draft]:
    """Sign: the leaver first, that the list is complete; then the taker, and with it the items go over.

    Raises `NotASignatory`, `WrongState`, `ItemCannotGo`.
    """
    account = Account(stream, context)
    return _signed(account, guards.side_of_actor(account), {"signer": context.actor})


def enter_signature(
    stream: Stream, command: commands.EnterSignature, context: Context
) -> Iterable[Draft]:
    """Enter what was signed on paper, on its day: one enters, a second compares (DOMAIN.md §1.13)."""
    account = Account(stream, context)
    guards.by_keeping_or(account)
    guards.entered_by_another(account, command)
    paper = {
        "signer": guards.person_on(account, command.side),
        "scan": command.scan,
        "checked_by": command.checked_by,
    }
    return _signed(account, command.side, paper)


def _signed(account: Account, side: commands.Side, paper: dict[str, Any]) -> Iterable[Draft]:
    if side == "leaver":
        guards.at(account, "drawn_up")
        account.tell(events.LeaverSigned(**account.frame(), **paper))
        return account
    guards.at(account, "signed")
    guards.something_left(account)
    account.tell(events.TakerSigned(**account.frame(), **paper))
    return [*_handed_over(account), *left.taken_over(account)]


def excuse_leaver(
    stream: Stream, command: commands.ExcuseLeaver, context: Context
) -> Iterable[Draft]:
    """Let the list go on without the leaver's signature, by approval: nobody is stuck with it."""
    account = Account(stream, context)
    guards.at(account, "drawn_up")
    guards.by_keeping_or(account)
    account.tell(
        events.LeaverExcused(
            **account.frame(), reason=command.reason, approved_by=command.approved_by
        )
    )
    return account


def go_on(stream: Stream, _: commands.GoOn, context: Context) -> Iterable[Draft]:
    """Hand over the next items, where both signed and some are left; by the taker or who keeps or leads."""
    account = Account(stream, context)
    guards.at(account, "moving")
    guards.by_keeping_or(account, account.state.taker)
    return _handed_over(account)


def _handed_over(account: Account) -> list[Draft]:
    """The next items go over, each by its own family's events, in the same batch.

    What is in the leaver's hands no more needs no handing over. Raises `ItemCannotGo`.
    """
    context, drafts = account.context, list[Draft]()
    pending = account.state.items.open[:AT_ONCE]
    context.streams.require(item.matter for item in pending)
    for item in pending:
        parts = matters.parts(context, item.matter, account.state.office, account.state.leaver)
        if not parts:
            account.about_item(events.ItemLapsed(**account.of(item)), item)
            continue
        drafts += matters.given(context, item.key, item.matter, _succession(account))
        account.about_item(events.ItemHandedOver(**account.of(item), parts=parts), item)
    _complete(account)
    return [*account, *drafts]


def _complete(account: Account) -> None:
    """Say that it is completed once both signed and no item is left."""
    if account.state.stage == "moving" and not account.state.items.open:
        account.tell(events.Completed(**account.frame()))


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正 (DOMAIN.md §1.12): what is owed follows a corrected day. Raises `InvalidField` for nothing."""
    account = Account(stream, context)
    guards.at(account, *OPEN)
    guards.by_keeping_or(account)
    guards.corrects(command)
    account.tell(
        events.Corrected(
            **account.frame(),
            reason=command.reason,
            approved_by=command.approved_by,
            ground=command.ground,
            document=command.document,
        )
    )
    if command.last_day is not None:
        account.tell(events.DueSet(**account.frame(), last_day=command.last_day))
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废, before anything went over: the number is kept (DOMAIN.md §1.15), what is owed is withdrawn."""
    account = Account(stream, context)
    guards.at(account, "drawn_up", "signed")
    guards.by_keeping_or(account)
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account
