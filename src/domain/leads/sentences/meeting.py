"""Tabled, resolved on, carried out: the sentences that say what happened."""

from typing import Final

from domain.leads import events
from domain.registry import EventType

MEETING: Final = (
    EventType(
        name="tabled",
        event=events.Tabled,
        zh="{by}将线索提请{convener}召集的研判处置会研究",
        en="{by} tabled it at the lead assessment meeting that {convener} convenes",
    ),
    EventType(
        name="untabled",
        event=events.Untabled,
        zh="会议取消,线索未经研究",
        en="The meeting was called off and did not deal with it",
    ),
    EventType(
        name="disposal_resolved",
        event=events.DisposalResolved,
        zh="研判处置会意见为{way},由{owner}于{due}前落实:{text}",
        en="The meeting resolved on {way}, for {owner} to carry out by {due}: {text}",
    ),
    EventType(
        name="resolution_passed_on",
        event=events.ResolutionPassedOn,
        zh="研判意见({way})改由{owner}于{due}前落实",
        en="The resolution ({way}) is for {owner} to carry out by {due}",
    ),
    EventType(
        name="resolution_met",
        event=events.ResolutionMet,
        zh="{owner}已落实研判意见({way})",
        en="{owner} carried out the resolution ({way})",
    ),
    EventType(
        name="resolution_departed_from",
        event=events.ResolutionDepartedFrom,
        zh="研判意见为{way},按程序另有决定",
        en="The meeting resolved on {way}; the approval route decided otherwise",
    ),
    EventType(
        name="resolution_withdrawn",
        event=events.ResolutionWithdrawn,
        zh="研判意见({way})不再作数",
        en="The resolution ({way}) does not count any more",
    ),
)
