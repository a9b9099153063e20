"""The periods of a cadence: months, quarters, half-years and years, with codes people write."""

import datetime
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar, Self

from domain.errors import InvalidField


class Cadence(StrEnum):
    """How often something is owed, as schemes write it (``every = "quarter"``)."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"

    @property
    def months(self) -> int:
        """The length of one period."""
        match self:
            case Cadence.MONTH:
                return 1
            case Cadence.QUARTER:
                return 3
            case Cadence.HALF_YEAR:
                return 6
            case Cadence.YEAR:
                return 12


@dataclass(frozen=True, slots=True)
class CadencePeriod:
    """One period of a cadence. ``number`` counts from 1 within the year; a year's is 1.

    The code is stable and part of identifiers: ``2026-03``, ``2026-Q1``, ``2026-H1``, ``2026``.
    """

    cadence: Cadence
    year: int
    number: int

    FORM: ClassVar = re.compile(r"([0-9]{4})(?:-(?:Q([1-4])|H([12])|(0[1-9]|1[0-2])))?")

    def __post_init__(self) -> None:
        numbers = 12 // self.cadence.months
        if not (datetime.MINYEAR <= self.year <= datetime.MAXYEAR and 1 <= self.number <= numbers):
            raise _not_a_period(f"{self.year}/{self.number}")

    @classmethod
    def containing(cls, cadence: Cadence, day: datetime.date) -> Self:
        """Give the period in which ``day`` lies."""
        return cls(cadence, day.year, (day.month - 1) // cadence.months + 1)

    @classmethod
    def parse(cls, code: str) -> Self:
        """Read a code back; anything else is refused with `InvalidField`."""
        form = cls.FORM.fullmatch(code)
        if form is None:
            raise _not_a_period(code)
        year, quarter, half, month = form.groups()
        if quarter:
            return cls(Cadence.QUARTER, int(year), int(quarter))
        if half:
            return cls(Cadence.HALF_YEAR, int(year), int(half))
        if month:
            return cls(Cadence.MONTH, int(year), int(month))
        return cls(Cadence.YEAR, int(year), 1)

    @property
    def code(self) -> str:
        """The period as people write it, sortable within its cadence."""
        year = f"{self.year:04}"
        match self.cadence:
            case Cadence.MONTH:
                return f"{year}-{self.number:02}"
            case Cadence.QUARTER:
                return f"{year}-Q{self.number}"
            case Cadence.HALF_YEAR:
                return f"{year}-H{self.number}"
            case Cadence.YEAR:
                return year

    def __str__(self) -> str:
        return self.code

    @property
    def first_day(self) -> datetime.date:
        """The day on which the period begins."""
        return datetime.date(self.year, (self.number - 1) * self.cadence.months + 1, 1)

    @property
    def last_day(self) -> datetime.date:
        """The day on which the period ends, itself included."""
        month = self.number * self.cadence.months
        return datetime.date(self.year, month, monthrange(self.year, month)[1])

    def next(self) -> Self:
        """Give the period after this one."""
        if self.number == 12 // self.cadence.months:
            return replace(self, year=self.year + 1, number=1)
        return replace(self, number=self.number + 1)

    def previous(self) -> Self:
        """Give the period before this one."""
        if self.number == 1:
            return replace(self, year=self.year - 1, number=12 // self.cadence.months)
        return replace(self, number=self.number - 1)


def periods_between(
    cadence: Cadence, first: datetime.date, last: datetime.date
) -> Iterator[CadencePeriod]:
    """Give, in order, every period that has a day from ``first`` to ``last`` (both included)."""
    if last < first:
        return
    period = CadencePeriod.containing(cadence, first)
    while period.first_day <= last:
        yield period
        period = period.next()


def _not_a_period(text: str) -> InvalidField:
    """Say which forms a period has."""
    return InvalidField(
        field="period",
        reason_zh=f"“{text}”不是期间,应为 2026-03、2026-Q1、2026-H1 或 2026 的形式",
        reason_en=f"«{text}» is not a period; write it as 2026-03, 2026-Q1, 2026-H1 or 2026",
    )
