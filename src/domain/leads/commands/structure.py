"""Leads that split, merge or are linked; corrected and annulled ones: the commands."""

from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, MinLen

from domain.ids import PersonId, StreamId
from domain.leads.values import Part, Secrecy, Source, Standing
from domain.model import Command, Occurred, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Split(Command):
    """拆分: persons for whom others are competent leave for leads of their own (R 201)."""

    parts: Annotated[tuple[Part, ...], MinLen(1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge(Command):
    """并案: others on the same matter are handled with this lead; their numbers are kept."""

    others: Annotated[tuple[StreamId, ...], MinLen(1)]
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Command):
    """关联: note that another lead has to do with this one; both go on by themselves."""

    other: StreamId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: what version ``version`` of the lead says is corrected; the original stays visible.

    ``happened`` is the day on which the corrected act really took place; the other fields
    correct particulars.
    """

    version: Annotated[int, Ge(1)]
    reason: Text
    approved_by: PersonId
    happened: Occurred | None = None
    source: Source | None = None
    secrecy: Secrecy | None = None
    person: PersonId | None = None
    standing: Standing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: the lead should not have been entered; its numbers are kept as annulled."""

    reason: Text
    approved_by: PersonId
