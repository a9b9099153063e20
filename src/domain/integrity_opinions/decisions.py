"""What follows from each action on an integrity opinion, or why it is refused.

Basis: integrity opinions are one of the methods of daily supervision (廉政意见回复; DOMAIN.md §5 mechanism
29). The day by which the group answers stands in the request, the rest in the scheme.
"""

from collections.abc import Iterable

from domain.asking import not_before_today
from domain.context import Context
from domain.integrity_opinions import commands, events, guards
from domain.integrity_opinions.account import Account
from domain.integrity_opinions.state import IntegrityOpinion
from domain.model import Draft
from domain.oversight import group_at
from domain.streams import StreamState

Stream = StreamState[IntegrityOpinion]


def ask(stream: Stream, command: commands.Ask, context: Context) -> Iterable[Draft]:
    """Ask the group stationed at the person's unit. Raises `UnknownParty`, `InvalidField`."""
    account = Account(stream, context)
    group = group_at(account, command.unit)
    guards.asks_another(account, group)
    not_before_today(account, command.due, "due")
    account.tell(
        events.Asked(
            **account.plain(),
            asked_by=account.acting,
            group=group,
            unit=command.unit,
            person=command.person,
            purpose=command.purpose,
            due=command.due,
        )
    )
    return account


def answer(stream: Stream, command: commands.Answer, context: Context) -> Iterable[Draft]:
    """Give the opinion, also anew after it came back."""
    account = Account(stream, context)
    guards.at(account, "asked", "returned")
    guards.by_group(account)
    account.tell(events.Answered(**account.frame(), view=command.view, text=command.text))
    return account


def return_answer(
    stream: Stream, command: commands.ReturnAnswer, context: Context
) -> Iterable[Draft]:
    """Send it back; a clearer one is owed from now on."""
    account = Account(stream, context)
    guards.at(account, "answered")
    guards.by_asker(account)
    account.tell(events.AnswerReturned(**account.frame(), reason=command.reason))
    return account


def accept_answer(stream: Stream, _: commands.AcceptAnswer, context: Context) -> Iterable[Draft]:
    """Take it as sufficient."""
    account = Account(stream, context)
    guards.at(account, "answered")
    guards.by_asker(account)
    account.tell(events.AnswerAccepted(**account.frame()))
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正: what the opinion said wrongly (DOMAIN.md §1.12), also after it was accepted."""
    account = Account(stream, context)
    guards.at(account, "answered", "accepted")
    guards.by_group(account)
    guards.corrects(command)
    account.tell(
        events.Corrected(
            **account.frame(),
            reason=command.reason,
            approved_by=command.approved_by,
            view=command.view,
            text=command.text,
        )
    )
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: what is owed is withdrawn."""
    account = Account(stream, context)
    guards.at(account, "asked", "answered", "returned", "accepted")
    guards.by_asker(account)
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account
