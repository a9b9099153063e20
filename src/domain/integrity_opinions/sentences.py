"""The types of integrity-opinion events, each with the sentence that says what happened."""

from typing import Final

from domain.integrity_opinions import events
from domain.registry import EventType

EVENTS: Final = (
    EventType(
        name="asked",
        event=events.Asked,
        zh="{asked_by}就{unit}一名人选({purpose})征求{group}廉政意见,{due}前回复",
        en="{asked_by} asked {group} for its opinion about a person of {unit} ({purpose}) by {due}",
    ),
    EventType(
        name="answered",
        event=events.Answered,
        zh="{group}回复廉政意见:{view}",
        en="{group} gave its opinion: {view}",
    ),
    EventType(
        name="answer_returned",
        event=events.AnswerReturned,
        zh="{asked_by}退回{group}的廉政意见:{reason}",
        en="{asked_by} returned the opinion of {group}: {reason}",
    ),
    EventType(
        name="answer_accepted",
        event=events.AnswerAccepted,
        zh="{asked_by}采纳{group}的廉政意见",
        en="{asked_by} accepted the opinion of {group}",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="廉政意见更正:{reason}(批准人{approved_by})",
        en="The opinion was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="廉政意见征求作废:{reason}(批准人{approved_by})",
        en="The request for an opinion was annulled: {reason} (approved by {approved_by})",
    ),
)
