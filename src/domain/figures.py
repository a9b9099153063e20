"""Figures that an event tells: counted from the log by the writer, never typed."""

from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, MaxLen, MinLen

from domain.model import Code, Value

Period = Annotated[str, MinLen(4), MaxLen(16)]
"""``2026-03``, ``2026-Q1``, ``2026-H1``, ``2026`` (`domain.periods.CadencePeriod`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Value):
    """One figure, as it was counted; ``count`` is a `domain.scheme_reports.ReportCount`."""

    count: Code
    value: Annotated[int, Ge(0)]


Figures = Annotated[tuple[Figure, ...], MaxLen(100)]
"""The figures that a form of the scheme asks for, as counted right before this event; none without form."""
