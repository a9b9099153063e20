"""The people and the schemes of a jurisdiction. Parties and offices are folded with ``access``."""

import datetime
from typing import Final, NamedTuple

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


PERSONS: Final = Table("persons", Person, directory=True)
SCHEMES: Final = Table(
    "schemes", AdoptedScheme, directory=True, indexes=(("jurisdiction", "version"),)
)
ROLES: Final = Table("roles", Role, key=("version", "role"), directory=True)


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
    for role, phrase in Scheme.parse(e.text).roles.items():
        rows.put(ROLES, Role(DIRECTORY, e.version, role, phrase.zh, phrase.en))


_HANDLERS: dict[type[Event], Handler] = {
    persons.Registered: registered,
    schemes.Adopted: adopted,
}

MODEL: Final = ReadModel(
    name="organisation", version=1, tables=(PERSONS, SCHEMES, ROLES), handlers=_HANDLERS
)
