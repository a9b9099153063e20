"""The index beside a running writer: lost, emptied, dropped, and built again from the log."""

from concurrent.futures import Future

import psycopg

from eventlog.records import OutcomeRecord
from tests.eventlog.test_writer import open_diary, positions
from tests.eventlog.town import WAIT_S, Town, answer, drop_index


def test_a_lost_index_is_built_again_while_commands_wait(town: Town) -> None:
    with town.client() as client:
        with town.writer():
            town.found(client)
            diary = open_diary(client, town)
            known = town.entry(diary, data={"entries": 20})
            first = answer(client, known)
        with psycopg.connect(town.settings.postgres, autocommit=True) as connection:
            before = connection.execute("SELECT * FROM eventlog.events ORDER BY 1, 2").fetchall()
        drop_index(town.settings.postgres)
        with town.writer():
            assert answer(client, known).last_position == first.last_position
            assert answer(client, town.entry(diary)).version == 22
        with psycopg.connect(town.settings.postgres, autocommit=True) as connection:
            after = connection.execute("SELECT * FROM eventlog.events ORDER BY 1, 2").fetchall()
            assert after[: len(before)] == before


def test_an_index_dropped_under_a_running_writer_is_built_again(town: Town) -> None:
    with town.writer(), town.client() as client:
        town.found(client)
        diary = open_diary(client, town)
        drop_index(town.settings.postgres)
        futures: list[Future[OutcomeRecord]] = [client.submit(town.entry(diary)) for _ in range(10)]
        assert {future.result(timeout=WAIT_S).status for future in futures} == {"accepted"}
        other = open_diary(client, town)
        assert answer(client, town.entry(other)).version == 2


def test_an_index_that_was_dropped_and_made_anew_by_another_is_not_believed(town: Town) -> None:
    """Empty, it would not know the commands that were decided: they would be decided again."""
    with town.writer(), town.client() as client:
        town.found(client)
        command = town.diary()
        stream = answer(client, command).stream
        assert stream is not None
        entry = town.entry(stream)
        before = answer(client, entry)
        drop_index(town.settings.postgres, anew=True)
        again = answer(client, entry)
    assert (again.status, again.last_hash) == (before.status, before.last_hash)
    assert len(positions(town)) == 3
