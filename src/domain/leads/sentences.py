"""The types of lead events, each with the sentence that says what happened."""

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

ALLOCATION: Final = (
    EventType(
        name="allocation_proposed",
        event=events.AllocationProposed,
        zh="{submitted_by}拟由{proposed_party}承办",
        en="{submitted_by} proposed that {proposed_party} handle the lead",
    ),
    EventType(
        name="reallocation_proposed",
        event=events.ReallocationProposed,
        zh="{submitted_by}拟改由{proposed_party}承办:{reason}",
        en="{submitted_by} proposed that {proposed_party} handle it instead: {reason}",
    ),
    EventType(
        name="allocated",
        event=events.Allocated,
        zh="批准由{handling_party}承办",
        en="It was approved that {handling_party} handles the lead",
    ),
    EventType(
        name="reallocated",
        event=events.Reallocated,
        zh="承办部门由{former_party}改为{handling_party}",
        en="{handling_party} handles the lead instead of {former_party}",
    ),
    EventType(
        name="allocation_returned",
        event=events.AllocationReturned,
        zh="{returned_by}退还线索:{reason}",
        en="{returned_by} gave the lead back: {reason}",
    ),
    EventType(
        name="acknowledged",
        event=events.Acknowledged,
        zh="{handling_party}签收",
        en="{handling_party} signed for the lead",
    ),
    EventType(
        name="handlers_assigned",
        event=events.HandlersAssigned,
        zh="{handling_party}调整承办人:{reason}",
        en="{handling_party} named other handlers: {reason}",
    ),
    EventType(
        name="recusal_declared",
        event=events.RecusalDeclared,
        zh="提出{person}回避",
        en="The recusal of {person} was asked for",
    ),
    EventType(
        name="recusal_decided",
        event=events.RecusalDecided,
        zh="{actor}对{person}的回避作出决定:{reason}",
        en="{actor} decided on the recusal of {person}: {reason}",
    ),
)

APPROVAL: Final = (
    EventType(
        name="disposal_proposed",
        event=events.DisposalProposed,
        zh="{submitted_by}呈批处置意见和方案({way})",
        en="{submitted_by} submitted a disposal for approval ({way})",
    ),
    EventType(
        name="outcome_proposed",
        event=events.OutcomeProposed,
        zh="{submitted_by}呈批处置结果意见({way})",
        en="{submitted_by} submitted an outcome for approval ({way})",
    ),
    EventType(
        name="signature_awaited",
        event=events.SignatureAwaited,
        zh="呈批件待{signer_party}({signer_role})签署(第{level}级)",
        en="The submission waits for {signer_party} ({signer_role}), level {level}",
    ),
    EventType(
        name="opinion_given",
        event=events.OpinionGiven,
        zh="{signer}在第{level}级签署意见({opinion})",
        en="{signer} gave the opinion of level {level} ({opinion})",
    ),
    EventType(
        name="oral_opinion_recorded",
        event=events.OralOpinionRecorded,
        zh="{signer}口头表示意见({opinion}),{heard_by}在场,待补签",
        en="{signer} gave an opinion by word of mouth ({opinion}), heard by {heard_by}, to be signed",
    ),
    EventType(
        name="oral_opinion_signed",
        event=events.OralOpinionSigned,
        zh="{signer}补签口头意见",
        en="{signer} signed the opinion given by word of mouth",
    ),
    EventType(
        name="paper_signed",
        event=events.PaperSigned,
        zh="录入{signer}的纸质签批件({opinion}),待第二人核对",
        en="The opinion that {signer} signed on paper ({opinion}) was entered, to be confirmed",
    ),
    EventType(
        name="paper_confirmed",
        event=events.PaperConfirmed,
        zh="{actor}核对纸质签批件无误",
        en="{actor} confirmed the paper",
    ),
    EventType(
        name="cosigned",
        event=events.Cosigned,
        zh="{signer_party}会签({opinion})",
        en="{signer_party} co-signed ({opinion})",
    ),
    EventType(
        name="submission_returned",
        event=events.SubmissionReturned,
        zh="{returned_by}将呈批件退回{submitted_by}",
        en="{returned_by} sent the submission back to {submitted_by}",
    ),
    EventType(
        name="submission_withdrawn",
        event=events.SubmissionWithdrawn,
        zh="{submitted_by}撤回呈批件:{reason}",
        en="{submitted_by} took the submission back: {reason}",
    ),
    EventType(
        name="submission_stuck",
        event=events.SubmissionStuck,
        zh="呈批件停在第{level}级:无人可以签署",
        en="The submission is stuck at level {level}: nobody may sign",
    ),
    EventType(
        name="disposal_approved",
        event=events.DisposalApproved,
        zh="处置方式获批准({way})",
        en="The disposal was approved ({way})",
    ),
    EventType(
        name="outcome_approved",
        event=events.OutcomeApproved,
        zh="处置结果获批准({way})",
        en="The outcome was approved ({way})",
    ),
)

