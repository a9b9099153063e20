"""Decisions about the people who work on the system."""

from collections.abc import Iterable

from domain import roles
from domain.account import invalid
from domain.checks import is_concerned, reads_content
from domain.context import Context
from domain.errors import NotFound
from domain.ids import PersonId
from domain.jurisdiction import Appointment
from domain.model import Draft
from domain.persons import commands, errors, events, offices, readings
from domain.persons.account import Account
from domain.persons.state import PersonState
from domain.streams import StreamState

Stream = StreamState[PersonState]


def _check_other(stream: Stream, context: Context) -> PersonId:
    """The person, who must be registered and another than the actor."""
    person = PersonId(stream.stream)
    if not stream.state.registered:
        raise NotFound(stream=person)
    if context.jurisdiction.one_person(person, context.actor):
        raise errors.SelfAppointment(person=person)
    return person


def register(stream: Stream, command: commands.Register, context: Context) -> Iterable[Draft]:
    """Register a person; two of one name may be two people, so names are not compared."""
    context.require_administrator()
    account = Account(stream, context)
    account.tell(
        events.Registered(
            **account.plain(),
            name=command.name,
            pseudonym=command.pseudonym,
        )
    )
    return account


def appoint(stream: Stream, command: commands.Appoint, context: Context) -> Iterable[Draft]:
    """Appoint a person to a role of the scheme in one of its parties; nobody appoints themself."""
    context.require_administrator()
    _check_other(stream, context)
    jurisdiction = context.jurisdiction
    jurisdiction.party(command.party)
    known = {} if jurisdiction.scheme is None else jurisdiction.scheme.roles
    if command.role not in known:
        raise errors.UnknownRole(role=command.role, known=", ".join(known))
    if command.role == roles.ADMINISTRATOR and command.party != jurisdiction.founding_party:
        raise invalid(
            "role", "管理员只设在创建单位", "administrators sit in the founding party only"
        )
    if command.ends is not None and command.ends < command.begins:
        raise invalid("ends", "早于任职之日", "it is before the start")
    account = Account(stream, context)
    offices.appoint(
        account,
        command.party,
        command.role,
        begins=command.begins,
        ends=command.ends,
        document=command.document,
    )
    return account


def end_appointment(
    stream: Stream, command: commands.EndAppointment, context: Context
) -> Iterable[Draft]:
    """End an appointment that still runs on the day it is to end."""
    context.require_administrator()
    _check_other(stream, context)
    held = stream.state.appointments.get(command.appointment)
    if held is None or not _can_end(held, command):
        raise errors.NoSuchAppointment(appointment=command.appointment, last_day=command.last_day)
    account = Account(stream, context)
    offices.end(account, held, command.last_day, command.reason)
    return account


def _can_end(held: Appointment, command: commands.EndAppointment) -> bool:
    """An appointment ends on a day between its first and its last, not later than it would."""
    return held.begins <= command.last_day and (held.ends is None or command.last_day < held.ends)


def grant_reading(
    stream: Stream, command: commands.GrantReading, context: Context
) -> Iterable[Draft]:
    """Let a person read one matter, limited in scope and time (R 299); a leading person gives it.

    Nobody gives more than they have: who may know its status only grants no content.
    """
    person = _check_other(stream, context)
    context.require_role(*roles.LEADING)
    context.jurisdiction.registered(person)
    if command.expires < context.today:
        raise invalid("expires", "已过期", "it is over already")
    matter = context.streams[command.stream]
    may = is_concerned if command.scope == "status" else reads_content
    if matter.version == 0 or not may(context, matter):
        raise NotFound(stream=command.stream)
    account = Account(stream, context)
    readings.grant(
        account,
        command.stream,
        scope=command.scope,
        reason=command.reason,
        approved_by=command.approved_by,
        expires=command.expires,
    )
    return account


def revoke_reading(
    stream: Stream, command: commands.RevokeReading, context: Context
) -> Iterable[Draft]:
    """Take a grant back."""
    context.require_role(*roles.LEADING)
    if command.grant not in stream.state.grants:
        raise errors.NoSuchGrant(grant=command.grant)
    account = Account(stream, context)
    readings.revoke(account, command.grant, command.reason)
    return account


def link(stream: Stream, command: commands.Link, context: Context) -> Iterable[Draft]:
    """Record that two persons are one. Reported persons are linked too, so none need be registered.

    For that reason nobody reads it, least of all the person (R 299): what it bars it bars all the same.
    """
    context.require_role(roles.KEEPER, *roles.LEADING)
    person = PersonId(stream.stream)
    if context.jurisdiction.one_person(person, command.other):
        raise context.wrong_state(zh="已是同一人", en="one person already")
    account = Account(stream, context)
    account.tell(
        events.Linked(
            **account.plain(),
            other=command.other,
            reason=command.reason,
        )
    )
    return account
