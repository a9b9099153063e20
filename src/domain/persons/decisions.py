"""Decisions about the people who work on the system."""

from collections.abc import Iterable
from typing import Final

from domain import roles
from domain.checks import is_concerned
from domain.context import Context
from domain.errors import InvalidField, NotFound
from domain.ids import PartyId, PersonId, StreamId, family_of
from domain.jurisdiction import Appointment
from domain.model import Concerns, Draft
from domain.persons import commands, errors, events
from domain.persons.state import PersonState
from domain.streams import StreamState

Stream = StreamState[PersonState]

LINK: Final = "link"
"""The visibility class of who is whom, which no scheme opens."""


def _circle(stream: Stream, context: Context, *also: PartyId) -> Concerns:
    """The founding party, and every party in which the person holds or held office."""
    founding = context.jurisdiction.founding_party or context.request.party
    held = (appointment.party for appointment in stream.state.appointments.values())
    return Concerns(
        parties=tuple(dict.fromkeys((founding, *held, *also))), visibility="organisation"
    )


def _grant_circle(matter: StreamId, grant: int, *parties: PartyId) -> Concerns:
    """Who gives the grant, in the class of the matter: that there is one is as secret as it (R 299)."""
    return Concerns(
        parties=tuple(dict.fromkeys(parties)), visibility=f"{family_of(matter)}:grant-{grant}"
    )


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
    yield Draft(
        stream.stream,
        events.Registered(
            occurred=context.occurred,
            concerns=_circle(stream, context),
            name=command.name,
            pseudonym=command.pseudonym,
        ),
    )


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
        raise InvalidField(
            field="role",
            reason_zh="管理员只设在创建单位",
            reason_en="administrators sit in the founding party only",
        )
    if command.ends is not None and command.ends < command.begins:
        raise InvalidField(
            field="ends", reason_zh="早于任职之日", reason_en="it is before the start"
        )
    yield Draft(
        stream.stream,
        events.Appointed(
            occurred=context.occurred,
            concerns=_circle(stream, context, command.party),
            appointment=len(stream.state.appointments) + 1,
            member_of=command.party,
            role=command.role,
            begins=command.begins,
            ends=command.ends,
            document=command.document,
        ),
    )


def end_appointment(
    stream: Stream, command: commands.EndAppointment, context: Context
) -> Iterable[Draft]:
    """End an appointment that still runs on the day it is to end."""
    context.require_administrator()
    _check_other(stream, context)
    held = stream.state.appointments.get(command.appointment)
    if held is None or not _can_end(held, command):
        raise errors.NoSuchAppointment(appointment=command.appointment, last_day=command.last_day)
    yield Draft(
        stream.stream,
        events.AppointmentEnded(
            occurred=context.occurred,
            concerns=_circle(stream, context),
            appointment=held.serial,
            member_of=held.party,
            role=held.role,
            begins=held.begins,
            last_day=command.last_day,
            reason=command.reason,
        ),
    )


def _can_end(held: Appointment, command: commands.EndAppointment) -> bool:
    """An appointment ends on a day between its first and its last, not later than it would."""
    return held.begins <= command.last_day and (held.ends is None or command.last_day < held.ends)


def grant_reading(
    stream: Stream, command: commands.GrantReading, context: Context
) -> Iterable[Draft]:
    """Let a person read one matter, limited in scope and time (R 299); a leading person gives it."""
    person = _check_other(stream, context)
    context.require_role(*roles.LEADING)
    context.jurisdiction.registered(person)
    if command.expires < context.today:
        raise InvalidField(field="expires", reason_zh="已过期", reason_en="it is over already")
    matter = context.streams[command.stream]
    if not is_concerned(context, matter):
        raise NotFound(stream=command.stream)
    serial = stream.state.granted + 1
    yield Draft(
        stream.stream,
        events.ReadingGranted(
            occurred=context.occurred,
            concerns=_grant_circle(command.stream, serial, context.acting),
            grant=serial,
            stream=command.stream,
            scope=command.scope,
            reason=command.reason,
            given_by=context.actor,
            approved_by=command.approved_by,
            expires=command.expires,
        ),
    )


def revoke_reading(
    stream: Stream, command: commands.RevokeReading, context: Context
) -> Iterable[Draft]:
    """Take a grant back."""
    context.require_role(*roles.LEADING)
    grant = stream.state.grants.get(command.grant)
    if grant is None:
        raise errors.NoSuchGrant(grant=command.grant)
    yield Draft(
        stream.stream,
        events.ReadingRevoked(
            occurred=context.occurred,
            concerns=_grant_circle(
                grant.stream, grant.grant, *grant.concerns.parties, context.acting
            ),
            grant=grant.grant,
            stream=grant.stream,
            reason=command.reason,
        ),
    )


def link(stream: Stream, command: commands.Link, context: Context) -> Iterable[Draft]:
    """Record that two persons are one. Reported persons are linked too, so none need be registered.

    For that reason nobody reads it, least of all the person (R 299): what it bars it bars all the same.
    """
    context.require_role(roles.KEEPER, *roles.LEADING)
    person = PersonId(stream.stream)
    if context.jurisdiction.one_person(person, command.other):
        raise context.wrong_state(zh="已是同一人", en="one person already")
    yield Draft(
        stream.stream,
        events.Linked(
            occurred=context.occurred,
            concerns=Concerns(parties=(context.acting,), visibility=LINK),
            other=command.other,
            reason=command.reason,
        ),
    )
