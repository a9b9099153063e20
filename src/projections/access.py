"""Who may read what, as of now: circles, parties, people in office, classes, grants and bars.

An event says whom it concerns; who may read is folded here and joined by every query through
``permission.py``. Where this fold fails the jurisdiction stops and everything is denied.
"""

import datetime
from typing import NamedTuple

from domain.complaints import events as complaints
from domain.jurisdictions import events as jurisdictions
from domain.leads import events as leads
from domain.model import Event, Recorded
from domain.parties import events as parties
from domain.persons import events as persons
from domain.scheme import Scheme
from domain.schemes import events as schemes
from projections import access_bars
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows

CONTENT = "content"
STATUS = "status"

DIRECTORY = "directory"
"""The scope of parties, persons, offices and schemes: open to whoever holds office here at all."""


class Jurisdiction(NamedTuple):
    """The jurisdiction itself (its stream): its clock, and who founded it."""

    scope: str
    title_zh: str
    title_en: str
    source: str
    clock: str
    simulated_now: datetime.datetime | None
    founder: str
    founding_party: str


class Party(NamedTuple):
    """A party as it stands in the scheme in force; ``entered_by`` acts for it while off the system."""

    scope: str
    code: str
    kind: str
    zh: str
    en: str
    on_system: bool
    supervising_office: str | None
    stationed_group: str | None
    entered_by: str | None
    supervision: str | None
    ended: bool


class Access(NamedTuple):
    """A party stands in the circle of a scope of a stream.

    ``lock`` is party/class/level in one text, so that PostgreSQL knows how common each is and chooses
    well between scanning and probing. ``expires`` is the last day on which it may read, where
    approval was given until a day.
    """

    scope: str
    party: str
    level: str
    lock: str
    expires: datetime.date | None


class Appointment(NamedTuple):
    """A person (the stream) holds a role in a party; both days included."""

    scope: str
    serial: int
    party: str
    role: str
    begins: datetime.date
    ends: datetime.date | None
    document: str | None


class ClassRole(NamedTuple):
    """Under the scheme of this version a role may read a class, its content or its status only."""

    scope: str
    version: int
    visibility: str
    role: str
    level: str


class Grant(NamedTuple):
    """A person (the stream) may read one matter until a day, itself included."""

    scope: str
    serial: int
    matter: str
    level: str
    expires: datetime.date
    reason: str
    given_by: str
    approved_by: str


class Link(NamedTuple):
    """The person (the stream) and another are one natural person."""

    scope: str
    other: str


JURISDICTIONS = Table("jurisdictions", Jurisdiction, directory=True)
PARTIES = Table("parties", Party, directory=True, indexes=(("jurisdiction", "code"),))
ACCESS = Table("access", Access, key=("scope", "party"), indexes=(("jurisdiction", "lock"),))
APPOINTMENTS = Table(
    "appointments",
    Appointment,
    key=("serial",),
    directory=True,
    indexes=(("jurisdiction", "party"),),
)
CLASS_ROLES = Table(
    "class_roles", ClassRole, key=("version", "visibility", "role", "level"), directory=True
)
GRANTS = Table("grants", Grant, key=("serial",), indexes=(("jurisdiction", "matter"),))
LINKS = Table("links", Link, key=("other",), indexes=(("jurisdiction", "other"),))


def visibility_class(scope: str) -> str:
    """The class that the scheme speaks of: ``transfer`` for ``transfer:2``."""
    return scope.partition(":")[0]


def circle(rows: Rows, event: Recorded[Event]) -> None:
    """The latest event of a stream with the same scope replaces the circle before it."""
    concerns = event.event.concerns
    scope = concerns.visibility
    visibility = visibility_class(scope)
    levels = dict.fromkeys(concerns.observers, STATUS) | dict.fromkeys(concerns.parties, CONTENT)
    known = {row.party: row for row in rows.all(ACCESS) if row.scope == scope}
    if levels == {party: row.level for party, row in known.items()}:
        return
    for party in known.keys() - levels.keys():
        rows.end(ACCESS, scope, party)
    for party, level in levels.items():
        expires = known[party].expires if party in known else None
        lock = f"{party}/{visibility}/{level}"
        rows.put(ACCESS, Access(scope, party, level, lock, expires))


def begun(rows: Rows, event: Recorded[jurisdictions.Begun]) -> None:
    """The jurisdiction's own log begins."""
    e = event.event
    row = Jurisdiction(
        DIRECTORY,
        e.title_zh,
        e.title_en,
        e.source,
        e.clock,
        e.starts,
        e.founder,
        e.founding_party,
    )
    rows.put(JURISDICTIONS, row)


