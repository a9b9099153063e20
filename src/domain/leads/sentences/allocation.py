"""Allocation and recusal: the sentences that say what happened."""

from typing import Final

from domain.leads import events
from domain.registry import EventType

ALLOCATION: Final = (
    EventType(
        name="allocation_proposed",
        event=events.AllocationProposed,
        zh="{submitted_by}拟由{proposed_party}承办",
        en="{submitted_by} proposed that {proposed_party} handle the lead",
    ),
    EventType(
        name="reallocation_proposed",
        event=events.ReallocationProposed,
        zh="{submitted_by}拟改由{proposed_party}承办:{reason}",
        en="{submitted_by} proposed that {proposed_party} handle it instead: {reason}",
    ),
    EventType(
        name="allocated",
        event=events.Allocated,
        zh="批准由{handling_party}承办",
        en="It was approved that {handling_party} handles the lead",
    ),
    EventType(
        name="reallocated",
        event=events.Reallocated,
        zh="承办部门由{former_party}改为{handling_party}",
        en="{handling_party} handles the lead instead of {former_party}",
    ),
    EventType(
        name="allocation_returned",
        event=events.AllocationReturned,
        zh="{returned_by}退还线索:{reason}",
        en="{returned_by} gave the lead back: {reason}",
    ),
    EventType(
        name="acknowledged",
        event=events.Acknowledged,
        zh="{handling_party}签收",
        en="{handling_party} signed for the lead",
    ),
    EventType(
        name="handlers_assigned",
        event=events.HandlersAssigned,
        zh="{handling_party}调整承办人:{reason}",
        en="{handling_party} named other handlers: {reason}",
    ),
    EventType(
        name="recusal_declared",
        event=events.RecusalDeclared,
        zh="提出{person}回避",
        en="The recusal of {person} was asked for",
    ),
    EventType(
        name="recusal_decided",
        event=events.RecusalDecided,
        zh="{actor}对{person}的回避作出决定:{reason}",
        en="{actor} decided on the recusal of {person}: {reason}",
    ),
)
