"""Task orders between jurisdictions: city → county, county → city, each level under its own number.

Basis: mechanisms 24 and 25: county commissions are members of the quarterly meeting; DOMAIN.md §1.15.
"""

from collections.abc import Iterable
from typing import Final

from domain import asking_between, asking_travel
from domain.between import taken_from
from domain.context import Context
from domain.model import Draft
from domain.streams import StreamState
from domain.task_orders import commands, events, guards
from domain.task_orders.account import Account
from domain.task_orders.state import TaskOrder

PAPER: Final = ("任务单", "task order")
"""What it is called in zh and en, among the registry's entries for what travels."""

Stream = StreamState[TaskOrder]


def take_in(stream: Stream, command: commands.TakeIn, context: Context) -> Iterable[Draft]:
    """Enter an order from another jurisdiction under the receiver's next number; it is to feed back.

    Raises `NoChannel`, `AlreadyExists`. Its day may have gone by on the way: then it is overdue here too.
    """
    account = Account(stream, context)
    channel = taken_from(account, stream, command.origin)
    party = asking_between.receiver(account, channel, command.issuer)
    year = context.occurred.date.year
    number = context.jurisdiction.next_number(party, "task_order", year)
    account.tell(
        events.Issued(
            **account.plain(),
            number=number,
            title=command.title,
            text=command.text,
            supervision=command.supervision,
            basis=command.basis,
            issuer=channel.party,
            parties=(party,),
            due=command.due,
            form=command.form,
        )
    )
    account.tell(events.Addressed(**account.frame(), to=party))
    account.tell(events.FeedbackAsked(**account.frame(), to=party, due=command.due))
    asking_between.arrive(account, command, party, number)
    return account


def recall(stream: Stream, command: commands.Recall, context: Context) -> Iterable[Draft]:
    """Take back an order that could not be delivered: that party owes nothing."""
    account = Account(stream, context)
    guards.at(account, "issued")
    asking_between.recall(account, command)
    return account


TRAVEL: Final = asking_travel.travel(
    events,
    released=("title", "text", "supervision", "basis", "due", "form"),
    news=("result", "title", "text", "due", "form", "attachments"),
)
"""How task orders go between jurisdictions."""
