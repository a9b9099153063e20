"""The register of secondments, and what hosts thought of the people."""

import datetime
from typing import Final, NamedTuple

from domain.model import Event, Recorded
from domain.secondments import events
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class Secondment(NamedTuple):
    """A secondment: proposed → agreed → begun → sent back; declined, withdrawn, annulled."""

    scope: str
    stage: str
    organiser: str
    home: str
    host: str
    person: str
    kind: str
    purpose: str
    begins: datetime.date
    until: datetime.date
    begun: datetime.date | None
    mentor: str | None
    sent_back: datetime.date | None
    declined: int
    reason: str | None


class Appraisal(NamedTuple):
    """What a host thought of a person; ``text`` is a commitment."""

    scope: str
    stage: str
    organiser: str
    home: str
    host: str
    person: str
    text: str
    appraised: datetime.date


SECONDMENTS: Final = Table(
    "secondments",
    Secondment,
    classes=("secondment",),
    indexes=(("jurisdiction", "begins", "stream"),),
)
APPRAISALS: Final = Table(
    "secondment_appraisals",
    Appraisal,
    classes=("secondment_appraisal",),
    indexes=(("jurisdiction", "appraised", "stream"),),
)


def proposed(rows: Rows, event: Recorded[events.Proposed]) -> None:
    """A secondment was proposed."""
    e = event.event
    row = Secondment(
        scope=e.concerns.visibility,
        stage="proposed",
        organiser=e.organiser,
        home=e.home,
        host=e.host,
        person=e.person,
        kind=e.kind,
        purpose=e.purpose,
        begins=e.begins,
        until=e.until,
        begun=None,
        mentor=None,
        sent_back=None,
        declined=0,
        reason=None,
    )
    rows.put(SECONDMENTS, row)


def changed(rows: Rows, event: Recorded[Event]) -> None:
    """Fold one event into the secondment. One never proposed is a fault: `LookupError`."""
    row, e = rows.get(SECONDMENTS), event.event
    if row is None:
        raise LookupError("the secondment was never proposed")
    day = e.occurred.date
    match e:
        case events.Agreed():
            row = row._replace(stage="agreed", reason=None)
        case events.Declined():
            row = row._replace(stage="declined", declined=row.declined + 1, reason=e.reason)
        case events.Revised():
            row = row._replace(stage="proposed", begins=e.begins, until=e.until)
        case events.Begun():
            row = row._replace(stage="begun", begun=day, mentor=e.mentor)
        case events.Extended():
            row = row._replace(until=e.until, reason=e.reason)
        case events.SentBack():
            row = row._replace(stage="sent_back", sent_back=day)
        case events.Corrected():
            row = row._replace(mentor=e.mentor or row.mentor, purpose=e.purpose or row.purpose)
            row = row._replace(begins=e.begins or row.begins, until=e.until or row.until)
        case _:
            row = _ended(rows, row, e)
    rows.put(SECONDMENTS, row)


def _ended(rows: Rows, row: Secondment, event: Event) -> Secondment:
    match event:
        case events.Withdrawn(reason=reason):
            return row._replace(stage="withdrawn", reason=reason)
        case events.Annulled(reason=reason):
            for appraisal in rows.all(APPRAISALS):
                rows.put(APPRAISALS, appraisal._replace(stage="annulled"))
            return row._replace(stage="annulled", reason=reason)
        case _:
            raise TypeError(f"no event of a secondment: {type(event).__name__}")


def appraised(rows: Rows, event: Recorded[events.Appraised]) -> None:
    """The host said what it thinks."""
    e = event.event
    row = Appraisal(
        scope=e.concerns.visibility,
        stage="current",
        organiser=e.organiser,
        home=e.home,
        host=e.host,
        person=e.person,
        text=e.text,
        appraised=e.occurred.date,
    )
    rows.put(APPRAISALS, row)


def corrected(rows: Rows, event: Recorded[events.AppraisalCorrected]) -> None:
    """The host corrected what it said."""
    row = rows.get(APPRAISALS)
    if row is None:
        raise LookupError("the person was never appraised")
    rows.put(APPRAISALS, row._replace(text=event.event.text))


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Proposed: proposed,
    events.Agreed: changed,
    events.Declined: changed,
    events.Revised: changed,
    events.Begun: changed,
    events.Extended: changed,
    events.SentBack: changed,
    events.Withdrawn: changed,
    events.Corrected: changed,
    events.Annulled: changed,
    events.Appraised: appraised,
    events.AppraisalCorrected: corrected,
}

MODEL: Final = ReadModel(
    name="secondments", version=2, tables=(SECONDMENTS, APPRAISALS), handlers=_HANDLERS
)
