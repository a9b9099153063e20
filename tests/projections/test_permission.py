"""Who may read what: circles, offices, the scheme's classes, grants, bars; as of now, whatever was then."""

import datetime

from psycopg.sql import SQL

from domain.ids import PartyId, PersonId, StreamId
from domain.jurisdictions.events import ClockAdvanced
from domain.leads import events as leads
from domain.parties.events import Ended as PartyEnded
from domain.parties.events import Registered as PartyRegistered
from domain.persons import events as persons
from domain.scheme import Party
from domain.schemes.events import Adopted
from projections import access
from projections.leads import rows as lead_rows
from tests.projections.any_event import SCHEME
from tests.projections.city import (
    CLERK,
    GROUP,
    HEAD,
    LEAD,
    OFFICE,
    ORGANISATION,
    OTHER,
    UNIT,
    City,
    grant,
    noon,
)
from tests.projections.making import concerns, day, stream


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


def test_two_keys_to_each_of_many_matters_open_every_one(city: City) -> None:
    """A thousand locks on fewer than a thousand matters are much, not little."""
    _off_system(city)
    for first, parties in ((0, (GROUP, UNIT)), (600, (GROUP,))):
        informed = leads.InformingCompleted(
            occurred=day(2), concerns=concerns(*parties), holder=OFFICE
        )
        city.tell(*((stream(first + number), informed) for number in range(600)))
    assert len(city.scopes(city.permission(HEAD, GROUP))) == 1200


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
    advanced = ClockAdvanced(occurred=day(11), concerns=ORGANISATION, to=noon(11))
    city.tell((stream(1, "jurisdiction"), advanced))
    assert city.readable(OTHER, OFFICE) == set()


def test_nobody_reads_for_a_party_that_has_ended(city: City) -> None:
    """Neither its matters nor the directory, whatever offices were not ended with it."""
    unit = Party(code=GROUP, kind="stationedGroup", zh="组", en="Group", on_system=True)
    registered = PartyRegistered(
        occurred=day(1), concerns=ORGANISATION, party=unit, name_zh="组", name_en="Group"
    )
    ended = PartyEnded(
        occurred=day(2), concerns=ORGANISATION, code=GROUP, name_zh="组", name_en="Group"
    )
    city.circle(concerns(GROUP))
    city.tell((stream(1, "party"), registered))
    assert city.readable(HEAD, GROUP) == {(LEAD, "lead")}
    city.tell((stream(1, "party"), ended))
    assert city.readable(HEAD, GROUP) == set()
    assert not city.permission(HEAD, GROUP, table=access.PARTIES).admitted


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


def test_a_grant_opens_the_matter_itself_until_its_day(city: City) -> None:
    city.circle(concerns(OFFICE))
    city.circle(concerns(OFFICE, scope="reporter"))
    city.circle(concerns(OFFICE, scope="duplicate"))
    city.tell((StreamId(CLERK), grant(last_day=10)))
    assert city.readable(CLERK, GROUP) == {(LEAD, "lead")}
    advanced = ClockAdvanced(occurred=day(11), concerns=ORGANISATION, to=noon(11))
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
    advanced = ClockAdvanced(occurred=day(11), concerns=ORGANISATION, to=noon(11))
    city.tell((stream(1, "jurisdiction"), advanced))
    assert city.readable(HEAD, GROUP) == set()


def test_who_enters_the_acts_of_a_party_off_the_system_reads_for_it(city: City) -> None:
    _off_system(city)
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


def _off_system(city: City) -> None:
    """The unit, whose acts the group enters."""
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
