"""The register of unit committees (机关纪委): guidance, findings, enlistments, joint evidence."""

import datetime
from typing import Final, NamedTuple

from domain.model import Event, Recorded
from domain.unit_committees import events
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class UnitCommittee(NamedTuple):
    """What a group has under way with a committee: guided → concluded | annulled.

    ``text`` is a commitment; findings, enlistments and joint evidence are counted from the events.
    """

    scope: str
    stage: str
    stationed_group: str
    committee: str
    manner: str
    topics: str
    text: str
    guided: datetime.date
    acknowledged: datetime.date | None
    inspections: int
    findings: int
    open_findings: int
    enlistments: int
    running: int
    evidence: int
    concluded: datetime.date | None
    reason: str | None


class UnitCommitteeInspection(NamedTuple):
    """One look into how the committee works; ``text`` is a commitment."""

    scope: str
    inspection: int
    stationed_group: str
    committee: str
    subject: str
    text: str
    inspected: datetime.date
    found: int


class UnitCommitteeFinding(NamedTuple):
    """A finding: recorded → answered → accepted, or returned; ``text``, ``answer`` are commitments."""

    scope: str
    finding: int
    inspection: int
    stage: str
    stationed_group: str
    committee: str
    title: str
    text: str
    due: datetime.date
    answer: str | None
    answered: datetime.date | None
    returned: int
    accepted: datetime.date | None
    reason: str | None


class UnitCommitteeEnlistment(NamedTuple):
    """People of a committee who help within ``task_scope`` until a day: enlisted → ended."""

    scope: str
    enlistment: int
    stage: str
    stationed_group: str
    committee: str
    task_scope: str
    tasks: tuple[str, ...]
    people: tuple[str, ...]
    enlisted: datetime.date
    until: datetime.date
    extended: int
    approved_by: str
    ended: datetime.date | None
    outcome: str | None
    evidence: int


class UnitCommitteeMatter(NamedTuple):
    """Which matter an enlistment serves: ``case_tag``, from which some keep out."""

    scope: str
    case_tag: str
    enlistment: int
    stationed_group: str
    since: datetime.date


class JointEvidence(NamedTuple):
    """Evidence of an enlistment: recorded → confirmed, or returned → recorded; ``text`` is a commitment."""

    scope: str
    evidence: int
    enlistment: int
    stage: str
    kind: str
    title: str
    text: str
    by: str
    collectors: tuple[str, ...]
    recorded: datetime.date
    confirmed: datetime.date | None
    reason: str | None


_OWN: Final = ("unit_committee",)

UNIT_COMMITTEES: Final = Table(
    "unit_committees",
    UnitCommittee,
    classes=_OWN,
    indexes=(("jurisdiction", "guided", "stream"),),
)
UNIT_COMMITTEE_INSPECTIONS: Final = Table(
    "unit_committee_inspections", UnitCommitteeInspection, key=("inspection",), classes=_OWN
)
UNIT_COMMITTEE_FINDINGS: Final = Table(
    "unit_committee_findings", UnitCommitteeFinding, key=("finding",), classes=_OWN
)
UNIT_COMMITTEE_ENLISTMENTS: Final = Table(
    "unit_committee_enlistments", UnitCommitteeEnlistment, key=("enlistment",), classes=_OWN
)
UNIT_COMMITTEE_MATTERS: Final = Table(
    "unit_committee_matters",
    UnitCommitteeMatter,
    key=("enlistment",),
    classes=("unit_committee_matter",),
)
JOINT_EVIDENCE: Final = Table(
    "joint_evidence", JointEvidence, key=("evidence",), classes=("unit_committee_evidence",)
)


def guided(rows: Rows, event: Recorded[events.Guided]) -> None:
    """A committee was guided."""
    e = event.event
    row = UnitCommittee(
        scope=e.concerns.visibility,
        stage="guided",
        stationed_group=e.group,
        committee=e.committee,
        manner=e.manner,
        topics=e.topics,
        text=e.text,
        guided=e.occurred.date,
        acknowledged=None,
        inspections=0,
        findings=0,
        open_findings=0,
        enlistments=0,
        running=0,
        evidence=0,
        concluded=None,
        reason=None,
    )
    rows.put(UNIT_COMMITTEES, row)


