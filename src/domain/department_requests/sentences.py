"""The types of department request events, each with the sentence that says what happened."""

from typing import Final

from domain import asking_travel
from domain.department_requests import events
from domain.department_requests.between import PAPER
from domain.registry import EventType

EVENTS: Final = (
    EventType(
        name="issued",
        event=events.Issued,
        zh="{issuer}向{to}发出协作单“{title}”",
        en="{issuer} sent {to} the request «{title}»",
    ),
    EventType(
        name="addressed",
        event=events.Addressed,
        zh="协作单发{to}",
        en="The request went to {to}",
    ),
    EventType(
        name="answer_asked",
        event=events.AnswerAsked,
        zh="{issuer}请{to}于{due}前答复",
        en="{issuer} asked {to} to answer by {due}",
    ),
    EventType(
        name="acknowledged",
        event=events.Acknowledged,
        zh="{by}签收协作单",
        en="{by} acknowledged the request",
    ),
    EventType(
        name="sent_back",
        event=events.SentBack,
        zh="{by}退件:{reason}",
        en="{by} sent the request back unanswered: {reason}",
    ),
    EventType(
        name="answered",
        event=events.Answered,
        zh="{by}答复{issuer}的协作单",
        en="{by} answered the request of {issuer}",
    ),
    EventType(
        name="answer_returned",
        event=events.AnswerReturned,
        zh="{issuer}退回{by}的答复:{reason}",
        en="{issuer} returned the answer of {by}: {reason}",
    ),
    EventType(
        name="answer_accepted",
        event=events.AnswerAccepted,
        zh="{issuer}采纳{by}的答复",
        en="{issuer} accepted the answer of {by}",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="协作单更正:{reason}(批准人{approved_by})",
        en="The request was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="协作单作废:{reason}(批准人{approved_by})",
        en="The request was annulled: {reason} (approved by {approved_by})",
    ),
    *asking_travel.sentences(events, paper=PAPER),
)
