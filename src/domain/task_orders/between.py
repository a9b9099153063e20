"""Task orders between jurisdictions: city → county, county → city, each level under its own number.

Basis: mechanisms 24 and 25: county commissions are members of the quarterly meeting; DOMAIN.md §1.15.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from domain import asking_between
from domain.between import taken_from
from domain.context import Context
from domain.model import Draft
from domain.registry import Travel
from domain.streams import StreamState
from domain.task_orders import commands, events, guards
from domain.task_orders.account import Account
from domain.task_orders.state import TaskOrder

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
    account.tell(
        events.Arrived(
            **account.frame(),
            to=party,
            leg=1,
            origin=command.origin,
            document=command.document,
            registered=str(number),
        )
    )
    return account


def recall(stream: Stream, command: commands.Recall, context: Context) -> Iterable[Draft]:
    """Take back an order that could not be delivered: that party owes nothing."""
    account = Account(stream, context)
    guards.at(account, "issued")
    asking_between.recall(account, command)
    return account


_RELEASED: Final = ("issuer", "document", "title", "text", "supervision", "basis", "due", "form")


def _letter(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: data[name] for name in _RELEASED if name in data}


TRAVEL: Final = Travel(
    sent=events.Dispatched,
    arrived=events.Arrived,
    news_sent=events.NewsSent,
    news_arrived=events.NewsArrived,
    failed=events.DeliveryFailed,
    resent=events.Resent,
    recalled=events.Recalled,
    letter=_letter,
    news=("news", "number", "reason", "result", "title", "text", "due", "form"),
)
"""How task orders go between jurisdictions."""
