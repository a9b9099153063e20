"""A time limit from the end of a period, «end of quarter plus 10 working days», or from its start."""

import datetime
import re
from dataclasses import dataclass
from typing import ClassVar, Literal, Self, cast

from domain.calendar import InvalidLimit, Limit
from domain.periods import Cadence, CadencePeriod


@dataclass(frozen=True, slots=True)
class PeriodLimit:
    """A limit whose first day is the last one of the period in which something arises, or the first.

    ``str`` gives the only accepted spelling back. Both days of a period lie in that period, so that
    anchoring a day twice is anchoring it once.
    """

    cadence: Cadence
    limit: Limit
    edge: Literal["start", "end"] = "end"

    FORM: ClassVar = re.compile(r"(start|end) of (month|quarter|half-year|year) plus (.+)")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read one; anything but the canonical spelling is refused with `InvalidLimit`."""
        form = cls.FORM.fullmatch(text)
        if form is None:
            raise InvalidLimit(text=text)
        edge = cast("Literal['start', 'end']", form[1])
        return cls(Cadence(form[2]), Limit.parse(form[3]), edge)

    def __str__(self) -> str:
        return f"{self.edge} of {self.cadence.value} plus {self.limit}"

    def counts_from(self, day: datetime.date) -> datetime.date:
        """The day from which it counts for what arises on ``day``: the last of that period, or the first."""
        period = CadencePeriod.containing(self.cadence, day)
        return period.first_day if self.edge == "start" else period.last_day


def counting(text: str, day: datetime.date) -> tuple[datetime.date, Limit]:
    """The day from which a limit counts for what arises on ``day``, and how long it runs then.

    ``text`` is a `Limit` or a `PeriodLimit` as it stands in an event; else `InvalidLimit`.
    """
    if PeriodLimit.FORM.fullmatch(text) is None:
        return day, Limit.parse(text)
    found = PeriodLimit.parse(text)
    return found.counts_from(day), found.limit
