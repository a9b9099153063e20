"""Fair share: one city's import keeps no other city from being answered."""

from pathlib import Path

import pytest

from eventlog.writer_partition import COMMANDS_MAX
from tests.eventlog.answered import decided_before
from tests.eventlog.held import HeldClock
from tests.eventlog.town import WAIT_S, Town, town_in

BACKLOG = 4_000


@pytest.fixture
def greedy(tmp_path: Path, kafka: str, database: str, suffix: str) -> Town:
    """A city on the first of two partitions."""
    town = town_in(tmp_path, kafka=kafka, postgres=database, prefix=f"test-{suffix}")
    town.create(partitions=2)
    return town


def test_a_writer_takes_its_partitions_in_turn(greedy: Town) -> None:
    other, clock = greedy.neighbour("wuhu", partition=1), HeldClock()
    with greedy.writer(wall=clock), greedy.client(in_flight_max=BACKLOG) as client:
        greedy.found(client)
        other.found(client)
        with clock.held():
            imported = [client.submit(greedy.diary()) for _ in range(BACKLOG)]
            asked = client.submit(other.diary())
            clock.wait_asked()
        assert asked.result(timeout=WAIT_S).status == "accepted"
        assert {each.result(timeout=WAIT_S).status for each in imported} == {"accepted"}
    before = decided_before(greedy.settings, asked.result().id)
    assert before[greedy.code] <= 4 * COMMANDS_MAX
