"""The types of events of readings, each with the sentence that says what happened."""

from typing import Final

from domain.readings import events
from domain.registry import EventType

EVENTS: Final = (
    EventType(
        name="attachment_opened",
        event=events.AttachmentOpened,
        zh="{actor}代表{by}打开附件(SHA-256 {digest})",
        en="{actor} opened an attachment for {by} (SHA-256 {digest})",
    ),
)
