"""The types of proposal form events, each with the sentence that says what happened."""

from typing import Final

from domain import asking_travel
from domain.proposal_forms import events
from domain.proposal_forms.between import PAPER
from domain.registry import EventType

EVENTS: Final = (
    EventType(
        name="issued",
        event=events.Issued,
        zh="{issuer}向{to}发出建议单“{title}”",
        en="{issuer} sent {to} the proposal form «{title}»",
    ),
    EventType(
        name="addressed",
        event=events.Addressed,
        zh="建议单发{to}",
        en="The proposal form went to {to}",
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
        zh="{by}签收建议单",
        en="{by} acknowledged the proposal form",
    ),
    EventType(
        name="answered",
        event=events.Answered,
        zh="{by}答复{issuer}的建议单",
        en="{by} answered the proposal of {issuer}",
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
        zh="建议单更正:{reason}(批准人{approved_by})",
        en="The proposal form was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="建议单作废:{reason}(批准人{approved_by})",
        en="The proposal form was annulled: {reason} (approved by {approved_by})",
    ),
    *asking_travel.sentences(events, paper=PAPER),
)
