"""The types of department request events, each with the sentence that says what happened."""

from typing import Final

from domain.department_requests import events
from domain.registry import EventType

EVENTS: Final = (
    EventType(
        name="issued",
        event=events.Issued,
        zh="{issuer}向{to}发出协作单“{title}”",
        en="{issuer} sent {to} the request «{title}»",
    ),
    EventType(
        name="addressed",
        event=events.Addressed,
        zh="协作单发{to}",
        en="The request went to {to}",
    ),
    EventType(
        name="answer_asked",
        event=events.AnswerAsked,
        zh="{issuer}请{to}于{due}前答复",
        en="{issuer} asked {to} to answer by {due}",
    ),
    EventType(
        name="acknowledged",
        event=events.Acknowledged,
        zh="{by}签收协作单",
        en="{by} acknowledged the request",
    ),
    EventType(
        name="answered",
        event=events.Answered,
        zh="{by}答复{issuer}的协作单",
        en="{by} answered the request of {issuer}",
    ),
    EventType(
        name="answer_returned",
        event=events.AnswerReturned,
        zh="{issuer}退回{by}的答复:{reason}",
        en="{issuer} returned the answer of {by}: {reason}",
    ),
    EventType(
        name="answer_accepted",
        event=events.AnswerAccepted,
        zh="{issuer}采纳{by}的答复",
        en="{issuer} accepted the answer of {by}",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="协作单更正:{reason}(批准人{approved_by})",
        en="The request was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="协作单作废:{reason}(批准人{approved_by})",
        en="The request was annulled: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="dispatched",
        event=events.Dispatched,
        zh="协作单({document})发往其他辖区{to}",
        en="The request ({document}) was sent to {to}, another jurisdiction",
    ),
    EventType(
        name="arrived",
        event=events.Arrived,
        zh="收到其他辖区{issuer}的协作单({document}),本级编号{registered}",
        en="A request of {issuer}, another jurisdiction, arrived ({document}): {registered} here",
    ),
    EventType(
        name="news_sent",
        event=events.NewsSent,
        zh="向对方辖区告知协作单情况:{news}",
        en="The other jurisdiction is told of the request: {news}",
    ),
    EventType(
        name="news_arrived",
        event=events.NewsArrived,
        zh="对方辖区告知协作单情况:{news}",
        en="The other jurisdiction told of the request: {news}",
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
        zh="{issuer}撤回未送达{to}的协作单:{reason}(批准人{approved_by})",
        en="{issuer} recalled what had not reached {to}: {reason} (approved by {approved_by})",
    ),
)
