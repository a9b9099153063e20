"""The state of a person's stream: offices held, and what the person was let read."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from domain.ids import PersonId
from domain.jurisdiction import Appointment
from domain.model import Event
from domain.persons.events import (
    Appointed,
    AppointmentEnded,
    LendingEnded,
    Lent,
    Linked,
    ReadingGranted,
    ReadingRevoked,
    Registered,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonState:
    """``grants`` are those not revoked, by serial; expiry is a date in them, not an event.

    ``lent`` are those of them with which the person may act too.
    """

    registered: bool = False
    appointments: Mapping[int, Appointment] = field(default_factory=lambda: MappingProxyType({}))
    grants: Mapping[int, ReadingGranted] = field(default_factory=lambda: MappingProxyType({}))
    granted: int = 0
    lent: frozenset[int] = frozenset()
    linked: frozenset[PersonId] = frozenset()


def evolve(state: PersonState, event: Event) -> PersonState:
    """Fold one event of the family."""
    match event:
        case Registered():
            return replace(state, registered=True)
        case Appointed() | AppointmentEnded():
            appointment = appointment_of(event)
            return replace(
                state,
                appointments=MappingProxyType(
                    {**state.appointments, appointment.serial: appointment}
                ),
            )
        case ReadingGranted():
            grants = MappingProxyType({**state.grants, event.grant: event})
            return replace(state, grants=grants, granted=event.grant)
        case ReadingRevoked():
            left = {serial: it for serial, it in state.grants.items() if serial != event.grant}
            return replace(state, grants=MappingProxyType(left))
        case Lent():
            return replace(state, lent=state.lent | {event.grant})
        case LendingEnded():
            return replace(state, lent=state.lent - {event.grant})
        case Linked():
            return replace(state, linked=state.linked | {event.other})
        case _:
            raise AssertionError(f"not an event of persons: {type(event).__name__}")


def appointment_of(event: Appointed | AppointmentEnded) -> Appointment:
    """The appointment as it stands after an event about it."""
    return Appointment(
        serial=event.appointment,
        party=event.member_of,
        role=event.role,
        begins=event.begins,
        ends=event.ends if isinstance(event, Appointed) else event.last_day,
    )
