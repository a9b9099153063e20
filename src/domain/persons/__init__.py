"""Persons: who works on the system, in which offices, and which persons of the log are one."""

from typing import Final

from domain.persons import commands, decisions, events
from domain.persons.state import PersonState, evolve
from domain.registry import Action, EventType, Family

FAMILY: Final = Family(
    name="person",
    collection="persons",
    zh="人员",
    en="person",
    initial=PersonState(),
    evolve=evolve,
    events=(
        EventType(
            name="registered",
            event=events.Registered,
            zh="登记人员。",
            en="A person was registered.",
        ),
        EventType(
            name="appointed",
            event=events.Appointed,
            zh="自{begins}起任{member_of}的{role}。",
            en="Appointed {role} of {member_of} from {begins}.",
        ),
        EventType(
            name="appointment_ended",
            event=events.AppointmentEnded,
            zh="{member_of}的{role}任职至{last_day}止:{reason}",
            en="The appointment as {role} of {member_of} ended on {last_day}: {reason}",
        ),
        EventType(
            name="reading_granted",
            event=events.ReadingGranted,
            zh="准予查阅一事项至{expires}:{reason}",
            en="Let read one matter until {expires}: {reason}",
        ),
        EventType(
            name="reading_revoked",
            event=events.ReadingRevoked,
            zh="撤回查阅授权:{reason}",
            en="The grant of reading was revoked: {reason}",
        ),
        EventType(
            name="lent",
            event=events.Lent,
            zh="自{home}借用至{until},在一事项中协助{to}承办",
            en="Lent from {home} until {until}, to handle one matter with {to}",
        ),
        EventType(
            name="lending_ended",
            event=events.LendingEnded,
            zh="借用结束,不再办理该事项",
            en="The lending ended: nothing more is done in that matter",
        ),
        EventType(
            name="linked",
            event=events.Linked,
            zh="认定为同一自然人:{reason}",
            en="Found to be one natural person with another: {reason}",
        ),
    ),
    actions=(
        Action(
            name="register",
            command=commands.Register,
            decide=decisions.register,
            zh="登记人员",
            en="register a person",
            target="new",
            example={"name": "王立新"},
        ),
        Action(
            name="appoint",
            command=commands.Appoint,
            decide=decisions.appoint,
            zh="任职",
            en="appoint a person",
            example={"party": "sg-education", "role": "head", "begins": "2026-01-01"},
        ),
        Action(
            name="end_appointment",
            command=commands.EndAppointment,
            decide=decisions.end_appointment,
            zh="免职",
            en="end an appointment",
            example={"appointment": 1, "last_day": "2026-06-30", "reason": "调任巡察办"},
        ),
        Action(
            name="grant_reading",
            command=commands.GrantReading,
            decide=decisions.grant_reading,
            zh="授权查阅",
            en="let a person read a matter",
            example={
                "stream": "lead/0f4b6f6e-3c1d-5e0f-9d52-7f2b1a5c8e11",
                "scope": "content",
                "reason": "协助核实财务凭证",
                "expires": "2026-06-30",
                "approved_by": "person/5a1f0c9e-5d0b-5a55-8a39-1d5a2f3c4b60",
            },
        ),
        Action(
            name="revoke_reading",
            command=commands.RevokeReading,
            decide=decisions.revoke_reading,
            zh="撤回查阅授权",
            en="revoke a grant of reading",
            example={"grant": 1, "reason": "核实结束"},
        ),
        Action(
            name="link",
            command=commands.Link,
            decide=decisions.link,
            zh="认定同一人",
            en="link two persons as one",
            target="either",
            example={
                "other": "person/7be0c5d2-9a51-5c0e-8a5e-2f6b0a4d9c33",
                "reason": "经核对身份证件为同一人",
            },
        ),
    ),
)
"""The family, as `domain.catalogue` lists it."""
