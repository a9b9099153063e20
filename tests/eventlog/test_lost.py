"""What was committed and does not count: decided again, and acknowledged only then."""

import time
from collections.abc import Sequence
from typing import Any

import pytest

from eventlog.index import Index
from eventlog.partition_log import Batch, PartitionLog
from eventlog.records import OutcomeRecord
from tests.eventlog.town import WAIT_S, Town, answer


class _Spoiling(PartitionLog):
    """Writes the events of the next transaction as foreign bytes while ``spoil`` says so."""

    spoil = 0

    def _send(
        self, batches: Sequence[Batch], outcomes: Sequence[OutcomeRecord]
    ) -> tuple[list[Any], list[Any]]:
        if type(self).spoil == 0 or not batches:
            return super()._send(batches, outcomes)
        type(self).spoil -= 1
        events = [
            self._live.send(self._topics.events, b"torn", event.key, None, self.partition)
            for batch in batches
            for event in batch.events
        ]
        return events, super()._send([], outcomes)[1]


@pytest.fixture
def spoiling() -> type[_Spoiling]:
    return type("Spoiling", (_Spoiling,), {"spoil": 0})


def test_the_very_first_command_is_decided_again(town: Town, spoiling: type[_Spoiling]) -> None:
    """Its offset is 0, which is an offset like any other."""
    spoiling.spoil = 1
    with town.writer(log_class=spoiling), town.client() as client:
        town.found(client)


def test_a_lost_command_is_decided_again_and_not_answered_from_memory(
    town: Town, spoiling: type[_Spoiling]
) -> None:
    with town.writer(log_class=spoiling), town.client() as client:
        town.found(client)
        diary = answer(client, town.diary()).stream
        assert diary is not None
        spoiling.spoil = 1
        lost = answer(client, town.entry(diary))
        assert (lost.status, lost.version, lost.last_position) == ("accepted", 2, 3)
        assert answer(client, town.entry(diary)).last_position == 4


def test_a_client_that_starts_late_acknowledges_what_was_counted_before(town: Town) -> None:
    """An honest retry after the API restarted: the event is long counted, and the client knows."""
    with town.writer():
        with town.client() as client:
            town.found(client)
            command = town.diary()
            first = answer(client, command)
            answer(client, town.diary())
        _wait_indexed(town, 3)
        with town.client() as client:
            again = answer(client, command)
    assert (again.status, again.last_position) == ("accepted", first.last_position)


def _wait_indexed(town: Town, position: int) -> None:
    limit = time.monotonic() + WAIT_S
    with Index(town.settings.postgres) as index:
        while True:
            heads = [tracking.checkpoint.heads for tracking in index.trackings()]
            if any(head[town.code].position >= position for head in heads if town.code in head):
                return
            assert time.monotonic() < limit
