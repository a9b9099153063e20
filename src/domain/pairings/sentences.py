"""The types of the events of pairings, each with the sentence that says what happened."""

from typing import Final

from domain.pairings import events
from domain.registry import EventType

EVENTS: Final = (
    EventType(
        name="recorded",
        event=events.Recorded,
        zh="{by}登记与{other}的联动({form}):{title}",
        en="{by} recorded joint work with {other} ({form}): {title}",
    ),
    EventType(
        name="confirmed",
        event=events.Confirmed,
        zh="{by}确认第{activity}项联动({form})",
        en="{by} confirmed activity {activity} ({form})",
    ),
    EventType(
        name="disputed",
        event=events.Disputed,
        zh="{by}退回第{activity}项联动:{reason}",
        en="{by} sent activity {activity} back: {reason}",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="第{activity}项联动更正:{reason}(批准人{approved_by})",
        en="Activity {activity} was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="activity_annulled",
        event=events.ActivityAnnulled,
        zh="第{activity}项联动作废:{reason}(批准人{approved_by}),本季尚有{left}项",
        en="Activity {activity} was annulled: {reason} (approved by {approved_by}); {left} left",
    ),
)