def clock_advanced(rows: Rows, event: Recorded[jurisdictions.ClockAdvanced]) -> None:
    """The simulated clock shows another instant."""
    row = rows.get(JURISDICTIONS)
    if row is not None:
        rows.put(JURISDICTIONS, row._replace(simulated_now=event.event.to))


def party_stated(rows: Rows, event: Recorded[parties.Registered | parties.Changed]) -> None:
    """The party as it is from now on."""
    p = event.event.party
    row = Party(
        DIRECTORY,
        p.code,
        p.kind,
        p.zh,
        p.en,
        p.on_system,
        p.supervising_office,
        p.stationed_group,
        p.entered_by,
        p.supervision,
        ended=False,
    )
    rows.put(PARTIES, row)


def party_changed(
    rows: Rows, event: Recorded[parties.Ended | parties.Connected | parties.Disconnected]
) -> None:
    """The party ends, comes on the system, or leaves it."""
    row = rows.get(PARTIES)
    if row is None:
        return
    match event.event:
        case parties.Ended():
            rows.put(PARTIES, row._replace(ended=True))
        case parties.Connected():
            rows.put(PARTIES, row._replace(on_system=True))
        case parties.Disconnected():
            rows.put(PARTIES, row._replace(on_system=False))


def appointed(rows: Rows, event: Recorded[persons.Appointed]) -> None:
    """From these days on the person holds the role."""
    e = event.event
    row = Appointment(DIRECTORY, e.appointment, e.member_of, e.role, e.begins, e.ends, e.document)
    rows.put(APPOINTMENTS, row)


def appointment_ended(rows: Rows, event: Recorded[persons.AppointmentEnded]) -> None:
    """The role holds until its last day."""
    row = rows.get(APPOINTMENTS, event.event.appointment)
    if row is not None:
        rows.put(APPOINTMENTS, row._replace(ends=event.event.last_day))


def granted(rows: Rows, event: Recorded[persons.ReadingGranted]) -> None:
    """The person may read one matter."""
    e = event.event
    row = Grant(
        e.concerns.visibility,
        e.grant,
        e.stream,
        e.scope,
        e.expires,
        e.reason,
        e.given_by,
        e.approved_by,
    )
    rows.put(GRANTS, row)


def revoked(rows: Rows, event: Recorded[persons.ReadingRevoked]) -> None:
    """The grant holds no more."""
    rows.end(GRANTS, event.event.grant)


def linked(rows: Rows, event: Recorded[persons.Linked]) -> None:
    """Two persons are one: what bars one bars the other."""
    rows.put(LINKS, Link(event.event.concerns.visibility, event.event.other))


def adopted(rows: Rows, event: Recorded[schemes.Adopted]) -> None:
    """The scheme in force says which roles may read which class."""
    e = event.event
    for name, visible in Scheme.parse(e.text).visibility.items():
        for level, roles in ((CONTENT, visible.content), (STATUS, visible.status)):
            for role in sorted(roles):
                rows.put(CLASS_ROLES, ClassRole(DIRECTORY, e.version, name, role, level))


def reporter_access_granted(
    rows: Rows, event: Recorded[leads.ReporterAccessGranted | complaints.ReporterAccessGranted]
) -> None:
    """The reporter is known to one more party, until a day (R 299, RC 47)."""
    e = event.event
    row = rows.get(ACCESS, e.concerns.visibility, e.to_party)
    if row is not None:
        rows.put(ACCESS, row._replace(expires=e.until))


_HANDLERS: dict[type[Event], Handler] = {
    **access_bars.HANDLERS,
    jurisdictions.Begun: begun,
    jurisdictions.ClockAdvanced: clock_advanced,
    parties.Registered: party_stated,
    parties.Changed: party_stated,
    parties.Ended: party_changed,
    parties.Connected: party_changed,
    parties.Disconnected: party_changed,
    persons.Appointed: appointed,
    persons.AppointmentEnded: appointment_ended,
    persons.ReadingGranted: granted,
    persons.ReadingRevoked: revoked,
    persons.Linked: linked,
    schemes.Adopted: adopted,
    leads.ReporterAccessGranted: reporter_access_granted,
    complaints.ReporterAccessGranted: reporter_access_granted,
}

MODEL = ReadModel(
    name="access",
    version=3,
    tables=(
        JURISDICTIONS,
        PARTIES,
        ACCESS,
        APPOINTMENTS,
        CLASS_ROLES,
        GRANTS,
        *access_bars.TABLES,
        LINKS,
    ),
    handlers=_HANDLERS,
    every=circle,
    parks=False,
)
