"""What follows from each action on a talk, or why it is refused.

Basis: talks of group heads with members of the host Party group's leadership (同级谈心谈话), supervision of
«first hands» and leading bodies (对“一把手”和领导班子监督; DOMAIN.md §5 mechanism 27). How often, and by when
a promise is followed up, stands in the scheme and in the promise.
"""

from collections.abc import Iterable

from domain.context import Context
from domain.model import Draft
from domain.streams import StreamState
from domain.talks import commands, events, guards, key_people
from domain.talks.account import Account
from domain.talks.state import Talk

Stream = StreamState[Talk]


def plan(stream: Stream, command: commands.Plan, context: Context) -> Iterable[Draft]:
    """Plan a talk with a leading member of a unit.

    Raises `UnknownParty`, `NotStationedThere`, `InvalidField`.
    """
    account = Account(stream, context)
    group = guards.may_talk(account, command)
    guards.from_today(account, command.planned, "planned")
    account.tell(
        events.Planned(
            **account.plain(),
            by=account.acting,
            unit=command.unit,
            group=group,
            person=command.person,
            kind=command.kind,
            planned=command.planned,
            topics=command.topics,
        )
    )
    return account


def postpone(stream: Stream, command: commands.Postpone, context: Context) -> Iterable[Draft]:
    """Put it off to another day."""
    account = Account(stream, context)
    guards.by_holder(account, "planned")
    guards.from_today(account, command.planned, "planned")
    account.tell(
        events.Postponed(**account.frame(), planned=command.planned, reason=command.reason)
    )
    return account


def hold(stream: Stream, command: commands.Hold, context: Context) -> Iterable[Draft]:
    """Say that it was held: it may be known; what was said and promised, by who held it only.

    Raises `NotAuthorised` unless somebody who leads held it.
    """
    account = Account(stream, context)
    guards.by_holder(account, "planned")
    guards.by_a_leader(account, account.state.kind)
    for promise in command.promises:
        guards.from_today(account, promise.due, "promises")
    account.tell(events.Held(**account.frame(), kind=account.state.kind, held_by=context.actor))
    account.tell(events.ContentRecorded(**account.frame(), text=command.text))
    for number, promise in enumerate(command.promises, 1):
        account.tell(
            events.PromiseMade(
                **account.frame(), promise=number, text=promise.text, due=promise.due
            )
        )
    return (*account, *key_people.talked_to(account.state, stream.stream, context))


def return_record(
    stream: Stream, command: commands.ReturnRecord, context: Context
) -> Iterable[Draft]:
    """Send the record back; a better one is owed by the day. Raises `NotAuthorised` for who held the talk."""
    account = Account(stream, context)
    guards.by_another_leader(account, "recorded", "revised")
    guards.from_today(account, command.due, "due")
    account.tell(events.RecordReturned(**account.frame(), reason=command.reason, due=command.due))
    return account


def revise_record(
    stream: Stream, command: commands.ReviseRecord, context: Context
) -> Iterable[Draft]:
    """Say anew what was said; it is to be read again."""
    account = Account(stream, context)
    guards.by_holder(account, "held")
    guards.by_a_leader(account, account.state.kind)
    guards.record_stands(account, "returned")
    account.tell(events.RecordRevised(**account.frame(), text=command.text))
    return account


def accept_record(stream: Stream, _: commands.AcceptRecord, context: Context) -> Iterable[Draft]:
    """Take the record as sufficient. Raises `NotAuthorised` for who held the talk."""
    account = Account(stream, context)
    guards.by_another_leader(account, "recorded", "revised")
    account.tell(events.RecordAccepted(**account.frame()))
    return account


def follow_up(stream: Stream, command: commands.FollowUp, context: Context) -> Iterable[Draft]:
    """Say whether a promise was kept; one that was not is looked at again. Raises `NoSuchPromise`."""
    account = Account(stream, context)
    guards.by_holder(account, "held")
    guards.promised(account, command)
    account.tell(
        events.PromiseFollowedUp(
            **account.frame(), promise=command.promise, kept=command.kept, text=command.text
        )
    )
    if command.due is not None:
        account.tell(
            events.PromiseRenewed(**account.frame(), promise=command.promise, due=command.due)
        )
    return account


def cancel(stream: Stream, command: commands.Cancel, context: Context) -> Iterable[Draft]:
    """Call it off; whoever was not talked to shows as such."""
    account = Account(stream, context)
    guards.by_holder(account, "planned")
    account.tell(events.Cancelled(**account.frame(), reason=command.reason))
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正: the day, what was said, or a promise (DOMAIN.md §1.12); what is owed follows its day."""
    account = Account(stream, context)
    guards.by_holder(account, "held")
    guards.corrects(account, command)
    account.tell(
        events.Corrected(
            **account.frame(),
            reason=command.reason,
            approved_by=command.approved_by,
            held=command.held,
        )
    )
    if command.promise is not None:
        account.tell(
            events.PromiseCorrected(
                **account.frame(), promise=command.promise, text=command.text, due=command.due
            )
        )
    elif command.text is not None:
        account.tell(events.ContentCorrected(**account.frame(), text=command.text))
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: it counts no more, what is owed is withdrawn; whom it was with is to be talked to again."""
    account = Account(stream, context)
    guards.by_holder(account, "planned", "held")
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return (*account, *key_people.not_talked_to(account.state, stream.stream, context))
