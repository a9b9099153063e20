"""A list worked off one by one (逐个过筛、销号): who has which object, since when, and what is still open.

One of the few shapes of daily work (DESIGN.md). A family keeps its own events and folds them into a
`Worklist` of entries of its own class, which says in which states an object is done with. Totals are
counted, never written; by when each is done is an obligation of the scheme.
"""

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, Generic, TypeVar

from domain.errors import Refusal, Status
from domain.ids import PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One object: its place in the list (from 1), its state, who has it, and since which day so."""

    ENDS: ClassVar[frozenset[str]] = frozenset()
    """The states in which nothing more is to be done about it."""

    key: int
    state: str
    since: datetime.date
    party: PartyId | None = None

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done about it."""
        return self.state not in self.ENDS


E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Worklist(Generic[E]):
    """Objects in the order in which they were listed; keys count from 1 without gaps."""

    entries: tuple[E, ...] = ()

    def __iter__(self) -> Iterator[E]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    @property
    def next_key(self) -> int:
        """The key of the next object."""
        return len(self.entries) + 1

    def with_entry(self, entry: E) -> "Worklist[E]":
        """The list with one object added, or changed under its key."""
        before, after = self.entries[: entry.key - 1], self.entries[entry.key :]
        return Worklist((*before, entry, *after))

    def moved(
        self, key: int, state: str, since: datetime.date, *, party: PartyId | None = None
    ) -> "Worklist[E]":
        """The list after an object came into a state; ``party`` has it from now on, if named."""
        entry = self[key]
        moved = replace(entry, state=state, since=since, party=party or entry.party)
        return self.with_entry(moved)

    def __getitem__(self, key: int) -> E:
        if not 0 < key <= len(self.entries):
            raise NoSuchEntry(key=key)
        return self.entries[key - 1]

    def of(self, party: PartyId) -> tuple[E, ...]:
        """The objects that a party has."""
        return tuple(entry for entry in self.entries if entry.party == party)

    @property
    def open(self) -> tuple[E, ...]:
        """The objects about which something is still to be done."""
        return tuple(entry for entry in self.entries if entry.is_open)

    @property
    def totals(self) -> Mapping[str, int]:
        """How many objects are in each state."""
        return Counter(entry.state for entry in self.entries)


class NoSuchEntry(Refusal):
    """The list has no object of that number."""

    code = "no_such_entry"
    status = Status.NOT_FOUND
    zh = "清单中没有第{key}项。"
    en = "The list has no object {key}."
    next_zh = "请核对清单序号。"
    next_en = "Check the number on the list."


REFUSALS: tuple[type[Refusal], ...] = (NoSuchEntry,)
