"""The register of complaints (检举控告台账), and who reported."""

from typing import Any, Final

from domain.complaints import events
from domain.complaints.events import ComplaintEvent
from domain.complaints.state import stage_after
from domain.leads.values import Subject
from domain.model import Event, Recorded
from domain.periods import Cadence, CadencePeriod
from projections.complaints.rows import (
    COMPLAINT_REPORTERS,
    COMPLAINTS,
    Complaint,
    ComplaintReporter,
)
from projections.model import Handler, ReadModel
from projections.rows import Rows


def changed(rows: Rows, event: Recorded[ComplaintEvent]) -> None:
    """Fold one event of the complaint itself. One never received is a fault: `LookupError`."""
    e = event.event
    row = rows.get(COMPLAINTS)
    if isinstance(e, events.Received):
        row = _received(e)
    if row is None:
        raise LookupError("the complaint was never received")
    row = row._replace(
        scope=e.concerns.visibility,
        stage=stage_after(e) or row.stage,
        kept_by=e.kept_by,
        handling_party=e.handling_party,
    )
    rows.put(COMPLAINTS, _told_apart(_handled(row, e), e))


def _received(e: events.Received) -> Complaint:
    return Complaint(
        scope=e.concerns.visibility,
        stage="received",
        number=None,
        number_year=None,
        number_serial=None,
        channel=e.channel,
        report=e.report,
        about=e.about,
        content=e.content,
        subjects=[_subject(each) for each in e.subjects],
        sender=e.sender,
        document=e.document,
        kept_by=e.kept_by,
        handling_party=e.handling_party,
        received=e.occurred.date,
        assignments=[],
    )


def _subject(subject: Subject) -> dict[str, Any]:
    return {
        "person": subject.person,
        "name": subject.name,
        "pseudonym": subject.pseudonym,
        "post": subject.post,
        "unit": subject.standing.unit,
        "post_level": subject.standing.post_level,
    }


def _told_apart(row: Complaint, e: ComplaintEvent) -> Complaint:
    """Registered, accepted or not, forwarded, kept; corrected and annulled."""
    day = e.occurred.date
    match e:
        case events.Registered(number=number):
            return row._replace(
                number=str(number), number_year=number.year, number_serial=number.serial
            )
        case events.Accepted():
            return row._replace(accepted=day)
        case events.KeptAsRepeat():
            return row._replace(repeats=e.of)
        case events.Forwarded():
            return row._replace(forwarded_to=e.to, reason=e.reason)
        case events.ForwardReturned():
            return row._replace(forwarded_to=None, reason=e.reason)
        case events.Corrected():
            row = row._replace(about=e.about or row.about, content=e.content or row.content)
            first = e.version == 1 and e.happened is not None
            return row._replace(received=e.happened.date) if first and e.happened else row
        case events.NotAccepted() | events.Annulled():
            return row._replace(reason=e.reason)
        case _:
            return row


def _handled(row: Complaint, e: ComplaintEvent) -> Complaint:
    """Handed over, concluded, returned, closed; and what led back."""
    day = e.occurred.date
    match e:
        case events.HandedOver():
            return row._replace(handed_over=day)
        case events.Assigned():
            given = {"by": e.assigned_by, "to": e.to, "on": day.isoformat(), "extended": []}
            handed = row.handed_over if e.to == e.kept_by else day
            return row._replace(assignments=[*row.assignments, given], handed_over=handed)
        case events.AssignmentExtended():
            return row._replace(assignments=_extended(row.assignments, e))
        case events.Declined():
            return row._replace(handed_over=None, reason=e.reason)
        case events.LeadRaised():
            return row._replace(leads=(*row.leads, e.lead))
        case events.Concluded():
            quarter = CadencePeriod.containing(Cadence.QUARTER, day).code
            return row._replace(result=e.result, text=e.text, concluded=day, quarter=quarter)
        case events.ResultReturned():
            return row._replace(returned=day)
        case events.ResultSentBack():
            return row._replace(returned=None, sent_back=row.sent_back + 1, reason=e.reason)
        case events.Closed():
            return row._replace(closed=day)
        case events.ReportedUp():
            return row._replace(reported_up=day)
        case events.RecheckAsked():
            return row._replace(returned=None, closed=None, rechecks=row.rechecks + 1)
        case _:
            return row


def _extended(
    assignments: list[dict[str, Any]], e: events.AssignmentExtended
) -> list[dict[str, Any]]:
    more = {
        "months": e.months,
        "granted_by": e.granted_by,
        "document": e.document,
        "approved_by": e.approved_by,
    }
    return [
        {**each, "extended": [*each["extended"], more]} if serial == e.assignment else each
        for serial, each in enumerate(assignments, 1)
    ]


def reporter(rows: Rows, event: Recorded[events.ReporterRecorded]) -> None:
    """Who reported."""
    e = event.event
    row = ComplaintReporter(
        scope=e.concerns.visibility,
        person=e.reporter.person,
        name=e.reporter.name,
        contact=e.reporter.contact,
        report=e.report,
        kept_by=e.kept_by,
        granted=[],
        told=[],
    )
    rows.put(COMPLAINT_REPORTERS, row)


def confided(
    rows: Rows, event: Recorded[events.ReporterNotified | events.ReporterAccessGranted]
) -> None:
    """Told; or made known to a handling party's handlers. One never recorded: `LookupError`."""
    e = event.event
    row = rows.get(COMPLAINT_REPORTERS)
    if row is None:
        raise LookupError("a reporter was never recorded")
    match e:
        case events.ReporterNotified():
            told = {"notice": e.notice, "by": e.by, "on": e.occurred.date.isoformat()}
            row = row._replace(told=[*row.told, told])
        case events.ReporterAccessGranted():
            grant = {"party": e.to_party, "until": e.until.isoformat(), "by": e.approved_by}
            row = row._replace(granted=[*row.granted, grant])
    rows.put(COMPLAINT_REPORTERS, row)


_EVENTS: Final = tuple(
    event
    for event in vars(events).values()
    if isinstance(event, type) and issubclass(event, ComplaintEvent)
)

_HANDLERS: Final[dict[type[Event], Handler]] = {
    **dict.fromkeys(_EVENTS, changed),
    events.ReporterRecorded: reporter,
    events.ReporterNotified: confided,
    events.ReporterAccessGranted: confided,
}

MODEL: Final = ReadModel(
    name="complaints",
    version=1,
    tables=(COMPLAINTS, COMPLAINT_REPORTERS),
    handlers=_HANDLERS,
)
