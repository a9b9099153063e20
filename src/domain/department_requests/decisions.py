"""What follows from each action on a request to a department, or why it is refused.

Basis: the interview on Linyi (working together with the host unit's organisation, petitions, audit,
finance and legal departments; mechanism 10) and on Wuhu (with audit, accounting and statistics, and
down one system; mechanism 23): data asked and supplied, findings shared, with minimum fields. How
many days each step has stands in the scheme, or in the request.
"""

from collections.abc import Iterable

from domain import asked_of_one, asking, asking_between
from domain.context import Context
from domain.department_requests import commands, events, guards
from domain.department_requests.account import Account
from domain.department_requests.state import DepartmentRequest
from domain.model import Draft
from domain.streams import StreamState

Stream = StreamState[DepartmentRequest]


def issue(stream: Stream, command: commands.Issue, context: Context) -> Iterable[Draft]:
    """Ask for data or share a finding, under the issuer's next number of that kind.

    Raises `NotAuthorised`, `UnknownParty`, `InvalidField`, `FieldsMissing`.
    """
    account = Account(stream, context)
    asking.of_others(account, (command.to,))
    asking.not_before_today(account, command.due, "due")
    if command.office is not None:
        guards.has_offices(account, command.to)
    fields: tuple[str, ...] = ()
    if command.kind == "data":
        fields = guards.asks_for(account, command)
    else:
        guards.shares(account, command)
    number = guards.number_of(account, account.acting, command.kind)
    account.tell(
        events.Issued(
            **account.plain(),
            number=number,
            kind=command.kind,
            title=command.title,
            text=command.text,
            basis=command.basis,
            issuer=account.acting,
            to=command.to,
            office=command.office,
            fields=fields,
            items=command.items,
            due=command.due,
        )
    )
    account.tell(events.Addressed(**account.frame(), to=command.to))
    account.tell(events.AnswerAsked(**account.frame(), to=command.to, due=command.due))
    account.send(
        command.to,
        str(number),
        kind=command.kind,
        title=command.title,
        text=command.text,
        basis=command.basis,
        fields=fields,
        items=command.items,
        due=command.due,
    )
    return account


def acknowledge(stream: Stream, _: commands.Acknowledge, context: Context) -> Iterable[Draft]:
    """Sign for it, once. Raises `NothingToSign`."""
    account = Account(stream, context)
    guards.at(account, "issued")
    asking_between.addressee_is_here(account)
    asking.to_sign(account, account.state.asked)
    account.tell(events.Acknowledged(**account.answerer()))
    return account


def send_back(stream: Stream, command: commands.SendBack, context: Context) -> Iterable[Draft]:
    """Send it back unanswered: who asked puts it right and sends it out again, or annuls it.

    Who sends it back had it: it is signed for with that. Raises `HandledElsewhere` for what came from
    another jurisdiction.
    """
    account = Account(stream, context)
    guards.at(account, "issued")
    asking_between.issuer_is_here(account)
    asked_of_one.by_addressee(account, "asked")
    if account.acting in account.state.asked.pending:
        account.tell(events.Acknowledged(**account.answerer()))
    account.tell(
        events.SentBack(**account.answerer(), ground=command.ground, reason=command.reason)
    )
    return account


def answer(stream: Stream, command: commands.Answer, context: Context) -> Iterable[Draft]:
    """Supply each field asked for, or why there is none; or say what became of a finding.

    Who answers has it: it is signed for with the answer. Raises `FieldsMissing`, `InvalidField`, `NotFound`.
    """
    account = Account(stream, context)
    guards.at(account, "issued")
    asked_of_one.by_addressee(account, "asked", "returned")
    if account.state.kind == "data":
        guards.supplies(account, command)
    else:
        guards.takes_up(account, command)
    if account.acting in account.state.asked.pending:
        account.tell(events.Acknowledged(**account.answerer()))
    files = account.release(command.attachments, account.state.legs.incoming)
    account.tell(
        events.Answered(
            **account.answerer(),
            text=command.text,
            items=command.items,
            outcome=command.outcome,
            lead=command.lead,
            attachments=files,
        )
    )
    return account


def return_answer(
    stream: Stream, command: commands.ReturnAnswer, context: Context
) -> Iterable[Draft]:
    """Send the answer back; a better one is owed from now on."""
    account = Account(stream, context)
    guards.at(account, "issued")
    asked_of_one.to_judge(account)
    account.tell(events.AnswerReturned(**account.answerer(), reason=command.reason))
    return account


def accept_answer(stream: Stream, _: commands.AcceptAnswer, context: Context) -> Iterable[Draft]:
    """Take the answer as sufficient."""
    account = Account(stream, context)
    guards.at(account, "issued")
    asked_of_one.to_judge(account)
    account.tell(events.AnswerAccepted(**account.answerer()))
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正 (DOMAIN.md §1.12): where nobody answered yet, the due date follows a corrected day.

    What came back unanswered goes out again, to be signed for and answered anew.

    Raises `InvalidField` for nothing or a day gone by, `NotDeliveredYet`.
    """
    account = Account(stream, context)
    guards.at(account, "issued")
    asked_of_one.by_issuer(account)
    asking_between.is_delivered(account)
    guards.corrects(account, command)
    asking.not_before_today(account, command.due, "due")
    account.tell(
        events.Corrected(
            **account.frame(),
            reason=command.reason,
            approved_by=command.approved_by,
            title=command.title,
            text=command.text,
            office=command.office,
            due=command.due,
        )
    )
    addressee = account.state.addressee
    if guards.came_back(account):
        account.tell(events.Addressed(**account.frame(), to=addressee))
    if command.due is not None and account.state.asked.answer(addressee) in ("asked", "sent_back"):
        account.tell(events.AnswerAsked(**account.frame(), to=addressee, due=command.due))
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: the number is kept (DOMAIN.md §1.15), what is owed is withdrawn."""
    account = Account(stream, context)
    guards.at(account, "issued")
    asked_of_one.by_issuer(account)
    asking_between.recall_undelivered(account, command.reason, command.approved_by)
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account
