"""A jurisdiction as its own log tells it: scheme, parties, people in office, register numbers.

The writer keeps one per jurisdiction folded in memory; every change gives a new one that shares
what did not change.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Literal, Self, TypeVar

from domain import roles
from domain.calendar import Calendar
from domain.errors import UnknownParty, UnknownPerson
from domain.ids import INSTALLATION, JurisdictionCode, PartyId, PersonId, StreamId
from domain.model import Number, Value
from domain.scheme import Party, Scheme

ClockKind = Literal["real", "simulated"]
"""``real`` follows the wall clock of the writer; ``simulated`` stands until it is advanced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment(Value):
    """A person's role in a party, with its dates (both included). ``serial`` counts per person."""

    serial: int
    party: PartyId
    role: str
    begins: datetime.date
    ends: datetime.date | None = None

    def current(self, on: datetime.date) -> bool:
        """Whether it is in force on a day."""
        return self.begins <= on and (self.ends is None or on <= self.ends)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lending(Value):
    """A person of ``home`` who may do in one matter what a handler of ``to`` does, until a day."""

    person: PersonId
    grant: int
    home: PartyId
    to: PartyId
    until: datetime.date
    ended: bool = False


People = Mapping[PersonId, tuple[Appointment, ...]]
"""The people of one party."""


K = TypeVar("K")
V = TypeVar("V")


