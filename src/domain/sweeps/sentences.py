"""The types of sweep events, each with the sentence that says what happened."""

from typing import Final

from domain.registry import EventType
from domain.sweeps import events

EVENTS: Final = (
    EventType(
        name="convened",
        event=events.Convened,
        zh="{convener}部署排查“{title}”",
        en="{convener} convened the sweep «{title}»",
    ),
    EventType(
        name="party_asked",
        event=events.PartyAsked,
        zh="请{party}于{due}前报送",
        en="{party} is asked to hand in by {due}",
    ),
    EventType(
        name="matter_handed_in",
        event=events.MatterHandedIn,
        zh="{party}报送第{matter}件",
        en="{party} handed in matter {matter}",
    ),
    EventType(
        name="handed_in",
        event=events.HandedIn,
        zh="{party}报送完毕,共{matters}件",
        en="{party} handed in all there is: {matters}",
    ),
    EventType(
        name="hand_in_returned",
        event=events.HandInReturned,
        zh="{convener}请{party}补充排查:{reason}",
        en="{convener} had {party} look again: {reason}",
    ),
    EventType(
        name="party_excused",
        event=events.PartyExcused,
        zh="{party}免报:{reason}(批准人{approved_by})",
        en="{party} was excused: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="repeat_suspected",
        event=events.RepeatSuspected,
        zh="第{matter}件疑似重复,待{case_supervision}核对",
        en="Matter {matter} may be a repeat: {case_supervision} is to check",
    ),
    EventType(
        name="repeat_confirmed",
        event=events.RepeatConfirmed,
        zh="{case_supervision}确认第{matter}件重复",
        en="{case_supervision} confirmed that matter {matter} is a repeat",
    ),
    EventType(
        name="repeat_dismissed",
        event=events.RepeatDismissed,
        zh="{case_supervision}确认第{matter}件不重复:{reason}",
        en="{case_supervision} found that matter {matter} is no repeat: {reason}",
    ),
    EventType(
        name="matter_settled",
        event=events.MatterSettled,
        zh="第{matter}件处理结果:{outcome}",
        en="Matter {matter}: {outcome}",
    ),
    EventType(
        name="concluded",
        event=events.Concluded,
        zh="{convener}结束排查",
        en="{convener} concluded the sweep",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="排查更正:{reason}(批准人{approved_by})",
        en="The sweep was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="matter_annulled",
        event=events.MatterAnnulled,
        zh="第{matter}件作废:{reason}(批准人{approved_by})",
        en="Matter {matter} was annulled: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="排查作废:{reason}(批准人{approved_by})",
        en="The sweep was annulled: {reason} (approved by {approved_by})",
    ),
)
