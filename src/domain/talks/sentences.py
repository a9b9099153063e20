"""The types of talk events, each with the sentence that says what happened."""

from typing import Final

from domain.registry import EventType
from domain.talks import events

EVENTS: Final = (
    EventType(
        name="planned",
        event=events.Planned,
        zh="{by}计划于{planned}与{unit}领导班子成员谈话({topics})",
        en="{by} planned to talk to a leading member of {unit} on {planned} ({topics})",
    ),
    EventType(
        name="postponed",
        event=events.Postponed,
        zh="{by}将谈话改期至{planned}:{reason}",
        en="{by} moved the talk to {planned}: {reason}",
    ),
    EventType(
        name="held",
        event=events.Held,
        zh="{held_by}与{unit}领导班子成员谈话",
        en="{held_by} talked to a leading member of {unit}",
    ),
    EventType(
        name="content_recorded",
        event=events.ContentRecorded,
        zh="谈话内容:{text}",
        en="What was said: {text}",
    ),
    EventType(
        name="promise_made",
        event=events.PromiseMade,
        zh="第{promise}项承诺:{text}({due}前回访)",
        en="Promise {promise}: {text} (to be followed up by {due})",
    ),
    EventType(
        name="record_returned",
        event=events.RecordReturned,
        zh="退回谈话记录,{due}前补正:{reason}",
        en="The record was returned, to be revised by {due}: {reason}",
    ),
    EventType(
        name="record_revised",
        event=events.RecordRevised,
        zh="补正谈话记录:{text}",
        en="The record was revised: {text}",
    ),
    EventType(
        name="record_accepted",
        event=events.RecordAccepted,
        zh="审定谈话记录",
        en="The record was accepted",
    ),
    EventType(
        name="promise_followed_up",
        event=events.PromiseFollowedUp,
        zh="回访第{promise}项承诺({kept}):{text}",
        en="Promise {promise} was followed up ({kept}): {text}",
    ),
    EventType(
        name="promise_renewed",
        event=events.PromiseRenewed,
        zh="第{promise}项承诺于{due}前再次回访",
        en="Promise {promise} is to be followed up again by {due}",
    ),
    EventType(
        name="cancelled",
        event=events.Cancelled,
        zh="{by}取消谈话:{reason}",
        en="{by} called the talk off: {reason}",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="谈话记录更正:{reason}(批准人{approved_by})",
        en="The record of the talk was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="content_corrected",
        event=events.ContentCorrected,
        zh="谈话内容更正为:{text}",
        en="What was said was corrected to: {text}",
    ),
    EventType(
        name="promise_corrected",
        event=events.PromiseCorrected,
        zh="第{promise}项承诺更正",
        en="Promise {promise} was corrected",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="谈话记录作废:{reason}(批准人{approved_by})",
        en="The record of the talk was annulled: {reason} (approved by {approved_by})",
    ),
)