def changed(rows: Rows, event: Recorded[Event]) -> None:
    """Fold one event into the register. One never guided is a fault: `LookupError`."""
    row = rows.get(UNIT_COMMITTEES)
    if row is None:
        raise LookupError("it was never a guided one")
    rows.put(UNIT_COMMITTEES, _changed(row, event.event))


def _changed(row: UnitCommittee, e: Event) -> UnitCommittee:
    match e:
        case events.Acknowledged():
            return row._replace(acknowledged=e.occurred.date)
        case events.Inspected():
            return row._replace(inspections=row.inspections + 1)
        case events.FindingRecorded():
            return row._replace(findings=row.findings + 1, open_findings=row.open_findings + 1)
        case events.AnswerAccepted():
            return row._replace(open_findings=row.open_findings - 1)
        case events.Enlisted():
            return row._replace(enlistments=row.enlistments + 1, running=row.running + 1)
        case events.EnlistmentEnded():
            return row._replace(running=row.running - 1, evidence=row.evidence + e.evidence)
        case events.Concluded():
            return row._replace(stage="concluded", concluded=e.occurred.date)
        case events.Corrected():
            return row._replace(
                topics=e.title or row.topics, text=e.text or row.text, reason=e.reason
            )
        case events.Annulled():
            return row._replace(stage="annulled", reason=e.reason)
        case _:
            raise TypeError(f"no event of a unit committee: {type(e).__name__}")


def inspected(rows: Rows, event: Recorded[events.Inspected]) -> None:
    """The group looked into how it works."""
    changed(rows, event)
    e = event.event
    row = UnitCommitteeInspection(
        scope=e.concerns.visibility,
        inspection=e.inspection,
        stationed_group=e.group,
        committee=e.committee,
        subject=e.scope,
        text=e.text,
        inspected=e.occurred.date,
        found=e.found,
    )
    rows.put(UNIT_COMMITTEE_INSPECTIONS, row)


def found(rows: Rows, event: Recorded[events.FindingRecorded]) -> None:
    """Something is to be answered."""
    changed(rows, event)
    e = event.event
    row = UnitCommitteeFinding(
        scope=e.concerns.visibility,
        finding=e.finding,
        inspection=e.inspection,
        stage="recorded",
        stationed_group=e.group,
        committee=e.committee,
        title=e.title,
        text=e.text,
        due=e.due,
        answer=None,
        answered=None,
        returned=0,
        accepted=None,
        reason=None,
    )
    rows.put(UNIT_COMMITTEE_FINDINGS, row)


def _finding(rows: Rows, serial: int) -> UnitCommitteeFinding:
    row = rows.get(UNIT_COMMITTEE_FINDINGS, serial)
    if row is None:
        raise LookupError("the finding was never a recorded one")
    return row


def answered(
    rows: Rows,
    event: Recorded[events.FindingAnswered | events.AnswerReturned | events.AnswerAccepted],
) -> None:
    """Answered, sent back, accepted. One never recorded is a fault: `LookupError`."""
    e, day = event.event, event.event.occurred.date
    row = _finding(rows, e.finding)
    match e:
        case events.FindingAnswered():
            row = row._replace(stage="answered", answer=e.text, answered=day)
        case events.AnswerReturned():
            row = row._replace(stage="returned", returned=row.returned + 1)
            row = row._replace(due=e.due, reason=e.reason)
        case events.AnswerAccepted():
            changed(rows, event)
            row = row._replace(stage="accepted", accepted=day)
    rows.put(UNIT_COMMITTEE_FINDINGS, row)


def corrected(rows: Rows, event: Recorded[events.Corrected]) -> None:
    """The guidance, or a finding of it."""
    e = event.event
    if e.finding is None:
        changed(rows, event)
        return
    row = _finding(rows, e.finding)
    row = row._replace(title=e.title or row.title, text=e.text or row.text, reason=e.reason)
    rows.put(UNIT_COMMITTEE_FINDINGS, row)


