"""The types of events of assessments, each with the sentence that says what happened."""

from typing import Final

from domain.assessments import events
from domain.registry import EventType

EVENTS: Final = (
    EventType(
        name="opened",
        event=events.Opened,
        zh="{assessor}对{body}开展{period}考核,{declare_by}前申报",
        en="{assessor} assesses {body} for {period}; its figures are due by {declare_by}",
    ),
    EventType(
        name="declared",
        event=events.Declared,
        zh="{body}申报考核数据(截至{as_of})",
        en="{body} declared its figures as of {as_of}",
    ),
    EventType(
        name="returned",
        event=events.Returned,
        zh="{assessor}退回申报:{reason}",
        en="{assessor} sent the figures back: {reason}",
    ),
    EventType(
        name="published",
        event=events.Published,
        zh="{assessor}向{body}反馈考核得分{total_hundredths}分,异议期至{objection_until}",
        en=(
            "{assessor} told {body} its points, {total_hundredths}; objections until"
            " {objection_until}"
        ),
    ),
    EventType(
        name="barred",
        event=events.Barred,
        zh="{body}不得评为最高等次:{reason}({basis})",
        en="{body} cannot have the highest grade: {reason} ({basis})",
    ),
    EventType(
        name="objected",
        event=events.Objected,
        zh="{body}对指标{indicator}提出异议:{reason}",
        en="{body} objected to the points of {indicator}: {reason}",
    ),
    EventType(
        name="upheld",
        event=events.Upheld,
        zh="{assessor}维持{body}的得分:{reason}",
        en="{assessor} let the points of {body} stand: {reason}",
    ),
    EventType(
        name="revised",
        event=events.Revised,
        zh="{assessor}采纳异议,{body}得分改为{total_hundredths}分:{reason}",
        en="{assessor} set the points of {body} to {total_hundredths}: {reason}",
    ),
    EventType(
        name="graded",
        event=events.Graded,
        zh="{body}{period}考核等次:{zh}",
        en="{body} was graded for {period}: {en}",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="{body}考核得分更正为{total_hundredths}分:{reason}(批准人{approved_by})",
        en=(
            "The points of {body} were corrected to {total_hundredths}: {reason}"
            " (approved by {approved_by})"
        ),
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="{body}的考核作废:{reason}(批准人{approved_by})",
        en="The assessment of {body} was annulled: {reason} (approved by {approved_by})",
    ),
)
