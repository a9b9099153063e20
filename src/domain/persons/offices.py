"""Giving somebody an office and ending it: for administrators, and for families that authorise people."""

import datetime

from domain.ids import PartyId
from domain.jurisdiction import Appointment
from domain.persons.account import Account
from domain.persons.events import Appointed, AppointmentEnded


def appoint(
    account: Account,
    party: PartyId,
    role: str,
    *,
    begins: datetime.date,
    ends: datetime.date | None,
    document: str | None,
) -> int:
    """Appoint the person to a role in a party between these days; returns the number."""
    serial = len(account.state.appointments) + 1
    account.tell(
        Appointed(
            **account.plain(),
            appointment=serial,
            member_of=party,
            role=role,
            begins=begins,
            ends=ends,
            document=document,
        )
    )
    return serial


def end(account: Account, held: Appointment, last_day: datetime.date, reason: str) -> None:
    """Let an appointment hold until a day, itself included."""
    account.tell(
        AppointmentEnded(
            **account.plain(),
            appointment=held.serial,
            member_of=held.party,
            role=held.role,
            begins=held.begins,
            last_day=last_day,
            reason=reason,
        )
    )
