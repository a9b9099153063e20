"""The types of events of trees of responsibility, each with the sentence that says what happened."""

from typing import Final

from domain.registry import EventType
from domain.responsibility_trees import events

EVENTS: Final = (
    EventType(
        name="opened",
        event=events.Opened,
        zh="{party_group}建立{year}年主体责任层级清单,{due}前报送",
        en="{party_group} opened the responsibility lists of {year}, due on {due}",
    ),
    EventType(
        name="organisation_added",
        event=events.OrganisationAdded,
        zh="第{organisation}个党组织:{title}(第{level}级),{due}前报送清单",
        en="Organisation {organisation}: {title} (level {level}), its list due on {due}",
    ),
    EventType(
        name="organisation_removed",
        event=events.OrganisationRemoved,
        zh="第{organisation}个党组织撤销:{reason}",
        en="Organisation {organisation} is no more: {reason}",
    ),
    EventType(
        name="list_handed_in",
        event=events.ListHandedIn,
        zh="第{organisation}个党组织报送责任清单:{items}",
        en="Organisation {organisation} handed in its list: {items}",
    ),
    EventType(
        name="list_returned",
        event=events.ListReturned,
        zh="{by}退回第{organisation}个党组织的清单:{reason}",
        en="{by} returned the list of organisation {organisation}: {reason}",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="第{organisation}个党组织清单更正:{reason}(批准人{approved_by})",
        en="What stands of organisation {organisation} was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="主体责任层级清单作废:{reason}(批准人{approved_by})",
        en="The responsibility lists were annulled: {reason} (approved by {approved_by})",
    ),
)
