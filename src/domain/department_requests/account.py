"""What the events of a request to a department share: as of all that is asked of one party."""

from domain import asked_of_one
from domain.department_requests import events
from domain.department_requests.state import DepartmentRequest


class Account(asked_of_one.Account[DepartmentRequest]):
    """What a decision adds to one request."""

    asks = events.AnswerAsked
    steps = {  # noqa: RUF012 - a class variable by its base
        "acknowledged": events.Acknowledged,
        "answered": events.Answered,
        "answer_returned": events.AnswerReturned,
        "answer_accepted": events.AnswerAccepted,
        "corrected": events.Corrected,
        "annulled": events.Annulled,
        "recalled": events.Annulled,
    }