def enlisted(rows: Rows, event: Recorded[events.Enlisted]) -> None:
    """People of the committee help."""
    changed(rows, event)
    e = event.event
    row = UnitCommitteeEnlistment(
        scope=e.concerns.visibility,
        enlistment=e.enlistment,
        stage="enlisted",
        stationed_group=e.group,
        committee=e.committee,
        task_scope=e.scope,
        tasks=e.tasks,
        people=e.people,
        enlisted=e.occurred.date,
        until=e.until,
        extended=0,
        approved_by=e.approved_by,
        ended=None,
        outcome=None,
        evidence=0,
    )
    rows.put(UNIT_COMMITTEE_ENLISTMENTS, row)


def matter_served(rows: Rows, event: Recorded[events.MatterServed]) -> None:
    """Which matter it is: for the group alone."""
    e = event.event
    scope, day = e.concerns.visibility, e.occurred.date
    row = UnitCommitteeMatter(scope, e.matter, e.enlistment, e.group, day)
    rows.put(UNIT_COMMITTEE_MATTERS, row)


def enlistment_changed(
    rows: Rows, event: Recorded[events.EnlistmentExtended | events.EnlistmentEnded]
) -> None:
    """Extended, ended. One never enlisted is a fault: `LookupError`."""
    e = event.event
    row = rows.get(UNIT_COMMITTEE_ENLISTMENTS, e.enlistment)
    if row is None:
        raise LookupError("the enlistment was never a begun one")
    match e:
        case events.EnlistmentExtended():
            row = row._replace(until=e.until, extended=row.extended + 1, approved_by=e.approved_by)
        case events.EnlistmentEnded():
            changed(rows, event)
            row = row._replace(stage="ended", ended=e.occurred.date)
            row = row._replace(outcome=e.outcome, evidence=e.evidence)
    rows.put(UNIT_COMMITTEE_ENLISTMENTS, row)


def evidence_recorded(rows: Rows, event: Recorded[events.EvidenceRecorded]) -> None:
    """Evidence was taken."""
    e = event.event
    row = JointEvidence(
        scope=e.concerns.visibility,
        evidence=e.evidence,
        enlistment=e.enlistment,
        stage="recorded",
        kind=e.kind,
        title=e.title,
        text=e.text,
        by=e.by,
        collectors=e.collectors,
        recorded=e.occurred.date,
        confirmed=None,
        reason=None,
    )
    rows.put(JOINT_EVIDENCE, row)


def evidence_judged(
    rows: Rows, event: Recorded[events.EvidenceConfirmed | events.EvidenceReturned]
) -> None:
    """Confirmed, sent back. One never recorded is a fault: `LookupError`."""
    e = event.event
    row = rows.get(JOINT_EVIDENCE, e.evidence)
    if row is None:
        raise LookupError("the evidence was never a recorded one")
    match e:
        case events.EvidenceConfirmed():
            row = row._replace(stage="confirmed", confirmed=e.occurred.date)
        case events.EvidenceReturned():
            row = row._replace(stage="returned", reason=e.reason)
    rows.put(JOINT_EVIDENCE, row)


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Guided: guided,
    events.Acknowledged: changed,
    events.Inspected: inspected,
    events.FindingRecorded: found,
    events.FindingAnswered: answered,
    events.AnswerReturned: answered,
    events.AnswerAccepted: answered,
    events.Enlisted: enlisted,
    events.MatterServed: matter_served,
    events.EnlistmentExtended: enlistment_changed,
    events.EnlistmentEnded: enlistment_changed,
    events.EvidenceRecorded: evidence_recorded,
    events.EvidenceConfirmed: evidence_judged,
    events.EvidenceReturned: evidence_judged,
    events.Concluded: changed,
    events.Corrected: corrected,
    events.Annulled: changed,
}

MODEL: Final = ReadModel(
    name="unit_committees",
    version=1,
    tables=(
        UNIT_COMMITTEES,
        UNIT_COMMITTEE_INSPECTIONS,
        UNIT_COMMITTEE_FINDINGS,
        UNIT_COMMITTEE_ENLISTMENTS,
        UNIT_COMMITTEE_MATTERS,
        JOINT_EVIDENCE,
    ),
    handlers=_HANDLERS,
)
