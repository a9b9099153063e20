"""The types of consultation events, each with the sentence that says what happened."""

from typing import Final

from domain.consultations import events
from domain.registry import EventType

EVENTS: Final = (
    EventType(
        name="convened",
        event=events.Convened,
        zh="{convener}召集会商“{title}”({kind}),定于{planned}召开,邀请{parties}",
        en="{convener} convened «{title}» ({kind}) for {planned}, inviting {parties}",
    ),
    EventType(
        name="agenda_item_added",
        event=events.AgendaItemAdded,
        zh="{by}提交第{item}项议题",
        en="{by} put item {item} on the agenda",
    ),
    EventType(
        name="postponed",
        event=events.Postponed,
        zh="{convener}将会商改期至{planned}:{reason}",
        en="{convener} moved the consultation to {planned}: {reason}",
    ),
    EventType(
        name="pack_issued",
        event=events.PackIssued,
        zh="{convener}分发{period}会议材料",
        en="{convener} gave out the pack of the meeting ({period})",
    ),
    EventType(
        name="cancelled",
        event=events.Cancelled,
        zh="{party}取消会商:{reason}",
        en="{party} called the consultation off: {reason}",
    ),
    EventType(
        name="held",
        event=events.Held,
        zh="{convener}主持召开会商,形成纪要",
        en="{convener} held the consultation; minutes were taken",
    ),
    EventType(
        name="view_given",
        event=events.ViewGiven,
        zh="{given_by}对线索{lead}的意见:{view}",
        en="{given_by} {view} on {lead}",
    ),
    EventType(
        name="concluded",
        event=events.Concluded,
        zh="会商形成结论:{conclusions}",
        en="The consultation concluded: {conclusions}",
    ),
    EventType(
        name="lead_resolved",
        event=events.LeadResolved,
        zh="会议研究线索{lead},意见为{way},由{owner}于{due}前落实:{text}",
        en="The meeting resolved on {lead}: {way}, for {owner} to carry out by {due}: {text}",
    ),
    EventType(
        name="action_item_assigned",
        event=events.ActionItemAssigned,
        zh="第{item}项任务由{owner}承担,{due}前完成:{text}",
        en="{owner} took on item {item}, due on {due}: {text}",
    ),
    EventType(
        name="released",
        event=events.Released,
        zh="会商情况向{to}通报:{reason}",
        en="The minutes were released to {to}: {reason}",
    ),
    EventType(
        name="action_item_reported",
        event=events.ActionItemReported,
        zh="{owner}报告第{item}项任务完成:{report}",
        en="{owner} reported item {item} as done: {report}",
    ),
    EventType(
        name="action_item_confirmed",
        event=events.ActionItemConfirmed,
        zh="{owner}的第{item}项任务经确认完成",
        en="Item {item} of {owner} was confirmed as done",
    ),
    EventType(
        name="action_item_returned",
        event=events.ActionItemReturned,
        zh="{owner}的第{item}项任务被退回:{reason}",
        en="Item {item} was returned to {owner}: {reason}",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="会商记录更正:{reason}(批准人{approved_by})",
        en="The record was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="action_item_corrected",
        event=events.ActionItemCorrected,
        zh="第{item}项任务更正为:由{owner}于{due}前完成,{text}({reason})",
        en="Item {item} was corrected: {owner}, due on {due}: {text} ({reason})",
    ),
    EventType(
        name="attendance_corrected",
        event=events.AttendanceCorrected,
        zh="到会情况更正({reason})",
        en="The attendance was corrected ({reason})",
    ),
    EventType(
        name="resolution_corrected",
        event=events.ResolutionCorrected,
        zh="线索{lead}的研判意见更正为{way},由{owner}于{due}前落实:{text}({reason})",
        en="The resolution on {lead} was corrected: {way}, for {owner} by {due}: {text} ({reason})",
    ),
    EventType(
        name="view_corrected",
        event=events.ViewCorrected,
        zh="{given_by}对线索{lead}的意见由“{was}”更正为“{view}”({reason})",
        en="The view of {given_by} on {lead} was corrected from «{was}» to «{view}» ({reason})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="会商记录作废:{reason}(批准人{approved_by})",
        en="The consultation was annulled: {reason} (approved by {approved_by})",
    ),
)
