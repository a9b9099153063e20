"""Receiving and telling apart: ours, another organ's, a repeat, or nothing to accept.

Basis: one office receives (R 198); another organ's matters go there within 5 working days (R 199, 201),
reports passed down are accepted or forwarded within 5 (RC 16); repeats are kept (RC 14).
"""

from collections.abc import Iterable

from domain.complaints import commands, events, guards
from domain.complaints.account import Account
from domain.complaints.state import Complaint
from domain.context import Context
from domain.model import Draft
from domain.streams import StreamState

Stream = StreamState[Complaint]


def receive(stream: Stream, command: commands.Receive, context: Context) -> Iterable[Draft]:
    """Take in a report. Raises `BelongsAbove`: that one is set aside unread instead (RC 15).

    The reporter stands in an event and a circle of its own. Where the level above assigned it, the
    petitions office owes that level the result (RC 21).
    """
    account = Account(stream, context)
    guards.at_petitions(account)
    guards.in_order(account, command)
    account.tell(
        events.Received(
            **account.plain(),
            kept_by=account.acting,
            channel=command.channel,
            report=command.report,
            about=command.about,
            content=command.content,
            subjects=command.subjects,
            passed_down=command.sender is not None,
            sender=command.sender,
            document=command.document,
        )
    )
    if command.reporter is not None:
        account.tell(
            events.ReporterRecorded(
                **account.kept(), report=command.report, reporter=command.reporter
            )
        )
    if command.assigned and command.sender is not None:
        account.tell(
            events.Assigned(
                **account.frame(),
                assignment=1,
                assigned_by=command.sender,
                to=account.acting,
                document=command.document or "",
            )
        )
    return account


def register(stream: Stream, _: commands.Register, context: Context) -> Iterable[Draft]:
    """Number it in the register of the petitions office, gapless by year (DOMAIN.md §1.15)."""
    account = guards.known(stream, context)
    guards.at(account, "received")
    guards.by_keeper(account)
    year = context.occurred.date.year
    number = context.jurisdiction.next_number(account.acting, "complaint", year)
    account.tell(events.Registered(**account.frame(), number=number))
    return account


def accept(stream: Stream, _: commands.Accept, context: Context) -> Iterable[Draft]:
    """Accept it; a real-name reporter is told within 15 working days of receipt (R 209)."""
    account = guards.known(stream, context)
    guards.at(account, "registered")
    guards.by_keeper(account)
    account.tell(events.Accepted(**account.frame()))
    return account


def not_accept(stream: Stream, command: commands.NotAccept, context: Context) -> Iterable[Draft]:
    """Do not accept it, with the reason."""
    account = guards.known(stream, context)
    guards.at(account, "registered")
    guards.by_keeper(account)
    account.tell(events.NotAccepted(**account.frame(), reason=command.reason))
    return account


def keep_as_repeat(
    stream: Stream, command: commands.KeepAsRepeat, context: Context
) -> Iterable[Draft]:
    """Keep a repeat: registered, not handled again, its reporter not told again (RC 14).

    Who handles the earlier one is told of it periodically; that the scheme makes due.
    """
    account = guards.known(stream, context)
    guards.at(account, "registered")
    guards.by_keeper(account)
    earlier = guards.repeats(account, command.of)
    account.tell(
        events.KeptAsRepeat(**account.frame(), of=command.of, handled_by=earlier.handling_party)
    )
    return account


def notify_repeat(stream: Stream, _: commands.NotifyRepeat, context: Context) -> Iterable[Draft]:
    """Tell who handles the earlier one, who reads the repeat from now on (RC 14)."""
    account = guards.known(stream, context)
    guards.at(account, "repeat_kept")
    guards.by_keeper(account)
    state = account.state
    if state.repeats is None:
        raise AssertionError("a repeat that repeats nothing")
    earlier: Complaint = context.streams[state.repeats].state
    to = earlier.handling_party
    if to is None or to == state.handling_party:
        raise account.wrong_state("无须通报承办部门", "kept, with nobody to be told of it again")
    account.tell(events.RepeatNotified(**account.frame(handling_party=to), of=state.repeats, to=to))
    return account


def forward(stream: Stream, command: commands.Forward, context: Context) -> Iterable[Draft]:
    """Forward it to the organ whose matter it is (R 199, 201), or to a lower level (RC 16).

    Never to the unit of a person it names: raises `NotToTheReported`.
    """
    account = guards.known(stream, context)
    guards.at(account, "received", "registered", "accepted")
    guards.by_keeper(account)
    guards.goes_to(account, command.to)
    account.tell(
        events.Forwarded(
            **account.frame(), to=command.to, reason=command.reason, document=command.document
        )
    )
    return account


def take_over(stream: Stream, _: commands.TakeOver, context: Context) -> Iterable[Draft]:
    """The other organ accepts it: from now on it is that organ's."""
    account = _forwarded(stream, context)
    account.tell(events.TakenOver(**account.frame(), by=account.acting))
    return account


def return_forward(
    stream: Stream, command: commands.ReturnForward, context: Context
) -> Iterable[Draft]:
    """The other organ sends it back; it does not know of it any more."""
    account = _forwarded(stream, context)
    account.tell(
        events.ForwardReturned(
            **account.frame(),
            by=account.acting,
            reason=command.reason,
            registered=account.state.registered,
        )
    )
    return account


def _forwarded(stream: Stream, context: Context) -> Account:
    account = guards.known(stream, context)
    guards.at(account, "forwarded")
    guards.by_receiver(account)
    if account.state.taken_over:
        raise account.wrong_state("已由接收单位受理", "taken over already")
    return account
