"""What a group does with the dossier of a unit: open it, record facts, revise them, go through a section."""

import datetime
from dataclasses import dataclass
from typing import Final, Literal, get_args

from domain.ids import PartyId, PersonId
from domain.model import Command, Digest, Personal, Text
from domain.oversight import KeyPerson
from domain.serials import Serial

Section = Literal["posts", "powers", "key_people", "functions", "nodes", "projects"]
"""岗位 · 职权 · 关键人员 · 职能 · 关键节点 · 项目: what one has to know of a unit to see it whole."""

SECTIONS: Final[tuple[Section, ...]] = get_args(Section)


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(Command):
    """Begin the dossier of a unit at which one is stationed."""

    unit: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Command):
    """Add a fact: what, from which source, true as of which day. ``person`` in section key_people only."""

    section: Section
    text: Personal
    source: Text
    stated_on: datetime.date
    person: KeyPerson | None = None
    paper: Digest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revise(Command):
    """The fact is another one now: a new office-holder, a new project. What was true before stays."""

    fact: Serial
    text: Personal
    source: Text
    stated_on: datetime.date
    person: KeyPerson | None = None
    paper: Digest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw(Command):
    """The fact is true no longer, and none takes its place."""

    fact: Serial
    reason: Text
    source: Text
    stated_on: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Refresh(Command):
    """A section was gone through: what it says is up to date as of today."""

    section: Section
    remark: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Return(Command):
    """A section as it was gone through does not do: the linked office has the group go through it again."""

    section: Section
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver(Command):
    """The unit is another group's now: the dossier goes to the group stationed there."""

    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: what a fact was recorded as wrongly, with reason and approver; the original stays visible."""

    fact: Serial
    reason: Text
    approved_by: PersonId
    text: Personal | None = None
    source: Text | None = None
    stated_on: datetime.date | None = None
    person: KeyPerson | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnulFact(Command):
    """作废 of one fact: it was never so."""

    fact: Serial
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: the dossier was opened by mistake; nothing is owed because of it."""

    reason: Text
    approved_by: PersonId
