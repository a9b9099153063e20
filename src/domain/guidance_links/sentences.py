"""The types of events of guidance links, each with the sentence that says what happened."""

from typing import Final

from domain.guidance_links import events
from domain.registry import EventType

EVENTS: Final = (
    EventType(
        name="linked",
        event=events.Linked,
        zh="{linked_by}确定{office}自{begins}起指导联系{group}(联系领导{leader},{document})",
        en="{linked_by} linked {office} with {group} from {begins} (leader {leader}, {document})",
    ),
    EventType(
        name="leader_named",
        event=events.LeaderNamed,
        zh="{office}与{group}的联系领导变更为{leader}({document})",
        en="{leader} is the leader of {office} and {group} now ({document})",
    ),
    EventType(
        name="contacted",
        event=events.Contacted,
        zh="{by}登记第{contact}次联系({manner}):{topics}",
        en="{by} recorded contact {contact} ({manner}): {topics}",
    ),
    EventType(
        name="contact_sent_back",
        event=events.ContactSentBack,
        zh="{by}将第{contact}次联系记录退回{to}:{reason}",
        en="{by} sent contact {contact} back to {to}: {reason}",
    ),
    EventType(
        name="ended",
        event=events.Ended,
        zh="{office}与{group}的指导联系于{last_day}结束:{reason}",
        en="The link of {office} with {group} ended on {last_day}: {reason}",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="第{contact}次联系记录更正:{reason}(批准人{approved_by})",
        en="Contact {contact} was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="contact_annulled",
        event=events.ContactAnnulled,
        zh="第{contact}次联系记录作废:{reason}(批准人{approved_by})",
        en="Contact {contact} was annulled: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="{office}与{group}的指导联系作废:{reason}(批准人{approved_by})",
        en="The link of {office} with {group} was annulled: {reason} (approved by {approved_by})",
    ),
)
