"""Issuing, delivering, and what the addressee says to it: the decisions (R 235)."""

from collections.abc import Iterable

from domain.calendar import Limit, due_date
from domain.context import Context
from domain.model import Draft
from domain.recommendations import commands, events, guards
from domain.recommendations.state import Recommendation
from domain.streams import StreamState

Stream = StreamState[Recommendation]


def issue(stream: Stream, _: commands.Issue, context: Context) -> Iterable[Draft]:
    """Number and issue what was approved: deadline, feedback duty, objection period stand in it."""
    account = guards.known(stream, context)
    guards.at(account, "approved")
    guards.by_issuer(account)
    content, year = account.content, context.occurred.date.year
    guards.terms_hold(account, content.terms)
    account.tell(
        events.Issued(
            **account.frame(),
            number=context.jurisdiction.next_number(account.acting, "recommendation", year),
            kind=content.kind,
            ground=content.ground,
            title=content.title,
            problems=content.problems,
            advice=content.advice,
            terms=content.terms,
            verifier=content.verifier,
            paper=content.paper,
            observers=account.state.observers,
        )
    )
    return account


def deliver(stream: Stream, command: commands.Deliver, context: Context) -> Iterable[Draft]:
    """送达: the addressee learns of it; from the next day on the objection period runs (R 326)."""
    account = guards.known(stream, context)
    guards.at(account, "issued")
    guards.by_issuer(account)
    terms = account.content.terms
    limit = Limit.parse(terms.objection_within)
    until = due_date(context.occurred.date, limit, calendar=guards.calendar(account))
    account.tell(
        events.Delivered(
            **account.frame(),
            manner=command.manner,
            received_by=command.received_by,
            place=command.place,
            deadline=terms.deadline,
            feedback_due=terms.feedback_due,
            objection_until=until.date,
        )
    )
    return account


def acknowledge(stream: Stream, _: commands.Acknowledge, context: Context) -> Iterable[Draft]:
    """Sign for it, once."""
    account = guards.known(stream, context)
    guards.at(account, "delivered")
    guards.by_addressee(account)
    if account.state.acknowledged:
        raise account.wrong_state("已签收", "acknowledged already")
    account.tell(events.Acknowledged(**account.frame()))
    return account


def raise_objection(
    stream: Stream, command: commands.RaiseObjection, context: Context
) -> Iterable[Draft]:
    """提出异议, once, within the period stated (R 235). Raises `ObjectionPeriodOver`."""
    account = guards.known(stream, context)
    guards.at(account, "delivered")
    guards.by_addressee(account)
    if account.state.objected:
        raise account.wrong_state("异议已处理", "its objection was decided already")
    guards.within_objection_period(account)
    account.tell(events.ObjectionRaised(**account.frame(), text=command.text))
    return account


def uphold(stream: Stream, command: commands.Uphold, context: Context) -> Iterable[Draft]:
    """The recommendation stands."""
    account = guards.known(stream, context)
    guards.at(account, "objected")
    guards.by_issuer(account)
    account.tell(
        events.Upheld(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account


def revise(stream: Stream, command: commands.Revise, context: Context) -> Iterable[Draft]:
    """The recommendation is revised; new days move what is owed."""
    account = guards.known(stream, context)
    guards.at(account, "objected")
    guards.by_issuer(account)
    old = account.content
    terms = command.terms or old.terms
    guards.terms_hold(account, terms)
    account.tell(
        events.Revised(
            **account.frame(),
            reason=command.reason,
            approved_by=command.approved_by,
            problems=command.problems or old.problems,
            advice=command.advice or old.advice,
            terms=terms,
            deadline=terms.deadline,
            feedback_due=terms.feedback_due,
            paper=command.paper or old.paper,
        )
    )
    return account


def withdraw(stream: Stream, command: commands.Withdraw, context: Context) -> Iterable[Draft]:
    """The objection holds: it is withdrawn, and nothing is owed any more."""
    account = guards.known(stream, context)
    guards.at(account, "objected")
    guards.by_issuer(account)
    account.tell(
        events.Withdrawn(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account
