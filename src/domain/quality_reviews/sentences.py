"""The types of events of reviews, each with the sentence that says what happened."""

from typing import Final

from domain.quality_reviews import events
from domain.registry import EventType

EVENTS: Final = (
    EventType(
        name="opened",
        event=events.Opened,
        zh="{reviewer}对{body}的案件开展评查“{title}”",
        en="{reviewer} opened the review «{title}» of a case of {body}",
    ),
    EventType(
        name="repair_reported",
        event=events.RepairReported,
        zh="{body}报告自查自纠({criterion})",
        en="{body} reported what it had repaired itself ({criterion})",
    ),
    EventType(
        name="finding_recorded",
        event=events.FindingRecorded,
        zh="{reviewer}记录问题{finding}({criterion}),扣{deducted}分",
        en="{reviewer} recorded finding {finding} ({criterion}): {deducted} points",
    ),
    EventType(
        name="completed",
        event=events.Completed,
        zh="{reviewer}完成评查",
        en="{reviewer} completed the review",
    ),
    EventType(
        name="scored",
        event=events.Scored,
        zh="评查得分{score},等次为{grade}",
        en="The case scored {score}: {grade}",
    ),
    EventType(
        name="reply_asked",
        event=events.ReplyAsked,
        zh="请{body}反馈问题{finding}",
        en="{body} is to answer finding {finding}",
    ),
    EventType(
        name="replied",
        event=events.Replied,
        zh="{body}反馈问题{finding}",
        en="{body} answered finding {finding}",
    ),
    EventType(
        name="reply_returned",
        event=events.ReplyReturned,
        zh="{reviewer}退回问题{finding}的反馈:{reason}",
        en="{reviewer} returned the answer to finding {finding}: {reason}",
    ),
    EventType(
        name="reply_accepted",
        event=events.ReplyAccepted,
        zh="{reviewer}采纳问题{finding}的反馈",
        en="{reviewer} accepted the answer to finding {finding}",
    ),
    EventType(
        name="objected",
        event=events.Objected,
        zh="{body}对问题{finding}提出异议",
        en="{body} objected to finding {finding}",
    ),
    EventType(
        name="objection_upheld",
        event=events.ObjectionUpheld,
        zh="{reviewer}采纳异议,问题{finding}不成立:{reason}",
        en="{reviewer} upheld the objection to finding {finding}: {reason}",
    ),
    EventType(
        name="objection_refused",
        event=events.ObjectionRefused,
        zh="{reviewer}未采纳对问题{finding}的异议:{reason}",
        en="{reviewer} refused the objection to finding {finding}: {reason}",
    ),
    EventType(
        name="published",
        event=events.Published,
        zh="列入案件质量通报",
        en="The bulletin on case quality tells of it",
    ),
    EventType(
        name="unpublished",
        event=events.Unpublished,
        zh="所列通报作废,可另行通报",
        en="The bulletin that told of it was annulled",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="评查更正:{reason}(批准人{approved_by})",
        en="The review was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="评查作废:{reason}(批准人{approved_by})",
        en="The review was annulled: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="fault_entered",
        event=events.FaultEntered,
        zh="{body}案件质量档案记入问题({criterion})",
        en="The quality record of {body} has a fault ({criterion})",
    ),
    EventType(
        name="fault_struck",
        event=events.FaultStruck,
        zh="{body}案件质量档案撤销问题({criterion})",
        en="A fault in the quality record of {body} was struck ({criterion})",
    ),
)
