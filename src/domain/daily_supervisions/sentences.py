"""The types of events of daily supervision, each with the sentence that says what happened."""

from typing import Final

from domain.daily_supervisions import events
from domain.registry import EventType

EVENTS: Final = (
    EventType(
        name="recorded",
        event=events.Recorded,
        zh="{group}对{unit}开展日常监督“{title}”(方式:{method};重点:{focuses})",
        en="{group} supervised {unit}: «{title}» (by {method}; on {focuses})",
    ),
    EventType(
        name="feedback_asked",
        event=events.FeedbackAsked,
        zh="驻点后须反馈",
        en="After a stay feedback is owed",
    ),
    EventType(
        name="concluded",
        event=events.Concluded,
        zh="{group}明确对{unit}的监督结果",
        en="{group} said what came of its supervision of {unit}",
    ),
    EventType(
        name="result_returned",
        event=events.ResultReturned,
        zh="{by}退回监督结果:{reason}",
        en="{by} returned the result: {reason}",
    ),
    EventType(
        name="fed_back",
        event=events.FedBack,
        zh="{group}向{to}反馈监督情况:{text}",
        en="{group} fed back to {to}: {text}",
    ),
    EventType(
        name="feedback_acknowledged",
        event=events.FeedbackAcknowledged,
        zh="{by}签收{group}的反馈",
        en="{by} acknowledged the feedback of {group}",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="日常监督记录更正:{reason}(批准人{approved_by})",
        en="The record of supervision was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="feedback_waived",
        event=events.FeedbackWaived,
        zh="并非驻点,无须反馈",
        en="It was no stay: no feedback is owed",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="日常监督记录作废:{reason}(批准人{approved_by})",
        en="The record of supervision was annulled: {reason} (approved by {approved_by})",
    ),
)