HANDLING: Final = (
    EventType(
        name="appropriate_inquiry_started",
        event=events.AppropriateInquiryStarted,
        zh="{handling_party}开始适当了解",
        en="{handling_party} began an appropriate inquiry",
    ),
    EventType(
        name="appropriate_inquiry_reported",
        event=events.AppropriateInquiryReported,
        zh="{handling_party}报告适当了解情况",
        en="{handling_party} reported the appropriate inquiry",
    ),
    EventType(
        name="interview_entrusted",
        event=events.InterviewEntrusted,
        zh="委托{unit}主要负责人与{person}谈话",
        en="The interview with {person} was entrusted to the head of {unit}",
    ),
    EventType(
        name="interview_held",
        event=events.InterviewHeld,
        zh="与{person}谈话",
        en="{person} was interviewed",
    ),
    EventType(
        name="statement_received",
        event=events.StatementReceived,
        zh="收到{person}的书面说明",
        en="The written statement of {person} came in",
    ),
    EventType(
        name="written_inquiry_sent",
        event=events.WrittenInquirySent,
        zh="向{person}发函询问({letter})",
        en="A letter of inquiry went to {person} ({letter})",
    ),
    EventType(
        name="written_inquiry_delivered",
        event=events.WrittenInquiryDelivered,
        zh="{person}收到函询",
        en="{person} received the letter of inquiry",
    ),
    EventType(
        name="written_inquiry_replied",
        event=events.WrittenInquiryReplied,
        zh="{person}回复函询",
        en="{person} replied to the letter of inquiry",
    ),
    EventType(
        name="verification_started",
        event=events.VerificationStarted,
        zh="{handling_party}成立核查组,开始初步核实",
        en="{handling_party} began the preliminary verification",
    ),
    EventType(
        name="verification_reported",
        event=events.VerificationReported,
        zh="{handling_party}提交初步核实报告,核查组全体成员签名",
        en="{handling_party} reported the preliminary verification, signed by all of the group",
    ),
    EventType(
        name="shelved",
        event=events.Shelved,
        zh="暂存待查,{review_on}复查",
        en="The lead was shelved until the review on {review_on}",
    ),
    EventType(
        name="shelving_reviewed",
        event=events.ShelvingReviewed,
        zh="复查后继续暂存至{review_on}:{reason}",
        en="Reviewed, it stays shelved until {review_on}: {reason}",
    ),
    EventType(
        name="reopened",
        event=events.Reopened,
        zh="重新启动处置:{reason}",
        en="The lead was taken up again: {reason}",
    ),
    EventType(
        name="closed",
        event=events.Closed,
        zh="予以了结({closing})",
        en="The lead was closed ({closing})",
    ),
    EventType(
        name="case_filed",
        event=events.CaseFiled,
        zh="决定立案({document})",
        en="A case was filed ({document})",
    ),
    EventType(
        name="person_informed",
        event=events.PersonInformed,
        zh="已向{person}反馈结果({manner})",
        en="The result was made known to {person} ({manner})",
    ),
    EventType(
        name="informing_completed",
        event=events.InformingCompleted,
        zh="结果已全部反馈",
        en="Everybody concerned has been told the result",
    ),
    EventType(
        name="custody_changed",
        event=events.CustodyChanged,
        zh="线索材料由{holder}保管",
        en="{holder} holds the lead",
    ),
)

