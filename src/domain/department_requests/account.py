"""What the events of a request to a department share: as of all that is asked of one party."""

from domain import asked_of_one
from domain.department_requests import events
from domain.department_requests.state import DepartmentRequest


class Account(asked_of_one.Account[DepartmentRequest]):
    """What a decision adds to one request."""

    asks = events.AnswerAsked
    steps = asked_of_one.steps(events)
