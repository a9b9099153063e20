"""The types of events of bulletins, each with the sentence that says what happened."""

from typing import Final

from domain.quality_bulletins import events
from domain.registry import EventType

EVENTS: Final = (
    EventType(
        name="running_noted",
        event=events.RunningNoted,
        zh="汇总{period}在办事项,供{issuer}通报",
        en="The running matters of {period} were noted for {issuer}",
    ),
    EventType(
        name="issued",
        event=events.Issued,
        zh="{issuer}印发{period}案件质量通报",
        en="{issuer} issued the bulletin on case quality of {period}",
    ),
    EventType(
        name="running_counted",
        event=events.RunningCounted,
        zh="通报未评查的在办事项{matters}件:超期{overdue}项、退回{returned}项、签字缺失{signature_missing}项",
        en="It tells of {matters} running matters: {overdue} overdue, {returned} returned, "
        "{signature_missing} unsigned",
    ),
    EventType(
        name="case_listed",
        event=events.CaseListed,
        zh="通报{body}案件一件:{score}分,{grade}",
        en="The bulletin tells of a case of {body}: {score}, {grade}",
    ),
    EventType(
        name="item_listed",
        event=events.ItemListed,
        zh="通报{body}问题一项({criterion}),{reply_due}前反馈",
        en="The bulletin tells of a finding in {body} ({criterion}), to answer by {reply_due}",
    ),
    EventType(
        name="running_listed",
        event=events.RunningListed,
        zh="通报{body}在办事项一件:超期{overdue}项、退回{returned}项、签字缺失{signature_missing}项",
        en="It tells of a running matter of {body}: {overdue} overdue, {returned} returned, "
        "{signature_missing} unsigned",
    ),
    EventType(
        name="replied",
        event=events.Replied,
        zh="{body}反馈第{item}件在办事项",
        en="{body} answered about running matter {item}",
    ),
    EventType(
        name="reply_returned",
        event=events.ReplyReturned,
        zh="{body}对第{item}件在办事项的反馈被退回:{reason}",
        en="The answer of {body} about running matter {item} was returned: {reason}",
    ),
    EventType(
        name="reply_accepted",
        event=events.ReplyAccepted,
        zh="{body}对第{item}件在办事项的反馈被采纳",
        en="The answer of {body} about running matter {item} was accepted",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="案件质量通报更正:{reason}(批准人{approved_by})",
        en="The bulletin was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="案件质量通报作废:{reason}(批准人{approved_by})",
        en="The bulletin was annulled: {reason} (approved by {approved_by})",
    ),
)
