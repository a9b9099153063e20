"""Persons and sanctions of a case, what bodies are asked, what is served, what money comes in."""

from typing import Any, Final

from domain.cases import events
from domain.model import Event, Recorded
from projections.cases.rows import (
    CASE_APPROVALS,
    CASE_DECISIONS,
    CASE_PERSONS,
    CASE_RECOVERIES,
    SANCTIONS,
    CaseApproval,
    CaseDecision,
    CasePerson,
    CaseRecovery,
    Sanction,
)
from projections.cases.values import blank, meeting, posts
from projections.model import Handler
from projections.rows import Rows


def person_of(rows: Rows, person: str) -> CasePerson:
    """A person of the case. One it is not about is a fault: `LookupError`."""
    row = rows.get(CASE_PERSONS, person)
    if row is None:
        raise LookupError("the person was never among those of the case")
    return row


def replace_person(rows: Rows, person: str, **changes: Any) -> None:
    """Change what is known of a person of the case."""
    rows.put(CASE_PERSONS, person_of(rows, person)._replace(**changes))


def facts_shown(rows: Rows, event: Recorded[events.FactsShown]) -> None:
    """The facts were put to the person."""
    e = event.event
    day = e.occurred.date
    replace_person(rows, e.person, facts_shown=day, facts_signed=e.signed, view=e.view)


def corrected(rows: Rows, event: Recorded[events.Corrected]) -> None:
    """The posts of a person were corrected."""
    e = event.event
    if e.person is not None and e.posts is not None:
        replace_person(rows, e.person, posts=posts(e.posts))


def deliberated(rows: Rows, event: Recorded[events.Deliberated]) -> None:
    """Each sanction begins to climb its chain."""
    e = event.event
    for each in e.dispositions:
        replace_person(rows, each.person, stage="deliberated", four_forms=each.four_forms)
    for laid in e.chains:
        chain = laid.chain
        row = blank(
            Sanction,
            scope=e.concerns.visibility,
            person=laid.person,
            name=person_of(rows, laid.person).name,
            track=laid.track,
            sanction=laid.sanction,
            status="climbing",
            chain=chain.code,
            rule_set=chain.rule_set,
            organ=chain.organ,
            step=1,
            steps=len(chain.steps),
            awaiting=chain.steps[0].body,
        )
        rows.put(SANCTIONS, row)


def _sanction(rows: Rows, event: events.SanctionEvent, **changes: Any) -> None:
    """Change a sanction. One that was never asked for is a fault: `LookupError`."""
    row = rows.get(SANCTIONS, event.person, event.track)
    if row is None:
        raise LookupError("the sanction was never asked for")
    rows.put(SANCTIONS, row._replace(**changes))


def approval_awaited(rows: Rows, event: Recorded[events.ApprovalAwaited]) -> None:
    """A body is asked."""
    e = event.event
    _sanction(rows, e, step=e.step, awaiting=e.body)
    person = person_of(rows, e.person)
    row = CaseApproval(
        scope=e.concerns.visibility,
        person=e.person,
        name=person.name,
        post=person.post,
        track=e.track,
        step=e.step,
        body=e.body,
        act=e.act,
        sanction=e.sanction,
        four_forms=e.four_forms,
        chain=e.chain,
        rule_set=e.rule_set,
        asked_by=e.asked_by,
        status="awaited",
        awaited=e.occurred.date,
        given=None,
        meeting=None,
    )
    rows.put(CASE_APPROVALS, row)


def _approval(rows: Rows, event: events.ApprovalEvent, **changes: Any) -> None:
    row = rows.get(CASE_APPROVALS, event.person, event.track, event.step)
    if row is None:
        raise LookupError("the body was never asked")
    rows.put(CASE_APPROVALS, row._replace(**changes))


def approval_given(rows: Rows, event: Recorded[events.ApprovalGiven]) -> None:
    """It agreed, or sent it back: then the person is open again."""
    e = event.event
    status = "agreed" if e.opinion == "agree" else "returned"
    _approval(rows, e, status=status, given=e.occurred.date, meeting=meeting(e.meeting))
    if e.opinion == "return":
        _sanction(rows, e, status="returned", awaiting=None)
        replace_person(rows, e.person, stage="open")


def approval_withdrawn(rows: Rows, event: Recorded[events.ApprovalWithdrawn]) -> None:
    """It is asked no longer."""
    e = event.event
    _approval(rows, e, status="withdrawn", given=e.occurred.date)
    _sanction(rows, e, status="returned", awaiting=None)


def nothing_asked(rows: Rows, event: Recorded[Event]) -> None:
    """The case has ended without a decision: what climbed climbs no longer."""
    for asked in rows.all(CASE_APPROVALS):
        if asked.status == "awaited":
            given = event.event.occurred.date
            rows.put(CASE_APPROVALS, asked._replace(status="withdrawn", given=given))
    for row in rows.all(SANCTIONS):
        if row.status == "climbing":
            rows.put(SANCTIONS, row._replace(status="returned", awaiting=None))


