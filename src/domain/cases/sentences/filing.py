"""Opening and filing a case, and setting it right: what the events say."""

from typing import Final

from domain.cases import events
from domain.registry import EventType

FILING: Final = (
    EventType(
        name="opened",
        event=events.Opened,
        zh="{handling_party}建卷拟立案",
        en="{handling_party} opened the file of a case",
    ),
    EventType(
        name="filed",
        event=events.Filed,
        zh="{handling_party}立案,编号{number}({document})",
        en="{handling_party} filed the case under {number} ({document})",
    ),
    EventType(
        name="handlers_assigned",
        event=events.HandlersAssigned,
        zh="承办人调整为{handlers},专管人员{keeper}",
        en="{handlers} handle the case now, {keeper} keeps it",
    ),
    EventType(
        name="recusal_declared",
        event=events.RecusalDeclared,
        zh="提出{person}回避({ground})",
        en="{person} was said to have to keep out ({ground})",
    ),
    EventType(
        name="recusal_decided",
        event=events.RecusalDecided,
        zh="就{person}的回避作出决定:{reason}",
        en="The recusal of {person} was decided: {reason}",
    ),
    EventType(
        name="withdrawn",
        event=events.Withdrawn,
        zh="撤销案件:{reason}({document},批准人{approved_by})",
        en="The case was withdrawn: {reason} ({document}, approved by {approved_by})",
    ),
    EventType(
        name="withdrawal_reported",
        event=events.WithdrawalReported,
        zh="撤销案件已向上报备({document})",
        en="The withdrawal was filed upward ({document})",
    ),
    EventType(
        name="archived",
        event=events.Archived,
        zh="案卷归档,共{volumes}卷({document})",
        en="The file was archived in {volumes} volume(s) ({document})",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="案件更正:{reason}(批准人{approved_by})",
        en="The case was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="案件作废:{reason}(批准人{approved_by})",
        en="The case was annulled: {reason} (approved by {approved_by})",
    ),
)
