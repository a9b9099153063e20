"""What follows from each action on an urging, or why it is refused.

Basis: 催办/督办 by hand with reply duty (DOMAIN.md §5, first-hour needs; R 289: bodies check each other).
Leads keep their own (`domain.leads.decisions.oversight.remind`): there recusal, the lead's roles and
the scope of knowledge decide who urges (R 295, 299), and its events belong to the lead.
"""

from collections.abc import Iterable

from domain import asked_of_one, asking, asking_between
from domain.context import Context
from domain.model import Draft
from domain.streams import StreamState
from domain.urgings import between, commands, events, guards
from domain.urgings.account import Account
from domain.urgings.state import Urging

Stream = StreamState[Urging]


def urge(stream: Stream, command: commands.Urge, context: Context) -> Iterable[Draft]:
    """Urge a party about a matter under the next number; it is to sign and to answer by the day.

    Raises `NotFound`, `UrgedInItself`, `BarredFromCase`, `InvalidField`, `NotYoursToUrge`, `NotDeliveredYet`.
    """
    account = Account(stream, context)
    matter = guards.matter_of(account, command)
    guards.both_concerned(account, matter, command.to)
    guards.is_owed(matter, command)
    guards.may_urge(account, matter, command)
    asking.not_before_today(account, command.due, "due")
    year = context.occurred.date.year
    number = context.jurisdiction.next_number(account.acting, command.kind, year)
    account.tell(
        events.Urged(
            **account.plain(),
            number=number,
            kind=command.kind,
            matter=command.matter,
            obligation=command.obligation,
            about=command.about,
            issuer=account.acting,
            to=command.to,
            due=command.due,
        )
    )
    events.ASKING.ask(account, command.to, command.due)
    between.send(account, matter, command, str(number))
    return account


def acknowledge(stream: Stream, _: commands.Acknowledge, context: Context) -> Iterable[Draft]:
    """Sign for an urging, once. Raises `NothingToSign`."""
    account = Account(stream, context)
    guards.at(account, "urged")
    events.ASKING.acknowledge(account)
    return account


def answer(stream: Stream, command: commands.Answer, context: Context) -> Iterable[Draft]:
    """Say where the matter stands. Who answers has the urging: it is signed for with it."""
    account = Account(stream, context)
    guards.at(account, "urged")
    asked_of_one.by_addressee(account, "asked", "returned")
    events.ASKING.receive(account)
    account.tell(events.Answered(**account.answerer(), text=command.text))
    return account


def return_answer(
    stream: Stream, command: commands.ReturnAnswer, context: Context
) -> Iterable[Draft]:
    """Send the answer back; a better one is owed from now on."""
    account = Account(stream, context)
    guards.at(account, "urged")
    events.ASKING.return_answer(account, command.reason)
    return account


def accept_answer(stream: Stream, _: commands.AcceptAnswer, context: Context) -> Iterable[Draft]:
    """Take the answer as sufficient."""
    account = Account(stream, context)
    guards.at(account, "urged")
    events.ASKING.accept_answer(account)
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正 (DOMAIN.md §1.12): where nobody answered yet, the due date follows a corrected day.

    Raises `InvalidField` for nothing or a day gone by, `NotDeliveredYet`.
    """
    account = Account(stream, context)
    guards.at(account, "urged")
    asked_of_one.by_issuer(account)
    asking_between.is_delivered(account)
    guards.corrects(command)
    asking.not_before_today(account, command.due, "due")
    account.tell(
        events.Corrected(
            **account.frame(),
            reason=command.reason,
            approved_by=command.approved_by,
            about=command.about,
            due=command.due,
        )
    )
    events.ASKING.redate(account, command.due)
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: the number is kept (DOMAIN.md §1.15), what is owed is withdrawn."""
    account = Account(stream, context)
    guards.at(account, "urged")
    asked_of_one.by_issuer(account)
    asking_between.recall_undelivered(account, command.reason, command.approved_by)
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account
