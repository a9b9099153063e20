"""What is done with reports of the level above. No field takes anything but days and counts (RC 15)."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Le

from domain.ids import PersonId
from domain.model import Command

Count = Annotated[int, Ge(1), Le(9999)]
"""How many reports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside(Command):
    """They came in: on which day, and how many."""

    day: datetime.date
    count: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class PassUp(Command):
    """The originals went up, unread: on which day."""

    day: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: the count alone. No reason is taken, as it could tell of what they say."""

    count: Count
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: they were entered by mistake. No reason is taken, as it could tell of what they say."""

    approved_by: PersonId
