"""Splitting, merging, linking and correcting: the sentences that say what happened."""

from typing import Final

from domain.leads import events
from domain.registry import EventType

STRUCTURE: Final = (
    EventType(
        name="split",
        event=events.Split,
        zh="部分被反映人分出另件办理:{reason}",
        en="Some persons left for a lead of their own: {reason}",
    ),
    EventType(
        name="split_off",
        event=events.SplitOff,
        zh="由另一线索分出:{reason}",
        en="It began as a part of another lead: {reason}",
    ),
    EventType(
        name="part_refused",
        event=events.PartRefused,
        zh="{refused_by}未接收该部分,退由{holder}处理:{reason}",
        en="{refused_by} did not take this part; {holder} is to see to it: {reason}",
    ),
    EventType(
        name="merged",
        event=events.Merged,
        zh="并入另一线索:{reason}",
        en="It was merged into another lead: {reason}",
    ),
    EventType(
        name="absorbed",
        event=events.Absorbed,
        zh="另一线索并入:{reason}",
        en="Another lead was merged into it: {reason}",
    ),
    EventType(
        name="linked",
        event=events.Linked,
        zh="与另一线索关联:{reason}",
        en="It was linked to another lead: {reason}",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="更正第{version}版(经{approved_by}批准):{reason}",
        en="Version {version} was corrected with the approval of {approved_by}: {reason}",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="作废(经{approved_by}批准):{reason}",
        en="The lead was annulled with the approval of {approved_by}: {reason}",
    ),
)
