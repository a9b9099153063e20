"""The types of task order events, each with the sentence that says what happened."""

from typing import Final

from domain.registry import EventType
from domain.task_orders import events

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
    EventType(
        name="dispatched",
        event=events.Dispatched,
        zh="任务单({document})发往其他辖区{to}",
        en="The task order ({document}) was sent to {to}, another jurisdiction",
    ),
    EventType(
        name="arrived",
        event=events.Arrived,
        zh="收到其他辖区{issuer}的任务单({document}),本级编号{registered}",
        en="A task order of {issuer}, another jurisdiction, arrived ({document}): {registered} here",
    ),
    EventType(
        name="news_sent",
        event=events.NewsSent,
        zh="向对方辖区告知任务单情况:{news}",
        en="The other jurisdiction is told of the task order: {news}",
    ),
    EventType(
        name="news_arrived",
        event=events.NewsArrived,
        zh="对方辖区告知任务单情况:{news}",
        en="The other jurisdiction told of the task order: {news}",
    ),
    EventType(
        name="delivery_failed",
        event=events.DeliveryFailed,
        zh="{by}发出的内容未送达其他辖区:{obstacle}",
        en="What {by} sent did not reach the other jurisdiction: {obstacle}",
    ),
    EventType(
        name="resent",
        event=events.Resent,
        zh="{by}再次发送未送达的内容(第{attempt}次)",
        en="{by} sends again what was not delivered (attempt {attempt})",
    ),
    EventType(
        name="recalled",
        event=events.Recalled,
        zh="{issuer}撤回未送达{to}的任务单:{reason}(批准人{approved_by})",
        en="{issuer} recalled the order that had not reached {to}: {reason} (approved by {approved_by})",
    ),
)
