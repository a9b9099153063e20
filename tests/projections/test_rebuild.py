"""Building anew beside the live rows: the same row for row, or the differences are told."""

import threading
from dataclasses import replace
from typing import Any

import pytest

from domain.catalogue import CATALOGUE
from domain.model import Recorded
from domain.registry import Catalogue
from domain.work_reports import events
from eventlog.settings import Settings
from projections import access
from projections.errors import CannotRebuild, DiskTooSmall, UnknownModel
from projections.rebuild import RebuildProgress, rebuild
from projections.rows import Rows
from projections.runner import Projector
from projections.work_reports import register as work_reports
from tests.projections.log_on_kafka import (
    LIMIT_S,
    KafkaLog,
    prepared,
    projecting,
    reached,
    until,
)
from tests.projections.making import Connection
from tests.projections.reports import MODELS, WUHU, accepted, report, returned, stages, submitted


def filled(settings: Settings) -> tuple[KafkaLog, KafkaLog]:
    linyi, wuhu = KafkaLog(settings), KafkaLog(settings, WUHU)
    for number in range(1, 6):
        linyi.command((report(number), submitted()))
        linyi.command((report(number), returned()))
    wuhu.command((report(9), submitted()), (report(9), accepted()))
    return linyi, wuhu


def live_schema(connection: Connection, model: str) -> str:
    row = connection.execute(
        "select schema_name from projections.registry where model = %s and state = 'live'", (model,)
    ).fetchone()
    assert row is not None
    return str(row[0])


def test_rows_are_identical_afterwards_and_progress_is_told(settings: Settings) -> None:
    logs = filled(settings)
    told: list[RebuildProgress] = []
    with prepared(settings) as connection:
        with projecting(Projector(settings, models=MODELS)):
            for log in logs:
                reached(connection, log)
        before, rows = live_schema(connection, "work_reports"), stages(connection)
        done = rebuild(settings, models=MODELS, report=told.append)
        assert done.differences == ()
        assert done.events == 12
        assert live_schema(connection, "work_reports") != before
        assert stages(connection) == rows
    assert [each.phase for each in told][-3:] == ["comparing", "swapping", "done"]
    assert told[0].total == 12
    assert told[-1].events == 12


def test_one_model_is_rebuilt_while_the_projector_runs(settings: Settings) -> None:
    linyi, _ = filled(settings)
    with prepared(settings) as connection, projecting(Projector(settings, models=MODELS)):
        reached(connection, linyi)
        others = live_schema(connection, "timeline")
        done = rebuild(settings, ["work_reports"], models=MODELS)
        assert (done.models, done.differences) == (("work_reports",), ())
        linyi.command((report(1), accepted()))
        reached(connection, linyi)
        assert (report(1), "accepted", 11, None) in stages(connection)
        assert live_schema(connection, "timeline") == others


def test_rows_that_were_tampered_with_are_listed_and_made_good(settings: Settings) -> None:
    linyi, _ = filled(settings)
    with prepared(settings) as connection:
        with projecting(Projector(settings, models=MODELS)):
            reached(connection, linyi)
        rows = stages(connection)
        schema = live_schema(connection, "work_reports")
        connection.execute(
            f"update {schema}.work_reports set stage = 'accepted'"  # noqa: S608
            " where stream = %s and until_position is null",
            (report(1),),
        )
        (difference,) = rebuild(settings, ["work_reports"], models=MODELS).differences
        assert (difference.table, difference.rows_before) == ("work_reports", difference.rows_after)
        assert "accepted" in difference.only_before[0]
        assert "returned" in difference.only_after[0]
        assert stages(connection) == rows