TRANSFER: Final = (
    EventType(
        name="transferred",
        event=events.Transferred,
        zh="{from_party}向{to_party}移送({document})",
        en="{from_party} handed the lead over to {to_party} ({document})",
    ),
    EventType(
        name="transfer_acknowledged",
        event=events.TransferAcknowledged,
        zh="{to_party}签收移送材料",
        en="{to_party} signed for the papers handed over",
    ),
    EventType(
        name="accepted",
        event=events.Accepted,
        zh="{to_party}接受{from_party}的移送",
        en="{to_party} accepted the hand-over from {from_party}",
    ),
    EventType(
        name="part_accepted",
        event=events.PartAccepted,
        zh="{to_party}部分接受{from_party}的移送,其余退回:{reason}",
        en="{to_party} accepted part of the hand-over from {from_party}: {reason}",
    ),
    EventType(
        name="returned",
        event=events.Returned,
        zh="{to_party}退回{from_party}的移送:{reason}",
        en="{to_party} returned the hand-over to {from_party}: {reason}",
    ),
    EventType(
        name="milestone_reached",
        event=events.MilestoneReached,
        zh="移送事项办理进度:{milestone}",
        en="The matter handed over is now: {milestone}",
    ),
    EventType(
        name="result_fed_back",
        event=events.ResultFedBack,
        zh="{to_party}向{from_party}反馈结果({result})",
        en="{to_party} fed the result back to {from_party} ({result})",
    ),
    EventType(
        name="feedback_confirmed",
        event=events.FeedbackConfirmed,
        zh="{from_party}确认收到反馈,移送闭环",
        en="{from_party} confirmed the feedback; the hand-over is closed",
    ),
)

STRUCTURE: Final = (
    EventType(
        name="split",
        event=events.Split,
        zh="部分被反映人分出另件办理:{reason}",
        en="Some persons left for a lead of their own: {reason}",
    ),
    EventType(
        name="split_off",
        event=events.SplitOff,
        zh="由另一线索分出:{reason}",
        en="It began as a part of another lead: {reason}",
    ),
    EventType(
        name="merged",
        event=events.Merged,
        zh="并入另一线索:{reason}",
        en="It was merged into another lead: {reason}",
    ),
    EventType(
        name="absorbed",
        event=events.Absorbed,
        zh="另一线索并入:{reason}",
        en="Another lead was merged into it: {reason}",
    ),
    EventType(
        name="linked",
        event=events.Linked,
        zh="与另一线索关联:{reason}",
        en="It was linked to another lead: {reason}",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="更正第{version}版(经{approved_by}批准):{reason}",
        en="Version {version} was corrected with the approval of {approved_by}: {reason}",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="作废(经{approved_by}批准):{reason}",
        en="The lead was annulled with the approval of {approved_by}: {reason}",
    ),
)

OVERSIGHT: Final = (
    EventType(
        name="reminded",
        event=events.Reminded,
        zh="{from_party}催办{to_party}:{about}",
        en="{from_party} urged {to_party}: {about}",
    ),
    EventType(
        name="reminder_answered",
        event=events.ReminderAnswered,
        zh="{from_party}答复{to_party}的催办:{text}",
        en="{from_party} answered the reminder of {to_party}: {text}",
    ),
    EventType(
        name="knowledge_recorded",
        event=events.KnowledgeRecorded,
        zh="{person}({known_to})知悉本线索:{reason}",
        en="{person} ({known_to}) came to know of the lead: {reason}",
    ),
    EventType(
        name="superior_informed",
        event=events.SuperiorInformed,
        zh="已报告上级:{matter}({document})",
        en="The level above was told: {matter} ({document})",
    ),
)

EVENTS: Final = (*INTAKE, *ALLOCATION, *APPROVAL, *HANDLING, *TRANSFER, *STRUCTURE, *OVERSIGHT)
