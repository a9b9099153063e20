"""The register of re-examinations, and the outcomes that whoever handled the case learns."""

import datetime
from typing import Final, NamedTuple

from domain.model import Event, Recorded
from domain.reexaminations import events
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class Reexamination(NamedTuple):
    """An application and what became of it; ``grounds`` and ``decision`` are commitments."""

    scope: str
    stage: str
    kind: str
    number: str
    examiner: str
    case_stream: str
    person: str
    track: str
    sanction: str
    prior: str | None
    grounds: str
    applied: datetime.date
    last_day: datetime.date
    in_time: bool
    examiners: tuple[str, ...]
    accepted: datetime.date | None
    outcome: str | None
    new_sanction: str | None
    decision: str | None
    decided: datetime.date | None
    served: datetime.date | None
    carried_out: datetime.date | None
    reason: str | None


class ReexaminationOutcome(NamedTuple):
    """All that the party learns whose case it was: told → carried_out."""

    scope: str
    kind: str
    examiner: str
    handling_party: str
    case_stream: str
    person: str
    track: str
    outcome: str
    sanction: str | None
    stage: str
    told: datetime.date
    carried_out: datetime.date | None
    document: str | None


REEXAMINATIONS: Final = Table(
    "reexaminations",
    Reexamination,
    classes=("reexamination",),
    indexes=(("jurisdiction", "applied", "stream"),),
)
REEXAMINATION_OUTCOMES: Final = Table(
    "reexamination_outcomes",
    ReexaminationOutcome,
    classes=("reexamination_outcome",),
    indexes=(("jurisdiction", "told", "stream"),),
)


def applied(rows: Rows, event: Recorded[events.Applied]) -> None:
    """A person applied."""
    e = event.event
    row = Reexamination(
        scope=e.concerns.visibility,
        stage="applied",
        kind=e.kind,
        number=str(e.number),
        examiner=e.examiner,
        case_stream=e.case,
        person=e.person,
        track=e.track,
        sanction=e.sanction,
        prior=e.prior,
        grounds=e.grounds,
        applied=e.occurred.date,
        last_day=e.last_day,
        in_time=e.in_time,
        examiners=(),
        accepted=None,
        outcome=None,
        new_sanction=None,
        decision=None,
        decided=None,
        served=None,
        carried_out=None,
        reason=None,
    )
    rows.put(REEXAMINATIONS, row)


def changed(rows: Rows, event: Recorded[events.ReexaminationEvent]) -> None:
    """Fold one event. One never applied for is a fault: `LookupError`."""
    row = rows.get(REEXAMINATIONS)
    if row is None:
        raise LookupError("it was never applied for")
    rows.put(REEXAMINATIONS, _changed(row, event.event))


def _changed(row: Reexamination, e: events.ReexaminationEvent) -> Reexamination:
    day = e.occurred.date
    match e:
        case events.Accepted():
            return row._replace(stage="accepted", examiners=e.examiners, accepted=day)
        case events.ExaminersAssigned():
            return row._replace(examiners=e.examiners)
        case events.Refused():
            return row._replace(stage="refused", reason=e.reason)
        case events.Withdrawn():
            return row._replace(stage="withdrawn", reason=e.reason)
        case events.Decided():
            row = row._replace(stage="decided", outcome=e.outcome, new_sanction=e.sanction)
            return row._replace(decision=e.decision, decided=day)
        case events.Served():
            return row._replace(stage="served", served=day)
        case events.Annulled():
            return row._replace(stage="annulled", reason=e.reason)
        case _:
            raise TypeError(f"no event of a re-examination: {type(e).__name__}")


def informed(rows: Rows, event: Recorded[events.Informed]) -> None:
    """The party whose case it was learns the outcome."""
    e = event.event
    row = ReexaminationOutcome(
        scope=e.concerns.visibility,
        kind=e.kind,
        examiner=e.examiner,
        handling_party=e.handling_party,
        case_stream=e.case,
        person=e.person,
        track=e.track,
        outcome=e.outcome,
        sanction=e.sanction,
        stage="told",
        told=e.occurred.date,
        carried_out=None,
        document=None,
    )
    rows.put(REEXAMINATION_OUTCOMES, row)


def carried_out(rows: Rows, event: Recorded[events.CarriedOut]) -> None:
    """The sanction was set right. One never told is a fault: `LookupError`."""
    e, day = event.event, event.event.occurred.date
    told, row = rows.get(REEXAMINATION_OUTCOMES), rows.get(REEXAMINATIONS)
    if told is None or row is None:
        raise LookupError("the outcome was never a matter of record")
    done = told._replace(stage="carried_out", carried_out=day, document=e.document)
    rows.put(REEXAMINATION_OUTCOMES, done)
    rows.put(REEXAMINATIONS, row._replace(stage="carried_out", carried_out=day))


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Applied: applied,
    events.Accepted: changed,
    events.ExaminersAssigned: changed,
    events.Refused: changed,
    events.Withdrawn: changed,
    events.Decided: changed,
    events.Served: changed,
    events.Annulled: changed,
    events.Informed: informed,
    events.CarriedOut: carried_out,
}

MODEL: Final = ReadModel(
    name="reexaminations",
    version=1,
    tables=(REEXAMINATIONS, REEXAMINATION_OUTCOMES),
    handlers=_HANDLERS,
)
