"""Columns follow from annotations; what PostgreSQL would not give back as it was is refused."""

from typing import Any, NamedTuple

import pytest

from projections.model import TEXT, Column, Table


class Kept(NamedTuple):
    scope: str
    tags: tuple[str, ...]
    notes: list[dict[str, Any]]
    number: int | None


class Objects(NamedTuple):
    scope: str
    notes: tuple[dict[str, Any], ...]


class Numbers(NamedTuple):
    scope: str
    counts: tuple[int, ...]


class Fractions(NamedTuple):
    scope: str
    share: float


def test_columns_are_those_of_the_row() -> None:
    assert Table("kept", Kept).columns == (
        Column("scope", TEXT, nullable=False),
        Column("tags", "text[]", nullable=False),
        Column("notes", "jsonb", nullable=False),
        Column("number", "bigint", nullable=True),
    )


@pytest.mark.parametrize(
    ("row", "column"), [(Objects, "notes"), (Numbers, "counts"), (Fractions, "share")]
)
def test_a_column_that_would_come_back_otherwise_is_refused(row: type[Any], column: str) -> None:
    with pytest.raises(TypeError, match=rf"^column {column}: .*list\[dict\[str, Any\]\]"):
        _ = Table("refused", row).columns
