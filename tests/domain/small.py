"""The small city of ``small.toml``: who works there, on a Monday in January 2026."""

import datetime
from functools import cache
from pathlib import Path
from typing import Final

from domain.calendar import SHANGHAI, Calendar
from domain.catalogue import CATALOGUE
from domain.ids import JurisdictionCode, PartyId, PersonId, StreamId, derived_id, stream_id
from domain.jurisdiction import Appointment, Jurisdiction
from domain.leads import commands as leads
from domain.leads.values import Standing, Subject
from domain.scheme import Scheme
from tests.domain.world import World

FOLDER: Final = Path(__file__).parent
SCHEMES: Final = FOLDER.parents[1] / "schemes"
CALENDAR: Final = SCHEMES / "calendars" / "china.toml"
FIRST_DAY: Final = datetime.date(2026, 1, 5)

COMMISSION: Final = PartyId("commission")
CASE_SUPERVISION: Final = PartyId("cs")
OFFICE: Final = PartyId("office-1")
EDUCATION_GROUP: Final = PartyId("sg-education")
HEALTH_GROUP: Final = PartyId("sg-health")
PARTY_GROUP: Final = PartyId("pg-education")
COMMITTEE: Final = PartyId("uc-education")
PETITIONS: Final = PartyId("petitions")
COUNTY: Final = PartyId("cc-lanshan")
ADJUDICATION: Final = PartyId("adjudication")
AUDIT: Final = PartyId("audit")
PROVINCE: Final = PartyId("provincial-commission")
CADRE_OFFICE: Final = PartyId("cadre-office")


@cache
def person(name: str) -> PersonId:
    """A person of the small city, by an invented name."""
    return PersonId(stream_id("person", derived_id("small", name)))


def stream(family: str, name: str) -> StreamId:
    """A stream of the small city, by a handle."""
    return stream_id(family, derived_id("small", name))


STAFF: Final = (
    ("chief", COMMISSION, "principal_head"),
    ("leader", COMMISSION, "leader_in_charge"),
    ("keeper", CASE_SUPERVISION, "keeper"),
    ("director", CASE_SUPERVISION, "head"),
    ("office-head", OFFICE, "head"),
    ("office-clerk", OFFICE, "member"),
    ("group-head", EDUCATION_GROUP, "head"),
    ("group-deputy", EDUCATION_GROUP, "deputy_head"),
    ("group-clerk", EDUCATION_GROUP, "member"),
    ("auditor", AUDIT, "head"),
    ("health-head", HEALTH_GROUP, "head"),
    ("health-deputy", HEALTH_GROUP, "deputy_head"),
    ("petitions-head", PETITIONS, "head"),
    ("petitions-keeper", PETITIONS, "keeper"),
    ("group-handler", EDUCATION_GROUP, "handler"),
    ("county-head", COUNTY, "head"),
    ("county-keeper", COUNTY, "keeper"),
    ("health-clerk", HEALTH_GROUP, "member"),
    ("county-clerk", COUNTY, "member"),
    ("reviewer", ADJUDICATION, "handler"),
    ("adjudication-head", ADJUDICATION, "head"),
    ("cadre-head", CADRE_OFFICE, "head"),
    ("committee-head", COMMITTEE, "head"),
)


@cache
def _city(*mechanisms: str) -> Jurisdiction:
    files = [FOLDER / "small.toml", *(SCHEMES / "mechanisms" / f"{m}.toml" for m in mechanisms)]
    scheme = Scheme.parse("\n".join(file.read_text("utf-8") for file in files), CATALOGUE)
    jurisdiction = Jurisdiction(
        code=JurisdictionCode("small"),
        source="test/small",
        clock="simulated",
        begun=FIRST_DAY,
        founder=person("chief"),
        founding_party=COMMISSION,
        scheme=scheme,
        scheme_version=1,
        calendar=Calendar.parse(CALENDAR.read_text("utf-8")),
        parties=scheme.parties,
    )
    for name, party, role in STAFF:
        appointment = Appointment(serial=1, party=party, role=role, begins=FIRST_DAY)
        jurisdiction = jurisdiction.with_person(person(name))
        jurisdiction = jurisdiction.with_appointment(person(name), appointment)
    return jurisdiction


def small(*mechanisms: str) -> World:
    """The small city on its first day, nothing done yet; under these mechanisms as shipped too."""
    now = datetime.datetime.combine(FIRST_DAY, datetime.time(9), tzinfo=SHANGHAI)
    return World(_city(*mechanisms), now.astimezone(datetime.UTC))


def found_lead(
    world: World, name: str, *, party: PartyId, by: PersonId, about: str = "zhang"
) -> StreamId:
    """A lead about somebody that a party found itself, received by one of its people."""
    subject = Subject(
        person=person(about),
        name=about,
        pseudonym=f"hmac:{about}",
        post="科长",
        standing=Standing(post_level="unit_managed"),
    )
    received = leads.Receive(
        source="found_in_supervision",
        regime="both",
        secrecy="internal",
        subjects=(subject,),
        content="违规担保",
    )
    lead = stream("lead", name)
    world.ask("lead.receive", lead, received, actor=by, party=party)
    return lead
