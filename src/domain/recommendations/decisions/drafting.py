"""Drafting and consulting: the decisions (R 39, 235, 236; RD 19)."""

from collections.abc import Iterable

from domain.context import Context
from domain.model import Draft
from domain.recommendations import commands, events, guards
from domain.recommendations.account import Account
from domain.recommendations.state import INSIDE, Recommendation
from domain.streams import StreamState

Stream = StreamState[Recommendation]


def draft(stream: Stream, command: commands.Draft, context: Context) -> Iterable[Draft]:
    """Draft it. Raises `WrongAddressee`, `NotItsUnit`, `NotASecondBody`, `InvalidLimit`."""
    account = Account(stream, context)
    guards.may_issue(account)
    guards.makes_sense(account, command.content)
    for observer in command.observers:
        context.jurisdiction.party(observer)
    account.tell(
        events.Drafted(
            **account.plain(),
            issuer=account.acting,
            content=command.content,
            facts=command.facts,
            drafter=context.actor,
            matter=command.matter,
            observers=tuple(dict.fromkeys(command.observers)),
        )
    )
    return account


def redraft(stream: Stream, command: commands.Redraft, context: Context) -> Iterable[Draft]:
    """Write it anew before it is submitted, or after it came back."""
    account = guards.inside(stream, context)
    guards.at(account, "drafted")
    guards.by_issuer(account)
    guards.makes_sense(account, command.content)
    account.tell(
        events.Redrafted(
            **account.plain(),
            issuer=account.state.issuer,
            content=command.content,
            drafter=context.actor,
            reason=command.reason,
        )
    )
    return account


def consult(stream: Stream, command: commands.Consult, context: Context) -> Iterable[Draft]:
    """征求意见 (R 236): each department learns of the draft what it is asked, and no more."""
    account = guards.inside(stream, context)
    guards.at(account, "drafted")
    guards.by_issuer(account)
    guards.asks_others(account, command)
    for party in command.parties:
        account.tell(
            events.ConsultationAsked(
                **account.plain(),
                issuer=account.state.issuer,
                department=party,
                title=account.content.title,
                text=command.text,
                due=command.due,
            )
        )
    return account


def answer_consultation(
    stream: Stream, command: commands.AnswerConsultation, context: Context
) -> Iterable[Draft]:
    """Tell one's view, once. Raises `NothingAsked`."""
    account = Account(stream, context)
    guards.was_asked(account)
    guards.at(account, *INSIDE)
    account.tell(
        events.ConsultationAnswered(
            **account.plain(),
            issuer=account.state.issuer,
            department=account.acting,
            view=command.view,
            text=command.text,
        )
    )
    return account
