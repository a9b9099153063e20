"""What a body did in a period, counted from a year's events as `projections.assessments.figures` counts."""

import datetime
from collections.abc import Iterator
from typing import Any

from domain.obligations.events import Arisen, Fulfilled, Superseded, Withdrawn
from domain.periods import CadencePeriod
from tests.domain.world import Told
from tests.scenarios.year import Year


def counted(year: Year, body: str, code: str, asked: datetime.date) -> dict[str, int]:
    """The figures of a body for a period, as they stood at the end of the day ``asked``."""
    period = CadencePeriod.parse(code)
    told = [each for each in year.world.told if each.today <= asked]
    owed = list(_owed(told, body, period))
    of_leads = [each for each in owed if each[0] == "lead"]

    def happened(name: str, whose: str) -> int:
        events: list[Any] = [each.event for each in told if each.name == name]
        days = period.first_day, period.last_day
        return sum(
            getattr(event, whose) == body and days[0] <= event.occurred.date <= days[1]
            for event in events
        )

    return {
        "obligations_due": len(owed),
        "obligations_on_time": sum(on_time for _, on_time in owed),
        "lead_obligations_due": len(of_leads),
        "lead_obligations_on_time": sum(on_time for _, on_time in of_leads),
        "recommendations_issued": happened("recommendation.issued", "issuer"),
        "daily_supervisions": happened("daily_supervision.recorded", "group"),
        "cases_reviewed": happened("quality_review.completed", "body"),
        "cases_reviewed_excellent": 0,
    }


def _owed(told: list[Told], body: str, period: CadencePeriod) -> Iterator[tuple[str, bool]]:
    """Each obligation of a body that fell due in a period and counts: family, and whether kept in time."""
    arisen: dict[str, tuple[str, Arisen]] = {}
    ended: dict[str, Fulfilled | Withdrawn | Superseded] = {}
    for each in told:
        event = each.event
        if isinstance(event, Arisen):
            arisen[event.obligation] = (each.stream.partition("/")[0], event)
        elif isinstance(event, Fulfilled | Withdrawn | Superseded):
            ended[event.obligation] = event
    for obligation, (family, event) in arisen.items():
        end = ended.get(obligation)
        due_then = period.first_day <= event.due <= period.last_day
        if event.owner == body and due_then and not isinstance(end, Withdrawn | Superseded):
            yield family, isinstance(end, Fulfilled) and end.late_working_days == 0
