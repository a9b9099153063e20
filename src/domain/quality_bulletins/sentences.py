"""The types of events of bulletins, each with the sentence that says what happened."""

from typing import Final

from domain.quality_bulletins import events
from domain.registry import EventType

EVENTS: Final = (
    EventType(
        name="issued",
        event=events.Issued,
        zh="{issuer}印发{period}案件质量通报",
        en="{issuer} issued the bulletin on case quality of {period}",
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
