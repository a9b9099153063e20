"""The types of the events of pooled stationings, each with the sentence that says what happened."""

from typing import Final

from domain.pooled_stationings import events
from domain.registry import EventType

EVENTS: Final = (
    EventType(
        name="established",
        event=events.Established,
        zh="{commission}设立{group}综合派驻,办公地点{office}",
        en="{commission} pooled {group}, in one office: {office}",
    ),
    EventType(
        name="unit_added",
        event=events.UnitAdded,
        zh="{group}综合派驻{unit}",
        en="{group} is stationed at {unit} too",
    ),
    EventType(
        name="unit_dropped",
        event=events.UnitDropped,
        zh="{group}不再派驻{unit}:{reason}",
        en="{group} is stationed at {unit} no longer: {reason}",
    ),
    EventType(
        name="assigned",
        event=events.Assigned,
        zh="安排{person}:{duty}({unit})",
        en="{person} was assigned: {duty} ({unit})",
    ),
    EventType(
        name="assignment_returned",
        event=events.AssignmentReturned,
        zh="{by}退回{person}到{unit}的第{assignment}号安排:{reason}",
        en="{by} sent assignment {assignment} of {person} to {unit} back: {reason}",
    ),
    EventType(
        name="released",
        event=events.Released,
        zh="解除{person}的第{assignment}号安排({unit}):{reason}",
        en="{person} was released from assignment {assignment} ({unit}): {reason}",
    ),
    EventType(
        name="recusal_declared",
        event=events.RecusalDeclared,
        zh="{person}对{unit}须回避",
        en="{person} is recused from {unit}",
    ),
    EventType(
        name="dissolved",
        event=events.Dissolved,
        zh="{commission}撤销{group}综合派驻:{reason}",
        en="{commission} dissolved the pool of {group}: {reason}",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="综合派驻更正:{reason}(批准人{approved_by})",
        en="The pool was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="assignment_corrected",
        event=events.AssignmentCorrected,
        zh="{person}的安排更正:{reason}(批准人{approved_by})",
        en="The assignment of {person} was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="综合派驻作废:{reason}(批准人{approved_by})",
        en="The pool was annulled: {reason} (approved by {approved_by})",
    ),
)
