"""The types of events of training sessions, each with the sentence that says what happened."""

from typing import Final

from domain.registry import EventType
from domain.trainings import events

EVENTS: Final = (
    EventType(
        name="planned",
        event=events.Planned,
        zh="{organiser}计划于{planned}举办培训《{title}》({brand}),参加单位:{parties}",
        en="{organiser} planned the training «{title}» ({brand}) for {planned}; invited: {parties}",
    ),
    EventType(
        name="invited",
        event=events.Invited,
        zh="邀请{party}参加,{name_by}前报名",
        en="{party} was invited and is to name by {name_by} who comes",
    ),
    EventType(
        name="attendees_named",
        event=events.AttendeesNamed,
        zh="{party}报名:{persons}",
        en="{party} named who comes: {persons}",
    ),
    EventType(
        name="names_returned",
        event=events.NamesReturned,
        zh="{organiser}退回{party}的报名:{reason}",
        en="{organiser} returned whom {party} had named: {reason}",
    ),
    EventType(
        name="postponed",
        event=events.Postponed,
        zh="培训改期至{planned}:{reason}",
        en="The training was postponed to {planned}: {reason}",
    ),
    EventType(
        name="held",
        event=events.Held,
        zh="{organiser}举办了培训",
        en="{organiser} held the training",
    ),
    EventType(
        name="attendance_recorded",
        event=events.AttendanceRecorded,
        zh="{party}到课人员:{persons}",
        en="Who came from {party}: {persons}",
    ),
    EventType(
        name="took_part",
        event=events.TookPart,
        zh="{party}有{came}人参训",
        en="{came} people of {party} took part",
    ),
    EventType(
        name="cancelled",
        event=events.Cancelled,
        zh="培训取消:{reason}",
        en="The training was cancelled: {reason}",
    ),
    EventType(
        name="corrected",
        event=events.Corrected,
        zh="培训记录更正:{reason}(批准人{approved_by})",
        en="The record of the training was corrected: {reason} (approved by {approved_by})",
    ),
    EventType(
        name="attendance_corrected",
        event=events.AttendanceCorrected,
        zh="{party}到课人员更正为:{persons}",
        en="Who came from {party} was corrected to: {persons}",
    ),
    EventType(
        name="annulled",
        event=events.Annulled,
        zh="培训记录作废:{reason}(批准人{approved_by})",
        en="The record of the training was annulled: {reason} (approved by {approved_by})",
    ),
)
