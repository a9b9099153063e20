"""The people and the schemes of a jurisdiction. Parties and offices are folded with ``access``."""

import datetime
from typing import Final, NamedTuple

from domain import scheme_parts
from domain.model import Event, Recorded
from domain.persons import events as persons
from domain.scheme import Scheme
from domain.schemes import events as schemes
from projections.access import DIRECTORY
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class Person(NamedTuple):
    """A registered person (the stream); ``name`` is a commitment."""

    scope: str
    name: str
    registered: datetime.date


class AdoptedScheme(NamedTuple):
    """A scheme as adopted; its whole text stands in the log."""

    scope: str
    version: int
    scheme: str
    title_zh: str
    title_en: str
    document: str
    document_date: datetime.date
    adopted: datetime.date


class Role(NamedTuple):
    """A role of the scheme of that version, in both languages."""

    scope: str
    version: int
    role: str
    zh: str
    en: str


class Mechanism(NamedTuple):
    """A mechanism of the scheme of that version, at its ``place`` in it, with how many ``rules``."""

    scope: str
    version: int
    mechanism: str
    place: int
    zh: str
    en: str
    basis: str
    rules: int


class Area(NamedTuple):
    """An area (片区) of the scheme of that version: its groups and the one that leads."""

    scope: str
    version: int
    area: str
    zh: str
    en: str
    groups: tuple[str, ...]
    lead: str
    basis: str


class Procedure(NamedTuple):
    """How one department works with the discipline bodies, by the scheme of that version.

    It ``sends`` what, in which ``form``, to whom (``receives``), within ``days`` of finding it, is told
    the result within ``feedback``; ``contact`` is a post, never a name. ``papers`` have to be in the list
    that goes with a letter, ``fields`` are the minimum of what it supplies and shares.
    """

    scope: str
    version: int
    department: str
    supervision: str | None
    sends_zh: str
    sends_en: str
    form_zh: str
    form_en: str
    receives: str
    days: str
    feedback: str
    contact_zh: str
    contact_en: str
    basis: str
    papers: list[dict[str, str]]
    fields: list[dict[str, str]]


PERSONS: Final = Table("persons", Person, directory=True)
SCHEMES: Final = Table(
    "schemes", AdoptedScheme, directory=True, indexes=(("jurisdiction", "version"),)
)
ROLES: Final = Table("roles", Role, key=("version", "role"), directory=True)
MECHANISMS: Final = Table("mechanisms", Mechanism, key=("version", "mechanism"), directory=True)
PROCEDURES: Final = Table("procedures", Procedure, key=("version", "department"), directory=True)
AREAS: Final = Table("areas", Area, key=("version", "area"), directory=True)


def registered(rows: Rows, event: Recorded[persons.Registered]) -> None:
    """The person may be appointed from now on."""
    e = event.event
    rows.put(PERSONS, Person(DIRECTORY, e.name, e.occurred.date))


def adopted(rows: Rows, event: Recorded[schemes.Adopted]) -> None:
    """The scheme is in force from now on."""
    e = event.event
    row = AdoptedScheme(
        DIRECTORY,
        e.version,
        e.scheme,
        e.title_zh,
        e.title_en,
        e.document,
        e.document_date,
        e.occurred.date,
    )
    rows.put(SCHEMES, row)
    scheme = Scheme.parse(e.text)
    for role, phrase in scheme.roles.items():
        rows.put(ROLES, Role(DIRECTORY, e.version, role, phrase.zh, phrase.en))
    for place, each in enumerate(scheme.mechanisms):
        rows.put(
            MECHANISMS,
            Mechanism(
                DIRECTORY,
                e.version,
                each.id,
                place,
                each.title.zh,
                each.title.en,
                each.basis,
                len(each.rules),
            ),
        )
    for procedure in scheme.procedures.values():
        rows.put(PROCEDURES, _procedure(e.version, procedure, scheme))
    for area in scheme.areas:
        rows.put(
            AREAS,
            Area(
                DIRECTORY,
                e.version,
                area.code,
                area.title.zh,
                area.title.en,
                area.groups,
                area.lead,
                area.basis,
            ),
        )


def _procedure(version: int, procedure: scheme_parts.Procedure, scheme: Scheme) -> Procedure:
    return Procedure(
        scope=DIRECTORY,
        version=version,
        department=procedure.department,
        supervision=scheme.parties[procedure.department].supervision,
        sends_zh=procedure.sends.zh,
        sends_en=procedure.sends.en,
        form_zh=procedure.form.zh,
        form_en=procedure.form.en,
        receives=procedure.receives,
        days=str(procedure.days),
        feedback=str(procedure.feedback),
        contact_zh=procedure.contact.zh,
        contact_en=procedure.contact.en,
        basis=procedure.basis,
        papers=[{"zh": paper.zh, "en": paper.en} for paper in procedure.papers],
        fields=[
            {"code": field.code, "zh": field.title.zh, "en": field.title.en}
            for field in procedure.fields
        ],
    )


_HANDLERS: dict[type[Event], Handler] = {
    persons.Registered: registered,
    schemes.Adopted: adopted,
}

MODEL: Final = ReadModel(
    name="organisation",
    version=6,
    tables=(PERSONS, SCHEMES, ROLES, MECHANISMS, PROCEDURES, AREAS),
    handlers=_HANDLERS,
)
