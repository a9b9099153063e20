"""A time limit that counts from the end of a period: «end of quarter plus 10 working days»."""

import datetime
import re
from dataclasses import dataclass
from typing import ClassVar, Self

from domain.calendar import InvalidLimit, Limit
from domain.periods import Cadence, CadencePeriod


@dataclass(frozen=True, slots=True)
class PeriodLimit:
    """A limit whose first day is the last one of the period in which something arises.

    ``str`` gives the only accepted spelling back. The last day of a period lies in that period, so
    that anchoring a day twice is anchoring it once.
    """

    cadence: Cadence
    limit: Limit

    FORM: ClassVar = re.compile(r"end of (month|quarter|half-year|year) plus (.+)")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read one; anything but the canonical spelling is refused with `InvalidLimit`."""
        form = cls.FORM.fullmatch(text)
        if form is None:
            raise InvalidLimit(text=text)
        return cls(Cadence(form[1]), Limit.parse(form[2]))

    def __str__(self) -> str:
        return f"end of {self.cadence.value} plus {self.limit}"

    def counts_from(self, day: datetime.date) -> datetime.date:
        """The day from which it counts for what arises on ``day``: the last of that period."""
        return CadencePeriod.containing(self.cadence, day).last_day


def counting(text: str, day: datetime.date) -> tuple[datetime.date, Limit]:
    """The day from which a limit counts for what arises on ``day``, and how long it runs then.

    ``text`` is a `Limit` or a `PeriodLimit` as it stands in an event; else `InvalidLimit`.
    """
    if PeriodLimit.FORM.fullmatch(text) is None:
        return day, Limit.parse(text)
    found = PeriodLimit.parse(text)
    return found.counts_from(day), found.limit