def sanction_decided(rows: Rows, event: Recorded[events.SanctionDecided]) -> None:
    """It stands from this day."""
    e = event.event
    changes: dict[str, Any] = {
        "status": "decided",
        "sanction": e.sanction,
        "awaiting": None,
        "number": str(e.number),
        "decided_by": e.decided_by,
        "decided": e.occurred.date,
    }
    _sanction(rows, e, **changes)


def person_decided(rows: Rows, event: Recorded[events.PersonDecided]) -> None:
    """How it ends for a person."""
    e = event.event
    changes: dict[str, Any] = {
        "stage": "decided",
        "result": e.result,
        "four_forms": e.four_forms,
        "party_sanction": e.party_sanction,
        "state_sanction": e.state_sanction,
        "counted": e.result == "sanctioned",
        "decided": e.occurred.date,
        "recommendation": e.recommendation,
        "procuratorate": e.procuratorate,
    }
    replace_person(rows, e.person, **changes)


def transferred(rows: Rows, event: Recorded[events.TransferredToProcuratorate]) -> None:
    """Handed over for prosecution."""
    replace_person(rows, event.event.person, transferred=event.event.occurred.date)


def served(rows: Rows, event: Recorded[events.DecisionServed]) -> None:
    """The organ may read it from now on."""
    e = event.event
    _sanction(rows, e, served=e.occurred.date)
    person = person_of(rows, e.person)
    row = CaseDecision(
        scope=e.concerns.visibility,
        person=e.person,
        name=person.name,
        post=person.post,
        track=e.track,
        sanction=e.sanction,
        number=e.sanction_number,
        decided_by=e.decided_by,
        organ=e.organ,
        document=e.document,
        status="standing",
        served=e.occurred.date,
        announced=None,
        executed=None,
        report=None,
        reason=None,
    )
    rows.put(CASE_DECISIONS, row)


def executed(rows: Rows, event: Recorded[events.ExecutionReported]) -> None:
    """Announced and carried out."""
    e, day = event.event, event.event.occurred.date
    _sanction(rows, e, executed=day)
    _decision(rows, e, announced=e.announced, executed=day, report=e.report)


def _decision(rows: Rows, event: events.SanctionEvent, **changes: Any) -> None:
    """Change what was served; what was not served yet is told when it is."""
    row = rows.get(CASE_DECISIONS, event.person, event.track)
    if row is not None:
        rows.put(CASE_DECISIONS, row._replace(**changes))


def sanction_corrected(rows: Rows, event: Recorded[events.SanctionCorrected]) -> None:
    """It counts as the right one, in every list."""
    e = event.event
    _sanction(rows, e, sanction=e.sanction, reason=e.reason)
    _decision(rows, e, sanction=e.sanction, reason=e.reason)
    person = person_of(rows, e.person)
    if e.track == "party" and person.party_sanction is not None:
        replace_person(rows, e.person, party_sanction=e.sanction)
    elif e.track == "state" and person.state_sanction is not None:
        replace_person(rows, e.person, state_sanction=e.sanction)


def sanction_annulled(rows: Rows, event: Recorded[events.SanctionAnnulled]) -> None:
    """It counts no longer; the person counts while another sanction stands."""
    e = event.event
    _sanction(rows, e, status="annulled", reason=e.reason)
    _decision(rows, e, status="annulled", reason=e.reason)
    standing = [
        row for row in rows.all(SANCTIONS) if row.person == e.person and row.status == "decided"
    ]
    person = person_of(rows, e.person)
    changes: dict[str, Any] = {f"{e.track}_sanction": None}
    replace_person(rows, e.person, counted=person.counted and bool(standing), **changes)


def recovery_ordered(rows: Rows, event: Recorded[events.RecoveryOrdered]) -> None:
    """Money is to come in."""
    e = event.event
    row = CaseRecovery(
        scope=e.concerns.visibility,
        recovery=e.recovery,
        person=e.person,
        kind=e.kind,
        document=e.document,
        ordered_fen=e.amount,
        received_fen=0,
        ordered=e.occurred.date,
        completed=None,
    )
    rows.put(CASE_RECOVERIES, row)


def recovery_moved(
    rows: Rows, event: Recorded[events.RecoveryRecorded | events.RecoveryCompleted]
) -> None:
    """Some came in, or all. An order that was never given is a fault: `LookupError`."""
    e = event.event
    row = rows.get(CASE_RECOVERIES, e.recovery)
    if row is None:
        raise LookupError("the recovery was never a recovery: it was not ordered")
    match e:
        case events.RecoveryRecorded():
            row = row._replace(received_fen=e.total)
        case events.RecoveryCompleted():
            row = row._replace(completed=e.occurred.date)
    rows.put(CASE_RECOVERIES, row)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.FactsShown: facts_shown,
    events.Corrected: corrected,
    events.ApprovalAwaited: approval_awaited,
    events.ApprovalWithdrawn: approval_withdrawn,
    events.SanctionDecided: sanction_decided,
    events.PersonDecided: person_decided,
    events.TransferredToProcuratorate: transferred,
    events.DecisionServed: served,
    events.ExecutionReported: executed,
    events.SanctionCorrected: sanction_corrected,
    events.SanctionAnnulled: sanction_annulled,
    events.RecoveryOrdered: recovery_ordered,
    events.RecoveryRecorded: recovery_moved,
    events.RecoveryCompleted: recovery_moved,
}
