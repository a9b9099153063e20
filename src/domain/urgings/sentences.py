"""The types of urging events, each with the sentence that says what happened."""

from typing import Final

from domain import asking_travel
from domain.registry import EventType
from domain.urgings import events
from domain.urgings.between import PAPER

EVENTS: Final = (
    EventType(
        name="urged",
        event=events.Urged,
        zh="{issuer}催办督办{to}:{about}",
        en="{issuer} urged {to}: {about}",
    ),
    EventType(
        name="addressed",
        event=events.Addressed,
        zh="催办督办发{to}",
        en="The urging went to {to}",
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
        zh="{by}签收催办督办",
        en="{by} acknowledged the urging",
    ),
    EventType(
        name="answered",
        event=events.Answered,
        zh="{by}答复{issuer}:{text}",
        en="{by} answered {issuer}: {text}",
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
        zh="催办督办更正:{reason}(批准人{approved_by})",
        en="The urging was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="催办督办作废:{reason}(批准人{approved_by})",
        en="The urging was annulled: {reason} (approved by {approved_by})",
    ),
    *asking_travel.sentences(events, paper=PAPER),
)
