"""What of a rectification item is in a person's hands, and how it goes to another (a leaver's work)."""

from collections.abc import Iterable
from typing import Final

from domain import handlers, in_hand
from domain.context import Context
from domain.ids import PartyId, PersonId
from domain.in_hand import Part, Succession
from domain.model import Draft
from domain.rectifications import events
from domain.rectifications.account import Account
from domain.rectifications.commands import Responsible
from domain.rectifications.state import Rectification
from domain.streams import StreamState


def parts(
    stream: StreamState[Rectification], office: PartyId, person: PersonId, context: Context
) -> tuple[Part, ...]:
    """Responsible at one of the levels for the office, until the item is settled."""
    found = _levels(stream.state, office, person, context)
    return ("responsible",) if found else ()


def give(
    stream: StreamState[Rectification], succession: Succession, context: Context
) -> Iterable[Draft]:
    """Let another of the office answer for it at the leaver's level. Raises `HandlerNotInParty`."""
    account = Account(stream, context)
    handlers.fit_to_handle(context, succession.office, (succession.taker,), lambda _: None)
    for each in _levels(stream.state, succession.office, succession.leaver, context):
        account.tell(
            events.ResponsibleChanged(
                **account.frame(),
                office=succession.office,
                level=each.level,
                person=succession.taker,
                reason=succession.reason,
            )
        )
    return account


def _levels(
    state: Rectification, office: PartyId, person: PersonId, context: Context
) -> tuple[Responsible, ...]:
    if state.stage in ("settled", "annulled"):
        return ()
    return tuple(
        each
        for each in state.responsible
        if each.party == office
        and each.person is not None
        and handlers.is_any(person, (each.person,), context)
    )


IN_HAND: Final = in_hand.InHand(known=Account, parts=parts, give=give)