def _nothing() -> Mapping[Any, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Jurisdiction:
    """Everything about a jurisdiction that a decision may ask for.

    ``founder`` acts for ``founding_party`` as administrator until one is appointed. In the
    installation log the founder is the operator, who opens jurisdictions. ``installation`` is the one
    that decides here, ``moved_to`` the one that the log was closed for, if it was.
    """

    code: JurisdictionCode
    source: str = ""
    installation: str = ""
    moved_to: str | None = None
    moved_address: str | None = None
    clock: ClockKind = "real"
    simulated_now: datetime.datetime | None = None
    begun: datetime.date | None = None
    founder: PersonId | None = None
    founding_party: PartyId | None = None
    scheme: Scheme | None = None
    scheme_version: int = 0
    calendar: Calendar | None = None
    parties: Mapping[PartyId, Party] = field(default_factory=_nothing)
    party_streams: Mapping[PartyId, StreamId] = field(default_factory=_nothing)
    persons: frozenset[PersonId] = frozenset()
    appointments: Mapping[PartyId, People] = field(default_factory=_nothing)
    same: Mapping[PersonId, frozenset[PersonId]] = field(default_factory=_nothing)
    """Persons who are one natural person, as link events said; absent: nobody else is."""
    lendings: Mapping[StreamId, tuple[Lending, ...]] = field(default_factory=_nothing)
    """Who is or ever was lent to a matter."""
    counters: Mapping[tuple[PartyId, str, int], int] = field(default_factory=_nothing)
    """The last register number given, by organ, kind and year."""

    def clock_at(self, wall: datetime.datetime) -> datetime.datetime:
        """What the jurisdiction's clock shows when the wall clock shows ``wall`` (aware UTC)."""
        if self.clock == "simulated" and self.simulated_now is not None:
            return self.simulated_now
        return wall

    def party(self, party: PartyId) -> Party:
        """The party of that code; raises `UnknownParty`."""
        found = self.parties.get(party)
        if found is None:
            raise UnknownParty(party=party)
        return found

    def registered(self, person: PersonId) -> PersonId:
        """The person, if registered; raises `UnknownPerson`."""
        if person not in self.persons:
            raise UnknownPerson(person=person)
        return person

    def roles_of(self, person: PersonId, party: PartyId, on: datetime.date) -> frozenset[str]:
        """The roles that a person holds in a party on a day."""
        held = self.appointments.get(party, {}).get(person, ())
        return frozenset(appointment.role for appointment in held if appointment.current(on))

    def holds(
        self, person: PersonId, party: PartyId, wanted: Iterable[str], on: datetime.date
    ) -> bool:
        """Whether a person holds one of the roles in a party on a day; of no roles: any at all."""
        held = self.roles_of(person, party, on)
        wanted = frozenset(wanted)
        return bool(held & wanted) if wanted else bool(held)

    def in_office(self, person: PersonId, wanted: Iterable[str], on: datetime.date) -> bool:
        """Whether a person holds one of the roles in any party on a day."""
        wanted = frozenset(wanted)
        held = (people.get(person, ()) for people in self.appointments.values())
        return any(item.role in wanted and item.current(on) for items in held for item in items)

    def holders(
        self, party: PartyId, wanted: Iterable[str], on: datetime.date
    ) -> tuple[PersonId, ...]:
        """Who holds one of the roles in a party on a day, in the order of appointment."""
        wanted = frozenset(wanted)
        return tuple(
            person
            for person, held in self.appointments.get(party, {}).items()
            if any(item.role in wanted and item.current(on) for item in held)
        )

    def lent(
        self, person: PersonId, home: PartyId, matter: StreamId, on: datetime.date
    ) -> PartyId | None:
        """With whose handlers a person of ``home`` is lent to a matter on a day; None: they are not."""
        return next(
            (
                each.to
                for each in self.lendings.get(matter, ())
                if (each.person, each.home) == (person, home)
                and not each.ended
                and on <= each.until
            ),
            None,
        )

    def lent_to(self, party: PartyId, matter: StreamId, on: datetime.date) -> tuple[PersonId, ...]:
        """Who is lent to the people of ``party`` in a matter on a day."""
        return tuple(
            each.person
            for each in self.lendings.get(matter, ())
            if each.to == party and not each.ended and on <= each.until
        )

    def ever_lent(self, matter: StreamId, to: PartyId | None = None) -> tuple[PersonId, ...]:
        """Who is or ever was lent to a matter (by default: with whomever): they approve nothing in it."""
        return tuple(each.person for each in self.lendings.get(matter, ()) if to in (None, each.to))

    def administers(self, person: PersonId, party: PartyId, on: datetime.date) -> bool:
        """Whether a person may adopt schemes, register and appoint for ``party``.

        That is an administrator of the founding party (the commission); until there is one, and
        again if ever there is none, the founder. In the installation log it is the operator.
        """
        if self.code == INSTALLATION:
            return self.founder in (None, person)
        if party != self.founding_party:
            return False
        if self.holders(party, (roles.ADMINISTRATOR,), on):
            return self.holds(person, party, (roles.ADMINISTRATOR,), on)
        return person == self.founder

    def one_person(self, person: PersonId, other: PersonId) -> bool:
        """Whether two persons are one natural person as far as link events say."""
        return person == other or other in self.same.get(person, frozenset())

    def next_number(self, organ: PartyId, kind: str, year: int, *, skip: int = 0) -> Number:
        """The next number of a register: gapless per organ, kind and year (DOMAIN.md §1.15).

        ``skip`` is how many numbers of that register the same decision has used already.
        """
        last = self.counters.get((organ, kind, year), 0)
        return Number(organ=organ, kind=kind, year=year, serial=last + 1 + skip)

    def host_units(self, group: PartyId) -> tuple[Party, ...]:
        """The units, Party groups and unit committees at which a group is stationed."""
        return tuple(party for party in self.parties.values() if party.stationed_group == group)

    def relation(self, party: PartyId, name: str) -> PartyId | None:
        """A party that stands in a relation to another; None where there is none.

        Relations: ``supervising_office``, ``stationed_group``, ``entered_by``.
        """
        found = self.party(party)
        match name:
            case "supervising_office":
                group = found.stationed_group
                return found.supervising_office or (
                    self.party(group).supervising_office if group is not None else None
                )
            case "stationed_group":
                return found.stationed_group
            case "entered_by":
                return found.entered_by
            case _:
                raise KeyError(name)

    def with_party(self, party: Party, stream: StreamId) -> Self:
        """The jurisdiction with a party registered or changed."""
        return replace(
            self,
            parties=_with(self.parties, party.code, party),
            party_streams=_with(self.party_streams, party.code, stream),
        )

    def without_party(self, code: PartyId) -> Self:
        """The jurisdiction after a party has ended."""
        left = {other: party for other, party in self.parties.items() if other != code}
        return replace(self, parties=MappingProxyType(left))

    def with_person(self, person: PersonId) -> Self:
        """The jurisdiction with a person registered."""
        return replace(self, persons=self.persons | {person})

    def with_appointment(self, person: PersonId, appointment: Appointment) -> Self:
        """The jurisdiction with an appointment made, or changed under the same serial."""
        people = self.appointments.get(appointment.party, {})
        others = tuple(item for item in people.get(person, ()) if item.serial != appointment.serial)
        people = _with(people, person, (*others, appointment))
        return replace(self, appointments=_with(self.appointments, appointment.party, people))

    def with_lending(self, matter: StreamId, lending: Lending) -> Self:
        """The jurisdiction with somebody lent to a matter, or with that changed under the same grant."""
        key = (lending.person, lending.grant)
        known = self.lendings.get(matter, ())
        others = tuple(each for each in known if (each.person, each.grant) != key)
        return replace(self, lendings=_with(self.lendings, matter, (*others, lending)))

    def without_lending(self, matter: StreamId, person: PersonId, grant: int) -> Self:
        """The jurisdiction after a lending to a matter ended."""
        changed = tuple(
            replace(each, ended=True) if (each.person, each.grant) == (person, grant) else each
            for each in self.lendings.get(matter, ())
        )
        return replace(self, lendings=_with(self.lendings, matter, changed))

    def with_link(self, person: PersonId, other: PersonId) -> Self:
        """The jurisdiction knowing that two persons are one; links join whole groups."""
        group = {person, other}
        group |= self.same.get(person, frozenset()) | self.same.get(other, frozenset())
        same = dict(self.same)
        for member in group:
            same[member] = frozenset(group)
        return replace(self, same=MappingProxyType(same))

    def with_number(self, number: Number) -> Self:
        """The jurisdiction after a register number was given."""
        key = (number.organ, number.kind, number.year)
        last = max(self.counters.get(key, 0), number.serial)
        return replace(self, counters=_with(self.counters, key, last))


def _with(mapping: Mapping[K, V], key: K, value: V) -> Mapping[K, V]:
    changed = dict(mapping)
    changed[key] = value
    return MappingProxyType(changed)
