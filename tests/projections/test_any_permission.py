"""Who may read what after anything happened: PostgreSQL answers as the rules do, written out plainly.

Offices, circles, grants, recusals, links and origins of leads come in any order, while the clock moves.
"""

import datetime
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import psycopg
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from domain.ids import JurisdictionCode, PartyId, PersonId, StreamId
from domain.jurisdictions.events import ClockAdvanced
from domain.leads import events as leads
from domain.model import Concerns, Event
from domain.parties import events as parties
from domain.persons import events as persons
from domain.scheme import Party, Scheme
from domain.schemes.events import Adopted
from projections import access, organisation, timeline
from projections.permission import Level
from tests.projections.any_event import SCHEME
from tests.projections.city import CLERK, GROUP, HEAD, OFFICE, ORGANISATION, OTHER, UNIT, City, noon
from tests.projections.making import Connection, Log, build, concerns, day, stream

TEXT: Final = SCHEME.replace(
    '[visibility.lead]\ncontent = ["head", "handler"]\nstatus = []',
    '[visibility.lead]\ncontent = ["head", "handler"]\nstatus = ["member"]',
)
READS: Final = Scheme.parse(TEXT).visibility
LEVELS: Final[tuple[Level, ...]] = ("content", "status")
ORGANISATIONAL: Final[dict[str, Any]] = {"occurred": day(2), "concerns": ORGANISATION}
COMMISSION: Final = PartyId("commission")
PEOPLE: Final = (HEAD, CLERK, OTHER, PersonId(stream(13, "person")))
"""The third founded the jurisdiction, for the commission."""
BODIES: Final = (GROUP, OFFICE, UNIT, COMMISSION)
"""The group enters the acts of the unit, while that is off the system."""
LEADS: Final = tuple(stream(number) for number in (1, 2, 3))
ROLES: Final = ("head", "handler", "member")
SCOPES: Final = ("lead", "transfer:1")


class Appoint(NamedTuple):
    """A person holds a role until a day."""

    person: PersonId
    party: PartyId
    role: str
    last_day: int


class Grant(NamedTuple):
    """A lead is opened to a person until a day."""

    person: PersonId
    lead: StreamId
    level: Level
    last_day: int


class Revoke(NamedTuple):
    """The person's last grant is taken back, if it stands."""

    person: PersonId


class Link(NamedTuple):
    """Two persons are one."""

    person: PersonId
    other: PersonId


class Circle(NamedTuple):
    """A scope of a lead concerns these from now on."""

    lead: StreamId
    scope: str
    parties: frozenset[PartyId]
    observers: frozenset[PartyId]


class Declare(NamedTuple):
    """A person is said to have to keep out of a lead."""

    lead: StreamId
    person: PersonId


class Decide(NamedTuple):
    """It is decided whether they do."""

    lead: StreamId
    person: PersonId
    granted: bool


class SplitOff(NamedTuple):
    """A lead came from another one."""

    lead: StreamId
    origin: StreamId


class Turn(NamedTuple):
    """The unit comes on the system, or leaves it."""

    on_system: bool


class End(NamedTuple):
    """A party ends."""

    party: PartyId


class Pass(NamedTuple):
    """So many days pass."""

    days: int


Act = Appoint | Grant | Revoke | Link | Circle | Declare | Decide | SplitOff | Turn | End | Pass

person, lead, body = st.sampled_from(PEOPLE), st.sampled_from(LEADS), st.sampled_from(BODIES)
bodies, last_day = st.frozensets(body, max_size=2), st.integers(10, 18)
ACTS: Final[st.SearchStrategy[Act]] = st.one_of(
    st.builds(Appoint, person, body, st.sampled_from(ROLES), last_day),
    st.builds(Circle, lead, st.sampled_from(SCOPES), bodies, bodies),
    st.builds(Grant, person, lead, st.sampled_from(("content", "status")), last_day),
    st.builds(Revoke, person),
    st.builds(Link, person, person),
    st.builds(Declare, lead, person),
    st.builds(Decide, lead, person, st.booleans()),
    st.builds(SplitOff, lead, lead),
    st.builds(Turn, st.booleans()),
    st.builds(End, st.sampled_from((GROUP, OFFICE))),
    st.builds(Pass, st.integers(1, 3)),
)

