"""The types of hand-over events, each with the sentence that says what happened."""

from typing import Final

from domain.registry import EventType
from domain.work_hand_overs import events

EVENTS: Final = (
    EventType(
        name="drawn_up",
        event=events.DrawnUp,
        zh="{office}编制工作交接清单:{leaver}移交,{taker}接收({ground})",
        en="{office} drew up a list of work to hand over: from {leaver} to {taker} ({ground})",
    ),
    EventType(
        name="due_set",
        event=events.DueSet,
        zh="工作交接应于{last_day}前完成",
        en="The work is to be handed over by {last_day}",
    ),
    EventType(
        name="item_listed",
        event=events.ItemListed,
        zh="列入清单第{item}项({parts})",
        en="Item {item} was listed ({parts})",
    ),
    EventType(
        name="item_taken_back",
        event=events.ItemTakenBack,
        zh="{actor}撤回第{item}项:{reason}",
        en="{actor} took item {item} back: {reason}",
    ),
    EventType(
        name="item_refused",
        event=events.ItemRefused,
        zh="接收人拒收第{item}项:{reason}",
        en="The taker refused item {item}: {reason}",
    ),
    EventType(
        name="item_handed_over",
        event=events.ItemHandedOver,
        zh="第{item}项已移交({parts})",
        en="Item {item} was handed over ({parts})",
    ),
    EventType(
        name="item_lapsed",
        event=events.ItemLapsed,
        zh="第{item}项已不在移交人手中,无须移交",
        en="Item {item} is in the leaver's hands no more: nothing to hand over",
    ),
    EventType(
        name="leaver_signed",
        event=events.LeaverSigned,
        zh="移交人{signer}签字",
        en="{signer}, who leaves, signed",
    ),
    EventType(
        name="leaver_excused",
        event=events.LeaverExcused,
        zh="移交人免签:{reason}(批准人{approved_by})",
        en="The leaver was excused from signing: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="taker_signed",
        event=events.TakerSigned,
        zh="接收人{signer}签字",
        en="{signer}, who takes over, signed",
    ),
    EventType(
        name="completed",
        event=events.Completed,
        zh="{office}工作交接完毕",
        en="{office} completed the hand-over",
    ),
    EventType(
        name="work_left",
        event=events.WorkLeft,
        zh="{leaver}已离开{office},手中工作尚未列入交接清单",
        en="{leaver} left {office} with work in hand that is on no list",
    ),
    EventType(
        name="matter_left",
        event=events.MatterLeft,
        zh="{matter}仍在{leaver}手中",
        en="{matter} is still in the hands of {leaver}",
    ),
    EventType(
        name="left_work_taken_over",
        event=events.LeftWorkTakenOver,
        zh="{leaver}未交接的工作已按清单接收",
        en="What {leaver} had left was taken over by a list",
    ),
    EventType(
        name="left_work_settled",
        event=events.LeftWorkSettled,
        zh="{leaver}手中已无未交接的工作",
        en="Nothing is left in the hands of {leaver}",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="工作交接清单更正:{reason}(批准人{approved_by})",
        en="The list of work was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="工作交接清单作废:{reason}(批准人{approved_by})",
        en="The list of work was annulled: {reason} (approved by {approved_by})",
    ),
)
