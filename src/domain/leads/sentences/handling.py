"""Carrying out a way of disposal: the sentences that say what happened."""

from typing import Final

from domain.leads import events
from domain.registry import EventType

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
        name="verification_group_changed",
        event=events.VerificationGroupChanged,
        zh="核查组成员变更为{group}:{reason}",
        en="The verification group is now {group}: {reason}",
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
        name="case_registered",
        event=events.CaseRegistered,
        zh="案件编号{case_number}",
        en="The case took the number {case_number}",
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