BEFORE: Final[tuple[Act, ...]] = (
    Appoint(HEAD, GROUP, "head", 17),
    Appoint(CLERK, GROUP, "handler", 17),
    *(Circle(each, "lead", frozenset({GROUP}), frozenset()) for each in LEADS),
)
"""So that there is something to read at first."""


@dataclass
class Known:
    """What happened, and who may read after it."""

    today: int = 10
    unit_on_system: bool = False
    offices: list[Appoint] = field(default_factory=list)
    circles: dict[tuple[StreamId, str], Circle] = field(default_factory=dict)
    grants: dict[PersonId, list[Grant | None]] = field(default_factory=dict)
    links: set[frozenset[PersonId]] = field(default_factory=set)
    out: set[tuple[StreamId, PersonId]] = field(default_factory=set)
    origins: set[SplitOff] = field(default_factory=set)
    ended: set[PartyId] = field(default_factory=set)

    def learn(self, act: Act) -> None:
        """It happened."""
        match act:
            case Appoint():
                self.offices.append(act)
            case Circle():
                self.circles[act.lead, act.scope] = act
            case Grant():
                self.grants.setdefault(act.person, []).append(act)
            case Revoke():
                self.grants[act.person][-1] = None
            case Link():
                self.links.add(frozenset(act[:2]))
            case Declare():
                self.out.add((act.lead, act.person))
            case Decide():
                self.out -= set() if act.granted else {act[:2]}
            case SplitOff():
                self.origins.add(act)
            case Turn():
                self.unit_on_system = act.on_system
            case End():
                self.ended.add(act.party)
            case Pass():
                self.today += act.days

    def readable(self, who: PersonId, party: PartyId, level: Level) -> set[tuple[str, str]]:
        """The scopes of leads that somebody reads for a party today."""
        roles = self._roles(who, party)
        if not roles and (who, party) != (OTHER, COMMISSION):
            return set()
        selves = self._selves(who)
        granted = self._granted(selves, level)
        return {
            (at, scope)
            for (at, scope), circle in self.circles.items()
            if self._opens(circle, party, roles, level)
            or (scope == "lead" and at in granted and circle.parties | circle.observers)
            if not self._kept_out(at, selves)
        }

    def circle(self, at: StreamId) -> Concerns:
        """Whom a lead concerns now."""
        circle = self.circles.get((at, "lead"), Circle(at, "lead", frozenset(), frozenset()))
        return concerns(*circle.parties, observers=sorted(circle.observers))

    def _roles(self, who: PersonId, party: PartyId) -> set[str]:
        if party in self.ended:
            return set()
        held = (each for each in self.offices if each[:2] == (who, party))
        return {each.role for each in held if self.today <= each.last_day}

    def _selves(self, who: PersonId) -> set[PersonId]:
        selves = {who}
        for _ in PEOPLE:
            selves.update(*(link for link in self.links if link & selves))
        return selves

    def _opens(self, circle: Circle, party: PartyId, roles: set[str], level: Level) -> bool:
        spoken_for = {party}
        if party == GROUP and not self.unit_on_system:
            spoken_for.add(UNIT)
        reads = READS[circle.scope.partition(":")[0]]
        if level == "content":
            return bool(spoken_for & circle.parties and roles & reads.content)
        return bool(
            spoken_for & (circle.parties | circle.observers)
            and roles & (reads.content | reads.status)
        )

    def _granted(self, selves: set[PersonId], level: Level) -> set[StreamId]:
        given = (grant for each in selves for grant in self.grants.get(each, ()) if grant)
        return {
            grant.lead
            for grant in given
            if grant.level in (level, "content") and self.today <= grant.last_day
        }

    def _kept_out(self, at: StreamId, selves: set[PersonId]) -> bool:
        lineage = {at}
        for _ in LEADS:
            lineage |= {each.origin for each in self.origins if each.lead in lineage}
        return any((each, one) in self.out for each in lineage for one in selves)


