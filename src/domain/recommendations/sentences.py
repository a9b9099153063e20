"""The types of recommendation events, each with the sentence that says what happened."""

from typing import Final

from domain.approvals.sentences import sentences
from domain.recommendations import events
from domain.registry import EventType

EVENTS: Final = (
    EventType(
        name="drafted",
        event=events.Drafted,
        zh="{issuer}起草纪检监察建议",
        en="{issuer} drafted a recommendation",
    ),
    EventType(
        name="redrafted",
        event=events.Redrafted,
        zh="{issuer}修改建议稿:{reason}",
        en="{issuer} wrote the draft anew: {reason}",
    ),
    EventType(
        name="consultation_asked",
        event=events.ConsultationAsked,
        zh="{issuer}就“{title}”征求{department}意见,{due}前答复",
        en="{issuer} asked {department} for its view of «{title}» by {due}",
    ),
    EventType(
        name="consultation_answered",
        event=events.ConsultationAnswered,
        zh="{department}答复征求意见:{view}",
        en="{department} told its view: {view}",
    ),
    EventType(
        name="consultation_closed",
        event=events.ConsultationClosed,
        zh="{department}逾期未答复征求意见",
        en="{department} did not tell its view by the day",
    ),
    *sentences(events.STEPS),
    EventType(
        name="submission_stuck",
        event=events.SubmissionStuck,
        zh="呈批件第{level}级无人可签",
        en="Nobody may sign at level {level}",
    ),
    EventType(
        name="approved",
        event=events.Approved,
        zh="呈批获准",
        en="It was approved",
    ),
    EventType(
        name="issued",
        event=events.Issued,
        zh="{issuer}向{addressee}印发{kind}“{title}”({number})",
        en="{issuer} issued a {kind} to {addressee}: «{title}» ({number})",
    ),
    EventType(
        name="delivered",
        event=events.Delivered,
        zh=(
            "{issuer}向{addressee}送达({manner},{received_by}接收),"
            "整改期限{deadline},反馈期限{feedback_due},异议期至{objection_until}"
        ),
        en=(
            "{issuer} delivered it to {addressee} ({manner}, received by {received_by}): to rectify "
            "by {deadline}, to feed back by {feedback_due}, to object until {objection_until}"
        ),
    ),
    EventType(
        name="acknowledged",
        event=events.Acknowledged,
        zh="{addressee}签收建议",
        en="{addressee} acknowledged the recommendation",
    ),
    EventType(
        name="objection_raised",
        event=events.ObjectionRaised,
        zh="{addressee}提出异议",
        en="{addressee} raised an objection",
    ),
    EventType(
        name="upheld",
        event=events.Upheld,
        zh="{issuer}维持建议:{reason}(批准人{approved_by})",
        en="{issuer} upheld the recommendation: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="revised",
        event=events.Revised,
        zh="{issuer}修改建议:{reason}(批准人{approved_by})",
        en="{issuer} revised the recommendation: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="withdrawn",
        event=events.Withdrawn,
        zh="{issuer}撤回建议:{reason}(批准人{approved_by})",
        en="{issuer} withdrew the recommendation: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="plan_received",
        event=events.PlanReceived,
        zh="{addressee}报送整改方案",
        en="{addressee} submitted its plan",
    ),
    EventType(
        name="feedback_received",
        event=events.FeedbackReceived,
        zh="{addressee}反馈整改情况",
        en="{addressee} fed back",
    ),
    EventType(
        name="feedback_accepted",
        event=events.FeedbackAccepted,
        zh="{issuer}采纳反馈",
        en="{issuer} accepted the feedback",
    ),
    EventType(
        name="further_demanded",
        event=events.FurtherDemanded,
        zh="{issuer}要求{addressee}于{deadline}前进一步整改:{reason}",
        en="{issuer} demanded more of {addressee} by {deadline}: {reason}",
    ),
    EventType(
        name="refusal_recorded",
        event=events.RefusalRecorded,
        zh="{addressee}拒不采纳建议:{reason}",
        en="{addressee} refuses the recommendation: {reason}",
    ),
    EventType(
        name="superior_notified",
        event=events.SuperiorNotified,
        zh="{issuer}通报{superior}责令整改({document})",
        en="{issuer} told {superior} to order compliance ({document})",
    ),
    EventType(
        name="signed_off",
        event=events.SignedOff,
        zh="{issuer}销号(历时{days}日)",
        en="{issuer} signed it off after {days} days",
    ),
    EventType(
        name="looked_back",
        event=events.LookedBack,
        zh="{issuer}回头看:{result}",
        en="{issuer} looked back: {result}",
    ),
    EventType(
        name="reopened",
        event=events.Reopened,
        zh="{issuer}重新启动({ground}),{deadline}前整改:{reason}",
        en="{issuer} opened it again ({ground}), to be rectified by {deadline}: {reason}",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="建议更正:{reason}(批准人{approved_by})",
        en="The recommendation was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="建议作废:{reason}(批准人{approved_by})",
        en="The recommendation was annulled: {reason} (approved by {approved_by})",
    ),
)
