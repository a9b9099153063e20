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
    EventType(
        name="lead_opened",
        event=events.LeadOpened,
        zh="{read_by}代表{by}查阅问题线索(截至其第{version}个事件)",
        en="{read_by} read the lead for {by} (as of its event {version})",
    ),
)