def tell(city: City, known: Known, act: Act) -> None:
    """What an act leaves in the log; then it is known."""
    match act:
        case Appoint(who, party, role, last):
            city.appoint(who, party, role, last_day=last)
        case Circle(at, scope, concerned, observing):
            city.circle(concerns(*concerned, scope=scope, observers=sorted(observing)), at)
        case Declare(at) | Decide(at) | SplitOff(at):
            city.tell((at, of_lead(act, known.circle(at))))
        case Revoke(who) if not known.grants.get(who, [None])[-1]:
            return
        case Grant(who) | Revoke(who) | Link(who):
            city.tell((StreamId(who), of_person(act, len(known.grants.get(who, ())))))
        case Turn():
            city.tell(turned(act))
        case End(party):
            ended = parties.Ended(**ORGANISATIONAL, code=party, name_zh="某", name_en="Some")
            city.tell((stream(BODIES.index(party), "party"), ended))
        case Pass(days):
            advanced = ClockAdvanced(**ORGANISATIONAL, to=noon(known.today + days))
            city.tell((stream(1, "jurisdiction"), advanced))
    known.learn(act)


def of_lead(act: Declare | Decide | SplitOff, circle: Concerns) -> Event:
    """The event in a lead, which changes nothing of whom that concerns."""
    frame: dict[str, Any] = {"occurred": day(2), "concerns": circle, "holder": OFFICE}
    match act:
        case Declare(_, who):
            return leads.RecusalDeclared(**frame, person=who, ground="interest", reason="r")
        case Decide(_, who, granted):
            return leads.RecusalDecided(**frame, person=who, granted=granted, reason="r")
        case SplitOff(_, origin):
            return leads.SplitOff(
                **frame,
                origin=origin,
                source="found_in_supervision",
                regime="both",
                secrecy="secret",
                subjects=(),
                reason="r",
            )


def of_person(act: Grant | Revoke | Link, given: int) -> Event:
    """The event of a person, to whom so many grants were given."""
    match act:
        case Grant(_, at, level, last):
            expires = datetime.date(2026, 1, last)
            return persons.ReadingGranted(
                **ORGANISATIONAL,
                grant=given + 1,
                stream=at,
                scope=level,
                reason="r",
                given_by=HEAD,
                approved_by=HEAD,
                expires=expires,
            )
        case Revoke():
            return persons.ReadingRevoked(
                **ORGANISATIONAL, grant=given, stream=LEADS[0], reason="r"
            )
        case Link(_, other):
            return persons.Linked(**ORGANISATIONAL, other=other, reason="r")


def turned(act: Turn) -> tuple[StreamId, Event]:
    """The unit's event."""
    kind = parties.Connected if act.on_system else parties.Disconnected
    event = kind(**ORGANISATIONAL, code=UNIT, name_zh="党组", name_en="Party group", reason="r")
    return stream(BODIES.index(UNIT), "party"), event


def found(city: City) -> None:
    """The city, its parties and its scheme."""
    city.begin()
    adopted = Adopted(
        **ORGANISATIONAL,
        version=2,
        scheme="small",
        title_zh="方案",
        title_en="Scheme",
        text=TEXT,
        calendar="",
        document="2号",
        document_date=datetime.date(2026, 1, 2),
    )
    city.tell((stream(2, "scheme"), adopted))
    for number, code in enumerate((GROUP, OFFICE, UNIT)):
        off = {"on_system": False, "entered_by": GROUP} if code == UNIT else {"on_system": True}
        party = Party(code=code, kind="partyGroup", zh="某", en="Some", **off)
        registered = parties.Registered(**ORGANISATIONAL, party=party, name_zh="某", name_en="Some")
        city.tell((stream(number, "party"), registered))


@pytest.fixture
def cities(connection: Connection, database: str) -> Iterator[Iterator[City]]:
    """One city after the other, in one database."""
    built = build(connection, [access.MODEL, organisation.MODEL, timeline.MODEL])
    with psycopg.connect(database, autocommit=True) as reading:
        yield (
            City(connection, reading, built, Log(JurisdictionCode(f"city-{number}")))
            for number in itertools.count()
        )


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(ACTS, min_size=8, max_size=25))
@example(acts=[Link(OTHER, HEAD), Declare(LEADS[0], OTHER), SplitOff(LEADS[1], LEADS[0])])
def test_who_may_read_is_what_the_rules_say(cities: Iterator[City], acts: list[Act]) -> None:
    city, known = next(cities), Known()
    found(city)
    for act in (*BEFORE, *acts):
        tell(city, known, act)
    for who, party, level in itertools.product(PEOPLE, BODIES, LEVELS):
        read = {each for each in city.readable(who, party, level) if each[0] in LEADS}
        assert read == known.readable(who, party, level), (who, party, level)
