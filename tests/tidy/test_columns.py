"""Every column of a list has a title (`api/columns.toml`) that fits what it holds: files can be read."""

import datetime
import types
from collections.abc import Iterator
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

import pytest

from api.files import COLUMNS, OWN, WITHIN, columns_of, title_of
from projections.queries.listing import Listing
from projections.queries.listings import LISTINGS
from projections.sentences import LANGUAGES, Language

DAY: Final = ("日期", "期限", "期至", "日")
NUMBER: Final = ("序号", "次数", "人数", "件数")
ASKED: Final = "是否"
SQL_KINDS: Final = {"date": datetime.date, "boolean": bool, "timestamptz": datetime.datetime}


def kind(listing: Listing, column: str) -> Any:
    """The type of what a column holds."""
    for other in listing.beside:
        if column in other.columns:
            return kind(other.listing, other.columns[column])
    if column in listing.computed:
        return SQL_KINDS.get(listing.computed_types.get(column, ""), int)
    hint = get_type_hints(listing.table.row).get(column, str)
    if get_origin(hint) in {Union, types.UnionType}:
        hint = next(each for each in get_args(hint) if each is not types.NoneType)
    return hint


def titled() -> Iterator[tuple[str, str, Any]]:
    for listing in LISTINGS:
        for column in columns_of(listing):
            where = f"{listing.path}.{column}"
            yield where, title_of(column, "zh", listing.path), kind(listing, column)


def test_every_column_of_every_list_has_a_title() -> None:
    shown = {column for listing in LISTINGS for column in columns_of(listing)}
    assert shown - COLUMNS.keys() == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_columns_of_a_list_are_called_alike(language: Language) -> None:
    for listing in LISTINGS:
        columns = columns_of(listing)
        titles = {title_of(column, language, listing.path) for column in columns}
        assert len(titles) == len(columns), listing.path


def test_what_is_called_a_day_a_count_or_a_question_is_one() -> None:
    days = {datetime.date, datetime.datetime}
    wrong = [
        (where, title)
        for where, title, held in titled()
        if (held in days and not title.endswith(DAY))
        or (held not in days and title.endswith("日期"))
        or (held is not int and title.endswith(NUMBER))
        or (held is not bool and title.startswith(ASKED))
    ]
    assert wrong == []


def test_no_title_is_left_over() -> None:
    shown = {listing.path: set(columns_of(listing)) for listing in LISTINGS}
    assert COLUMNS.keys() - set[str]().union(*shown.values()) == set()
    assert WITHIN.keys() & COLUMNS.keys() == set()
    for path, own in OWN.items():
        assert own.keys() <= shown[path], path
        assert [name for name, title in own.items() if title == COLUMNS[name]] == [], path
