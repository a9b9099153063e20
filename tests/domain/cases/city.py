"""The small city of ``city.toml`` with the shipped mechanisms: what is owed is what cities owe."""

import datetime
from functools import cache
from pathlib import Path
from typing import Final

from domain.calendar import Calendar
from domain.catalogue import CATALOGUE
from domain.ids import JurisdictionCode, PartyId, PersonId, derived_id, stream_id
from domain.jurisdiction import Appointment, Jurisdiction
from domain.scheme import Scheme

SCHEMES: Final = Path(__file__).parents[3] / "schemes"
FOUNDED: Final = datetime.date(2025, 1, 1)

PEOPLE: Final = {
    "secretary": ("commission", "principal_head"),
    "standing": ("commission", "head"),
    "examiner": ("commission", "handler"),
    "examiner2": ("commission", "handler"),
    "office-head": ("office-1", "head"),
    "clerk": ("cs", "keeper"),
    "clerk2": ("cs", "member"),
    "judge": ("adjudication", "handler"),
    "judge2": ("adjudication", "handler"),
    "judge3": ("adjudication", "handler"),
    "judge4": ("adjudication", "keeper"),
    "head": ("sg-education", "head"),
    "deputy": ("sg-education", "deputy_head"),
    "keeper": ("sg-education", "keeper"),
    "wang": ("sg-education", "handler"),
    "li": ("sg-education", "handler"),
    "zhao": ("sg-education", "handler"),
    "health": ("sg-health", "head"),
    "health-a": ("sg-health", "handler"),
    "health-b": ("sg-health", "handler"),
    "county": ("cc-lanshan", "principal_head"),
    "party-secretary": ("pg-education", "head"),
}
"""Who is in office where, in which role."""


def person(name: str) -> PersonId:
    return PersonId(stream_id("person", derived_id("docket", name)))


def people(*names: str) -> tuple[PersonId, ...]:
    return tuple(person(name) for name in names)


def text() -> str:
    """The scheme: the small city and the mechanisms as they are shipped."""
    files = (
        Path(__file__).with_name("city.toml"),
        SCHEMES / "mechanisms" / "cases.toml",
        SCHEMES / "mechanisms" / "approval-chains.toml",
        SCHEMES / "mechanisms" / "sign-off.toml",
        SCHEMES / "mechanisms" / "reexaminations.toml",
    )
    return "\n".join(file.read_text("utf-8") for file in files)


@cache
def city() -> Jurisdiction:
    scheme = Scheme.parse(text(), CATALOGUE)
    built = Jurisdiction(
        code=JurisdictionCode("docket"),
        clock="simulated",
        begun=FOUNDED,
        founder=person("secretary"),
        founding_party=PartyId("commission"),
        scheme=scheme,
        scheme_version=1,
        calendar=Calendar.parse((SCHEMES / "calendars" / "china.toml").read_text("utf-8")),
        parties=scheme.parties,
    )
    for name, (party, role) in PEOPLE.items():
        appointment = Appointment(serial=1, party=PartyId(party), role=role, begins=FOUNDED)
        built = built.with_person(person(name)).with_appointment(person(name), appointment)
    return built
