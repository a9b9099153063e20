"""What follows from each action on a proposal form, or why it is refused.

Basis: «精准发出建议单» of the interview on Liuzhou (mechanism 25): to one addressee, with a day by which
it answers. One that came of a task order keeps that order open until the answer is accepted.
"""

from collections.abc import Iterable

from domain import asked_of_one, asking, asking_between
from domain.context import Context
from domain.model import Draft
from domain.proposal_forms import commands, events, guards
from domain.proposal_forms.account import Account
from domain.proposal_forms.state import ProposalForm
from domain.streams import StreamState
from domain.task_orders import account as task_orders
from domain.task_orders import events as order_events

Stream = StreamState[ProposalForm]


def issue(stream: Stream, command: commands.Issue, context: Context) -> Iterable[Draft]:
    """Send a proposal under the issuer's next number; the addressee is to sign and to answer.

    Raises `NotAuthorised`, `UnknownParty`, `InvalidField`, `NoSuchTaskOrder`.
    """
    account = Account(stream, context)
    guards.may_propose(account)
    asking.of_others(account, (command.to,))
    asking.not_before_today(account, command.due, "due")
    order = guards.order_of(account, command.task_order)
    year = context.occurred.date.year
    number = context.jurisdiction.next_number(account.acting, "proposal_form", year)
    account.tell(
        events.Issued(
            **account.plain(),
            number=number,
            title=command.title,
            text=command.text,
            supervision=command.supervision,
            basis=command.basis,
            task_order=command.task_order,
            ordered_by=None if order is None else order.state.issuer,
            meeting=None if order is None else order.state.meeting,
            issuer=account.acting,
            to=command.to,
            due=command.due,
            form=command.form,
        )
    )
    events.ASKING.ask(account, command.to, command.due)
    account.send(
        command.to,
        str(number),
        title=command.title,
        text=command.text,
        supervision=command.supervision,
        basis=command.basis,
        due=command.due,
        form=command.form,
    )
    if order is None:
        return account
    order.tell(
        order_events.ProposalIssued(**order.frame(), by=account.acting, proposal=account.stream)
    )
    return (*account, *order)


def acknowledge(stream: Stream, _: commands.Acknowledge, context: Context) -> Iterable[Draft]:
    """Sign for a proposal, once. Raises `NothingToSign`."""
    account = Account(stream, context)
    guards.at(account, "issued")
    events.ASKING.acknowledge(account)
    return account


def answer(stream: Stream, command: commands.Answer, context: Context) -> Iterable[Draft]:
    """Answer. Who answers has the proposal: it is signed for with it."""
    account = Account(stream, context)
    guards.at(account, "issued")
    asked_of_one.by_addressee(account, "asked", "returned")
    events.ASKING.receive(account)
    files = account.release(command.attachments, account.state.legs.incoming)
    account.tell(
        events.Answered(
            **account.answerer(), text=command.text, form=command.form, attachments=files
        )
    )
    return account


def return_answer(
    stream: Stream, command: commands.ReturnAnswer, context: Context
) -> Iterable[Draft]:
    """Send the answer back; a better one is owed from now on."""
    account = Account(stream, context)
    guards.at(account, "issued")
    events.ASKING.return_answer(account, command.reason)
    return account


def accept_answer(stream: Stream, _: commands.AcceptAnswer, context: Context) -> Iterable[Draft]:
    """Take the answer as sufficient; the order it came of waits for it no longer."""
    account = Account(stream, context)
    guards.at(account, "issued")
    events.ASKING.accept_answer(account)
    return (*account, *settled(account))


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正 (DOMAIN.md §1.12): where nobody answered yet, the due date follows a corrected day.

    Raises `InvalidField` for nothing or a day gone by, `NotDeliveredYet`.
    """
    account = Account(stream, context)
    guards.at(account, "issued")
    asked_of_one.by_issuer(account)
    asking_between.is_delivered(account)
    guards.corrects(command)
    asking.not_before_today(account, command.due, "due")
    account.tell(
        events.Corrected(
            **account.frame(),
            reason=command.reason,
            approved_by=command.approved_by,
            title=command.title,
            text=command.text,
            due=command.due,
        )
    )
    events.ASKING.redate(account, command.due)
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: the number is kept (DOMAIN.md §1.15), what is owed is withdrawn, the order waits no longer."""
    account = Account(stream, context)
    guards.at(account, "issued")
    asked_of_one.by_issuer(account)
    accepted = account.state.asked.answer(account.state.addressee) == "accepted"
    asking_between.recall_undelivered(account, command.reason, command.approved_by)
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account if accepted else (*account, *settled(account))


def settled(account: Account) -> Iterable[Draft]:
    """What the order a proposal came of is told."""
    if account.state.task_order is None:
        return ()
    order = task_orders.Account(account.context.streams[account.state.task_order], account.context)
    order.tell(
        order_events.ProposalSettled(
            **order.frame(), by=account.state.issuer, proposal=account.stream
        )
    )
    return order
