"""Requests to departments: register and lists; they wait and go as whatever is asked and answered."""

from typing import Final

from domain.department_requests import events
from domain.department_requests.between import TRAVEL
from projections.asked import Asking
from projections.department_requests import lists, register
from projections.projection import Projection

_ASKING: Final = Asking(
    name="department_request",
    answer="department_answer",
    addressed=events.Addressed,
    answer_asked=events.AnswerAsked,
    acknowledged=events.Acknowledged,
    answered=events.Answered,
    returned=events.AnswerReturned,
    accepted=events.AnswerAccepted,
    annulled=events.Annulled,
    sent_back=events.SentBack,
    travel=TRAVEL,
)

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=_ASKING.inbox(),
    flows=_ASKING.flows(),
    lists=(lists.DEPARTMENT_REQUESTS,),
)
