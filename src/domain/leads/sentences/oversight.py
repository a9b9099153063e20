"""Urging, knowing and telling: the sentences that say what happened."""

from typing import Final

from domain.leads import events
from domain.registry import EventType

OVERSIGHT: Final = (
    EventType(
        name="reminded",
        event=events.Reminded,
        zh="{from_party}催办{to_party}:{about}",
        en="{from_party} urged {to_party}: {about}",
    ),
    EventType(
        name="reminder_answered",
        event=events.ReminderAnswered,
        zh="{from_party}答复{to_party}的催办:{text}",
        en="{from_party} answered the reminder of {to_party}: {text}",
    ),
    EventType(
        name="knowledge_recorded",
        event=events.KnowledgeRecorded,
        zh="{person}({known_to})知悉本线索:{reason}",
        en="{person} ({known_to}) came to know of the lead: {reason}",
    ),
    EventType(
        name="superior_informed",
        event=events.SuperiorInformed,
        zh="已报告上级:{matter}({document})",
        en="The level above was told: {matter} ({document})",
    ),
)
