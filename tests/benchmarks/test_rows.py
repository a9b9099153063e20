"""Medians, ratios and verdicts of the benchmarks' table."""

import pytest

from benchmarks.rows import Row, Target, at_least, at_most


def row(target: Target | None = None, *, peer: tuple[float, ...] = (2.0, 9.0, 1.0)) -> Row:
    return Row(
        group="group",
        name="what",
        unit="events/s",
        figures=[6.0, 4.0, 50.0],
        peer="peer" if peer else "",
        peer_figures=peer,
        target=target,
    )


def test_a_figure_is_the_median_and_the_ratio_is_that_of_medians() -> None:
    assert row().figure == 6.0
    assert row().peer_figure == 2.0
    assert row().ratio == 3.0
    assert row(peer=()).ratio is None


@pytest.mark.parametrize(
    ("target", "reached"),
    [
        (None, None),
        (at_least(3), True),
        (at_least(3.1), False),
        (at_most(3), True),
        (at_most(2.9), False),
        (at_least(6, of="figure"), True),
        (at_most(5, of="figure"), False),
    ],
)
def test_a_target_speaks_of_the_ratio_or_of_the_figure(
    target: Target | None, reached: bool | None
) -> None:
    assert row(target).reached is reached


def test_a_ratio_that_cannot_be_told_is_no_success() -> None:
    assert row(at_least(1), peer=()).reached is False


def test_a_row_says_everything_to_machines() -> None:
    told = row(at_least(1.5)).to_json()
    assert told["target"] == "≥ 1.5×"
    assert told["figures"] == [6.0, 4.0, 50.0]
    assert (told["ratio"], told["reached"]) == (3.0, True)
