"""300 cities on 24 partitions, three writers, and one city that imports all it may."""

import subprocess
import sys
import threading
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

import pytest

from eventlog import topics
from eventlog.client import IN_FLIGHT_MAX, CommandClient
from eventlog.errors import Busy
from eventlog.records import OutcomeRecord
from eventlog.writer_partition import COMMANDS_MAX
from tests.eventlog.answered import Answer, answers
from tests.eventlog.town import Town, town_in
from tests.faults import writer
from tests.waiting import until

PARTITIONS: Final = 24
CITIES: Final = 300
WRITERS: Final = 3
WAIT_S: Final = 120.0
ROOT: Final = Path(__file__).parents[2]


@pytest.fixture
def cities(tmp_path: Path, kafka: str, database: str, suffix: str) -> list[Town]:
    """Cities on their partitions, the first one greedy; all of one installation."""
    first = town_in(tmp_path, kafka=kafka, postgres=database, prefix=f"test-{suffix}")
    first.create(partitions=PARTITIONS)
    others = [
        first.neighbour(f"city-{number}", partition=number % PARTITIONS)
        for number in range(1, CITIES)
    ]
    return [first, *others]


@pytest.fixture
def writers(cities: list[Town], tmp_path: Path) -> Iterator[list["subprocess.Popen[bytes]"]]:
    """Three writers as processes."""
    arguments = [sys.executable, *writer.arguments(cities[0].settings)]
    running = []
    for number in range(WRITERS):
        with (tmp_path / f"writer-{number}.log").open("wb") as log:
            process = subprocess.Popen(arguments, cwd=ROOT, stdout=log, stderr=log)
        running.append(process)
    yield running
    for process in running:
        process.terminate()
    assert {process.wait(60) for process in running} == {0}


def test_every_city_is_answered_while_one_imports(
    cities: list[Town], writers: list["subprocess.Popen[bytes]"]
) -> None:
    """Nobody waits for more of the greedy city's commands than that city may have waiting."""
    greedy, *others = cities
    with greedy.client() as client:
        _found(client, cities)
        until(lambda: _shares(greedy) == [PARTITIONS // WRITERS] * WRITERS)
        full, enough = threading.Event(), threading.Event()
        with ThreadPoolExecutor(1) as pool:
            importing = pool.submit(_import, client, greedy, full=full, enough=enough)
            try:
                assert full.wait(WAIT_S)
                asked = [client.submit(city.diary()) for city in others]
                assert _statuses(asked) == {"accepted"}
            finally:
                enough.set()
            assert importing.result(timeout=WAIT_S) == {"accepted"}
    ids = {future.result().id for future in asked}
    found = answers(greedy.settings)
    imported = [each.appended for each in found if each.outcome.jurisdiction == greedy.code]
    waited = [_within(imported, each) for each in found if each.outcome.id in ids]
    assert len(waited) == len(others)
    before_and_with_it = IN_FLIGHT_MAX + COMMANDS_MAX
    assert max(waited) <= before_and_with_it
    assert [each.poll() for each in writers] == [None] * WRITERS


def _found(client: CommandClient, cities: list[Town]) -> None:
    for founding in (Town.opening, Town.beginning):
        assert _statuses([client.submit(founding(city)) for city in cities]) == {"accepted"}


def _import(
    client: CommandClient, city: Town, *, full: threading.Event, enough: threading.Event
) -> set[str]:
    """Send as much as one city may have waiting, till enough; tells when that was refused first."""
    sent: deque[Future[OutcomeRecord]] = deque()
    statuses = set()
    while not enough.is_set():
        command = city.diary()
        try:
            sent.append(client.submit(command))
        except Busy:
            full.set()
            waiting = (each for each in sent if not each.done())
            statuses |= _statuses([next(waiting, sent[-1])])
    return statuses | _statuses(sent)


def _within(imported: list[int], answer: Answer) -> int:
    """How many of the import were answered while this one waited."""
    return bisect_right(imported, answer.appended) - bisect_right(imported, answer.asked)


def _statuses(futures: "list[Future[OutcomeRecord]] | deque[Future[OutcomeRecord]]") -> set[str]:
    return {future.result(timeout=WAIT_S).status for future in futures}


def _shares(town: Town) -> list[int]:
    """How many partitions each writer has."""
    admin = topics.open_admin(town.settings.kafka)
    try:
        group = f"{town.settings.prefix}-writers"
        members = admin.describe_groups([group])[group]["members"]
    finally:
        admin.close()
    return sorted(_partitions(member["member_assignment"]) for member in members)


def _partitions(assignment: Any) -> int:
    """How many a member of the group has; while it joins, nobody knows."""
    if not isinstance(assignment, dict):
        return 0
    return sum(len(each["partitions"]) for each in assignment["assigned_partitions"])
