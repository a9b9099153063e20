"""The register of inspection links (巡察联动): who is authorised, and what group and team do together."""

import datetime
from typing import Final, NamedTuple

from domain.inspection_links import events
from domain.model import Event, Recorded
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class InspectionLink(NamedTuple):
    """A link for one round: open → ended | annulled. ``deputy`` is authorised until ``until``."""

    scope: str
    stage: str
    round: str
    office: str
    team: str
    stationed_group: str
    units: tuple[str, ...]
    begins: datetime.date
    until: datetime.date
    deputy: str | None
    authorised: datetime.date | None
    acknowledged: datetime.date | None
    document: str | None
    shared: int
    consulted: int
    verified: int
    ended: datetime.date | None
    reason: str | None


class InspectionStep(NamedTuple):
    """Something done together: what was shared, consulted on, verified; ``text`` is a commitment.

    A consultation: held → confirmed, or returned → held; a verification: planned → reported → confirmed, or
    returned → reported. ``reason`` says why it came back.
    """

    scope: str
    step: str
    kind: str
    by: str
    title: str
    text: str | None
    due: datetime.date | None
    stage: str
    begun: datetime.date
    done: datetime.date | None
    returned: int = 0
    reason: str | None = None


class PassedLead(NamedTuple):
    """A lead passed to the team for understanding: passed → reported → returned → accepted.

    ``question`` and ``answer`` are commitments; ``case_tag`` is the lead, from which some keep out.
    """

    scope: str
    case_tag: str
    passing: int
    stationed_group: str
    team: str
    question: str
    due: datetime.date
    stage: str
    passed: datetime.date
    answer: str | None
    reported: datetime.date | None
    returned: int
    accepted: datetime.date | None
    reason: str | None


class InspectionProblem(NamedTuple):
    """A problem for the report: put_forward → written | declined, rectified in one item."""

    scope: str
    problem: int
    unit: str
    title: str
    text: str
    stage: str
    put_forward: datetime.date
    report: str | None
    paragraph: str | None
    rectification: str | None
    reason: str | None


INSPECTION_LINKS: Final = Table(
    "inspection_links",
    InspectionLink,
    classes=("inspection_link",),
    indexes=(("jurisdiction", "begins", "stream"),),
)
INSPECTION_STEPS: Final = Table(
    "inspection_steps", InspectionStep, key=("step",), classes=("inspection_link",)
)
PASSED_LEADS: Final = Table("passed_leads", PassedLead, key=("passing",), classes=("passed_lead",))
INSPECTION_PROBLEMS: Final = Table(
    "inspection_problems", InspectionProblem, key=("problem",), classes=("inspection_link",)
)


def opened(rows: Rows, event: Recorded[events.Opened]) -> None:
    """Group and team were linked."""
    e = event.event
    row = InspectionLink(
        scope=e.concerns.visibility,
        stage="open",
        round=e.round,
        office=e.office,
        team=e.team,
        stationed_group=e.group,
        units=e.units,
        begins=e.begins,
        until=e.until,
        deputy=None,
        authorised=None,
        acknowledged=None,
        document=None,
        shared=0,
        consulted=0,
        verified=0,
        ended=None,
        reason=None,
    )
    rows.put(INSPECTION_LINKS, row)


def changed(rows: Rows, event: Recorded[Event]) -> None:
    """Fold one event into the link. One never opened is a fault: `LookupError`."""
    row = rows.get(INSPECTION_LINKS)
    if row is None:
        raise LookupError("the link was never a round")
    rows.put(INSPECTION_LINKS, _changed(row, event.event))


def _changed(row: InspectionLink, e: Event) -> InspectionLink:
    day = e.occurred.date
    match e:
        case events.Authorised():
            return row._replace(
                deputy=e.person, authorised=day, acknowledged=None, document=e.document
            )
        case events.Acknowledged():
            return row._replace(acknowledged=day)
        case events.AuthorisationEnded():
            return row._replace(deputy=None, reason=e.reason)
        case events.Ended():
            return row._replace(stage="ended", ended=day)
        case events.Corrected():
            units = row.units if e.units is None else e.units
            return row._replace(round=e.round or row.round, units=units)
        case events.Annulled():
            return row._replace(stage="annulled", reason=e.reason)
        case events.InformationShared():
            return row._replace(shared=row.shared + 1)
        case events.ConsultationConfirmed():
            return row._replace(consulted=row.consulted + 1)
        case events.VerificationConfirmed():
            return row._replace(verified=row.verified + 1)
        case _:
            raise TypeError(f"no event of an inspection link: {type(e).__name__}")


def step_begun(
    rows: Rows,
    event: Recorded[
        events.InformationShared | events.ConsultationRecorded | events.VerificationPlanned
    ],
) -> None:
    """Something was shared, consulted on, or is to be verified."""
    e, day = event.event, event.event.occurred.date
    scope = e.concerns.visibility
    match e:
        case events.InformationShared():
            changed(rows, event)
            row = InspectionStep(
                scope, f"share:{e.share}", "share", e.by, e.title, e.text, None, "sent", day, None
            )
        case events.ConsultationRecorded():
            name = f"consultation:{e.record}"
            row = InspectionStep(
                scope, name, "consultation", e.by, e.title, e.agreed, None, "held", day, None
            )
        case events.VerificationPlanned():
            name, by = f"verification:{e.verification}", e.reporter
            row = InspectionStep(
                scope, name, "verification", by, e.subject, None, e.due, "planned", day, None
            )
    rows.put(INSPECTION_STEPS, row)


