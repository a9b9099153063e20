"""A register as somebody sees it, and what the files that it is given out as have to say."""

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from api.files import title_of
from domain.calendar import SHANGHAI
from domain.catalogue import FAMILIES
from projections.queries.listing import Listing
from tests.api.installation import Member
from tests.api.test_documents import ENGLISH, on_file, printed
from tests.api.test_workbooks import read

READERS: Final = (
    ("linyi", "sg-education", "head"),
    ("wuhu", "commission", "principal_head"),
    ("liuzhou", "sg-ecology", "head"),
    ("linyi", "commission", "principal_head"),
    ("linyi", "cs", "head"),
    ("linyi", "it-2", "head"),
    ("liuzhou", "sg-education", "head"),
    ("wuhu", "education", "liaison"),
    ("linyi", "petitions", "head"),
    ("linyi", "petitions", "keeper"),
    ("linyi", "adjudication", "head"),
    ("wuhu", "pool-nanling", "deputy_head"),
)
"""Who looks into the registers, one after the other, each only into those where nobody before saw a row."""
EMPTY: Final = {"work-left"}
"""What has no row in any of the years: whoever left had handed over what they had in hand."""
GROWING: Final = "readings"
"""What goes on while it is read: whoever is shown a lead is in it a moment later."""
UNFILTERED: Final = {"persons"}
"""A directory of hundreds without a filter: too much for one document, which is refused."""

COLLECTIONS: Final = {family.collection for family in FAMILIES if family.streams}
MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(\+00:00|Z)")


@dataclass(frozen=True, slots=True)
class Register:
    """What a list shows somebody: its rows, and the names of those in them."""

    listing: Listing
    member: Member
    items: Sequence[Mapping[str, Any]]
    names: Mapping[str, str | None]

    @property
    def titles(self) -> list[str]:
        """What its columns are called in English: every field of a row, in its order."""
        return [title_of(column, "en", self.listing.path) for column in self.items[0]]

    @property
    def cells(self) -> list[dict[str, Any]]:
        """Its rows by title, as a workbook in English has to have them."""
        return [
            dict(zip(self.titles, map(self._cell, item.values()), strict=True))
            for item in self.items
        ]

    @property
    def of_matters(self) -> bool:
        """Whether each row is a matter, which is printed."""
        kept = self.listing.path in COLLECTIONS and not self.listing.table.key
        return kept and self.listing.path not in UNFILTERED

    def _cell(self, value: Any) -> Any:
        """What a cell holds of a value: numbers and truth as they are, all else as people read it."""
        if value is None or isinstance(value, bool | int):
            return value
        if isinstance(value, str) and MOMENT.fullmatch(value):
            local = datetime.datetime.fromisoformat(value).astimezone(SHANGHAI)
            return local.strftime("%Y-%m-%d %H:%M:%S")
        return self._said(value) or None

    def _said(self, value: Any) -> str:
        match value:
            case True | False:
                return "yes" if value else "no"
            case str():
                return self.names.get(value) or value
            case list():
                return "; ".join(map(self._said, value))
            case dict():
                told = ((title_of(k, "en"), v) for k, v in value.items() if v is not None)
                return ", ".join(f"{n[:1].lower()}{n[1:]}: {self._said(v)}" for n, v in told)
            case _:
                return str(value)

    def narrowed(self) -> tuple[dict[str, str], list[str]]:
        """The filter under which the list is shortest, if it has any, and the streams that it then shows."""
        plain = [
            name
            for name, each in self.listing.filters.items()
            if each.condition == f"t.{name} = {{value}}" and each.kind is str
        ]
        found = [
            (
                {name: item[name]},
                [each["stream"] for each in self.items if each[name] == item[name]],
            )
            for name in plain
            for item in self.items
            if item.get(name)
        ]
        whole: tuple[dict[str, str], list[str]] = ({}, [each["stream"] for each in self.items])
        return min(found, key=lambda each: len(each[1]), default=whole)


def seen(member: Member, listing: Listing) -> Register:
    """All that a list shows somebody, however many pages it has."""
    page = member.see(listing.path, limit=200)
    items, names = page["items"], page["persons"]
    while page["next"] is not None:
        page = member.see(listing.path, limit=200, after=page["next"])
        items, names = [*items, *page["items"]], names | page["persons"]
    return Register(listing, member, items, names)


def same_in_workbook(register: Register) -> bool:
    """Whether the workbook of the list has the same titles, rows and cells."""
    titles, rows = read(register.member, register.listing.path, "en")
    found = [{title: _plain(value) for title, value in row.items()} for row in rows]
    return (titles, found) == (register.titles, register.cells)


def _plain(value: Any) -> Any:
    """A cell with a day as JSON writes it, and none for an empty one."""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return None if value == "" else value


def same_in_document(register: Register) -> bool:
    """Whether the document of a filter of the list has just its matters, in their order."""
    filters, streams = register.narrowed()
    return on_file(printed(register.member, register.listing.path, ENGLISH, **filters)) == streams
