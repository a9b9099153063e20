"""Urging whoever has a matter in another jurisdiction: it goes where the matter went, or came from.

Basis: 催办/督办 by hand with reply duty (DOMAIN.md §1.15, §5); the party that has the matter there is urged.
"""

from collections.abc import Iterable
from typing import Any, Final

from domain import asking_between, asking_travel
from domain.asking_legs import Leg, Legs
from domain.context import Context
from domain.errors import NotFound
from domain.ids import PartyId
from domain.model import Draft, Number
from domain.scheme_channels import Channel
from domain.streams import StreamState
from domain.urgings import commands, events, guards
from domain.urgings.account import Account
from domain.urgings.state import Urging

PAPER: Final = ("催办督办", "urging")
"""What it is called in zh and en, among the registry's entries for what travels."""

Stream = StreamState[Urging]


def send(account: Account, matter: StreamState[Any], command: commands.Urge, number: str) -> None:
    """Where the matter is between here and the jurisdiction that the urged party is, tell that it goes there.

    What is urged about otherwise stays here. Raises `NotDeliveredYet` while the matter itself is under way.
    """
    for leg, _, other in _ends(matter):
        if other == command.to:
            asking_between.has_arrived(leg)
            account.send(
                command.to,
                number,
                kind=command.kind,
                matter=leg.there.stream,
                about=command.about,
                due=command.due,
            )


def issue(account: Account, command: commands.TakeIn, issuer: PartyId, to: PartyId) -> Number:
    """Enter an urging from another jurisdiction under the next number of whoever has the matter here."""
    year = account.context.occurred.date.year
    number = account.jurisdiction.next_number(to, command.kind, year)
    account.tell(
        events.Urged(
            **account.plain(),
            number=number,
            kind=command.kind,
            matter=command.matter,
            about=command.about,
            issuer=issuer,
            to=to,
            due=command.due,
        )
    )
    events.ASKING.ask(account, to, command.due)
    return number


def who_has(account: Account, command: commands.TakeIn, channel: Channel) -> PartyId:
    """The party whose matter it is here; raises `NotFound` for what was never between the two."""
    matter = account.context.streams[command.matter]
    for leg, here, _ in _ends(matter):
        if leg.there.jurisdiction == channel.jurisdiction:
            return here
    raise NotFound(stream=matter.stream)


def _ends(matter: StreamState[Any]) -> Iterable[tuple[Leg, PartyId, PartyId]]:
    """Of each leg of a matter the end that is here, and the other one; none of what never travels."""
    legs = getattr(matter.state, "legs", Legs())
    for leg in legs.every:
        if leg.there.recalled is None:
            yield (leg, *leg.ends(matter.state.issuer))


def recall(stream: Stream, command: commands.Recall, context: Context) -> Iterable[Draft]:
    """Take back what could not be delivered: no answer is owed."""
    account = Account(stream, context)
    guards.at(account, "urged")
    asking_between.recall(account, command)
    return account


TRAVEL: Final = asking_travel.travel(
    events,
    released=("kind", "matter", "about", "due"),
    news=("text", "about", "due"),
)
"""How they go between jurisdictions."""
