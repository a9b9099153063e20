"""The projector on real Kafka and PostgreSQL: it goes on where it left off, whatever was away."""

import threading
from dataclasses import replace
from typing import Any
from uuid import UUID

import orjson
import pytest

from domain.catalogue import CATALOGUE
from domain.model import Event, Recorded
from domain.registry import Catalogue
from domain.work_reports import events
from eventlog import forms, topics
from eventlog.reading import EventReader, Tracking
from eventlog.records import OutcomeRecord, Problem
from eventlog.settings import Settings
from eventlog.topics import Topics
from projections import CHANNEL, access, runner, tracking
from projections.committing import Committer
from projections.rows import Rows
from projections.runner import Projector
from projections.store import FIRST_ANALYZE
from projections.work_reports import register as work_reports
from tests.projections.log_on_kafka import KafkaLog, prepared, projecting, reached, until
from tests.projections.making import ACTOR, LINYI, Connection
from tests.projections.reports import (
    MODELS,
    WUHU,
    accepted,
    report,
    returned,
    stages,
    submitted,
)
from tests.waiting import LIMIT_SECONDS


def test_rows_offsets_and_heads_commit_together_and_a_restart_goes_on(settings: Settings) -> None:
    log = KafkaLog(settings)
    log.command((report(1), submitted()))
    log.command((report(1), returned()))
    with prepared(settings) as connection:
        with projecting(Projector(settings, models=MODELS)):
            reached(connection, log)
        log.command((report(1), accepted()), (report(2), submitted()))
        with projecting(Projector(settings, models=MODELS)):
            reached(connection, log)
        assert stages(connection) == [
            (report(1), "submitted", 1, 2),
            (report(1), "returned", 2, 3),
            (report(1), "accepted", 3, None),
            (report(2), "submitted", 4, None),
        ]
        assert connection.execute("select count(*) from read.timeline").fetchone() == (4,)
        commands = connection.execute(
            "select first_position, last_position, events from read.commands order by 1"
        ).fetchall()
        assert commands == [(1, 1, 1), (2, 2, 1), (3, 4, 2)]


def test_a_table_is_analysed_each_time_it_has_grown_fourfold_not_in_each_batch(
    settings: Settings,
) -> None:
    log = KafkaLog(settings)
    with prepared(settings) as connection, projecting(Projector(settings, models=MODELS)):
        for batch in range(4):
            numbers = range(batch * FIRST_ANALYZE, (batch + 1) * FIRST_ANALYZE)
            log.command(*((report(number), submitted()) for number in numbers))
            reached(connection, log)
        analysed = connection.execute(
            "select analyze_count from pg_stat_user_tables where relname = 'timeline'"
        ).fetchall()
        assert analysed == [(2,)]


def test_each_batch_is_told_with_the_positions_reached(settings: Settings) -> None:
    log = KafkaLog(settings)
    with prepared(settings) as connection:
        connection.execute(f"listen {CHANNEL}")
        with projecting(Projector(settings, models=MODELS)):
            log.command((report(1), submitted()))
            (notice,) = connection.notifies(timeout=30, stop_after=1)
        assert orjson.loads(notice.payload) == {"linyi": 1}


def test_records_that_do_not_count_leave_no_trace(settings: Settings) -> None:
    log = KafkaLog(settings)
    first = log.command((report(1), submitted()))
    log.send(first)
    log.command((report(1), returned()))
    with prepared(settings) as connection, projecting(Projector(settings, models=MODELS)):
        reached(connection, log)
        assert [row[1] for row in stages(connection)] == ["submitted", "returned"]


def test_it_goes_on_after_its_connection_is_cut(settings: Settings) -> None:
    log = KafkaLog(settings)
    with prepared(settings) as connection, projecting(Projector(settings, models=MODELS)):
        log.command((report(1), submitted()))
        reached(connection, log)
        connection.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where datname = current_database() and pid <> pg_backend_pid()"
        )
        log.command((report(1), returned()))
        reached(connection, log)
        assert [row[1] for row in stages(connection)] == ["submitted", "returned"]


