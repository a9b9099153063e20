"""Receiving, registering and checking: the sentences that say what happened."""

from typing import Final

from domain.leads import events
from domain.registry import EventType

INTAKE: Final = (
    EventType(
        name="received",
        event=events.Received,
        zh="{holder}收到问题线索(来源:{source})",
        en="{holder} received a lead (source: {source})",
    ),
    EventType(
        name="found",
        event=events.Found,
        zh="{department}发现问题线索,按流程应移送{receiver}",
        en="{department} found it, to be handed over to {receiver} by its procedure",
    ),
    EventType(
        name="reporter_recorded",
        event=events.ReporterRecorded,
        zh="{kept_by}登记检举控告人,严格保密",
        en="{kept_by} recorded the reporter, in strict secrecy",
    ),
    EventType(
        name="reporter_notified",
        event=events.ReporterNotified,
        zh="{kept_by}已告知实名检举控告人({notice})",
        en="{kept_by} told the real-name reporter ({notice})",
    ),
    EventType(
        name="reporter_access_granted",
        event=events.ReporterAccessGranted,
        zh="经{approved_by}批准,{to_party}可知悉检举控告人身份至{until}",
        en="With the approval of {approved_by}, {to_party} may know the reporter until {until}",
    ),
    EventType(
        name="registered",
        event=events.Registered,
        zh="{holder}登记线索,编号{number}",
        en="{holder} registered the lead as {number}",
    ),
    EventType(
        name="duplicate_suspected",
        event=events.DuplicateSuspected,
        zh="疑似重复件({matches}件),请{case_supervision}核对",
        en="Perhaps a repeat ({matches} other leads): {case_supervision}, please check",
    ),
    EventType(
        name="duplicate_confirmed",
        event=events.DuplicateConfirmed,
        zh="{case_supervision}认定为重复件",
        en="{case_supervision} confirmed that it repeats an earlier lead",
    ),
    EventType(
        name="duplicate_dismissed",
        event=events.DuplicateDismissed,
        zh="{case_supervision}认定不是重复件:{reason}",
        en="{case_supervision} found that it repeats no other lead: {reason}",
    ),
)
