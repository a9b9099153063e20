"""Takeovers: commands that end their writer are run singly, and at last refused."""

import datetime
from dataclasses import replace

import psycopg
import pytest

from eventlog import writer_partition
from eventlog.directory import Directory
from eventlog.index import Index
from eventlog.partition_log import PartitionLog
from eventlog.reading import Tracking
from eventlog.writer_limit import decision_limit
from eventlog.writer_partition import OwnedPartition, Shared
from tests.eventlog import diary
from tests.eventlog.diary import WITH_DIARIES
from tests.eventlog.town import WAIT_S, Town, answer


def taken_over(town: Town, times: int, *, offset: int, trying: bool = False) -> None:
    """As if writers had ended at this offset so many times."""
    with Index(town.settings.postgres) as index:
        for _ in range(times):
            index.take_over(0, offset)
        if trying:
            index.trying(0, offset)


@pytest.fixture
def quick_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer_partition, "decision_limit", lambda: decision_limit(0.5))


def test_after_two_takeovers_a_command_that_hangs_is_broken_off(
    town: Town, quick_limit: None
) -> None:
    del quick_limit
    with town.client() as client:
        with town.writer():
            town.found(client)
            stream = answer(client, town.diary()).stream
        assert stream is not None
        before = client.submit(town.entry(stream))
        hanging = client.submit(town.command("diary.misbehave", {"how": "hang"}, target=stream))
        after = client.submit(town.entry(stream))
        taken_over(town, 2, offset=3)
        with town.writer():
            outcome = hanging.result(timeout=WAIT_S)
            assert outcome.problem is not None
            assert outcome.problem.code == "command_failed"
            assert [f.result(timeout=WAIT_S).version for f in (before, after)] == [2, 3]
            assert answer(client, town.entry(stream)).version == 4


def test_a_command_at_which_the_writer_ended_alone_is_refused_undecided(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never() -> None:
        raise AssertionError("decided")

    monkeypatch.setitem(diary.MISBEHAVIOUR, "die", never)
    with town.client() as client:
        with town.writer():
            town.found(client)
            stream = answer(client, town.diary()).stream
        deadly = client.submit(town.command("diary.misbehave", {"how": "die"}, target=stream))
        taken_over(town, 3, offset=3, trying=True)
        with town.writer():
            outcome = deadly.result(timeout=WAIT_S)
            assert outcome.problem is not None
            assert outcome.problem.details == {"incident": writer_partition.DEADLY}


def test_a_retry_at_which_the_writer_ended_alone_is_answered_as_before(town: Town) -> None:
    """What was accepted is not refused because its writer ended beside a repetition of it."""
    with town.client() as client:
        with town.writer():
            town.found(client)
            command = town.diary()
            before = answer(client, command)
        again = client.submit(command)
        taken_over(town, 3, offset=3, trying=True)
        with town.writer():
            after = again.result(timeout=WAIT_S)
    assert (after.status, after.last_hash) == (before.status, before.last_hash)


def test_a_writer_that_comes_and_goes_leaves_the_count_of_takeovers(town: Town) -> None:
    shared = Shared(
        town.settings,
        WITH_DIARIES,
        Directory(town.settings),
        lambda: datetime.datetime.now(datetime.UTC),
    )
    with Index(town.settings.postgres) as index:
        index.create()
    taken_over(town, 2, offset=3)
    OwnedPartition(shared, 0).close(orderly=True)
    begun = OwnedPartition(shared, 0)
    begun.begin(3, end=3)
    begun.close(orderly=True)
    with psycopg.connect(town.settings.postgres) as connection:
        counts = connection.execute("SELECT count FROM eventlog.takeovers").fetchall()
    assert counts == [(2,)]


def test_an_index_that_moves_on_while_a_partition_is_opened_is_read_again(town: Town) -> None:
    """The writer before was not gone yet; begun where the index was, nothing would be indexed any more."""

    class Overtaken(PartitionLog):
        times = 0

        def open(self, tracking: Tracking | None = None, *, rejected: bool = False) -> Tracking:
            begun = super().open(tracking, rejected=rejected)
            if Overtaken.times == 0:
                assert tracking is not None
                with Index(town.settings.postgres) as before:
                    moved = replace(tracking, outcomes=tracking.outcomes + 1)
                    before.write([], [], [], before=tracking, after=moved)
            Overtaken.times += 1
            return begun

    with town.client() as client:
        with town.writer():
            town.found(client)
            stream = answer(client, town.diary()).stream
        assert stream is not None
        with town.writer(log_class=Overtaken):
            assert answer(client, town.entry(stream)).version == 2
    assert Overtaken.times == 2


def test_an_orderly_end_is_no_takeover(town: Town) -> None:
    with town.client() as client:
        for _ in range(4):
            with town.writer():
                if client.directory.find(town.code) is None:
                    town.found(client)
                answer(client, town.diary())
    with psycopg.connect(town.settings.postgres) as connection:
        assert connection.execute("SELECT * FROM eventlog.takeovers").fetchall() == []


def test_the_writer_waits_while_postgresql_is_away(town: Town) -> None:
    name = psycopg.conninfo.conninfo_to_dict(town.settings.postgres)["dbname"]
    server = town.settings.postgres.replace(f"/{name}", "/postgres")

    def allow(connections: str) -> None:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS {connections}")
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name]
            )

    with town.writer(), town.client() as client:
        town.found(client)
        stream = answer(client, town.diary()).stream
        assert stream is not None
        allow("false")
        waiting = [client.submit(town.entry(stream)) for _ in range(5)]
        with pytest.raises(TimeoutError):
            waiting[0].result(timeout=2)
        allow("true")
        assert [future.result(timeout=WAIT_S).version for future in waiting] == [2, 3, 4, 5, 6]
        assert answer(client, town.entry(stream)).version == 7


def test_the_writer_pauses_while_too_much_is_not_indexed(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer_partition, "TAIL_MAX", 50)
    with town.writer(), town.client() as client:
        town.found(client)
        stream = answer(client, town.diary()).stream
        assert stream is not None
        waiting = [client.submit(town.entry(stream, data={"entries": 30})) for _ in range(20)]
        assert [future.result(timeout=WAIT_S).version for future in waiting] == [
            1 + 30 * n for n in range(1, 21)
        ]
