"""The types of work report events, each with the sentence that says what happened."""

from typing import Final

from domain.registry import EventType
from domain.work_reports import events

EVENTS: Final = (
    EventType(
        name="submitted",
        event=events.Submitted,
        zh="{reporter}向{to}报送{period}工作报告“{title}”",
        en="{reporter} handed in «{title}» for {period} to {to}",
    ),
    EventType(
        name="returned",
        event=events.Returned,
        zh="{to}退回{reporter}的报告:{reason}",
        en="{to} returned the report to {reporter}: {reason}",
    ),
    EventType(
        name="resubmitted",
        event=events.Resubmitted,
        zh="{reporter}重新报送:{changes}",
        en="{reporter} handed in the report again: {changes}",
    ),
    EventType(
        name="accepted",
        event=events.Accepted,
        zh="{to}接收{reporter}的报告",
        en="{to} accepted the report of {reporter}",
    ),
    EventType(
        name="circulated",
        event=events.Circulated,
        zh="{circulator}将报告分送{to}",
        en="{circulator} circulated the report to {to}",
    ),
    EventType(
        name="acknowledged",
        event=events.Acknowledged,
        zh="{by}签收报告",
        en="{by} acknowledged the report",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="报告更正:{reason}(批准人{approved_by})",
        en="The report was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="{reporter}的报告作废:{reason}(批准人{approved_by})",
        en="The report of {reporter} was annulled: {reason} (approved by {approved_by})",
    ),
)
