"""Proposal forms between jurisdictions: a body of the city proposes something to a county, or the other way.

Basis: mechanism 25 («精准发出建议单») and DOMAIN.md §1.15. The order that one came of stays where it is.
"""

from collections.abc import Iterable
from typing import Final

from domain import asking_between, asking_travel
from domain.context import Context
from domain.ids import PartyId
from domain.model import Draft, Number
from domain.proposal_forms import commands, events, guards
from domain.proposal_forms.account import Account
from domain.proposal_forms.decisions import settled
from domain.proposal_forms.state import ProposalForm
from domain.streams import StreamState

PAPER: Final = ("建议单", "proposal form")
"""What it is called in zh and en, among the registry's entries for what travels."""

Stream = StreamState[ProposalForm]


def issue(account: Account, command: commands.TakeIn, issuer: PartyId, to: PartyId) -> Number:
    """Enter a proposal from another jurisdiction under the receiver's next number; it is to be answered."""
    year = account.context.occurred.date.year
    number = account.jurisdiction.next_number(to, "proposal_form", year)
    account.tell(
        events.Issued(
            **account.plain(),
            number=number,
            title=command.title,
            text=command.text,
            supervision=command.supervision,
            basis=command.basis,
            issuer=issuer,
            to=to,
            due=command.due,
            form=command.form,
        )
    )
    events.ASKING.ask(account, to, command.due)
    return number


def recall(stream: Stream, command: commands.Recall, context: Context) -> Iterable[Draft]:
    """Take back what could not be delivered: no answer is owed, and the order it came of waits no longer."""
    account = Account(stream, context)
    guards.at(account, "issued")
    asking_between.recall(account, command)
    return (*account, *settled(account))


TRAVEL: Final = asking_travel.travel(
    events,
    released=("title", "text", "supervision", "basis", "due", "form"),
    news=("text", "form", "title", "due", "attachments"),
)
"""How they go between jurisdictions."""
