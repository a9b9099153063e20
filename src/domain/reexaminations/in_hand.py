"""What of a re-examination is in a person's hands, and how it goes to another (a leaver's work)."""

from collections.abc import Iterable
from typing import Final

from domain import in_hand
from domain.context import Context
from domain.ids import PartyId, PersonId
from domain.in_hand import Part, Succession
from domain.model import Draft
from domain.reexaminations import events, guards
from domain.reexaminations.account import Account
from domain.reexaminations.state import Reexamination, Stage
from domain.streams import StreamState

EXAMINED: Final[tuple[Stage, ...]] = ("accepted", "decided")
"""While named people examine it and serve what was decided."""


def parts(
    stream: StreamState[Reexamination], office: PartyId, person: PersonId, context: Context
) -> tuple[Part, ...]:
    """Examiner, or nothing."""
    state = stream.state
    if state.stage not in EXAMINED or state.examiner != office:
        return ()
    return in_hand.held(person, context, (("examiner", state.examiners),))


def give(
    stream: StreamState[Reexamination], succession: Succession, context: Context
) -> Iterable[Draft]:
    """Put another in the leaver's place: one who had nothing to do with the case (R 242).

    Raises `HandledBefore`, `NeedsTwoHandlers`.
    """
    account = Account(stream, context)
    state = account.state
    examiners = succession.succeeded(state.examiners, context)
    keep_out = guards.keeping_out(state.case, state.prior, context)
    in_hand.two_left(examiners, succession, context, keep_out)
    account.tell(
        events.ExaminersAssigned(**account.frame(), examiners=examiners, reason=succession.reason)
    )
    return account


IN_HAND: Final = in_hand.InHand(known=guards.known, parts=parts, give=give)
