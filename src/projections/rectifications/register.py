"""The register of rectification items (整改台账): what is to be set right, by whom, and how far it is."""

import datetime
from typing import Any, Final, NamedTuple

from domain.model import Event, Recorded
from domain.rectifications import events
from projections.model import Handler, ReadModel, Table
from projections.numbers import numbered
from projections.rows import Rows


class RectificationItem(NamedTuple):
    """An item; ``text`` is a commitment, money is in fen. How long it is open is counted when asked.

    Stages: raised → assigned → planned → reported → verified → signed_off → settled, besides
    returned, recurred and annulled.
    """

    scope: str
    stage: str
    number: str
    number_organ: str
    number_year: int
    number_serial: int
    origin: str
    title: str
    text: str | None
    document: str | None
    raiser: str
    unit: str
    party: str | None
    responsible: list[dict[str, Any]]
    verifier: str | None
    raised: datetime.date
    due: datetime.date | None
    acknowledged: datetime.date | None
    measures: list[dict[str, Any]]
    evidence: list[dict[str, Any]]
    systems: list[dict[str, Any]]
    recoveries: list[dict[str, Any]]
    recovered: int
    reports: list[dict[str, Any]]
    returned: int
    round: int
    outcomes: tuple[str, ...]
    signed_off: datetime.date | None
    looked_back: datetime.date | None
    reason: str | None


class RectificationStatus(NamedTuple):
    """All that an observer learns of an item: how far it is, by when, since when."""

    scope: str
    stage: str
    number: str
    due: datetime.date | None
    since: datetime.date


class RectificationOrigin(NamedTuple):
    """In which matter the problem was found: for who raised it."""

    scope: str
    origin: str
    matter: str


RECTIFICATIONS: Final = Table(
    "rectifications",
    RectificationItem,
    classes=("rectification",),
    indexes=(("jurisdiction", "raised", "stream"), ("jurisdiction", "party", "due")),
)
RECTIFICATION_STATUS: Final = Table(
    "rectification_status", RectificationStatus, classes=("rectification",)
)
RECTIFICATION_ORIGINS: Final = Table(
    "rectification_origins", RectificationOrigin, classes=("rectification_origin",)
)


def raised(rows: Rows, event: Recorded[events.ProblemRaised]) -> None:
    """A problem was raised."""
    e = event.event
    row = RectificationItem(
        scope=e.concerns.visibility,
        stage="raised",
        **numbered(e.number),
        origin=e.origin,
        title=e.title,
        text=e.text,
        document=e.document,
        raiser=e.raiser,
        unit=e.unit,
        party=None,
        responsible=[],
        verifier=None,
        raised=e.occurred.date,
        due=None,
        acknowledged=None,
        measures=[],
        evidence=[],
        systems=[],
        recoveries=[],
        recovered=0,
        reports=[],
        returned=0,
        round=1,
        outcomes=(),
        signed_off=None,
        looked_back=None,
        reason=None,
    )
    _put(rows, row, event)


def origin_recorded(rows: Rows, event: Recorded[events.OriginRecorded]) -> None:
    """Where it was found."""
    e = event.event
    rows.put(RECTIFICATION_ORIGINS, RectificationOrigin(e.concerns.visibility, e.origin, e.matter))


def changed(rows: Rows, event: Recorded[Event]) -> None:
    """Fold one event into the item. One never raised is a fault: `LookupError`."""
    row = rows.get(RECTIFICATIONS)
    if row is None:
        raise LookupError("the problem was never a raised one")
    _put(rows, _changed(row, event.event), event)


def _put(rows: Rows, row: RectificationItem, event: Recorded[Any]) -> None:
    rows.put(RECTIFICATIONS, row)
    before = rows.get(RECTIFICATION_STATUS)
    day = event.event.occurred.date
    since = day if before is None or before.stage != row.stage else before.since
    status = RectificationStatus(row.scope, row.stage, row.number, row.due, since)
    rows.put(RECTIFICATION_STATUS, status)


def _changed(row: RectificationItem, e: Event) -> RectificationItem:
    match e:
        case events.Assigned():
            return _assigned(row, e)
        case events.ResponsibleChanged():
            return row._replace(responsible=_responsible(row, e))
        case events.Acknowledged():
            return row._replace(acknowledged=e.occurred.date)
        case events.VerifierNamed():
            return row._replace(verifier=e.verifier)
        case events.WrittenIntoReport():
            report = {"body": e.body, "report": e.report, "paragraph": e.paragraph}
            return row._replace(reports=[*row.reports, report])
        case events.Corrected():
            return _corrected(row, e)
        case events.Annulled():
            return row._replace(stage="annulled", reason=e.reason)
        case _:
            return _worked(row, e)


