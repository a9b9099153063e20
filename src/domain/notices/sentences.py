"""The types of notice events, each with the sentence that says what happened."""

from typing import Final

from domain.notices import events
from domain.registry import EventType

EVENTS: Final = (
    EventType(
        name="issued",
        event=events.Issued,
        zh="{issuer}印发通报“{title}”",
        en="{issuer} issued the notice «{title}»",
    ),
    EventType(
        name="addressed",
        event=events.Addressed,
        zh="通报发{to}",
        en="The notice went to {to}",
    ),
    EventType(
        name="reply_asked",
        event=events.ReplyAsked,
        zh="{issuer}请{to}于{due}前反馈",
        en="{issuer} asked {to} to answer by {due}",
    ),
    EventType(
        name="acknowledged",
        event=events.Acknowledged,
        zh="{by}签收通报",
        en="{by} acknowledged the notice",
    ),
    EventType(
        name="replied",
        event=events.Replied,
        zh="{by}向{issuer}反馈",
        en="{by} answered {issuer}",
    ),
    EventType(
        name="reply_returned",
        event=events.ReplyReturned,
        zh="{issuer}退回{by}的反馈:{reason}",
        en="{issuer} returned the answer of {by}: {reason}",
    ),
    EventType(
        name="reply_accepted",
        event=events.ReplyAccepted,
        zh="{issuer}采纳{by}的反馈",
        en="{issuer} accepted the answer of {by}",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="通报更正:{reason}(批准人{approved_by})",
        en="The notice was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="通报作废:{reason}(批准人{approved_by})",
        en="The notice was annulled: {reason} (approved by {approved_by})",
    ),
)