def test_after_a_restore_it_reads_on_by_position_in_every_jurisdiction(
    settings: Settings, suffix: str
) -> None:
    linyi, wuhu = KafkaLog(settings), KafkaLog(settings, WUHU)
    first = linyi.command((report(1), submitted()))
    for _ in range(20):
        linyi.send(first)  # do not count, and are not restored: offsets will be others
    wuhu.command((report(2), submitted()))
    elsewhere = replace(settings, prefix=f"elsewhere-{suffix}")
    topics.create(elsewhere.kafka, Topics(elsewhere.prefix))
    with prepared(settings) as connection:
        with projecting(Projector(settings, models=MODELS)):
            reached(connection, linyi)
            reached(connection, wuhu)
        for log in (wuhu, linyi):
            log.settings = elsewhere
            log.send(log.records)
        with projecting(Projector(elsewhere, models=MODELS)):
            linyi.command((report(1), returned()))
            reached(connection, linyi)
        wuhu.command((report(2), returned()))
        with projecting(Projector(elsewhere, models=MODELS)):
            reached(connection, wuhu)
        assert [row[1] for row in stages(connection)] == ["submitted", "returned"] * 2


def test_two_projectors_at_once_fold_everything_once(settings: Settings) -> None:
    log = KafkaLog(settings)
    with (
        prepared(settings) as connection,
        projecting(Projector(settings, models=MODELS)),
        projecting(Projector(settings, models=MODELS)),
    ):
        for number in range(1, 21):
            log.command((report(number), submitted()))
        reached(connection, log)
        assert len(stages(connection)) == 20


