"""Data asked and findings shared between jurisdictions: a group of the city ↔ the county's of one system.

Basis: mechanism 23 (vertical: natural resources, ecology; horizontal: audit, finance, statistics).
"""

from collections.abc import Iterable
from typing import Final

from domain import asking_between, asking_travel
from domain.context import Context
from domain.department_requests import commands, events, guards
from domain.department_requests.account import Account
from domain.department_requests.state import DepartmentRequest
from domain.ids import PartyId
from domain.model import Draft, Number
from domain.streams import StreamState

PAPER: Final = ("协作单", "request")
"""What it is called in zh and en, among the registry's entries for what travels."""

Stream = StreamState[DepartmentRequest]


def issue(account: Account, command: commands.TakeIn, issuer: PartyId, to: PartyId) -> Number:
    """Enter what came from another jurisdiction under the receiver's next number; it is to be answered."""
    number = guards.number_of(account, to, command.kind)
    account.tell(
        events.Issued(
            **account.plain(),
            number=number,
            kind=command.kind,
            title=command.title,
            text=command.text,
            basis=command.basis,
            issuer=issuer,
            to=to,
            fields=command.fields,
            items=command.items,
            due=command.due,
        )
    )
    account.tell(events.Addressed(**account.frame(), to=to))
    account.tell(events.AnswerAsked(**account.frame(), to=to, due=command.due))
    return number


def recall(stream: Stream, command: commands.Recall, context: Context) -> Iterable[Draft]:
    """Take back what could not be delivered: nothing is owed because of it."""
    account = Account(stream, context)
    guards.at(account, "issued")
    asking_between.recall(account, command)
    return account


TRAVEL: Final = asking_travel.travel(
    events,
    released=("kind", "title", "text", "basis", "fields", "items", "due"),
    news=("text", "items", "outcome", "title", "due", "attachments"),
)
"""How they go between jurisdictions."""
