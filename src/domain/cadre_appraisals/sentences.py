"""The types of events of cadre appraisals, each with the sentence that says what happened."""

from typing import Final

from domain.cadre_appraisals import events
from domain.registry import EventType

EVENTS: Final = (
    EventType(
        name="opened",
        event=events.Opened,
        zh="{organiser}对{group}{person}开展{year}年度考核,{summary_by}前述职",
        en="{organiser} opened the appraisal of {person} of {group} for {year}: summary by {summary_by}",
    ),
    EventType(
        name="view_asked",
        event=events.ViewAsked,
        zh="{organiser}就{person}的年度考核征求{asked}意见,{due}前反馈",
        en="{organiser} asked {asked} for its view of {person} by {due}",
    ),
    EventType(
        name="view_given",
        event=events.ViewGiven,
        zh="{asked}提出考核意见",
        en="{asked} gave its view",
    ),
    EventType(
        name="summarised",
        event=events.Summarised,
        zh="被考核人述职述廉",
        en="The person summed up the year",
    ),
    EventType(
        name="summary_returned",
        event=events.SummaryReturned,
        zh="述职材料退回:{reason}",
        en="The summary was returned: {reason}",
    ),
    EventType(
        name="ballot_recorded",
        event=events.BallotRecorded,
        zh="登记民主测评结果",
        en="The ballot was recorded",
    ),
    EventType(
        name="grade_proposed",
        event=events.GradeProposed,
        zh="{proposer}建议等次:{grade}",
        en="{proposer} proposed the grade {grade}",
    ),
    EventType(
        name="proposal_returned",
        event=events.ProposalReturned,
        zh="等次建议退回{proposer}:{reason}",
        en="The proposal went back to {proposer}: {reason}",
    ),
    EventType(
        name="grade_approved",
        event=events.GradeApproved,
        zh="{approver}批准等次:{grade},告知本人,异议期至{objection_until}",
        en="{approver} approved the grade {grade} and told the person: objections until {objection_until}",
    ),
    EventType(
        name="objected",
        event=events.Objected,
        zh="被考核人提出异议",
        en="The person objected",
    ),
    EventType(
        name="objection_answered",
        event=events.ObjectionAnswered,
        zh="{approver}答复异议,等次为{grade}",
        en="{approver} answered the objection: the grade is {grade}",
    ),
    EventType(
        name="concluded",
        event=events.Concluded,
        zh="年度考核归档,等次为{grade}",
        en="The appraisal is on file with the grade {grade}",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="民主测评票数更正:{reason}(批准人{approved_by})",
        en="The ballot was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="年度考核作废:{reason}(批准人{approved_by})",
        en="The appraisal was annulled: {reason} (approved by {approved_by})",
    ),
)