def test_a_projector_paused_within_a_batch_does_not_stop_the_other(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its locks end with its transaction, which PostgreSQL ends."""
    log = KafkaLog(settings)
    paused, resumed = threading.Event(), threading.Event()
    save = tracking.save

    def save_later(*arguments: Any) -> None:
        if not paused.is_set():
            paused.set()
            resumed.wait()
        save(*arguments)

    monkeypatch.setattr(tracking, "save", save_later)
    monkeypatch.setattr(runner, "HOLD_SECONDS", 1)
    with prepared(settings) as connection, projecting(Projector(settings, models=MODELS)):
        log.command((report(1), submitted()))
        assert paused.wait(LIMIT_SECONDS)
        try:
            with projecting(Projector(settings, models=MODELS)):
                reached(connection, log)
        finally:
            resumed.set()
        log.command((report(1), returned()))
        reached(connection, log)
        assert [row[1] for row in stages(connection)] == ["submitted", "returned"]


def test_a_projector_that_is_overtaken_while_it_begins_folds_nothing_twice(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = KafkaLog(settings)
    load = tracking.load
    begun: list[str] = []
    here = threading.local()

    def overtaken(connection: Connection, reader: str) -> list[Tracking]:
        if getattr(
            here, "second", False
        ):  # the first begins again too, once it is overtaken itself
            begun.append(reader)
            if len(begun) <= 3:
                log.command((report(1 + len(begun)), submitted()))
                reached(connection, log)
        return load(connection, reader)

    stepped = threading.Event()

    class Second(Projector):
        def _session(self, stop: threading.Event) -> None:
            here.second = True
            super()._session(stop)

        def _step(self, reader: EventReader, committer: Committer) -> None:
            super()._step(reader, committer)
            stepped.set()

    with prepared(settings) as connection, projecting(Projector(settings, models=MODELS)):
        log.command((report(1), submitted()))
        reached(connection, log)
        monkeypatch.setattr(tracking, "load", overtaken)
        with projecting(Second(settings, models=MODELS)):
            until(stepped.is_set, "the second works")
            log.command((report(9), submitted()))
            reached(connection, log)
        assert len(stages(connection)) == len(log.records)


def refusing(_: Rows, event: Recorded[Event]) -> None:
    if event.originator_id == report(2):
        raise ValueError("cannot be understood")
    access.circle(_, event)


def test_where_access_fails_the_jurisdiction_stops_and_is_denied(settings: Settings) -> None:
    broken = replace(access.MODEL, every=refusing)
    linyi, wuhu = KafkaLog(settings), KafkaLog(settings, WUHU)
    linyi.command((report(1), submitted()))
    linyi.command((report(1), returned()), (report(2), submitted()))
    wuhu.command((report(3), submitted()))
    linyi.command((report(1), accepted()))
    with prepared(settings) as connection:
        with projecting(Projector(settings, models=(broken, *MODELS[1:]))):
            reached(connection, wuhu)
            wuhu.command((report(3), returned()))
            reached(connection, wuhu)
        assert connection.execute(
            "select jurisdiction, position, code from projections.stopped"
        ).fetchall() == [("linyi", 2, "access_failed")]
        assert [row[:3] for row in stages(connection)] == [
            (report(1), "submitted", 1),
            (report(3), "submitted", 1),
            (report(3), "returned", 2),
        ]
        with projecting(Projector(settings, models=MODELS)):
            reached(connection, linyi)
        assert connection.execute("select * from projections.stopped").fetchall() == []
        assert [row[:3] for row in stages(connection)][:3] == [
            (report(1), "submitted", 1),
            (report(1), "returned", 2),
            (report(1), "accepted", 4),
        ]


def test_an_event_of_a_newer_version_stops_its_jurisdiction(settings: Settings) -> None:
    family = CATALOGUE.family["work_report"]
    old = replace(family, events=tuple(e for e in family.events if e.event is not events.Returned))
    older = Catalogue((old,))
    linyi, wuhu = KafkaLog(settings), KafkaLog(settings, WUHU)
    linyi.command((report(1), submitted()))
    linyi.command((report(1), returned()))
    wuhu.command((report(3), submitted()))
    with prepared(settings) as connection:
        with projecting(Projector(settings, models=MODELS, catalogue=older)):
            reached(connection, wuhu)
            until(
                lambda: (
                    connection.execute(
                        "select jurisdiction, code from projections.stopped"
                    ).fetchall()
                    == [("linyi", "newer_version_needed")]
                ),
                "linyi stood still",
            )
        assert [row[1] for row in stages(connection)] == ["submitted", "submitted"]
        with projecting(Projector(settings, models=MODELS)):
            reached(connection, linyi)
        assert connection.execute("select * from projections.stopped").fetchall() == []


def test_another_version_of_a_model_is_built_before_it_goes_on(settings: Settings) -> None:
    log = KafkaLog(settings)
    log.command((report(1), submitted()))
    newer = replace(work_reports.MODEL, version=99)
    with prepared(settings) as connection:
        with projecting(Projector(settings, models=MODELS)):
            reached(connection, log)
        log.command((report(1), returned()))
        with projecting(Projector(settings, models=(MODELS[0], newer, *MODELS[2:]))):
            reached(connection, log)
        assert [row[1] for row in stages(connection)] == ["submitted", "returned"]
        states = connection.execute(
            "select version, state from projections.registry where model = 'work_reports' order by 1"
        ).fetchall()
        assert states == [(work_reports.MODEL.version, "retired"), (99, "live")]


def test_rejected_commands_can_be_asked_for_and_accepted_ones_are_not_kept_twice(
    settings: Settings,
) -> None:
    log = KafkaLog(settings)
    problem = Problem(
        code="wrong_state",
        status=409,
        title_zh="状态不符",
        title_en="Wrong state",
        detail_zh="已接收",
        detail_en="accepted already",
        next_zh="重新读取",
        next_en="Read again",
    )
    frame: dict[str, Any] = {
        "jurisdiction": LINYI,
        "actor": ACTOR,
        "digest": forms.sha256(b"command"),
    }
    rejected = OutcomeRecord(id=UUID(int=8), status="rejected", offset=0, problem=problem, **frame)
    accepted_one = OutcomeRecord(
        id=UUID(int=9),
        status="accepted",
        offset=1,
        stream=report(1),
        version=1,
        first_position=1,
        last_position=1,
        last_hash=forms.sha256(b"event"),
        events=1,
        **frame,
    )
    log.answer(rejected, accepted_one)

    with prepared(settings) as connection, projecting(Projector(settings, models=MODELS)):

        def remembered() -> list[tuple[object, ...]]:
            return connection.execute(
                "select command_id, actor, outcome->'problem'->>'code', expires > now()"
                " from projections.rejections"
            ).fetchall()

        until(lambda: remembered() != [], "the rejection is there")
        assert remembered() == [(UUID(int=8), ACTOR, "wrong_state", True)]
