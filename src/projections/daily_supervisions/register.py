"""The register of daily supervision (日常监督): by which method, on what, and what came of it."""

import datetime
from typing import Any, Final, NamedTuple

from domain.daily_supervisions import events
from domain.daily_supervisions.commands import Result, Stay
from domain.model import Event, Recorded
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class DailySupervision(NamedTuple):
    """A record: recorded → concluded → returned → concluded, or annulled.

    ``findings`` and the results' texts are commitments; ``returned`` counts how often a result was.
    """

    scope: str
    stage: str
    unit: str
    stationed_group: str
    supervision: str
    method: str
    focuses: tuple[str, ...]
    title: str
    findings: str
    carried_out: datetime.date
    stay_begins: datetime.date | None
    stay_ends: datetime.date | None
    team: tuple[str, ...]
    opinion: str | None
    outcomes: tuple[str, ...]
    results: list[dict[str, Any]]
    concluded: datetime.date | None
    returned: int
    reason: str | None


class SupervisionFeedback(NamedTuple):
    """What one party was told of it: told → acknowledged, or annulled; ``text`` is a commitment."""

    scope: str
    stage: str
    party: str
    unit: str
    stationed_group: str
    text: str
    fed_back: datetime.date
    acknowledged: datetime.date | None


DAILY_SUPERVISIONS: Final = Table(
    "daily_supervisions",
    DailySupervision,
    classes=("daily_supervision",),
    indexes=(("jurisdiction", "carried_out", "stream"), ("jurisdiction", "unit", "carried_out")),
)
SUPERVISION_FEEDBACK: Final = Table(
    "supervision_feedback",
    SupervisionFeedback,
    key=("party",),
    classes=("supervision_feedback",),
    indexes=(("jurisdiction", "fed_back", "stream"),),
)


def recorded(rows: Rows, event: Recorded[events.Recorded]) -> None:
    """Something was done at a unit."""
    e = event.event
    row = DailySupervision(
        scope=e.concerns.visibility,
        stage="recorded",
        unit=e.unit,
        stationed_group=e.group,
        supervision=e.supervision,
        method=e.method,
        focuses=e.focuses,
        title=e.title,
        findings=e.findings,
        carried_out=e.occurred.date,
        stay_begins=None if e.stay is None else e.stay.begins,
        stay_ends=None if e.stay is None else e.stay.ends,
        team=() if e.stay is None else e.stay.team,
        opinion=e.opinion,
        outcomes=(),
        results=[],
        concluded=None,
        returned=0,
        reason=None,
    )
    rows.put(DAILY_SUPERVISIONS, row)


def changed(rows: Rows, event: Recorded[Event]) -> None:
    """Fold one event into the record. One never made is a fault: `LookupError`."""
    row = rows.get(DAILY_SUPERVISIONS)
    if row is None:
        raise LookupError("the supervision was never recorded")
    rows.put(DAILY_SUPERVISIONS, _changed(row, event.event))


def _changed(row: DailySupervision, e: Event) -> DailySupervision:
    match e:
        case events.Concluded():
            row = _with_results(row, e.results)._replace(stage="concluded")
            return row._replace(concluded=e.occurred.date, reason=None)
        case events.ResultReturned():
            return row._replace(stage="returned", returned=row.returned + 1, reason=e.reason)
        case events.Corrected():
            return _corrected(row, e)
        case events.Annulled():
            return row._replace(stage="annulled", reason=e.reason)
        case _:
            raise TypeError(f"no event of daily supervision: {type(e).__name__}")


def _with_results(row: DailySupervision, results: tuple[Result, ...]) -> DailySupervision:
    outcomes = tuple(dict.fromkeys(each.outcome for each in results))
    return row._replace(outcomes=outcomes, results=[_result(each) for each in results])


def _corrected(row: DailySupervision, e: events.Corrected) -> DailySupervision:
    row = row._replace(
        unit=e.unit,
        focuses=e.focuses or row.focuses,
        title=e.title or row.title,
        findings=e.findings or row.findings,
    )
    if e.method is not None:
        row = _by_method(row, e.method, e.stay)._replace(opinion=e.opinion)
    return row if e.results is None else _with_results(row, e.results)


def _by_method(row: DailySupervision, method: str, stay: Stay | None) -> DailySupervision:
    row = row._replace(method=method, stay_begins=None, stay_ends=None, team=())
    if stay is None:
        return row
    return row._replace(stay_begins=stay.begins, stay_ends=stay.ends, team=stay.team)


def _result(result: Result) -> dict[str, Any]:
    return {"outcome": result.outcome, "text": result.text, "matter": result.matter}


def fed_back(rows: Rows, event: Recorded[events.FedBack]) -> None:
    """One party was told."""
    e = event.event
    row = SupervisionFeedback(
        scope=e.concerns.visibility,
        stage="told",
        party=e.to,
        unit=e.unit,
        stationed_group=e.group,
        text=e.text,
        fed_back=e.occurred.date,
        acknowledged=None,
    )
    rows.put(SUPERVISION_FEEDBACK, row)


def acknowledged(rows: Rows, event: Recorded[events.FeedbackAcknowledged]) -> None:
    """It signed for it."""
    e = event.event
    row = rows.get(SUPERVISION_FEEDBACK, e.by)
    if row is None:
        raise LookupError("the party was never a party that was told")
    rows.put(SUPERVISION_FEEDBACK, row._replace(stage="acknowledged", acknowledged=e.occurred.date))


def annulled(rows: Rows, event: Recorded[events.Annulled]) -> None:
    """It counts no more, nor does what was told of it."""
    changed(rows, event)
    for row in rows.all(SUPERVISION_FEEDBACK):
        rows.put(SUPERVISION_FEEDBACK, row._replace(stage="annulled"))


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Recorded: recorded,
    events.Concluded: changed,
    events.ResultReturned: changed,
    events.Corrected: changed,
    events.FedBack: fed_back,
    events.FeedbackAcknowledged: acknowledged,
    events.Annulled: annulled,
}

MODEL: Final = ReadModel(
    name="daily_supervisions",
    version=3,
    tables=(DAILY_SUPERVISIONS, SUPERVISION_FEEDBACK),
    handlers=_HANDLERS,
)
