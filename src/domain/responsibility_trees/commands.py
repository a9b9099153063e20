"""What parties do with a tree of responsibility: open it, add organisations, hand in and return lists."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Le, MaxLen, MinLen

from domain.ids import PersonId
from domain.model import Command, Digest, Text
from domain.serials import Serial

Year = Annotated[int, Ge(2000), Le(2100)]

Items = Annotated[tuple[Text, ...], MinLen(1), MaxLen(100)]
"""The responsibilities of an organisation, one by one. They name nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(Command):
    """Begin the lists of a year: the Party group is the first organisation, each list due by a day."""

    year: Year
    title: Text
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Add(Command):
    """A Party organisation below another; its list is due as all others are, or by a day of its own."""

    title: Text
    above: Serial
    due: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remove(Command):
    """An organisation is no more; none may be left below it."""

    organisation: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class HandIn(Command):
    """The list of an organisation, also anew."""

    organisation: Serial
    items: Items
    paper: Digest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Return(Command):
    """A list does not do; a better one is owed."""

    organisation: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: what is wrong of an organisation, with reason and approver; the original stays visible.

    What it is called, ``items`` of the list that it handed in, or the day by which a missing one is due.
    """

    organisation: Serial
    reason: Text
    approved_by: PersonId
    title: Text | None = None
    items: Items | None = None
    due: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: the tree was opened by mistake; nothing is owed because of it."""

    reason: Text
    approved_by: PersonId
