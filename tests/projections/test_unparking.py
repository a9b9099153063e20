"""A stream that could not be folded is parked visibly, and folded anew from its history."""

from dataclasses import replace

import pytest

from domain.model import Recorded
from domain.work_reports import events
from eventlog.settings import Settings
from projections.errors import HistoryMissing, NotParked
from projections.rows import Rows
from projections.runner import Projector
from projections.unparking import unpark
from projections.work_reports import register as work_reports
from tests.projections.log_on_kafka import KafkaLog, prepared, projecting, reached
from tests.projections.making import Connection
from tests.projections.reports import MODELS, accepted, report, returned, stages, submitted


def refusing(_: Rows, event: Recorded[events.Returned]) -> None:
    raise ValueError(f"cannot understand {event.event.reason}")


BROKEN = replace(
    work_reports.MODEL, handlers={**work_reports.MODEL.handlers, events.Returned: refusing}
)
BROKEN_MODELS = (MODELS[0], BROKEN, *MODELS[2:])


def parked(connection: Connection) -> list[tuple[object, ...]]:
    return connection.execute(
        "select model, stream, position, event_type, error from projections.parked"
    ).fetchall()


def folded(settings: Settings, connection: Connection) -> KafkaLog:
    """Two reports, the first of which the broken model parks at its second event."""
    log = KafkaLog(settings)
    log.command((report(1), submitted()))
    log.command((report(1), returned("dark words")))
    log.command((report(2), submitted()))
    log.command((report(1), accepted()))
    with projecting(Projector(settings, models=BROKEN_MODELS)):
        reached(connection, log)
    return log


def test_the_stream_is_parked_in_that_model_and_the_rest_goes_on(settings: Settings) -> None:
    with prepared(settings) as connection:
        folded(settings, connection)
        assert parked(connection) == [
            (
                "work_reports",
                report(1),
                2,
                "guantong.work_report.returned.v1",
                "ValueError: cannot understand dark words",
            )
        ]
        assert stages(connection) == [
            (report(1), "submitted", 1, None),
            (report(2), "submitted", 3, None),
        ]
        assert connection.execute("select count(*) from read.timeline").fetchone() == (4,)


def test_a_repaired_model_folds_the_stream_anew(settings: Settings) -> None:
    with prepared(settings) as connection:
        log = folded(settings, connection)
        log.index(connection)
        assert unpark(settings, "linyi", report(1), models=MODELS) == ()
        assert parked(connection) == []
        log.command((report(1), returned("again")))
        with projecting(Projector(settings, models=MODELS)):
            reached(connection, log)
        assert stages(connection) == [
            (report(1), "submitted", 1, 2),
            (report(1), "returned", 2, 4),
            (report(1), "accepted", 4, 5),
            (report(1), "returned", 5, None),
            (report(2), "submitted", 3, None),
        ]


def test_what_still_fails_is_parked_again(settings: Settings) -> None:
    with prepared(settings) as connection:
        log = folded(settings, connection)
        log.index(connection)
        (parking,) = unpark(settings, "linyi", report(1), models=BROKEN_MODELS)
        assert parking.event.position == 2
        assert len(parked(connection)) == 1


def test_only_a_parked_stream_with_its_whole_history_can_be_unparked(settings: Settings) -> None:
    with prepared(settings) as connection:
        log = folded(settings, connection)
        log.index(connection)
        with pytest.raises(NotParked):
            unpark(settings, "linyi", report(2), models=MODELS)
        connection.execute("delete from eventlog.events where version = 1")
        with pytest.raises(HistoryMissing):
            unpark(settings, "linyi", report(1), models=MODELS)
        assert len(parked(connection)) == 1
