"""What is counted from 1 within its stream."""

from hypothesis import given
from hypothesis import strategies as st

from domain.serials import put


@given(st.lists(st.integers(), min_size=1, max_size=9), st.data())
def test_one_is_put_in_its_place_and_no_other_moves(items: list[int], data: st.DataObject) -> None:
    serial = data.draw(st.integers(1, len(items)))
    put_there = put(tuple(items), serial, -1)
    items[serial - 1] = -1
    assert put_there == tuple(items)
