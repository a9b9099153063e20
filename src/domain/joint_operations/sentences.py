"""The types of the events of joint operations, each with the sentence that says what happened."""

from typing import Final

from domain.approvals.sentences import sentences
from domain.joint_operations import events
from domain.registry import EventType

EVENTS: Final = (
    EventType(
        name="proposed",
        event=events.Proposed,
        zh="{proposer}提出联动“{title}”({kind}、{cooperation}),由{lead_body}牵头,至{until}",
        en="{proposer} proposed «{title}» ({kind}, {cooperation}), led by {lead_body}, until {until}",
    ),
    EventType(
        name="matter_attached",
        event=events.MatterAttached,
        zh="联动服务于{matter}",
        en="The operation serves {matter}",
    ),
    EventType(
        name="proposal_revised",
        event=events.ProposalRevised,
        zh="{proposer}修改联动方案:{changes}",
        en="{proposer} changed the proposal: {changes}",
    ),
    *sentences(events.STEPS, zh="联动", en="proposal"),
    EventType(
        name="submission_stuck",
        event=events.SubmissionStuck,
        zh="联动呈批件第{level}级无人可签",
        en="Nobody may sign the proposal at level {level}",
    ),
    EventType(
        name="approved",
        event=events.Approved,
        zh="联动获准",
        en="The operation was approved",
    ),
    EventType(
        name="opening_awaited",
        event=events.OpeningAwaited,
        zh="待{lead_body}启动联动",
        en="{lead_body} is to open the operation",
    ),
    EventType(
        name="opened",
        event=events.Opened,
        zh="{lead_body}启动联动{number},至{until}",
        en="{lead_body} opened the operation {number}, until {until}",
    ),
    EventType(
        name="asked",
        event=events.Asked,
        zh="{lead_body}邀请{to}参加联动“{title}”",
        en="{lead_body} asked {to} to join «{title}»",
    ),
    EventType(
        name="joined",
        event=events.Joined,
        zh="{by}参加联动",
        en="{by} joined the operation",
    ),
    EventType(
        name="declined",
        event=events.Declined,
        zh="{by}不参加联动:{reason}",
        en="{by} did not join: {reason}",
    ),
    EventType(
        name="people_requested",
        event=events.PeopleRequested,
        zh="商请{home}借用{count}人,至{until}:{duty}",
        en="{home} was asked to lend {count}, until {until}: {duty}",
    ),
    EventType(
        name="people_refused",
        event=events.PeopleRefused,
        zh="{home}未能借用人员:{reason}",
        en="{home} lends nobody: {reason}",
    ),
    EventType(
        name="person_offered",
        event=events.PersonOffered,
        zh="{home}同意借用{person},至{until}:{duty}",
        en="{home} lends {person} until {until}: {duty}",
    ),
    EventType(
        name="offer_declined",
        event=events.OfferDeclined,
        zh="{home}的第{lending}号借用人员未接收:{reason}",
        en="The person of lending {lending} of {home} was not taken: {reason}",
    ),
    EventType(
        name="person_admitted",
        event=events.PersonAdmitted,
        zh="接收{home}借用的{person},至{until}",
        en="{person} of {home} was admitted until {until}",
    ),
    EventType(
        name="person_returned",
        event=events.PersonReturned,
        zh="{person}归还{home}:{reason}",
        en="{person} went back to {home}: {reason}",
    ),
    EventType(
        name="share_assigned",
        event=events.ShareAssigned,
        zh="{lead_body}安排{to}于{due}前完成:{text}",
        en="{lead_body} assigned to {to}, due on {due}: {text}",
    ),
    EventType(
        name="share_reported",
        event=events.ShareReported,
        zh="{by}报告分工完成",
        en="{by} reported its share as done",
    ),
    EventType(
        name="share_returned",
        event=events.ShareReturned,
        zh="{lead_body}退回{by}的分工报告:{reason}",
        en="{lead_body} returned the report of {by}: {reason}",
    ),
    EventType(
        name="share_accepted",
        event=events.ShareAccepted,
        zh="{lead_body}确认{by}的分工完成",
        en="{lead_body} accepted the share of {by}",
    ),
    EventType(
        name="result_recorded",
        event=events.ResultRecorded,
        zh="{by}登记成果({kind}):{text}",
        en="{by} recorded a result ({kind}): {text}",
    ),
    EventType(
        name="prolonged",
        event=events.Prolonged,
        zh="联动延长至{until}:{reason}(批准人{approved_by})",
        en="The operation was prolonged to {until}: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="concluded",
        event=events.Concluded,
        zh="{lead_body}结束联动",
        en="{lead_body} concluded the operation",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="联动记录更正:{reason}(批准人{approved_by})",
        en="The record was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="联动记录作废:{reason}(批准人{approved_by})",
        en="The operation was annulled: {reason} (approved by {approved_by})",
    ),
)
