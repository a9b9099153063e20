"""Task orders between jurisdictions: city → county, county → city, each level under its own number.

Basis: mechanisms 24 and 25: county commissions are members of the quarterly meeting; DOMAIN.md §1.15.
"""

from collections.abc import Iterable
from typing import Final

from domain import asking_between, asking_travel
from domain.context import Context
from domain.ids import PartyId
from domain.model import Draft, Number
from domain.streams import StreamState
from domain.task_orders import commands, events, guards
from domain.task_orders.account import Account
from domain.task_orders.state import TaskOrder

PAPER: Final = ("任务单", "task order")
"""What it is called in zh and en, among the registry's entries for what travels."""

Stream = StreamState[TaskOrder]


def issue(account: Account, command: commands.TakeIn, issuer: PartyId, to: PartyId) -> Number:
    """Enter an order from another jurisdiction under the receiver's next number; it is to feed back."""
    year = account.context.occurred.date.year
    number = account.jurisdiction.next_number(to, "task_order", year)
    account.tell(
        events.Issued(
            **account.plain(),
            number=number,
            title=command.title,
            text=command.text,
            supervision=command.supervision,
            basis=command.basis,
            issuer=issuer,
            parties=(to,),
            due=command.due,
            form=command.form,
        )
    )
    account.tell(events.Addressed(**account.frame(), to=to))
    account.tell(events.FeedbackAsked(**account.frame(), to=to, due=command.due))
    return number


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
