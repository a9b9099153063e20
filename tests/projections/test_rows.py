"""The rows of a stream, as the handlers of one event see them."""

from domain.model import Event, Recorded
from projections.rows import Rows
from tests.projections.making import Log, concerns, day, stream
from tests.projections.small_model import SMALL, STAYS, Moved, Stay

KEY = ("linyi", stream(1))


def test_rows_come_in_the_order_of_their_keys_however_they_got_there() -> None:
    """PostgreSQL gives them in no order, memory in that of arrival: what is folded must not tell."""
    rows = Rows(SMALL)
    seen: list[str] = []
    for place in ("c", "a"):
        rows.buffers[STAYS.name].load(KEY, Stay("lead", place, 1), 1)

    def handler(rows: Rows, _: Recorded[Event]) -> None:
        rows.put(STAYS, Stay("lead", "b", 2))
        seen.extend(row.place for row in rows.all(STAYS))

    log = Log()
    log.command((stream(1), Moved(occurred=day(1), concerns=concerns("cs"), to="b")))
    rows.apply([handler], log.entries[0].event)
    assert seen == ["a", "b", "c"]
