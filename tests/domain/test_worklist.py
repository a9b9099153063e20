"""A list worked off one by one: totals reconcile, and what is open is what did not end."""

import datetime
from dataclasses import dataclass
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ids import PartyId
from domain.worklist import Entry, NoSuchEntry, Worklist

DAY = datetime.date(2026, 3, 2)
LATER = datetime.date(2026, 3, 9)
GROUP, OTHER = PartyId("sg-education"), PartyId("sg-health")
STATES = ("listed", "assigned", "screened", "struck")


@dataclass(frozen=True, slots=True, kw_only=True)
class Object(Entry):
    """An object that is done with once it was screened, or struck off."""

    ENDS: ClassVar = frozenset({"screened", "struck"})


def listed(count: int) -> Worklist[Object]:
    found: Worklist[Object] = Worklist()
    for _ in range(count):
        found = found.with_entry(Object(key=found.next_key, state="listed", since=DAY))
    return found


def test_an_object_moves_and_keeps_who_has_it() -> None:
    """Who has it changes only where somebody else is named."""
    found = listed(2).moved(2, "assigned", DAY, party=GROUP).moved(2, "screened", LATER)
    assert found[2] == Object(key=2, state="screened", since=LATER, party=GROUP)
    assert [each.key for each in found.open] == [1]
    assert found.of(GROUP) == (found[2],)
    assert found.of(OTHER) == ()


@pytest.mark.parametrize("key", [0, -1, 3])
def test_an_object_that_is_not_listed_is_refused(key: int) -> None:
    """Not even one counted from the end."""
    with pytest.raises(NoSuchEntry):
        listed(2).moved(key, "screened", DAY)


@given(st.integers(1, 8), st.lists(st.tuples(st.integers(1, 8), st.sampled_from(STATES))))
def test_totals_reconcile(count: int, moves: list[tuple[int, str]]) -> None:
    """However it was worked off: each object is counted once, and open is what did not end."""
    found = listed(count)
    last = dict.fromkeys(range(1, count + 1), "listed")
    for key, state in moves:
        if key <= count:
            found, last[key] = found.moved(key, state, LATER), state
    assert sum(found.totals.values()) == len(found) == count
    assert {each.key: each.state for each in found} == last
    assert [each.key for each in found.open] == [
        key for key, state in last.items() if state in {"listed", "assigned"}
    ]
