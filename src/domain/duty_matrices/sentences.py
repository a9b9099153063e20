"""The types of events of duty matrices, each with the sentence that says what happened."""

from typing import Final

from domain.duty_matrices import events
from domain.registry import EventType

EVENTS: Final = (
    EventType(
        name="opened",
        event=events.Opened,
        zh="{opener}建立{year}年职责清单“{title}”,{results_due}前登记成效",
        en="{opener} opened the duty matrix of {year}, «{title}», with results due on {results_due}",
    ),
    EventType(
        name="item_added",
        event=events.ItemAdded,
        zh="第{item}项民生实事:{title}",
        en="Item {item}: {title}",
    ),
    EventType(
        name="duty_added",
        event=events.DutyAdded,
        zh="第{item}项民生实事的职责{duty}:{title}",
        en="Duty {duty}, of item {item}: {title}",
    ),
    EventType(
        name="item_removed",
        event=events.ItemRemoved,
        zh="第{item}项民生实事移出清单:{reason}",
        en="Item {item} was taken out: {reason}",
    ),
    EventType(
        name="share_asked",
        event=events.ShareAsked,
        zh="请{to}确认第{share}项分工:第{item}项民生实事,{responsibility}",
        en="{to} was asked to take up share {share}: item {item}, {responsibility}",
    ),
    EventType(
        name="share_claimed",
        event=events.ShareClaimed,
        zh="{by}认领职责{duty}(第{share}项分工)",
        en="{by} claimed duty {duty} (share {share})",
    ),
    EventType(
        name="share_confirmed",
        event=events.ShareConfirmed,
        zh="{by}确认第{share}项分工,{results_due}前登记成效",
        en="{by} took up share {share}, its result due on {results_due}",
    ),
    EventType(
        name="share_disputed",
        event=events.ShareDisputed,
        zh="{by}对第{share}项分工提出异议:{reason}",
        en="{by} disputed share {share}: {reason}",
    ),
    EventType(
        name="share_upheld",
        event=events.ShareUpheld,
        zh="第{share}项分工核定由{to}承担:{reason}",
        en="Share {share} is that of {to}: {reason}",
    ),
    EventType(
        name="share_withdrawn",
        event=events.ShareWithdrawn,
        zh="第{share}项分工不再由{to}承担:{reason}",
        en="Share {share} is not that of {to} any more: {reason}",
    ),
    EventType(
        name="result_recorded",
        event=events.ResultRecorded,
        zh="{owner}登记第{result}项成效:{achievement}{amount}件",
        en="{owner} recorded result {result}: {achievement}, {amount}",
    ),
    EventType(
        name="result_joined",
        event=events.ResultJoined,
        zh="{by}将第{result}项成效登记为共同成效",
        en="{by} joined result {result} of {owner}",
    ),
    EventType(
        name="result_returned",
        event=events.ResultReturned,
        zh="{by}退回{owner}的第{result}项成效:{reason}",
        en="{by} returned result {result} of {owner}: {reason}",
    ),
    EventType(
        name="result_revised",
        event=events.ResultRevised,
        zh="{owner}更正第{result}项成效为{amount}件:{reason}(批准人{approved_by})",
        en="{owner} revised result {result} to {amount}: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="名称更正为“{title}”:{reason}(批准人{approved_by})",
        en="It is called «{title}» now: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="closed",
        event=events.Closed,
        zh="{opener}办结职责清单",
        en="{opener} closed the duty matrix",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="职责清单作废:{reason}(批准人{approved_by})",
        en="The duty matrix was annulled: {reason} (approved by {approved_by})",
    ),
)
