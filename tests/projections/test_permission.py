"""Who may read what: circles, offices, the scheme's classes, grants, bars; as of now, whatever was then."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import psycopg
import pytest
from psycopg.rows import dict_row
from psycopg.sql import SQL

from domain.calendar import SHANGHAI
from domain.ids import PartyId, PersonId, StreamId
from domain.jurisdictions.events import Begun, ClockAdvanced
from domain.leads import events as leads
from domain.leads.values import Standing, SubjectReference
from domain.model import Concerns, Event
from domain.parties.events import Registered as PartyRegistered
from domain.persons import events as persons
from domain.scheme import Party
from domain.schemes.events import Adopted
from projections import access, lead_rows, organisation
from projections.folding import Folder
from projections.model import Table
from projections.permission import PERMISSION, Level, Permission, permission_from
from projections.queries.reader import Reader
from projections.schema import Built
from tests.projections.any_event import SCHEME
from tests.projections.making import Connection, Log, build, concerns, day, stream

GROUP, OFFICE, UNIT = PartyId("sg-education"), PartyId("office-1"), PartyId("pg-education")
LEAD = stream(1)
HEAD = PersonId(stream(10, "person"))
CLERK = PersonId(stream(11, "person"))
OTHER = PersonId(stream(12, "person"))
ORGANISATION = concerns("commission", scope="organisation")


@dataclass
class City:
    """A jurisdiction of which only what permission looks at is told."""

    connection: Connection
    reading: Connection
    built: list[Built]
    log: Log = field(default_factory=Log)
    appointments: int = 0

    def tell(self, *events: tuple[StreamId, Event]) -> None:
        with self.connection.transaction():
            parkings = Folder(self.built, set()).fold(self.connection, self.log.command(*events))
        assert parkings == []

    def begin(self) -> None:
        where = stream(1, "jurisdiction")
        begun = Begun(
            occurred=day(1),
            concerns=ORGANISATION,
            code=self.log.jurisdiction,
            title_zh="临沂",
            title_en="Linyi",
            source="test/linyi",
            clock="simulated",
            starts=_noon(10),
            founder=OTHER,
            founding_party=PartyId("commission"),
        )
        adopted = Adopted(
            occurred=day(1),
            concerns=ORGANISATION,
            version=1,
            scheme="small",
            title_zh="方案",
            title_en="Scheme",
            text=SCHEME,
            calendar="",
            document="1号",
            document_date=datetime.date(2026, 1, 1),
        )
        self.tell((where, begun), (stream(1, "scheme"), adopted))

    def appoint(
        self, person: PersonId, party: PartyId, role: str, *, last_day: int | None = None
    ) -> None:
        self.appointments += 1
        appointed = persons.Appointed(
            occurred=day(1),
            concerns=ORGANISATION,
            appointment=self.appointments,
            member_of=party,
            role=role,
            begins=datetime.date(2026, 1, 1),
            ends=None if last_day is None else datetime.date(2026, 1, last_day),
        )
        self.tell((StreamId(person), appointed))

    def circle(self, circle: Concerns, where: StreamId = LEAD) -> None:
        """Something happened that concerns these."""
        informed = leads.InformingCompleted(occurred=day(2), concerns=circle, holder=OFFICE)
        self.tell((where, informed))

    def permission(
        self,
        person: PersonId,
        party: PartyId,
        level: Level = "content",
        table: Table[Any] = access.ACCESS,
    ) -> Permission:
        reader = Reader(self.log.jurisdiction, person, party)
        parameters = {**reader.parameters(), "level": level, "classes": list(table.classes)}
        with self.reading.cursor(row_factory=dict_row) as cursor:
            row = cursor.execute(PERMISSION, parameters).fetchone()
        return permission_from(row, table)

    def readable(
        self, person: PersonId, party: PartyId, level: Level = "content"
    ) -> set[tuple[str, str]]:
        """The scopes whose rows may be read: by whoever reads little, and by whoever reads much."""
        permission = self.permission(person, party, level)
        assert permission.little is not None
        found = self.scopes(permission)
        assert found == self.scopes(replace(permission, little=None))
        return found

    def scopes(self, permission: Permission) -> set[tuple[str, str]]:
        query = SQL(
            "select distinct t.stream, t.scope from read.access as t"
            " where t.until_position is null and {}"
        ).format(permission.condition)
        return set(self.reading.execute(query, permission.parameters).fetchall())


def _noon(number: int) -> datetime.datetime:
    return datetime.datetime(2026, 1, number, 12, tzinfo=SHANGHAI)


@pytest.fixture
def city(connection: Connection, database: str) -> Iterator[City]:
    with psycopg.connect(database, autocommit=True) as reading:
        city = City(connection, reading, build(connection, [access.MODEL, organisation.MODEL]))
        city.begin()
        city.appoint(HEAD, GROUP, "head")
        city.appoint(CLERK, GROUP, "member")
        yield city


def test_a_role_that_the_scheme_allows_reads_what_concerns_its_party(city: City) -> None:
    city.circle(concerns(GROUP))
    assert city.readable(HEAD, GROUP) == {(LEAD, "lead")}
    assert city.readable(CLERK, GROUP) == set()
    assert city.readable(HEAD, OFFICE) == set()
    assert city.readable(OTHER, GROUP) == set()


def test_the_little_that_is_open_is_known_beforehand(city: City) -> None:
    city.circle(concerns(GROUP))
    city.circle(concerns(GROUP, scope="transfer:1"))
    assert city.permission(HEAD, GROUP).little == ((LEAD, "lead"), (LEAD, "transfer:1"))
    assert city.permission(HEAD, GROUP, table=lead_rows.LEADS).little == ((LEAD, "lead"),)
    assert city.permission(CLERK, GROUP).little == ()


def test_whoever_may_read_much_is_asked_for_row_by_row(city: City) -> None:
    informed = leads.InformingCompleted(occurred=day(2), concerns=concerns(GROUP), holder=OFFICE)
    for first in range(0, 1000, 100):
        city.tell(*((stream(first + number), informed) for number in range(100)))
    assert city.permission(HEAD, GROUP).little is None
    assert len(city.scopes(city.permission(HEAD, GROUP))) == 1000


def test_the_latest_event_replaces_the_circle_of_its_scope_only(city: City) -> None:
    city.circle(concerns(GROUP, OFFICE))
    city.circle(concerns(GROUP, OFFICE, scope="transfer:1"))
    city.circle(concerns(OFFICE))
    assert city.readable(HEAD, GROUP) == {(LEAD, "transfer:1")}


def test_an_observer_reads_the_status_and_never_the_content(city: City) -> None:
    city.circle(concerns(OFFICE, scope="work_report", observers=[GROUP]))
    city.circle(concerns(GROUP))
    assert city.readable(HEAD, GROUP) == {(LEAD, "lead")}
    assert city.readable(HEAD, GROUP, "status") == {(LEAD, "lead"), (LEAD, "work_report")}


def test_an_office_counts_on_the_jurisdictions_clock(city: City) -> None:
    city.appoint(OTHER, OFFICE, "head", last_day=10)
    city.circle(concerns(OFFICE))
    assert city.readable(OTHER, OFFICE) == {(LEAD, "lead")}
    advanced = ClockAdvanced(occurred=day(11), concerns=ORGANISATION, to=_noon(11))
    city.tell((stream(1, "jurisdiction"), advanced))
    assert city.readable(OTHER, OFFICE) == set()


def test_the_scheme_in_force_decides(city: City) -> None:
    city.circle(concerns(GROUP))
    text = SCHEME.replace(
        '[visibility.lead]\ncontent = ["head", "handler"]',
        '[visibility.lead]\ncontent = ["member"]',
    )
    assert text != SCHEME
    adopted = Adopted(
        occurred=day(3),
        concerns=ORGANISATION,
        version=2,
        scheme="small",
        title_zh="方案",
        title_en="Scheme",
        text=text,
        calendar="",
        document="2号",
        document_date=datetime.date(2026, 1, 3),
    )
    city.tell((stream(2, "scheme"), adopted))
    assert city.readable(HEAD, GROUP) == set()
    assert city.readable(CLERK, GROUP) == {(LEAD, "lead")}


def grant(*, last_day: int = 20, scope: str = "content") -> persons.ReadingGranted:
    return persons.ReadingGranted(
        occurred=day(2),
        concerns=ORGANISATION,
        grant=1,
        stream=LEAD,
        scope="content" if scope == "content" else "status",
        reason="to assist",
        given_by=HEAD,
        approved_by=HEAD,
        expires=datetime.date(2026, 1, last_day),
    )


def test_a_grant_opens_the_matter_itself_until_its_day(city: City) -> None:
    city.circle(concerns(OFFICE))
    city.circle(concerns(OFFICE, scope="reporter"))
    city.circle(concerns(OFFICE, scope="duplicate"))
    city.tell((StreamId(CLERK), grant(last_day=10)))
    assert city.readable(CLERK, GROUP) == {(LEAD, "lead")}
    advanced = ClockAdvanced(occurred=day(11), concerns=ORGANISATION, to=_noon(11))
    city.tell((stream(1, "jurisdiction"), advanced))
    assert city.readable(CLERK, GROUP) == set()


def test_a_grant_of_the_status_opens_no_content_and_ends_when_revoked(city: City) -> None:
    city.circle(concerns(OFFICE))
    city.tell((StreamId(CLERK), grant(scope="status")))
    assert city.readable(CLERK, GROUP) == set()
    assert city.readable(CLERK, GROUP, "status") == {(LEAD, "lead")}
    revoked = persons.ReadingRevoked(
        occurred=day(3), concerns=ORGANISATION, grant=1, stream=LEAD, reason="done"
    )
    city.tell((StreamId(CLERK), revoked))
    assert city.readable(CLERK, GROUP, "status") == set()


def recuse(city: City, person: PersonId, *, granted: bool | None = None) -> None:
    declared = leads.RecusalDeclared(
        occurred=day(2),
        concerns=concerns(GROUP),
        holder=OFFICE,
        person=person,
        ground="interest",
        reason="r",
    )
    city.tell((LEAD, declared))
    if granted is not None:
        decided = leads.RecusalDecided(
            occurred=day(3),
            concerns=concerns(GROUP),
            holder=OFFICE,
            person=person,
            granted=granted,
            reason="r",
        )
        city.tell((LEAD, decided))


def test_who_is_recused_reads_nothing_of_it(city: City) -> None:
    city.circle(concerns(GROUP, scope="transfer:1"))
    recuse(city, HEAD)
    assert city.readable(HEAD, GROUP) == set()
    city.tell((StreamId(HEAD), grant()))
    assert city.readable(HEAD, GROUP) == set()


def test_a_refused_recusal_opens_it_again(city: City) -> None:
    recuse(city, HEAD, granted=False)
    assert city.readable(HEAD, GROUP) == {(LEAD, "lead")}


def test_who_is_named_reads_nothing_of_it_nor_whoever_is_the_same_person(city: City) -> None:
    named, between = PersonId(stream(20, "person")), PersonId(stream(21, "person"))
    subject = SubjectReference(person=named, standing=Standing(post_level="city"))
    absorbed = leads.Absorbed(
        occurred=day(2),
        concerns=concerns(GROUP),
        holder=OFFICE,
        other=stream(2),
        subjects=(subject,),
        reason="r",
    )
    city.tell((LEAD, absorbed))
    assert city.readable(HEAD, GROUP) == {(LEAD, "lead")}
    link: Callable[[PersonId], persons.Linked] = lambda other: persons.Linked(  # noqa: E731
        occurred=day(3), concerns=ORGANISATION, other=other, reason="r"
    )
    city.tell((StreamId(named), link(between)), (StreamId(HEAD), link(between)))
    assert city.readable(HEAD, GROUP) == set()


def test_who_is_recused_from_a_merged_lead_reads_nothing_of_the_other(city: City) -> None:
    """A recusal refused on the one lead does not lift what came with the other."""
    absorbed = leads.Absorbed(
        occurred=day(2),
        concerns=concerns(GROUP),
        holder=OFFICE,
        other=stream(2),
        subjects=(),
        recused=(HEAD,),
        reason="r",
    )
    city.tell((LEAD, absorbed))
    assert city.readable(HEAD, GROUP) == set()
    recuse(city, HEAD, granted=False)
    assert city.readable(HEAD, GROUP) == set()


def test_who_is_recused_reads_nothing_of_a_part(city: City) -> None:
    opened = leads.SplitOff(
        occurred=day(2),
        concerns=concerns(GROUP),
        holder=OFFICE,
        origin=stream(2),
        source="audit",
        regime="both",
        secrecy="internal",
        subjects=(),
        recused=(HEAD,),
        reason="r",
    )
    city.tell((LEAD, opened))
    assert city.readable(HEAD, GROUP) == set()


def test_a_reporter_is_known_to_others_until_a_day_only(city: City) -> None:
    circle = concerns(OFFICE, GROUP, scope="reporter")
    granted = leads.ReporterAccessGranted(
        occurred=day(2),
        concerns=circle,
        kept_by=OFFICE,
        to_party=GROUP,
        approved_by=OTHER,
        reason="r",
        until=datetime.date(2026, 1, 10),
    )
    notified = leads.ReporterNotified(
        occurred=day(3), concerns=circle, kept_by=OFFICE, notice="accepted"
    )
    city.tell((LEAD, granted))
    city.tell((LEAD, notified))
    assert city.readable(HEAD, GROUP) == {(LEAD, "reporter")}
    advanced = ClockAdvanced(occurred=day(11), concerns=ORGANISATION, to=_noon(11))
    city.tell((stream(1, "jurisdiction"), advanced))
    assert city.readable(HEAD, GROUP) == set()


def test_who_enters_the_acts_of_a_party_off_the_system_reads_for_it(city: City) -> None:
    unit = Party(
        code=UNIT,
        kind="partyGroup",
        zh="党组",
        en="Party group",
        on_system=False,
        entered_by=GROUP,
    )
    registered = PartyRegistered(
        occurred=day(1), concerns=ORGANISATION, party=unit, name_zh="党组", name_en="Party group"
    )
    city.tell((stream(1, "party"), registered))
    city.circle(concerns(UNIT))
    assert city.readable(HEAD, GROUP) == {(LEAD, "lead")}
    assert city.readable(HEAD, OFFICE) == set()


def test_the_directory_is_open_to_whoever_holds_an_office(city: City) -> None:
    def open_to(person: PersonId, party: PartyId) -> bool:
        permission = city.permission(person, party, table=access.PARTIES)
        (found,) = city.reading.execute(SQL("select {}").format(permission.condition)).fetchall()
        return bool(found[0])

    assert open_to(CLERK, GROUP)
    assert open_to(OTHER, PartyId("commission"))  # the founder
    assert not open_to(OTHER, GROUP)


def test_a_jurisdiction_that_stands_still_denies_everything(city: City) -> None:
    city.circle(concerns(GROUP))
    city.connection.execute("insert into projections.stopped values ('linyi', 9, 't', 'c', 'e')")
    assert city.readable(HEAD, GROUP) == set()
    assert city.readable(HEAD, GROUP, "status") == set()
