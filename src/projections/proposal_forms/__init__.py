"""Proposal forms (建议单): register and lists; they wait and go as whatever is asked and answered."""

from typing import Final

from domain.proposal_forms import events
from domain.proposal_forms.between import TRAVEL
from projections.asked import Asking
from projections.projection import Projection
from projections.proposal_forms import lists, register

_ASKING: Final = Asking(
    name="proposal_form",
    answer="proposal_answer",
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
    lists=(lists.PROPOSAL_FORMS,),
)
