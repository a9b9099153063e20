"""A jurisdiction in PostgreSQL of which only what permission looks at is told."""

import datetime
from dataclasses import dataclass, field, replace
from typing import Any

from psycopg.rows import dict_row
from psycopg.sql import SQL

from domain.calendar import SHANGHAI
from domain.ids import CaseTag, PartyId, PersonId, StreamId
from domain.jurisdictions.events import Begun
from domain.leads import events as leads
from domain.model import Concerns, Event
from domain.persons import events as persons
from domain.schemes.events import Adopted
from projections import access, timeline
from projections.folding import Entry, Folder
from projections.model import Table
from projections.permission import PERMISSION, Level, Permission, permission_from
from projections.queries.reader import Reader
from projections.schema import Built
from tests.projections.any_event import SCHEME
from tests.projections.making import Connection, Log, concerns, day, stream

MEETING = stream(1, "consultation")
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

    def tell_about(self, lead: StreamId, where: StreamId, event: Event) -> None:
        """Something happened in a stream that is about a lead: its case."""
        (entry,) = self.log.command((where, event))
        tagged = replace(entry.event, case=CaseTag(lead))
        with self.connection.transaction():
            assert Folder(self.built, set()).fold(self.connection, [Entry(tagged)]) == []

    def told_of(self, person: PersonId, party: PartyId) -> set[tuple[str | None, int]]:
        """Of how many events in the meeting the reader is told, by the lead they are about."""
        permission = self.permission(person, party, table=timeline.TIMELINE)
        query = SQL(
            "select t.case_tag, count(*) from read.timeline as t where t.stream = {} and {} group by 1"
        ).format(MEETING, permission.condition)
        return set(self.reading.execute(query, permission.parameters).fetchall())

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
            starts=noon(10),
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
            " where t.jurisdiction = {} and t.until_position is null and {}"
        ).format(self.log.jurisdiction, permission.condition)
        return set(self.reading.execute(query, permission.parameters).fetchall())


def noon(number: int) -> datetime.datetime:
    return datetime.datetime(2026, 1, number, 12, tzinfo=SHANGHAI)


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