def consultation_moved(
    rows: Rows,
    event: Recorded[
        events.ConsultationConfirmed | events.ConsultationReturned | events.ConsultationCorrected
    ],
) -> None:
    """Confirmed, sent back, told anew. One never recorded is a fault: `LookupError`."""
    e = event.event
    row = _step(rows, f"consultation:{e.record}")
    match e:
        case events.ConsultationConfirmed():
            changed(rows, event)
            row = row._replace(stage="confirmed", done=e.occurred.date)
        case events.ConsultationReturned():
            row = row._replace(stage="returned", returned=row.returned + 1, reason=e.reason)
        case events.ConsultationCorrected():
            row = row._replace(stage="held", title=e.title, text=e.agreed, reason=None)
    rows.put(INSPECTION_STEPS, row)


def step_moved(
    rows: Rows,
    event: Recorded[
        events.InformationReceived
        | events.VerificationReported
        | events.VerificationConfirmed
        | events.VerificationReturned
    ],
) -> None:
    """Received, reported, confirmed, sent back. One never begun is a fault: `LookupError`."""
    e, day = event.event, event.event.occurred.date
    match e:
        case events.InformationReceived():
            row = _step(rows, f"share:{e.share}")._replace(stage="received", done=day)
        case events.VerificationReported():
            row = _step(rows, f"verification:{e.verification}")
            row = row._replace(stage="reported", text=e.result, reason=None)
        case events.VerificationConfirmed():
            changed(rows, event)
            row = _step(rows, f"verification:{e.verification}")
            row = row._replace(stage="confirmed", done=day)
        case events.VerificationReturned():
            row = _step(rows, f"verification:{e.verification}")
            row = row._replace(stage="returned", returned=row.returned + 1, reason=e.reason)
    rows.put(INSPECTION_STEPS, row)


def _step(rows: Rows, name: str) -> InspectionStep:
    row = rows.get(INSPECTION_STEPS, name)
    if row is None:
        raise LookupError("the step was never a beginning")
    return row


def lead_passed(rows: Rows, event: Recorded[events.LeadPassed]) -> None:
    """A lead was passed for understanding."""
    e = event.event
    row = PassedLead(
        scope=e.concerns.visibility,
        case_tag=e.lead,
        passing=e.passing,
        stationed_group=e.group,
        team=e.team,
        question=e.question,
        due=e.due,
        stage="passed",
        passed=e.occurred.date,
        answer=None,
        reported=None,
        returned=0,
        accepted=None,
        reason=None,
    )
    rows.put(PASSED_LEADS, row)


def understanding_moved(
    rows: Rows,
    event: Recorded[
        events.UnderstandingReported | events.UnderstandingReturned | events.UnderstandingAccepted
    ],
) -> None:
    """Reported, sent back, accepted. One never passed is a fault: `LookupError`."""
    e, day = event.event, event.event.occurred.date
    row = rows.get(PASSED_LEADS, e.passing)
    if row is None:
        raise LookupError("the lead was never a passing")
    match e:
        case events.UnderstandingReported():
            row = row._replace(stage="reported", answer=e.text, reported=day, reason=None)
        case events.UnderstandingReturned():
            row = row._replace(stage="returned", returned=row.returned + 1, reason=e.reason)
        case events.UnderstandingAccepted():
            row = row._replace(stage="accepted", accepted=day)
    rows.put(PASSED_LEADS, row)


def problem_put_forward(rows: Rows, event: Recorded[events.ProblemPutForward]) -> None:
    """A problem was put forward for the report."""
    e = event.event
    row = InspectionProblem(
        scope=e.concerns.visibility,
        problem=e.problem,
        unit=e.unit,
        title=e.title,
        text=e.text,
        stage="put_forward",
        put_forward=e.occurred.date,
        report=None,
        paragraph=None,
        rectification=e.rectification,
        reason=None,
    )
    rows.put(INSPECTION_PROBLEMS, row)


def problem_moved(
    rows: Rows,
    event: Recorded[events.WrittenIntoReport | events.ProblemDeclined | events.RectificationLinked],
) -> None:
    """Written, declined, rectified. One never put forward is a fault: `LookupError`."""
    e = event.event
    row = rows.get(INSPECTION_PROBLEMS, e.problem)
    if row is None:
        raise LookupError("the problem was never a proposal")
    match e:
        case events.WrittenIntoReport():
            row = row._replace(stage="written", report=e.report, paragraph=e.paragraph)
        case events.ProblemDeclined():
            row = row._replace(stage="declined", reason=e.reason)
        case events.RectificationLinked():
            row = row._replace(stage="joined", rectification=e.rectification)
    rows.put(INSPECTION_PROBLEMS, row)


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Opened: opened,
    events.Authorised: changed,
    events.Acknowledged: changed,
    events.AuthorisationEnded: changed,
    events.InformationShared: step_begun,
    events.InformationReceived: step_moved,
    events.ConsultationRecorded: step_begun,
    events.ConsultationConfirmed: consultation_moved,
    events.ConsultationReturned: consultation_moved,
    events.ConsultationCorrected: consultation_moved,
    events.VerificationPlanned: step_begun,
    events.VerificationReported: step_moved,
    events.VerificationConfirmed: step_moved,
    events.VerificationReturned: step_moved,
    events.LeadPassed: lead_passed,
    events.UnderstandingReported: understanding_moved,
    events.UnderstandingReturned: understanding_moved,
    events.UnderstandingAccepted: understanding_moved,
    events.ProblemPutForward: problem_put_forward,
    events.WrittenIntoReport: problem_moved,
    events.ProblemDeclined: problem_moved,
    events.RectificationLinked: problem_moved,
    events.Ended: changed,
    events.Corrected: changed,
    events.Annulled: changed,
}

MODEL: Final = ReadModel(
    name="inspection_links",
    version=2,
    tables=(INSPECTION_LINKS, INSPECTION_STEPS, PASSED_LEADS, INSPECTION_PROBLEMS),
    handlers=_HANDLERS,
)
