"""What follows from each action on a task order, or why it is refused.

Basis: 一会三单一报告 of the interview on Liuzhou (mechanism 25): the joint meeting decides, members get
task orders and hand in feedback forms in time, proposal forms follow where needed, and stationed groups
follow up how departments carry their tasks out; task orders from other meetings go the same way.
By when each is signed for, fed back and closed stands in the scheme, or in the order.
"""

import datetime
from collections.abc import Iterable

from domain import asking, asking_between
from domain.context import Context
from domain.ids import PartyId
from domain.model import Draft
from domain.streams import StreamState
from domain.task_orders import commands, events, guards
from domain.task_orders.account import Account
from domain.task_orders.state import TaskOrder

Stream = StreamState[TaskOrder]


def issue(stream: Stream, command: commands.Issue, context: Context) -> Iterable[Draft]:
    """Issue an order under the issuer's next number; each addressee is to sign and to feed back.

    Raises `NotAuthorised`, `UnknownParty`, `InvalidField`, `NoSuchMeeting`,
    `NotAMemberOfTheMeeting`, `BeyondTheCycle`, `NobodyFollows`.
    """
    account = Account(stream, context)
    guards.may_order(account)
    asking.of_others(account, command.parties)
    guards.has_its_meeting(account, command)
    guards.within_the_cycle(account, command.due, command.cycle_ends)
    groups = (account.acting, *command.parties)
    followers = {each: guards.is_followed(account, each, groups) for each in command.departments}
    year = context.occurred.date.year
    number = context.jurisdiction.next_number(account.acting, "task_order", year)
    account.tell(
        events.Issued(
            **account.plain(),
            number=number,
            title=command.title,
            text=command.text,
            supervision=command.supervision,
            basis=command.basis,
            meeting=command.meeting,
            item=command.item,
            issuer=account.acting,
            parties=command.parties,
            departments=command.departments,
            due=command.due,
            cycle_ends=command.cycle_ends,
            form=command.form,
        )
    )
    for party in command.parties:
        account.tell(events.Addressed(**account.frame(), to=party))
        _ask(account, party, command.due)
        _send(account, party, str(number), command)
    for department, group in followers.items():
        account.tell(
            events.FollowUpAsked(
                **account.frame(), to=group, department=department, due=command.due
            )
        )
    return account


def _send(account: Account, party: PartyId, number: str, command: commands.Issue) -> None:
    """Where the addressee is another jurisdiction, the order goes there, and nothing else does."""
    account.send(
        party,
        number,
        title=command.title,
        text=command.text,
        supervision=command.supervision,
        basis=command.basis,
        due=command.due,
        form=command.form,
    )


def _ask(account: Account, party: PartyId, due: datetime.date) -> None:
    account.tell(
        events.FeedbackAsked(**account.frame(), to=party, due=due, meeting=account.state.meeting)
    )


def acknowledge(stream: Stream, _: commands.Acknowledge, context: Context) -> Iterable[Draft]:
    """Sign for an order, once. Raises `NothingToSign`."""
    account = Account(stream, context)
    guards.at(account, "issued")
    asking_between.addressee_is_here(account)
    asking.to_sign(account, account.state.asked)
    account.tell(events.Acknowledged(**account.frame(), by=account.acting))
    return account


def give_feedback(
    stream: Stream, command: commands.GiveFeedback, context: Context
) -> Iterable[Draft]:
    """Hand in the feedback form. Who does has the order: it is signed for with it."""
    account = Account(stream, context)
    guards.at(account, "issued")
    asking_between.addressee_is_here(account)
    guards.feedback_stands(account, account.acting, "asked", "returned")
    if account.acting in account.state.asked.pending:
        account.tell(events.Acknowledged(**account.frame(), by=account.acting))
    files = account.release(command.attachments, account.state.legs.incoming)
    account.tell(
        events.FeedbackGiven(
            **account.frame(),
            by=account.acting,
            result=command.result,
            text=command.text,
            form=command.form,
            attachments=files,
        )
    )
    return account


def return_feedback(
    stream: Stream, command: commands.ReturnFeedback, context: Context
) -> Iterable[Draft]:
    """Send a feedback form back; a better one is owed from now on."""
    account = Account(stream, context)
    guards.at(account, "issued")
    guards.by_issuer(account)
    guards.feedback_stands(account, command.party, "answered")
    account.tell(
        events.FeedbackReturned(**account.frame(), by=command.party, reason=command.reason)
    )
    return account


def accept_feedback(
    stream: Stream, command: commands.AcceptFeedback, context: Context
) -> Iterable[Draft]:
    """Take a feedback form as sufficient."""
    account = Account(stream, context)
    guards.at(account, "issued")
    guards.by_issuer(account)
    guards.feedback_stands(account, command.party, "answered")
    account.tell(events.FeedbackAccepted(**account.frame(), by=command.party))
    return account


def follow_up(stream: Stream, command: commands.FollowUp, context: Context) -> Iterable[Draft]:
    """Say how a department carries the task out, as often as there is something to say.

    Raises `NotTheFollower`.
    """
    account = Account(stream, context)
    guards.at(account, "issued")
    guards.follows(account, command)
    account.tell(
        events.FollowedUp(
            **account.frame(),
            by=account.acting,
            department=command.department,
            progress=command.progress,
            text=command.text,
        )
    )
    return account


def return_follow_up(
    stream: Stream, command: commands.ReturnFollowUp, context: Context
) -> Iterable[Draft]:
    """Send back what a group said of its department; it is owed anew. Raises `NotTheFollower`."""
    account = Account(stream, context)
    guards.at(account, "issued")
    guards.by_issuer(account)
    group = guards.followed(account, command.department)
    account.tell(
        events.FollowUpReturned(
            **account.frame(), by=group, department=command.department, reason=command.reason
        )
    )
    return account


def close(stream: Stream, _: commands.Close, context: Context) -> Iterable[Draft]:
    """Close the order: nothing asked because of it is open. Raises `NotAllSettled`."""
    account = Account(stream, context)
    guards.at(account, "issued")
    guards.by_issuer(account)
    guards.all_settled(account)
    account.tell(events.Closed(**account.frame()))
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正 (DOMAIN.md §1.12): due dates of who has not answered yet follow a corrected day.

    Raises `InvalidField` for nothing or a day gone by, `BeyondTheCycle`, `NotDeliveredYet`.
    """
    account = Account(stream, context)
    guards.at(account, "issued")
    guards.by_issuer(account)
    asking_between.is_delivered(account)
    guards.corrects(command)
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
    if command.due is not None:
        _redate(account, command.due)
    return account


def _redate(account: Account, due: datetime.date) -> None:
    guards.within_the_cycle(account, due, account.state.cycle_ends)
    for party, stage in account.state.asked.answers.items():
        if stage == "asked":
            _ask(account, party, due)
    for department, follow in account.state.follow_ups.items():
        if follow.stage == "asked":
            account.tell(
                events.FollowUpAsked(
                    **account.frame(), to=follow.group, department=department, due=due
                )
            )


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: the number is kept (DOMAIN.md §1.15), what is owed is withdrawn."""
    account = Account(stream, context)
    guards.at(account, "issued", "closed")
    guards.by_issuer(account)
    asking_between.recall_undelivered(account, command.reason, command.approved_by)
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account
