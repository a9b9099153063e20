"""The types of events of attachments, each with the sentence that says what happened."""

from typing import Final

from domain.attachments import events
from domain.registry import EventType

EVENTS: Final = (
    EventType(
        name="added",
        event=events.Added,
        zh="{by}添加附件“{name}”({kind},{media_type},{size}字节,SHA-256 {digest})",
        en="{by} attached «{name}» ({kind}, {media_type}, {size} bytes, SHA-256 {digest})",
    ),
    EventType(
        name="released",
        event=events.Released,
        zh="{by}将附件提供给其他辖区{to}(SHA-256 {digest})",
        en="{by} released the attachment to {to}, another jurisdiction (SHA-256 {digest})",
    ),
    EventType(
        name="carried",
        event=events.Carried,
        zh="附件由其他辖区{by}传来,内容一致(SHA-256 {digest})",
        en="The attachment came from {by}, another jurisdiction: the same file (SHA-256 {digest})",
    ),
    EventType(
        name="withdrawn",
        event=events.Withdrawn,
        zh="{by}撤回附件:{reason}",
        en="{by} withdrew the attachment: {reason}",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="附件说明更正:{reason}(批准人{approved_by})",
        en="What is said of the attachment was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="附件作废:{reason}(批准人{approved_by})",
        en="The attachment was annulled: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="handed_over",
        event=events.HandedOver,
        zh="{by}将附件原件移交{to}:{purpose}",
        en="{by} handed the original over to {to}: {purpose}",
    ),
    EventType(
        name="return_asked",
        event=events.ReturnAsked,
        zh="{to}应于{due}前将附件原件归还{by}",
        en="{to} is to give the original back to {by} by {due}",
    ),
    EventType(
        name="received",
        event=events.Received,
        zh="{by}接收{handed_by}移交的附件原件",
        en="{by} received the original from {handed_by}",
    ),
    EventType(
        name="sent_back",
        event=events.SentBack,
        zh="{by}退回{handed_by}移交的附件原件:{reason}",
        en="{by} sent the original back to {handed_by}: {reason}",
    ),
    EventType(
        name="given_back",
        event=events.GivenBack,
        zh="{by}已将附件原件归还{to}",
        en="{by} gave the original back to {to}",
    ),
    EventType(
        name="damage_found",
        event=events.DamageFound,
        zh="附件存储异常:{fault},已停止提供",
        en="The store does not hold the attachment as it was ({fault}): it is not served",
    ),
    EventType(
        name="damage_mended",
        event=events.DamageMended,
        zh="附件存储已复原",
        en="The store holds the attachment again",
    ),
)
