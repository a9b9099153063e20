"""The types of re-examination events, each with the sentence that says what happened."""

from typing import Final

from domain.reexaminations import events
from domain.registry import EventType

EVENTS: Final = (
    EventType(
        name="applied",
        event=events.Applied,
        zh="{person}申请{kind},编号{number},{examiner}登记",
        en="{person} applied for {kind}; {examiner} entered it under {number}",
    ),
    EventType(
        name="accepted",
        event=events.Accepted,
        zh="{examiner}受理{kind}",
        en="{examiner} accepted the {kind}",
    ),
    EventType(
        name="examiners_assigned",
        event=events.ExaminersAssigned,
        zh="复审复核人员变更为{examiners}:{reason}",
        en="{examiners} examine it from now on: {reason}",
    ),
    EventType(
        name="refused",
        event=events.Refused,
        zh="{examiner}不予受理{kind}:{reason}",
        en="{examiner} refused the {kind}: {reason}",
    ),
    EventType(
        name="withdrawn",
        event=events.Withdrawn,
        zh="申请人撤回{kind}申请:{reason}",
        en="The application for {kind} was taken back: {reason}",
    ),
    EventType(
        name="decided",
        event=events.Decided,
        zh="{examiner}作出{kind}决定:{outcome}",
        en="{examiner} decided the {kind}: {outcome}",
    ),
    EventType(
        name="served",
        event=events.Served,
        zh="{kind}决定送达申请人({document})",
        en="The {kind} was served on the person ({document})",
    ),
    EventType(
        name="informed",
        event=events.Informed,
        zh="{examiner}向{handling_party}通知{kind}结果:{outcome}",
        en="{examiner} told {handling_party} the outcome of the {kind}: {outcome}",
    ),
    EventType(
        name="carried_out",
        event=events.CarriedOut,
        zh="{handling_party}落实{kind}决定({document})",
        en="{handling_party} carried the {kind} out ({document})",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="{kind}更正:{reason}(批准人{approved_by})",
        en="The {kind} was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="{kind}作废:{reason}(批准人{approved_by})",
        en="The {kind} was annulled: {reason} (approved by {approved_by})",
    ),
)
