"""The types of campaign events, each with the sentence that says what happened."""

from typing import Final

from domain.campaigns import events, quarter_events
from domain.registry import EventType

EVENTS: Final = (
    EventType(
        name="planned",
        event=events.Planned,
        zh="{organiser}部署专项“{title}”",
        en="{organiser} planned the campaign «{title}»",
    ),
    EventType(
        name="consulted",
        event=events.Consulted,
        zh="已就专项开展专题会商",
        en="The topical consultation on the campaign was held",
    ),
    EventType(
        name="object_listed",
        event=events.ObjectListed,
        zh="清单列入第{object}项",
        en="Object {object} was put on the list",
    ),
    EventType(
        name="list_fixed",
        event=events.ListFixed,
        zh="清单确定,共{objects}项",
        en="The list was fixed with {objects} objects",
    ),
    EventType(
        name="joined",
        event=events.Joined,
        zh="{by}参加专项({part})",
        en="{by} takes part in the campaign ({part})",
    ),
    EventType(
        name="objects_assigned",
        event=events.ObjectsAssigned,
        zh="{organiser}将第{objects}项分派{to},{due}前完成",
        en="{organiser} gave objects {objects} to {to}, to be screened by {due}",
    ),
    EventType(
        name="assignment_withdrawn",
        event=events.AssignmentWithdrawn,
        zh="{by}的第{assignment}次分派已全部改派",
        en="Assignment {assignment} of {by} went to others whole",
    ),
    EventType(
        name="assignment_completed",
        event=events.AssignmentCompleted,
        zh="{by}完成第{assignment}次分派的全部筛查",
        en="{by} screened all of assignment {assignment}",
    ),
    EventType(
        name="unit_engaged",
        event=events.UnitEngaged,
        zh="{organiser}明确{unit}就第{object}项的责任:{task}({due}前)",
        en="{organiser} told {unit} what is its own to do on object {object}: {task} (by {due})",
    ),
    EventType(
        name="duty_withdrawn",
        event=events.DutyWithdrawn,
        zh="{organiser}撤回{unit}就第{object}项的责任任务:{reason}(批准人{approved_by})",
        en="{organiser} took back what {unit} was to do on object {object}: {reason}"
        " (approved by {approved_by})",
    ),
    EventType(
        name="duty_met",
        event=events.DutyMet,
        zh="{unit}已就第{object}项履行责任",
        en="{unit} did what is its own to do on object {object}",
    ),
    EventType(
        name="duty_reopened",
        event=events.DutyReopened,
        zh="{unit}就第{object}项仍须履行:{task}({due}前)",
        en="{unit} still owes on object {object}: {task} (by {due})",
    ),
    EventType(
        name="screened",
        event=events.Screened,
        zh="{by}筛查第{object}项,发现{findings}个问题",
        en="{by} screened object {object}: {findings} finding(s)",
    ),
    EventType(
        name="found",
        event=events.Found,
        zh="{by}在第{object}项下发现问题{finding}",
        en="{by} recorded finding {finding} on object {object}",
    ),
    EventType(
        name="screening_returned",
        event=events.ScreeningReturned,
        zh="{organiser}退回{by}对第{object}项的筛查:{reason}",
        en="{organiser} returned the screening of object {object} to {by}: {reason}",
    ),
    EventType(
        name="finding_settled",
        event=events.FindingSettled,
        zh="{by}处理问题{finding}:{outcome}",
        en="{by} settled finding {finding}: {outcome}",
    ),
    EventType(
        name="correction_asked",
        event=events.CorrectionAsked,
        zh="{by}要求{unit}于{due}前整改问题{finding}",
        en="{by} asked {unit} to put finding {finding} right by {due}",
    ),
    EventType(
        name="correction_reported",
        event=events.CorrectionReported,
        zh="{unit}报告问题{finding}的整改情况",
        en="{unit} reported how finding {finding} was put right",
    ),
    EventType(
        name="correction_returned",
        event=events.CorrectionReturned,
        zh="{by}退回问题{finding}的整改:{reason}",
        en="{by} returned the correction of finding {finding}: {reason}",
    ),
    EventType(
        name="correction_verified",
        event=events.CorrectionVerified,
        zh="{by}核实问题{finding}已整改",
        en="{by} verified that finding {finding} is put right",
    ),
    EventType(
        name="recovery_recorded",
        event=events.RecoveryRecorded,
        zh="{by}登记问题{finding}挽回损失{amount}元",
        en="{by} recorded that {amount} yuan came back because of finding {finding}",
    ),
    EventType(
        name="measure_recorded",
        event=events.MeasureRecorded,
        zh="{by}就第{object}项履行{responsibility}:{kind}",
        en="{by} did something on object {object} ({responsibility}: {kind})",
    ),
    EventType(
        name="system_adopted",
        event=events.SystemAdopted,
        zh="{unit}建立制度《{title}》",
        en="{unit} adopted the rule «{title}»",
    ),
    EventType(
        name="reported",
        event=events.Reported,
        zh="{organiser}报告{period}专项情况",
        en="{organiser} reported {period}",
    ),
    EventType(
        name="report_asked",
        event=quarter_events.ReportAsked,
        zh="{organiser}应报告{period}专项情况",
        en="{organiser} is to report {period}",
    ),
    EventType(
        name="unit_reported",
        event=quarter_events.UnitReported,
        zh="{period}{unit}的落实状况",
        en="How far {unit} was in {period}",
    ),
    EventType(
        name="closed",
        event=events.Closed,
        zh="专项结束,{look_back_on}回头看",
        en="The campaign was closed, to be looked back upon on {look_back_on}",
    ),
    EventType(
        name="looked_back",
        event=events.LookedBack,
        zh="{organiser}开展回头看:{result}",
        en="{organiser} looked back upon it: {result}",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="专项更正:{reason}(批准人{approved_by})",
        en="The campaign was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="object_corrected",
        event=events.ObjectCorrected,
        zh="清单第{object}项更正:{reason}(批准人{approved_by})",
        en="Object {object} was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="object_struck",
        event=events.ObjectStruck,
        zh="清单第{object}项剔除:{reason}(批准人{approved_by})",
        en="Object {object} was struck off: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="finding_annulled",
        event=events.FindingAnnulled,
        zh="问题{finding}作废:{reason}(批准人{approved_by})",
        en="Finding {finding} was annulled: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="recovery_corrected",
        event=events.RecoveryCorrected,
        zh="{by}将问题{finding}的第{recovery}笔挽回由{former}元更正为{amount}元:{reason}"
        "(批准人{approved_by})",
        en="{by} corrected recovery {recovery} of finding {finding} from {former} to {amount} yuan:"
        " {reason} (approved by {approved_by})",
    ),
    EventType(
        name="measure_corrected",
        event=events.MeasureCorrected,
        zh="{by}更正第{measure}条履责记录(第{object}项):{reason}(批准人{approved_by})",
        en="{by} corrected measure {measure} (object {object}): {reason} (approved by {approved_by})",
    ),
    EventType(
        name="measure_annulled",
        event=events.MeasureAnnulled,
        zh="{by}作废第{measure}条履责记录:{reason}(批准人{approved_by})",
        en="{by} annulled measure {measure}: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="system_corrected",
        event=events.SystemCorrected,
        zh="{by}更正{unit}的第{system}项制度:{reason}(批准人{approved_by})",
        en="{by} corrected rule {system} of {unit}: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="system_annulled",
        event=events.SystemAnnulled,
        zh="{by}作废{unit}的第{system}项制度:{reason}(批准人{approved_by})",
        en="{by} annulled rule {system} of {unit}: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="专项作废:{reason}(批准人{approved_by})",
        en="The campaign was annulled: {reason} (approved by {approved_by})",
    ),
)
