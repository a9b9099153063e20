"""How points and grade follow: from figures, judgements, indicators and bars, and from nothing else."""

from collections.abc import Mapping, Sequence

from domain.assessments.commands import Counted, Points
from domain.scheme_assessments import AssessmentGrade, Count, Indicator


def needed(indicators: Sequence[Indicator]) -> frozenset[Count]:
    """The counts that the indicators ask for."""
    asked = (count for each in indicators for count in (each.counts, each.out_of))
    return frozenset(count for count in asked if count is not None)


def points_of(
    indicators: Sequence[Indicator], figures: Sequence[Counted], judged: Sequence[Points]
) -> tuple[Points, ...]:
    """What each indicator earns, in hundredths of a point, never more than it is worth."""
    values = {each.count: each.value for each in figures}
    given = {each.indicator: each.hundredths for each in judged}
    return tuple(
        Points(
            indicator=each.code,
            hundredths=given[each.code] if each.counts is None else _earned(each, values),
        )
        for each in indicators
    )


def _earned(indicator: Indicator, values: Mapping[Count, int]) -> int:
    """A share of the points, rounded down, or so many for each; all where there was nothing to do."""
    worth = indicator.points * 100
    value = 0 if indicator.counts is None else values[indicator.counts]
    if indicator.out_of is None:
        return min(worth, value * (indicator.each or 0) * 100)
    whole = values[indicator.out_of]
    return worth if whole == 0 else min(worth, worth * value // whole)


def grade_of(
    grades: Sequence[AssessmentGrade], total_hundredths: int, *, barred: bool
) -> AssessmentGrade:
    """The grade by points; where something bars the highest, the one below it at best."""
    place = next(i for i, each in enumerate(grades) if total_hundredths >= each.least * 100)
    if barred and place == 0:
        place = min(1, len(grades) - 1)
    return grades[place]
