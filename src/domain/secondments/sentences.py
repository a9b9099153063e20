"""The types of events of secondments, each with the sentence that says what happened."""

from typing import Final

from domain.registry import EventType
from domain.secondments import events

EVENTS: Final = (
    EventType(
        name="proposed",
        event=events.Proposed,
        zh="{organiser}提出{person}由{home}到{host}锻炼({begins}至{until}):{purpose}",
        en="{organiser} proposed that {person} of {home} learns at {host} ({begins} to {until}): {purpose}",
    ),
    EventType(
        name="agreed",
        event=events.Agreed,
        zh="{home}同意派出,{begins}到岗",
        en="{home} agreed; the person is to arrive on {begins}",
    ),
    EventType(
        name="declined",
        event=events.Declined,
        zh="{home}未同意派出:{reason}",
        en="{home} declined: {reason}",
    ),
    EventType(
        name="revised",
        event=events.Revised,
        zh="{organiser}调整锻炼时间为{begins}至{until}",
        en="{organiser} proposed other days: {begins} to {until}",
    ),
    EventType(
        name="begun",
        event=events.Begun,
        zh="{person}到{host}报到,导师{mentor},锻炼至{until}",
        en="{person} arrived at {host}, mentor {mentor}, until {until}",
    ),
    EventType(
        name="extended",
        event=events.Extended,
        zh="锻炼延长至{until}:{reason}",
        en="The person stays until {until}: {reason}",
    ),
    EventType(
        name="sent_back",
        event=events.SentBack,
        zh="{person}锻炼期满,返回{home}",
        en="{person} went back to {home}",
    ),
    EventType(
        name="appraised",
        event=events.Appraised,
        zh="{host}对{person}作出鉴定",
        en="{host} appraised {person}",
    ),
    EventType(
        name="withdrawn",
        event=events.Withdrawn,
        zh="{organiser}撤回锻炼安排:{reason}",
        en="{organiser} withdrew the proposal: {reason}",
    ),
    EventType(
        name="appraisal_corrected",
        event=events.AppraisalCorrected,
        zh="{host}更正鉴定:{reason}(批准人{approved_by})",
        en="{host} corrected its appraisal: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="锻炼记录更正:{reason}(批准人{approved_by})",
        en="The secondment was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="arrival_moved",
        event=events.ArrivalMoved,
        zh="到岗日期更正为{begins}",
        en="The day of arrival is {begins} now",
    ),
    EventType(
        name="return_moved",
        event=events.ReturnMoved,
        zh="期满日期更正为{until}",
        en="The last day is {until} now",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="锻炼记录作废:{reason}(批准人{approved_by})",
        en="The record of the secondment was annulled: {reason} (approved by {approved_by})",
    ),
)
