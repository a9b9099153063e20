"""Leads between jurisdictions: the sentences that say what happened."""

from typing import Final

from domain.leads import events
from domain.registry import EventType

BETWEEN: Final = (
    EventType(
        name="referred",
        event=events.Referred,
        zh="{from_party}将线索移送其他辖区{to_party}({document}):{reason}",
        en="{from_party} referred the lead to {to_party}, another jurisdiction ({document}): {reason}",
    ),
    EventType(
        name="referral_arrived",
        event=events.ReferralArrived,
        zh="收到其他辖区{from_party}移送的线索",
        en="A lead arrived that {from_party}, another jurisdiction, referred",
    ),
    EventType(
        name="news_sent",
        event=events.NewsSent,
        zh="向对方辖区告知移送办理情况:{news}",
        en="The other jurisdiction is told of the hand-over: {news}",
    ),
    EventType(
        name="news_arrived",
        event=events.NewsArrived,
        zh="对方辖区告知移送办理情况:{news}",
        en="The other jurisdiction told of the hand-over: {news}",
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
        zh="{from_party}撤回未送达的移送:{reason}(批准人{approved_by})",
        en="{from_party} recalled the hand-over that was not delivered: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="hand_over_urged",
        event=events.HandOverUrged,
        zh="{by}催办{to}:{about}",
        en="{by} urged {to}: {about}",
    ),
    EventType(
        name="urging_answered",
        event=events.UrgingAnswered,
        zh="{by}答复{to}的催办:{text}",
        en="{by} answered the urging of {to}: {text}",
    ),
)
