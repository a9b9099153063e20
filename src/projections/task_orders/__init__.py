"""Task orders (任务单): register, inbox and lists; they wait and go as whatever is asked and answered."""

from typing import Final

from domain.task_orders import events
from domain.task_orders.between import TRAVEL
from projections.asked import Asking
from projections.projection import Projection
from projections.task_orders import inbox, lists, register

_ASKING: Final = Asking(
    name="task_order",
    answer="feedback_form",
    addressed=events.Addressed,
    answer_asked=events.FeedbackAsked,
    acknowledged=events.Acknowledged,
    answered=events.FeedbackGiven,
    returned=events.FeedbackReturned,
    accepted=events.FeedbackAccepted,
    annulled=events.Annulled,
    travel=TRAVEL,
)

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox={**_ASKING.inbox(), **inbox.HANDLERS},
    flows=_ASKING.flows(),
    lists=(
        lists.TASK_ORDERS,
        lists.FEEDBACK_FORMS,
        lists.FOLLOW_UPS,
    ),
)