def test_what_an_interrupted_rebuild_left_behind_is_dropped(settings: Settings) -> None:
    linyi, _ = filled(settings)

    def interrupt(_: RebuildProgress) -> None:
        raise KeyboardInterrupt

    with prepared(settings) as connection:
        with projecting(Projector(settings, models=MODELS)):
            reached(connection, linyi)
        with pytest.raises(KeyboardInterrupt):
            rebuild(settings, models=MODELS, report=interrupt)
        rebuild(settings, models=MODELS)
        building = connection.execute(
            "select count(*) from projections.registry where state = 'building'"
        ).fetchone()
        readers = connection.execute("select distinct reader from projections.heads").fetchall()
        assert (building, readers) == ((0,), [("live",)])


def test_a_new_version_of_access_that_fails_is_not_swapped_in(settings: Settings) -> None:
    def refusing(_: Rows, event: Recorded[Any]) -> None:
        if isinstance(event.event, events.Returned):
            raise ValueError("cannot be understood")

    linyi, _ = filled(settings)
    with prepared(settings) as connection:
        with projecting(Projector(settings, models=MODELS)):
            reached(connection, linyi)
        before = live_schema(connection, "access")
        with pytest.raises(CannotRebuild, match=r"Event 2 of «linyi»"):
            rebuild(settings, ["access"], models=(replace(access.MODEL, every=refusing),))
        assert live_schema(connection, "access") == before
        assert connection.execute("select * from projections.stopped").fetchall() == []


def test_an_older_version_or_a_shorter_log_ends_the_rebuild(settings: Settings) -> None:
    family = CATALOGUE.family["work_report"]
    known = tuple(each for each in family.events if each.event is not events.Returned)
    older = Catalogue((replace(family, events=known),))
    linyi, _ = filled(settings)
    with prepared(settings) as connection:
        with projecting(Projector(settings, models=MODELS)):
            reached(connection, linyi)
        with pytest.raises(CannotRebuild, match=r"Event 2 of «linyi».*returned"):
            rebuild(settings, models=MODELS, catalogue=older)
        connection.execute(
            "update projections.heads set position = 99 where jurisdiction = 'linyi'"
        )
        with pytest.raises(CannotRebuild, match=r"Event 11 of «linyi».*not in the log"):
            rebuild(settings, models=MODELS)


def test_without_room_on_the_disk_nothing_begins(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    linyi, _ = filled(settings)
    with prepared(settings) as connection:
        with projecting(Projector(settings, models=MODELS)):
            reached(connection, linyi)
        monkeypatch.setattr("projections.rebuild._ROOM", 1e12)
        with pytest.raises(DiskTooSmall):
            rebuild(settings, models=MODELS)


def test_an_unknown_model_is_refused_with_the_names_there_are(settings: Settings) -> None:
    with pytest.raises(UnknownModel, match="work_reports"):
        rebuild(settings, ["reports"], models=(work_reports.MODEL,))


def test_a_swap_waits_for_readers_and_never_breaks_them(settings: Settings) -> None:
    linyi, _ = filled(settings)
    with prepared(settings) as connection, prepared(settings) as reading:
        with projecting(Projector(settings, models=MODELS)):
            reached(connection, linyi)
        swapping, done = threading.Event(), threading.Event()

        def report_phase(progress: RebuildProgress) -> None:
            if progress.phase == "swapping":
                swapping.set()

        def work() -> None:
            rebuild(settings, models=MODELS, report=report_phase)
            done.set()

        with reading.transaction():
            before = stages(reading)
            thread = threading.Thread(target=work)
            thread.start()
            assert swapping.wait(LIMIT_S)
            until(lambda: waits_for_a_lock(connection), "the swap waited for the reader")
            until(lambda: not waits_for_a_lock(connection), "the swap gave way")
            reading.execute("select count(*) from read.timeline").fetchone()
            assert stages(reading) == before
            assert not done.is_set()
        assert done.wait(LIMIT_S)
        thread.join()


def waits_for_a_lock(connection: Connection) -> bool:
    row = connection.execute(
        "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
        " and datname = current_database()"
    ).fetchone()
    return row is not None and row[0] > 0
