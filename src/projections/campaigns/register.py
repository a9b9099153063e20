"""Campaigns (专项监督/整治): who screens what, what was found, what came of it, what was done.

An object's rows stand in the circle of its organiser and its screener; what a unit reads are its
corrections, its duties and what was done on its objects.
"""

from dataclasses import asdict
from typing import Any, Final

from domain.campaigns import events
from domain.campaigns.values import Decision
from domain.model import Event, Recorded
from projections.campaigns import duties, quarters, shares
from projections.campaigns.rows import (
    CAMPAIGN_CORRECTIONS,
    CAMPAIGN_FINDINGS,
    CAMPAIGN_OBJECTS,
    CAMPAIGN_STATUS,
    CAMPAIGNS,
    TABLES,
    Campaign,
    CampaignCorrection,
    CampaignFinding,
    CampaignObject,
    CampaignStatus,
    papers_of,
)
from projections.model import Handler, ReadModel
from projections.rows import Rows

Settling = (
    events.FindingSettled
    | events.RecoveryRecorded
    | events.RecoveryCorrected
    | events.FindingAnnulled
)
Correcting = events.CorrectionReported | events.CorrectionReturned | events.CorrectionVerified


def planned(rows: Rows, event: Recorded[events.Planned]) -> None:
    """A campaign was planned."""
    e = event.event
    row = Campaign(
        scope=e.concerns.visibility,
        stage="planned",
        kind=e.kind,
        title=e.title,
        basis=e.basis,
        decision=_decision(e.decision),
        decision_document=None if e.decision is None else e.decision.document,
        organiser=e.organiser,
        begins=e.begins,
        ends=e.ends,
        planned=e.occurred.date,
        consultation=None,
        fixed=None,
        screeners=(),
        units=(),
        summary=None,
        closed=None,
        look_back_on=None,
        looked_back=None,
        result=None,
        review=None,
        reason=None,
    )
    _put(rows, row)


def _put(rows: Rows, row: Campaign) -> None:
    rows.put(CAMPAIGNS, row)
    status = CampaignStatus(row.scope, row.stage, row.kind, row.title, row.organiser, row.planned)
    rows.put(CAMPAIGN_STATUS, status)


def changed(rows: Rows, event: Recorded[Event]) -> None:
    """Fold one event into the campaign. One never announced is a fault: `LookupError`."""
    row = rows.get(CAMPAIGNS)
    if row is None:
        raise LookupError("the campaign was never announced")
    _put(rows, _changed(row, event.event))
    if isinstance(event.event, events.LookedBack):
        _recurred(rows, event.event)


def joined(rows: Rows, event: Recorded[events.Joined]) -> None:
    """A party takes part from now on."""
    changed(rows, event)
    shares.joined(rows, event)


def _changed(row: Campaign, e: Event) -> Campaign:
    day = e.occurred.date
    match e:
        case events.Consulted():
            return row._replace(consultation=e.consultation)
        case events.ListFixed():
            return row._replace(stage="listed", fixed=day)
        case events.Joined(part="unit"):
            return row._replace(units=_once(*row.units, e.by))
        case events.Joined():
            return row._replace(screeners=_once(*row.screeners, e.by))
        case events.Closed():
            return row._replace(
                stage="closed", closed=day, summary=e.summary, look_back_on=e.look_back_on
            )
        case events.LookedBack():
            return row._replace(
                stage="looked_back", looked_back=day, result=e.result, review=e.text
            )
        case events.Corrected():
            return row._replace(title=e.title or row.title, basis=e.basis or row.basis)
        case events.Annulled():
            return row._replace(stage="annulled", reason=e.reason)
        case _:
            raise TypeError(f"no event of a campaign: {type(e).__name__}")


def _once(*parties: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(parties))


def _recurred(rows: Rows, e: events.LookedBack) -> None:
    for finding in e.recurred:
        rows.put(CAMPAIGN_FINDINGS, _finding(rows, finding)._replace(recurred=True))


def object_listed(rows: Rows, event: Recorded[events.ObjectListed]) -> None:
    """An object was put on the list."""
    e = event.event
    row = CampaignObject(
        scope=e.concerns.visibility,
        object=e.object,
        kind=e.line.kind,
        title=e.line.title,
        unit=e.line.unit,
        decided=e.line.decided,
        amount=e.line.amount,
        clause=e.line.clause,
        state="listed",
        party=None,
        assignment=None,
        due=None,
        screened=None,
        screened_by=None,
        findings=0,
        note=None,
        returned=0,
        reason=e.reason,
        unit_did=0,
        body_did=0,
    )
    rows.put(CAMPAIGN_OBJECTS, row)


def objects_assigned(rows: Rows, event: Recorded[events.ObjectsAssigned]) -> None:
    """Objects are a party's to screen from now on, and its to read."""
    e = event.event
    for key in e.objects:
        row = _object(rows, key)._replace(
            scope=e.concerns.visibility,
            state="assigned",
            party=e.to,
            assignment=e.assignment,
            due=e.due,
        )
        rows.put(CAMPAIGN_OBJECTS, row)


def object_moved(
    rows: Rows,
    event: Recorded[
        events.Screened | events.ScreeningReturned | events.ObjectCorrected | events.ObjectStruck
    ],
) -> None:
    """Screened, sent back, corrected, struck off."""
    e = event.event
    row = _object(rows, e.object)
    match e:
        case events.Screened():
            row = row._replace(
                state="screened",
                screened=e.occurred.date,
                screened_by=e.screened_by,
                findings=row.findings + e.findings,
                note=e.note,
            )
        case events.ScreeningReturned():
            row = row._replace(
                state="assigned", screened=None, returned=row.returned + 1, reason=e.reason
            )
        case events.ObjectCorrected(line=line):
            row = row._replace(kind=line.kind, title=line.title, unit=line.unit)
            row = row._replace(decided=line.decided, amount=line.amount, clause=line.clause)
        case events.ObjectStruck():
            row = row._replace(state="struck", reason=e.reason)
    rows.put(CAMPAIGN_OBJECTS, row)
    if isinstance(e, events.ObjectStruck):
        duties.object_struck(rows, e)


