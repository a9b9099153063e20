"""The types of events of unread reports, each with the sentence that says what happened."""

from typing import Final

from domain.registry import EventType
from domain.unread_reports import events

EVENTS: Final = (
    EventType(
        name="set_aside",
        event=events.SetAside,
        zh="{kept_by}收到属上级管辖的检举控告{count}件,未拆阅",
        en="{kept_by} set aside {count} report(s) of the level above, unread",
    ),
    EventType(
        name="passed_up",
        event=events.PassedUp,
        zh="{kept_by}将属上级管辖的检举控告{count}件原件上报",
        en="{kept_by} passed {count} report(s) of the level above up, unread",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="属上级管辖的检举控告更正为{count}件(批准人{approved_by})",
        en="Reports of the level above: there are {count} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="属上级管辖的检举控告登记作废(批准人{approved_by})",
        en="The entry of reports of the level above was annulled (approved by {approved_by})",
    ),
)
