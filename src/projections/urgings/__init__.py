"""Urging (催办 · 督办): register and lists; it waits and goes as whatever is asked and answered."""

from typing import Final

from domain.urgings import events
from domain.urgings.between import TRAVEL
from projections.asked import Asking
from projections.projection import Projection
from projections.urgings import lists, register

_ASKING: Final = Asking(
    name="urging",
    answer="urging_answer",
    addressed=events.Addressed,
    answer_asked=events.AnswerAsked,
    acknowledged=events.Acknowledged,
    answered=events.Answered,
    returned=events.AnswerReturned,
    accepted=events.AnswerAccepted,
    annulled=events.Annulled,
    travel=TRAVEL,
)

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=_ASKING.inbox(),
    flows=_ASKING.flows(),
    lists=(lists.URGINGS,),
)
