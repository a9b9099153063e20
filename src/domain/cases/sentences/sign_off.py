"""三级把关: what the events say."""

from typing import Final

from domain.cases import events
from domain.registry import EventType

SIGN_OFF: Final = (
    EventType(
        name="sign_off_opened",
        event=events.SignOffOpened,
        zh="承办人{handler}就{matters}负首责(第{sheet}号把关表)",
        en="{handler} answered first for {matters} (sheet {sheet})",
    ),
    EventType(
        name="sign_off_reviewed",
        event=events.SignOffReviewed,
        zh="{reviewer}审核第{sheet}号把关表:{opinion}",
        en="{reviewer} reviewed sheet {sheet}: {opinion}",
    ),
    EventType(
        name="group_meeting_held",
        event=events.GroupMeetingHeld,
        zh="组务会集体研究第{sheet}号把关表,应到{entitled}人:{conclusion}",
        en="The group meeting of {entitled} members deliberated on sheet {sheet}: {conclusion}",
    ),
    EventType(
        name="group_meeting_corrected",
        event=events.GroupMeetingCorrected,
        zh="更正第{sheet}号把关表的组务会记录:{reason}",
        en="The record of the group meeting on sheet {sheet} was corrected: {reason}",
    ),
    EventType(
        name="sign_off_forwarded",
        event=events.SignOffForwarded,
        zh="第{sheet}号把关表随案送{to}",
        en="Sheet {sheet} went with the case to {to}",
    ),
)