def _assigned(row: RectificationItem, e: events.Assigned) -> RectificationItem:
    """Whoever is assigned begins anew: what another did is read in the timeline."""
    chain = [
        {"level": each.level, "party": each.party, "post": each.post, "person": each.person}
        for each in e.responsible
    ]
    fresh = row._replace(measures=[], evidence=[], systems=[], recoveries=[], recovered=0)
    return fresh._replace(
        stage="assigned",
        party=e.party,
        responsible=chain,
        verifier=e.verifier,
        due=e.due,
        acknowledged=None,
    )


def _responsible(row: RectificationItem, e: events.ResponsibleChanged) -> list[dict[str, Any]]:
    return [
        each | {"person": e.person}
        if (each["level"], each["party"]) == (e.level, e.office)
        else each
        for each in row.responsible
    ]


def _worked(row: RectificationItem, e: Event) -> RectificationItem:
    match e:
        case events.MeasuresSet():
            measures = [{"text": each.text, "due": each.due.isoformat()} for each in e.measures]
            return row._replace(stage="planned", measures=measures)
        case events.EvidenceFiled():
            filed = [
                {"title": each.title, "digest": each.digest, "measure": each.measure, "by": e.by}
                for each in e.evidence
            ]
            return row._replace(evidence=[*row.evidence, *filed])
        case events.SystemAdopted():
            adopted = {"title": e.title, "number": e.number, "adopted": e.adopted.isoformat()}
            return row._replace(systems=[*row.systems, adopted | {"digest": e.digest}])
        case events.MoneyRecovered():
            return _recovered(row, [*row.recoveries, {"amount": e.amount, "document": e.document}])
        case _:
            return _judged(row, e)


def _judged(row: RectificationItem, e: Event) -> RectificationItem:
    day = e.occurred.date
    match e:
        case events.CompletionReported():
            return row._replace(stage="reported", reason=None)
        case events.Verified():
            return row._replace(stage="verified")
        case events.Returned():
            back = row._replace(stage="returned", due=e.due, reason=e.reason)
            return back._replace(returned=row.returned + 1)
        case events.SignedOff():
            done = row._replace(stage="signed_off", signed_off=day)
            return done._replace(outcomes=tuple(e.outcomes))
        case events.LookedBack():
            stage = "settled" if e.result == "held" else "recurred"
            return row._replace(stage=stage, looked_back=day)
        case events.Reopened():
            again = row._replace(stage="returned", due=e.due, reason=e.reason, round=e.round)
            return again._replace(signed_off=None, outcomes=())
        case _:
            raise TypeError(f"no event of a rectification item: {type(e).__name__}")


def _corrected(row: RectificationItem, e: events.Corrected) -> RectificationItem:
    right = row._replace(title=e.title or row.title, text=e.text or row.text, due=e.due or row.due)
    if e.recovery is None:
        return right
    place, amount = e.recovery.recovery, e.recovery.amount
    recoveries = [
        each | {"amount": amount} if number == place else each
        for number, each in enumerate(row.recoveries, start=1)
    ]
    return _recovered(right, recoveries)


def _recovered(row: RectificationItem, recoveries: list[dict[str, Any]]) -> RectificationItem:
    return row._replace(recoveries=recoveries, recovered=sum(each["amount"] for each in recoveries))


_STEPS: Final = (
    events.Assigned,
    events.ResponsibleChanged,
    events.Acknowledged,
    events.MeasuresSet,
    events.EvidenceFiled,
    events.SystemAdopted,
    events.MoneyRecovered,
    events.CompletionReported,
    events.VerifierNamed,
    events.Verified,
    events.Returned,
    events.SignedOff,
    events.LookedBack,
    events.Reopened,
    events.WrittenIntoReport,
    events.Corrected,
    events.Annulled,
)

_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.ProblemRaised: raised,
    events.OriginRecorded: origin_recorded,
    **dict.fromkeys(_STEPS, changed),
}

MODEL: Final = ReadModel(
    name="rectifications",
    version=2,
    tables=(RECTIFICATIONS, RECTIFICATION_STATUS, RECTIFICATION_ORIGINS),
    handlers=_HANDLERS,
)
