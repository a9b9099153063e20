"""Work reports as events: a family small enough to drive projector, rebuild and unparking with."""

from domain.ids import JurisdictionCode, PartyId, StreamId
from domain.work_reports import events
from projections import access, commands, timeline
from projections.work_reports import register as work_reports
from tests.projections.making import Connection, concerns, day, stream

MODELS = (access.MODEL, work_reports.MODEL, timeline.MODEL, commands.MODEL)
GROUP = PartyId("sg-education")
OFFICE = PartyId("office-1")
CIRCLE = concerns(GROUP, OFFICE, scope="work_report")
WUHU = JurisdictionCode("wuhu")


def report(number: int) -> StreamId:
    """The n-th report."""
    return stream(number, "work_report")


def submitted(title: str = "Q1") -> events.Submitted:
    return events.Submitted(
        occurred=day(5),
        concerns=CIRCLE,
        kind="quarterly",
        period="2026-Q1",
        reporter=GROUP,
        to=OFFICE,
        title=title,
        summary="sha256:" + "0" * 64,
    )


def returned(reason: str = "thin") -> events.Returned:
    return events.Returned(
        occurred=day(6), concerns=CIRCLE, reporter=GROUP, to=OFFICE, reason=reason
    )


def accepted() -> events.Accepted:
    return events.Accepted(occurred=day(7), concerns=CIRCLE, reporter=GROUP, to=OFFICE)


def stages(connection: Connection) -> list[tuple[object, ...]]:
    return connection.execute(
        "select stream, stage, from_position, until_position from read.work_reports"
        " order by stream, from_position"
    ).fetchall()
