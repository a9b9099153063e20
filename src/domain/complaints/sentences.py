"""The types of complaint events, each with the sentence that says what happened."""

from typing import Final

from domain.complaints import events
from domain.registry import EventType

INTAKE: Final = (
    EventType(
        name="received",
        event=events.Received,
        zh="{kept_by}接收检举控告:{about}",
        en="{kept_by} received a complaint: {about}",
    ),
    EventType(
        name="reporter_recorded",
        event=events.ReporterRecorded,
        zh="{kept_by}登记检举控告人,严格保密",
        en="{kept_by} recorded the reporter, strictly secret",
    ),
    EventType(
        name="registered",
        event=events.Registered,
        zh="检举控告登记为{number}",
        en="The complaint was registered as {number}",
    ),
    EventType(
        name="accepted",
        event=events.Accepted,
        zh="{kept_by}受理检举控告",
        en="{kept_by} accepted the complaint",
    ),
    EventType(
        name="not_accepted",
        event=events.NotAccepted,
        zh="{kept_by}不予受理:{reason}",
        en="{kept_by} did not accept the complaint: {reason}",
    ),
    EventType(
        name="kept_as_repeat",
        event=events.KeptAsRepeat,
        zh="作为重复件登记留存",
        en="It is kept as a repeat of an earlier one",
    ),
    EventType(
        name="repeat_notified",
        event=events.RepeatNotified,
        zh="{kept_by}向{to}通报重复反映情况",
        en="{kept_by} told {to} that it was reported again",
    ),
    EventType(
        name="forwarded",
        event=events.Forwarded,
        zh="{kept_by}以{document}转送{to}:{reason}",
        en="{kept_by} forwarded it to {to} by {document}: {reason}",
    ),
    EventType(
        name="taken_over",
        event=events.TakenOver,
        zh="{by}受理转送件",
        en="{by} accepted what was forwarded",
    ),
    EventType(
        name="forward_returned",
        event=events.ForwardReturned,
        zh="{by}退回转送件:{reason}",
        en="{by} returned what was forwarded: {reason}",
    ),
)

HANDLING: Final = (
    EventType(
        name="handed_over",
        event=events.HandedOver,
        zh="{kept_by}移交{to}承办",
        en="{kept_by} handed it over to {to}",
    ),
    EventType(
        name="assigned",
        event=events.Assigned,
        zh="{assigned_by}以{document}交{to}办理并要求报结果",
        en="{assigned_by} assigned it to {to} by {document}, to report the result",
    ),
    EventType(
        name="acknowledged",
        event=events.Acknowledged,
        zh="{by}签收检举控告",
        en="{by} acknowledged the complaint",
    ),
    EventType(
        name="declined",
        event=events.Declined,
        zh="{by}退回移交件:{reason}",
        en="{by} gave it back: {reason}",
    ),
    EventType(
        name="lead_raised",
        event=events.LeadRaised,
        zh="转为问题线索",
        en="A lead was raised because of it",
    ),
    EventType(
        name="concluded",
        event=events.Concluded,
        zh="{by}办结检举控告:{result}",
        en="{by} concluded the complaint: {result}",
    ),
    EventType(
        name="result_returned",
        event=events.ResultReturned,
        zh="{by}向{kept_by}反馈处理结果:{result}",
        en="{by} returned the result to {kept_by}: {result}",
    ),
    EventType(
        name="result_sent_back",
        event=events.ResultSentBack,
        zh="{kept_by}将处理结果退回{to}:{reason}",
        en="{kept_by} sent the result back to {to}: {reason}",
    ),
    EventType(
        name="closed",
        event=events.Closed,
        zh="{kept_by}审核办结:{result}",
        en="{kept_by} closed the complaint: {result}",
    ),
    EventType(
        name="reported_up",
        event=events.ReportedUp,
        zh="{kept_by}以{document}向{to}报告办理结果",
        en="{kept_by} reported the result to {to} by {document}",
    ),
    EventType(
        name="assignment_extended",
        event=events.AssignmentExtended,
        zh="交办件延期{months}个月:{reason}({document},批准人{approved_by})",
        en="The assigned report got {months} more month(s): {reason} ({document}, by {approved_by})",
    ),
    EventType(
        name="recheck_asked",
        event=events.RecheckAsked,
        zh="检举控告人{ground},重新核查",
        en="To be looked at again: the reporter has {ground}",
    ),
)

CONFIDENCE: Final = (
    EventType(
        name="reporter_notified",
        event=events.ReporterNotified,
        zh="{by}向实名检举控告人告知{notice}",
        en="{by} told the real-name reporter {notice}",
    ),
    EventType(
        name="reporter_access_granted",
        event=events.ReporterAccessGranted,
        zh="经{approved_by}批准,{to_party}承办人知悉检举控告人至{until}:{reason}",
        en="{to_party}'s handlers may know the reporter until {until}: {reason} (by {approved_by})",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="检举控告更正:{reason}(批准人{approved_by})",
        en="The complaint was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="检举控告作废:{reason}(批准人{approved_by})",
        en="The complaint was annulled: {reason} (approved by {approved_by})",
    ),
)

EVENTS: Final = (*INTAKE, *HANDLING, *CONFIDENCE)
