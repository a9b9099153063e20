"""What follows from each action on a re-examination, or why it is refused.

Basis: SL 56, R 241 (apply within 1 month, decided within 1 month; review within 1 month, decided
within 2 months), R 242 (original handlers may not re-examine).
"""

from collections.abc import Iterable

from domain import handlers
from domain.account import invalid
from domain.cases.state import Case
from domain.context import Context
from domain.model import Draft
from domain.reexaminations import commands, errors, events, guards
from domain.reexaminations.account import Account
from domain.reexaminations.state import Reexamination
from domain.streams import StreamState

Stream = StreamState[Reexamination]


def apply(stream: Stream, command: commands.Apply, context: Context) -> Iterable[Draft]:
    """Enter an application under the examining party's next number, in time or late.

    The party that handled the case never examines it. Raises `NoSuchDecision`, `HandledBefore`.
    """
    account = Account(stream, context)
    handlers.by_party(context, account.acting, *handlers.STAFF)
    case, sanction, served = guards.decision(account, command)
    refusal = guards.keeping_out(command.case, command.prior, context)(context.actor)
    if refusal is not None:
        raise refusal
    last_day = guards.last_day(account, served)
    day = context.occurred.date
    account.tell(
        events.Applied(
            **account.plain(),
            examiner=account.acting,
            kind=command.kind,
            number=context.jurisdiction.next_number(account.acting, command.kind, day.year),
            case=command.case,
            person=command.person,
            track=command.track,
            sanction=sanction.sanction,
            prior=command.prior,
            handling_party=case.handling_party,
            kept_out=guards.handled_before(command.case, command.prior, context),
            last_day=last_day,
            in_time=day <= last_day,
            grounds=command.grounds,
        )
    )
    return account


def accept(stream: Stream, command: commands.Accept, context: Context) -> Iterable[Draft]:
    """Accept what came in time: two people or more who had nothing to do with it (R 242).

    Raises `AppliedTooLate`, `HandledBefore`, `NeedsTwoHandlers`.
    """
    account = guards.known(stream, context)
    guards.by_examiner(account)
    guards.at(account, "applied")
    state = account.state
    if not state.in_time:
        raise errors.AppliedTooLate
    keep_out = guards.keeping_out(state.case, state.prior, context)
    handlers.two_people(context, account.acting, command.examiners, keep_out)
    account.tell(events.Accepted(**account.frame(), examiners=command.examiners))
    return account


def refuse(stream: Stream, command: commands.Refuse, context: Context) -> Iterable[Draft]:
    """Do not accept it."""
    account = guards.known(stream, context)
    guards.by_examiner(account)
    guards.at(account, "applied")
    account.tell(events.Refused(**account.frame(), reason=command.reason))
    return account


def withdraw(stream: Stream, command: commands.Withdraw, context: Context) -> Iterable[Draft]:
    """Record that the person took it back before it was decided."""
    account = guards.known(stream, context)
    guards.by_examiner(account)
    guards.at(account, "applied", "accepted")
    account.tell(events.Withdrawn(**account.frame(), reason=command.reason))
    return account


def decide(stream: Stream, command: commands.Decide, context: Context) -> Iterable[Draft]:
    """Decide collectively. During re-examination the sanction goes on being executed."""
    account = guards.known(stream, context)
    guards.by_examiners(account)
    guards.at(account, "accepted")
    guards.collective(command.meeting)
    case: Case = context.streams[account.state.case].state
    person = case.person(account.state.person)
    sanction = None if person is None else person.sanction(account.state.track)
    guards.outcome(command, "" if sanction is None else sanction.sanction)
    account.tell(
        events.Decided(
            **account.frame(),
            outcome=command.outcome,
            sanction=command.sanction,
            meeting=command.meeting,
            decision=command.decision,
        )
    )
    return account


def serve(stream: Stream, command: commands.Serve, context: Context) -> Iterable[Draft]:
    """Serve it on the person; whose case it was learns the outcome, and nothing of the file."""
    account = guards.known(stream, context)
    guards.by_examiners(account)
    guards.at(account, "decided")
    account.tell(events.Served(**account.frame(), document=command.document))
    state = account.state
    account.tell(
        events.Informed(
            **account.frame(),
            case=state.case,
            person=state.person,
            track=state.track,
            handling_party=state.handling_party,
            outcome=state.outcome or "upheld",
            sanction=state.sanction,
            to_carry_out=state.outcome != "upheld",
        )
    )
    return account


def carry_out(stream: Stream, command: commands.CarryOut, context: Context) -> Iterable[Draft]:
    """The party that handled the case has set the sanction right there. Raises `NotSetRight`."""
    account = Account(stream, context)
    handlers.by_party(context, account.state.handling_party, *handlers.KEEPING)
    guards.at(account, "served")
    guards.set_right(account)
    account.tell(
        events.CarriedOut(
            **account.frame(),
            handling_party=account.state.handling_party,
            document=command.document,
        )
    )
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正 (DOMAIN.md §1.12): something happened on another day; due dates follow."""
    account = guards.known(stream, context)
    guards.by_examiner(account, *handlers.KEEPING)
    if not 1 <= command.version <= stream.version:
        raise invalid("version", "没有该版本", "it has no such version")
    if command.happened.date > context.today:
        raise invalid("happened", "晚于今日", "it lies after today")
    account.tell(
        events.Corrected(
            **account.frame(),
            version=command.version,
            reason=command.reason,
            approved_by=command.approved_by,
            happened=command.happened,
        )
    )
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: the number is kept, nothing is owed any more. Not once it was served."""
    account = guards.known(stream, context)
    guards.by_examiner(account, *handlers.KEEPING)
    guards.at(account, "applied", "accepted", "refused", "withdrawn", "decided")
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account