def found(rows: Rows, event: Recorded[events.Found]) -> None:
    """Something was found on an object."""
    e = event.event
    row = CampaignFinding(
        scope=e.concerns.visibility,
        case_tag=event.case,
        finding=e.finding,
        object=e.object,
        party=e.by,
        found=e.occurred.date,
        text=e.text,
        place=e.place,
        photos=papers_of(e.photos),
        state="open",
        settled=None,
        matter=None,
        rule=None,
        reason=None,
        recovered=0,
        recurred=False,
    )
    rows.put(CAMPAIGN_FINDINGS, row)
    shares.found(rows, e)


def finding_moved(rows: Rows, event: Recorded[Settling]) -> None:
    """What came of it; money that came back; that it does not count."""
    e = event.event
    row = _finding(rows, e.finding)
    match e:
        case events.FindingSettled():
            row = row._replace(
                case_tag=event.case or row.case_tag,
                state=e.outcome,
                settled=e.occurred.date,
                matter=e.matter,
                rule=e.rule,
                reason=e.reason,
            )
        case events.RecoveryRecorded():
            row = row._replace(recovered=row.recovered + e.amount)
            shares.recovered(rows, e, e.amount)
        case events.RecoveryCorrected():
            row = row._replace(recovered=row.recovered + e.amount - e.former)
            shares.recovered(rows, e, e.amount - e.former)
        case events.FindingAnnulled():
            shares.annulled(rows, e, row)
            row = row._replace(state="annulled", reason=e.reason)
            rows.end(CAMPAIGN_CORRECTIONS, e.finding)
    rows.put(CAMPAIGN_FINDINGS, row)


def correction_asked(rows: Rows, event: Recorded[events.CorrectionAsked]) -> None:
    """The unit is to put a finding right."""
    e = event.event
    row = CampaignCorrection(
        scope=e.concerns.visibility,
        finding=e.finding,
        unit=e.unit,
        by=e.by,
        stage="asked",
        text=e.text,
        due=e.due,
        report=None,
        papers=[],
        reported=None,
        returned=0,
        reason=None,
        note=None,
        photos=[],
        verified=None,
    )
    rows.put(CAMPAIGN_CORRECTIONS, row)
    rows.put(CAMPAIGN_FINDINGS, _finding(rows, e.finding)._replace(state="asked"))
    shares.asked(rows, e)


def correction_moved(rows: Rows, event: Recorded[Correcting]) -> None:
    """Reported, sent back, verified by a second body."""
    e, day = event.event, event.event.occurred.date
    row = rows.get(CAMPAIGN_CORRECTIONS, e.finding)
    if row is None:
        raise LookupError(f"a correction of finding {e.finding} was never asked")
    match e:
        case events.CorrectionReported():
            if row.reported is None:
                shares.reported(rows, _finding(rows, e.finding).object)
            row = row._replace(stage="answered", report=e.text, papers=papers_of(e.papers))
            row = row._replace(reported=day)
        case events.CorrectionReturned():
            row = row._replace(stage="returned", returned=row.returned + 1, reason=e.reason)
        case events.CorrectionVerified():
            row = row._replace(stage="accepted", note=e.note, photos=papers_of(e.photos))
            row = row._replace(verified=day)
            shares.verified(rows, e)
    rows.put(CAMPAIGN_CORRECTIONS, row)
    finding = _finding(rows, e.finding)._replace(state=row.stage, settled=row.verified)
    rows.put(CAMPAIGN_FINDINGS, finding)


def _object(rows: Rows, key: int) -> CampaignObject:
    row = rows.get(CAMPAIGN_OBJECTS, key)
    if row is None:
        raise LookupError(f"object {key} was never added")
    return row


def _finding(rows: Rows, key: int) -> CampaignFinding:
    row = rows.get(CAMPAIGN_FINDINGS, key)
    if row is None:
        raise LookupError(f"finding {key} was never added")
    return row


def _decision(decision: Decision | None) -> dict[str, Any] | None:
    if decision is None:
        return None
    return {**asdict(decision), "decided": decision.decided.isoformat()}


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Planned: planned,
    events.Consulted: changed,
    events.ListFixed: changed,
    events.Joined: joined,
    events.Closed: changed,
    events.LookedBack: changed,
    events.Corrected: changed,
    events.Annulled: changed,
    events.ObjectListed: object_listed,
    events.ObjectsAssigned: objects_assigned,
    events.Screened: object_moved,
    events.ScreeningReturned: object_moved,
    events.ObjectCorrected: object_moved,
    events.ObjectStruck: object_moved,
    events.Found: found,
    events.FindingSettled: finding_moved,
    events.RecoveryRecorded: finding_moved,
    events.RecoveryCorrected: finding_moved,
    events.FindingAnnulled: finding_moved,
    events.CorrectionAsked: correction_asked,
    events.CorrectionReported: correction_moved,
    events.CorrectionReturned: correction_moved,
    events.CorrectionVerified: correction_moved,
    **duties.HANDLERS,
    **quarters.HANDLERS,
}

MODEL: Final = ReadModel(name="campaigns", version=2, tables=TABLES, handlers=_HANDLERS)
