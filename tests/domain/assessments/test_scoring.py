"""Points and grade follow from figures, judgements and bars."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.assessments.commands import Counted, Points
from domain.assessments.scoring import grade_of, needed, points_of
from domain.scheme import Scheme
from domain.scheme_assessments import Count
from tests.domain.small import FOLDER

SCHEME = Scheme.parse((FOLDER / "small.toml").read_text("utf-8"))


def figures(due: int, on_time: int, daily: int) -> tuple[Counted, ...]:
    values: dict[Count, int] = {
        "obligations_due": due,
        "obligations_on_time": on_time,
        "daily_supervisions": daily,
    }
    return tuple(Counted(count=count, value=value) for count, value in values.items())


def earned(due: int, on_time: int, daily: int, appraisal: int = 0) -> list[int]:
    judged = (Points(indicator="appraisal", hundredths=appraisal),)
    found = points_of(SCHEME.indicators, figures(due, on_time, daily), judged)
    return [each.hundredths for each in found]


def test_the_counts_that_the_indicators_ask_for() -> None:
    assert needed(SCHEME.indicators) == {
        "obligations_due",
        "obligations_on_time",
        "daily_supervisions",
    }


@pytest.mark.parametrize(
    ("counted", "points"),
    [
        ((4, 3, 2), [3750, 2000, 0]),
        ((3, 2, 9), [3333, 4000, 0]),
        ((0, 0, 0), [5000, 0, 0]),
        ((5, 5, 4, 900), [5000, 4000, 900]),
    ],
)
def test_a_share_or_so_many_each_never_more_than_it_is_worth(
    counted: tuple[int, ...], points: list[int]
) -> None:
    assert earned(*counted) == points


@given(st.integers(0, 500), st.integers(0, 500), st.integers(0, 500))
def test_doing_more_never_earns_less(due: int, on_time: int, daily: int) -> None:
    before, after = earned(due, on_time, daily), earned(due, on_time + 1, daily + 1)
    assert all(one <= other for one, other in zip(before, after, strict=True))
    worth = [each.points * 100 for each in SCHEME.indicators]
    assert all(0 <= one <= most for one, most in zip(after, worth, strict=True))


@pytest.mark.parametrize(
    ("total", "barred", "grade"),
    [
        (9000, False, "excellent"),
        (8999, False, "good"),
        (10000, True, "good"),
        (6000, True, "good"),
        (5999, True, "poor"),
        (0, False, "poor"),
    ],
)
def test_the_grade_by_points_and_bars(total: int, barred: bool, grade: str) -> None:
    assert grade_of(SCHEME.assessment_grades, total, barred=barred).code == grade


def test_a_bar_leaves_the_only_grade() -> None:
    (only, *_) = SCHEME.assessment_grades
    assert grade_of((only,), 10000, barred=True) == only
