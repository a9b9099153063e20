"""The types of task order events, each with the sentence that says what happened."""

from typing import Final

from domain import asking_travel
from domain.registry import EventType
from domain.task_orders import events
from domain.task_orders.between import PAPER

EVENTS: Final = (
    EventType(
        name="issued",
        event=events.Issued,
        zh="{issuer}下达任务单“{title}”,{due}前反馈",
        en="{issuer} issued the task order «{title}», to be fed back by {due}",
    ),
    EventType(
        name="addressed",
        event=events.Addressed,
        zh="任务单发{to}",
        en="The task order went to {to}",
    ),
    EventType(
        name="feedback_asked",
        event=events.FeedbackAsked,
        zh="{issuer}要求{to}于{due}前提交反馈单",
        en="{issuer} asked {to} for a feedback form by {due}",
    ),
    EventType(
        name="follow_up_asked",
        event=events.FollowUpAsked,
        zh="{issuer}要求{to}于{due}前跟进{department}落实任务情况",
        en="{issuer} asked {to} to follow up by {due} how {department} carries the task out",
    ),
    EventType(
        name="acknowledged",
        event=events.Acknowledged,
        zh="{by}签收任务单",
        en="{by} acknowledged the task order",
    ),
    EventType(
        name="feedback_given",
        event=events.FeedbackGiven,
        zh="{by}向{issuer}提交反馈单",
        en="{by} handed its feedback form in to {issuer}",
    ),
    EventType(
        name="feedback_returned",
        event=events.FeedbackReturned,
        zh="{issuer}退回{by}的反馈单:{reason}",
        en="{issuer} returned the feedback form of {by}: {reason}",
    ),
    EventType(
        name="feedback_accepted",
        event=events.FeedbackAccepted,
        zh="{issuer}采纳{by}的反馈单",
        en="{issuer} accepted the feedback form of {by}",
    ),
    EventType(
        name="followed_up",
        event=events.FollowedUp,
        zh="{by}跟进{department}落实任务情况:{progress}",
        en="{by} followed {department} up: {progress}",
    ),
    EventType(
        name="follow_up_returned",
        event=events.FollowUpReturned,
        zh="{issuer}退回{by}对{department}的跟进情况:{reason}",
        en="{issuer} returned what {by} said of {department}: {reason}",
    ),
    EventType(
        name="proposal_issued",
        event=events.ProposalIssued,
        zh="{by}据任务单发出建议单",
        en="{by} sent a proposal form because of the task order",
    ),
    EventType(
        name="proposal_settled",
        event=events.ProposalSettled,
        zh="{by}的建议单已办结",
        en="The proposal form of {by} was settled",
    ),
    EventType(
        name="closed",
        event=events.Closed,
        zh="{issuer}办结任务单",
        en="{issuer} closed the task order",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="任务单更正:{reason}(批准人{approved_by})",
        en="The task order was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="任务单作废:{reason}(批准人{approved_by})",
        en="The task order was annulled: {reason} (approved by {approved_by})",
    ),
    *asking_travel.sentences(events, paper=PAPER),
)
