"""The types of the events of inspection links, each with the sentence that says what happened."""

from typing import Final

from domain.inspection_links import events
from domain.registry import EventType

EVENTS: Final = (
    EventType(
        name="opened",
        event=events.Opened,
        zh="{office}为“{round}”建立{group}与{team}的联动,{begins}至{until}",
        en="{office} linked {group} and {team} for «{round}», {begins} to {until}",
    ),
    EventType(
        name="authorised",
        event=events.Authorised,
        zh="授权{person}担任{team}副组长至{until}({document},批准人{approved_by})",
        en="{person} is deputy leader of {team} until {until} ({document}, approved by {approved_by})",
    ),
    EventType(
        name="acknowledged",
        event=events.Acknowledged,
        zh="{group}签收授权",
        en="{group} acknowledged the authorisation",
    ),
    EventType(
        name="recusal_declared",
        event=events.RecusalDeclared,
        zh="{person}对{unit}须回避",
        en="{person} is recused from {unit}",
    ),
    EventType(
        name="authorisation_ended",
        event=events.AuthorisationEnded,
        zh="{person}不再担任{team}副组长:{reason}",
        en="{person} is deputy leader of {team} no longer: {reason}",
    ),
    EventType(
        name="information_shared",
        event=events.InformationShared,
        zh="{by}向{to}共享“{title}”",
        en="{by} shared «{title}» with {to}",
    ),
    EventType(
        name="information_received",
        event=events.InformationReceived,
        zh="{by}签收第{share}号共享信息",
        en="{by} signed for share {share}",
    ),
    EventType(
        name="consultation_recorded",
        event=events.ConsultationRecorded,
        zh="{group}与{team}会商“{title}”",
        en="{group} and {team} consulted on «{title}»",
    ),
    EventType(
        name="consultation_confirmed",
        event=events.ConsultationConfirmed,
        zh="{by}确认第{record}号问题共商记录",
        en="{by} confirmed record {record} of what was agreed",
    ),
    EventType(
        name="consultation_returned",
        event=events.ConsultationReturned,
        zh="{by}将第{record}号问题共商记录退回{other}:{reason}",
        en="{by} returned record {record} of what was agreed to {other}: {reason}",
    ),
    EventType(
        name="consultation_corrected",
        event=events.ConsultationCorrected,
        zh="{by}更正第{record}号问题共商记录“{title}”",
        en="{by} corrected record {record} of what was agreed, «{title}»",
    ),
    EventType(
        name="verification_planned",
        event=events.VerificationPlanned,
        zh="安排联动核实“{subject}”,由{reporter}于{due}前报告",
        en="«{subject}» is to be verified together; {reporter} reports by {due}",
    ),
    EventType(
        name="verification_reported",
        event=events.VerificationReported,
        zh="{reporter}报告第{verification}号核实结果",
        en="{reporter} reported verification {verification}",
    ),
    EventType(
        name="verification_confirmed",
        event=events.VerificationConfirmed,
        zh="{by}确认第{verification}号核实结果",
        en="{by} confirmed verification {verification}",
    ),
    EventType(
        name="verification_returned",
        event=events.VerificationReturned,
        zh="{by}退回第{verification}项核实结果:{reason}",
        en="{by} returned verification {verification}: {reason}",
    ),
    EventType(
        name="lead_passed",
        event=events.LeadPassed,
        zh="{group}将线索交由{team}帮助了解,{due}前反馈",
        en="{group} passed a lead to {team} for understanding, due on {due}",
    ),
    EventType(
        name="understanding_reported",
        event=events.UnderstandingReported,
        zh="{team}反馈第{passing}号了解情况",
        en="{team} reported on passing {passing}",
    ),
    EventType(
        name="understanding_returned",
        event=events.UnderstandingReturned,
        zh="{group}请{team}补充了解:{reason}",
        en="{group} asked {team} for more: {reason}",
    ),
    EventType(
        name="understanding_accepted",
        event=events.UnderstandingAccepted,
        zh="{group}采纳第{passing}号了解情况",
        en="{group} accepted passing {passing}",
    ),
    EventType(
        name="problem_put_forward",
        event=events.ProblemPutForward,
        zh="{group}提请将“{title}”({unit})写入巡察报告",
        en="{group} put forward «{title}» ({unit}) for the inspection report",
    ),
    EventType(
        name="written_into_report",
        event=events.WrittenIntoReport,
        zh="{team}将{unit}的第{problem}号问题写入{report}第{paragraph}",
        en="{team} wrote problem {problem} of {unit} into {report}, {paragraph}",
    ),
    EventType(
        name="problem_declined",
        event=events.ProblemDeclined,
        zh="{team}未将第{problem}号问题写入报告:{reason}",
        en="{team} left problem {problem} out: {reason}",
    ),
    EventType(
        name="rectification_linked",
        event=events.RectificationLinked,
        zh="第{problem}号问题由{rectification}一并整改",
        en="Problem {problem} is rectified in {rectification}",
    ),
    EventType(
        name="ended",
        event=events.Ended,
        zh="{office}结束本轮联动",
        en="{office} ended the link",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="巡察联动更正:{reason}(批准人{approved_by})",
        en="The link was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="巡察联动作废:{reason}(批准人{approved_by})",
        en="The link was annulled: {reason} (approved by {approved_by})",
    ),
)
