"""The types of events of visits, each with the sentence that says what happened."""

from typing import Final

from domain.registry import EventType
from domain.visits import events

EVENTS: Final = (
    EventType(
        name="recorded",
        event=events.Recorded,
        zh="{visitor}走访{group}({visitors})",
        en="{visitor} visited {group} ({visitors})",
    ),
    EventType(
        name="concern_raised",
        event=events.ConcernRaised,
        zh="{group}提出第{concern}项诉求:{text}(由{owner}于{due}前办理)",
        en="{group} raised concern {concern}: {text} ({owner} is to see to it by {due})",
    ),
    EventType(
        name="concern_redirected",
        event=events.ConcernRedirected,
        zh="{by}将第{concern}项诉求由{from_party}转{owner}于{due}前办理:{reason}",
        en="{by} passed concern {concern} from {from_party} to {owner}, to see to it by {due}: {reason}",
    ),
    EventType(
        name="concern_settled",
        event=events.ConcernSettled,
        zh="{owner}办理第{concern}项诉求:{text}",
        en="{owner} saw to concern {concern}: {text}",
    ),
    EventType(
        name="concern_confirmed",
        event=events.ConcernConfirmed,
        zh="{group}确认第{concern}项诉求办结",
        en="{group} took concern {concern} as settled",
    ),
    EventType(
        name="concern_returned",
        event=events.ConcernReturned,
        zh="{group}退回第{concern}项诉求:{reason}",
        en="{group} returned concern {concern}: {reason}",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="走访记录更正:{reason}(批准人{approved_by})",
        en="The record of the visit was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="concern_corrected",
        event=events.ConcernCorrected,
        zh="第{concern}项诉求更正:{reason}(批准人{approved_by})",
        en="Concern {concern} was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="走访记录作废:{reason}(批准人{approved_by})",
        en="The record of the visit was annulled: {reason} (approved by {approved_by})",
    ),
)
