"""Every code has its word in Chinese and English, and every field within a column its title.

Codes are found where they come from: in the fields of events, and in the rows that handlers make of them.
"""

import dataclasses
import random
import re
from collections.abc import Iterator
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

import pytest

from api.files import COLUMNS, WITHIN, columns_of
from domain.catalogue import FAMILIES
from domain.ids import StreamId
from domain.registry import Family
from projections.families import PROJECTIONS
from projections.projection import Projection
from projections.queries.listing import Listing
from projections.rows import Rows
from projections.sentences import LANGUAGES, listed
from tests.projections.any_event import any_event
from tests.projections.making import Log, stream
from tests.projections.test_every_event import OPENINGS

CODE: Final = re.compile(r"[a-z][a-z_.]*")
"""What no text of a made-up event looks like."""

SEED: Final = 1


def codes_of(hint: Any) -> Iterator[str]:
    if get_origin(hint) is Literal:
        yield from (code for code in get_args(hint) if isinstance(code, str))
    else:
        for each in get_args(hint):
            yield from codes_of(each)


def values_of(hint: Any) -> Iterator[type]:
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        yield hint
    for each in get_args(hint):
        yield from values_of(each)


def coded(kind: type, known: set[type]) -> Iterator[tuple[str, str]]:
    """Field and code of an event, and of the values within it."""
    known.add(kind)
    for name, hint in get_type_hints(kind).items():
        yield from ((name, code) for code in codes_of(hint))
        for value in values_of(hint):
            if value not in known:
                yield from coded(value, known)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_every_code_in_an_event_has_its_word_in_both_languages(family: Family) -> None:
    known: set[type] = set()
    found = {each for kind in family.events for each in coded(kind.event, known)}
    lacking = {
        (name, code)
        for name, code in found
        if not set(LANGUAGES) <= listed(name, code, family.name).keys()
    }
    assert lacking == set()


def printed(projection: Projection) -> list[Listing]:
    """The lists whose matters are printed."""
    return [each for each in (projection.lists[0], projection.status) if each is not None]


def rows_of(projection: Projection, family: Family) -> Iterator[dict[str, Any]]:
    """What printed lists show after every type of event of the family."""
    chance, rows, log = random.Random(SEED), Rows(projection.model), Log()
    kinds = [kind.event for kind in family.events]
    for number, kind in enumerate(kinds * 2):
        where = StreamId(stream(number, family.name))
        for each in (*OPENINGS.get(family.name, ()), *chance.choices(kinds, k=2), kind, kind):
            (entry,) = log.command((where, any_event(each, chance)))
            try:
                rows.apply(projection.model.handlers_of(each), entry.event)
            except (LookupError, ValueError):
                continue  # what no decision would have let happen
    for listing in printed(projection):
        buffer = rows.buffers[listing.table.name]
        shown = columns_of(listing)
        for _, row, _, _ in buffer.opened():
            yield {name: value for name, value in row._asdict().items() if name in shown}


def within(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Every field that a value holds, by its name."""
    yield name, value
    if isinstance(value, dict):
        for inner, each in value.items():
            yield from within(inner, each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from within(name, each)


@pytest.mark.parametrize("projection", PROJECTIONS, ids=lambda each: each.lists[0].path)
def test_every_code_in_a_printed_row_has_its_word_in_both_languages(projection: Projection) -> None:
    family = next(each for each in FAMILIES if each.collection == projection.lists[0].path)
    lacking, untitled = set(), set()
    for row in rows_of(projection, family):
        for name, value in within("", row):
            code = isinstance(value, str) and CODE.fullmatch(value)
            if code and not set(LANGUAGES) <= listed(name, value, family.name).keys():
                lacking.add((name, value))
            if name and CODE.fullmatch(name) and name not in COLUMNS.keys() | WITHIN.keys():
                untitled.add(name)
    assert (lacking, untitled) == (set(), set())
