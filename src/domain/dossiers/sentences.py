"""The types of dossier events, each with the sentence that says what happened."""

from typing import Final

from domain.dossiers import events
from domain.registry import EventType

EVENTS: Final = (
    EventType(
        name="opened",
        event=events.Opened,
        zh="{group}建立{unit}资料库",
        en="{group} opened the dossier of {unit}",
    ),
    EventType(
        name="section_opened",
        event=events.SectionOpened,
        zh="设立栏目“{section}”",
        en="Section «{section}» was opened",
    ),
    EventType(
        name="fact_recorded",
        event=events.FactRecorded,
        zh="{group}在“{section}”登记第{fact}条情况:{text}(来源:{source},截至{stated_on})",
        en="{group} recorded fact {fact} under «{section}»: {text} (source: {source}, as of {stated_on})",
    ),
    EventType(
        name="fact_revised",
        event=events.FactRevised,
        zh="{group}更新“{section}”第{fact}条情况:{text}(来源:{source},自{stated_on})",
        en="{group} revised fact {fact} under «{section}»: {text} (source: {source}, from {stated_on})",
    ),
    EventType(
        name="fact_withdrawn",
        event=events.FactWithdrawn,
        zh="{group}撤下“{section}”第{fact}条情况:{reason}(来源:{source},自{stated_on})",
        en="{group} withdrew fact {fact} under «{section}»: {reason} (source: {source}, from {stated_on})",
    ),
    EventType(
        name="talk_awaited",
        event=events.TalkAwaited,
        zh="第{fact}项所列关键人员自{since}起算谈话期限",
        en="The key person of fact {fact} is to be talked to, counted from {since}",
    ),
    EventType(
        name="talked_to",
        event=events.TalkedTo,
        zh="已与第{fact}项所列关键人员谈话",
        en="The key person of fact {fact} was talked to",
    ),
    EventType(
        name="talk_annulled",
        event=events.TalkAnnulled,
        zh="与第{fact}项所列关键人员的一次谈话作废",
        en="A talk with the key person of fact {fact} was annulled",
    ),
    EventType(
        name="section_refreshed",
        event=events.SectionRefreshed,
        zh="{group}核对“{section}”,现有{facts}条情况",
        en="{group} went through «{section}»: {facts} facts stand",
    ),
    EventType(
        name="gone_through",
        event=events.GoneThrough,
        zh="{group}全面核对{unit}资料库一遍",
        en="{group} went through the whole dossier of {unit}",
    ),
    EventType(
        name="section_returned",
        event=events.SectionReturned,
        zh="{by}退回“{section}”:{reason}",
        en="{by} returned «{section}»: {reason}",
    ),
    EventType(
        name="handed_over",
        event=events.HandedOver,
        zh="{from_group}将{unit}资料库移交{group}({document})",
        en="{from_group} handed the dossier of {unit} over to {group} ({document})",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="“{section}”第{fact}条情况更正:{reason}(批准人{approved_by})",
        en="Fact {fact} under «{section}» was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="fact_annulled",
        event=events.FactAnnulled,
        zh="“{section}”第{fact}条情况作废:{reason}(批准人{approved_by})",
        en="Fact {fact} under «{section}» was annulled: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="{unit}资料库作废:{reason}(批准人{approved_by})",
        en="The dossier of {unit} was annulled: {reason} (approved by {approved_by})",
    ),
)
