"""The register of joint operations (组组 · 室组 · 室组地), with who was asked, lent, and does what."""

from typing import Any, Final

from domain.joint_operations import events
from domain.model import Event, Recorded
from projections.joint_operations.rows import (
    JOINT_INVITATIONS,
    JOINT_LENDINGS,
    JOINT_OPERATIONS,
    JOINT_RESULTS,
    JOINT_SHARES,
    JointInvitation,
    JointLending,
    JointOperation,
    JointResult,
    JointShare,
)
from projections.model import Handler, ReadModel
from projections.numbers import numbered
from projections.rows import Rows


def proposed(rows: Rows, event: Recorded[events.Proposed]) -> None:
    """An operation was proposed."""
    e = event.event
    row = JointOperation(
        scope=e.concerns.visibility,
        stage="proposed",
        number=None,
        number_organ=None,
        number_year=None,
        number_serial=None,
        kind=e.kind,
        cooperation=e.cooperation,
        title=e.title,
        plan=e.plan,
        proposer=e.proposer,
        lead_body=e.lead_body,
        area=e.area,
        matters=(),
        parties=e.parties,
        proposed=e.occurred.date,
        returned=0,
        approved=None,
        opinions=[],
        opened=None,
        until=e.until,
        joined=(),
        declined=(),
        lent=0,
        results=0,
        recovered=0,
        outcome=None,
        concluded=None,
        reason=None,
    )
    rows.put(JOINT_OPERATIONS, row)


def changed(rows: Rows, event: Recorded[Event]) -> None:
    """Fold one event into the operation. One never proposed is a fault: `LookupError`."""
    row = rows.get(JOINT_OPERATIONS)
    if row is None:
        raise LookupError("the operation was never a proposal")
    rows.put(JOINT_OPERATIONS, _changed(row, event.event))


def _changed(row: JointOperation, e: Event) -> JointOperation:
    day = e.occurred.date
    match e:
        case events.MatterAttached():
            return row._replace(matters=tuple(dict.fromkeys((*row.matters, e.matter))))
        case events.Opened():
            return _numbered(row, e)
        case events.Prolonged():
            return row._replace(until=e.until, reason=e.reason)
        case events.ResultRecorded():
            return row._replace(results=e.result, recovered=row.recovered + (e.amount or 0))
        case events.Concluded():
            return row._replace(stage="concluded", concluded=day, outcome=e.outcome)
        case events.Corrected():
            return row._replace(title=e.title or row.title, plan=e.plan or row.plan)
        case events.Annulled():
            return row._replace(stage="annulled", reason=e.reason)
        case _:
            return _approving(row, e)


def _numbered(row: JointOperation, e: events.Opened) -> JointOperation:
    return row._replace(
        stage="open",
        opened=e.occurred.date,
        **numbered(e.number),
    )


def _approving(row: JointOperation, e: Event) -> JointOperation:
    match e:
        case events.SubmissionReturned() | events.SubmissionWithdrawn():
            return row._replace(stage="returned", returned=row.returned + 1)
        case events.Submitted():
            return row._replace(stage="proposed")
        case events.ProposalRevised():
            return row._replace(
                title=e.title or row.title,
                plan=e.plan or row.plan,
                parties=row.parties if e.parties is None else e.parties,
                until=e.until or row.until,
            )
        case events.OpinionGiven() | events.OralOpinionRecorded() | events.Cosigned():
            return row._replace(opinions=[*row.opinions, _opinion(e)])
        case events.Approved():
            return row._replace(stage="approved", approved=e.occurred.date)
        case _:
            raise TypeError(f"no event of a joint operation: {type(e).__name__}")


def _opinion(
    e: events.OpinionGiven | events.OralOpinionRecorded | events.Cosigned,
) -> dict[str, Any]:
    opinion = {"level": e.level, "signer": e.signer, "party": e.signer_party}
    return {**opinion, "opinion": e.opinion, "on": e.occurred.date.isoformat()}


def asked(rows: Rows, event: Recorded[events.Asked]) -> None:
    """A party was asked to join, perhaps again."""
    e = event.event
    row = JointInvitation(
        scope=e.concerns.visibility,
        party=e.to,
        lead_body=e.lead_body,
        title=e.title,
        kind=e.kind,
        cooperation=e.cooperation,
        until=e.until,
        stage="asked",
        asked=e.occurred.date,
        answered=None,
        reason=e.reason,
    )
    rows.put(JOINT_INVITATIONS, row)


def answered(rows: Rows, event: Recorded[events.Joined | events.Declined]) -> None:
    """It joined, or did not. One never asked is a fault: `LookupError`."""
    e = event.event
    row, operation = rows.get(JOINT_INVITATIONS, e.by), rows.get(JOINT_OPERATIONS)
    if row is None or operation is None:
        raise LookupError("the party was never asked")
    others = tuple(party for party in operation.declined if party != e.by)
    match e:
        case events.Joined():
            operation = operation._replace(joined=(*operation.joined, e.by), declined=others)
            row = row._replace(stage="joined", answered=e.occurred.date)
        case events.Declined():
            operation = operation._replace(declined=(*others, e.by))
            row = row._replace(stage="declined", answered=e.occurred.date, reason=e.reason)
    rows.put(JOINT_OPERATIONS, operation)
    rows.put(JOINT_INVITATIONS, row)


def offered(rows: Rows, event: Recorded[events.PersonOffered]) -> None:
    """A home agreed to lend one of its people."""
    e = event.event
    row = JointLending(
        scope=e.concerns.visibility,
        lending=e.lending,
        home=e.home,
        person=e.person,
        lead_body=e.lead_body,
        duty=e.duty,
        document=e.document,
        pool=e.pool,
        stage="offered",
        offered=e.occurred.date,
        until=e.until,
        admitted=None,
        returned=None,
        reason=None,
    )
    rows.put(JOINT_LENDINGS, row)


def lending_moved(
    rows: Rows,
    event: Recorded[events.PersonAdmitted | events.PersonReturned | events.OfferDeclined],
) -> None:
    """Admitted, sent home, not taken. One never offered is a fault: `LookupError`."""
    e, day = event.event, event.event.occurred.date
    row = rows.get(JOINT_LENDINGS, e.lending)
    if row is None:
        raise LookupError("the person was never an offer")
    match e:
        case events.PersonAdmitted():
            row = row._replace(stage="lent", admitted=day)
        case events.PersonReturned():
            row = row._replace(stage="returned", returned=day, reason=e.reason)
        case events.OfferDeclined():
            row = row._replace(stage="declined", reason=e.reason)
    rows.put(JOINT_LENDINGS, row)
    lent = sum(each.stage == "lent" for each in rows.all(JOINT_LENDINGS))
    operation = rows.get(JOINT_OPERATIONS)
    if operation is not None:
        rows.put(JOINT_OPERATIONS, operation._replace(lent=lent))


def share_assigned(rows: Rows, event: Recorded[events.ShareAssigned]) -> None:
    """A member has its share to do; an earlier one was settled."""
    e = event.event
    row = JointShare(
        scope=e.concerns.visibility,
        party=e.to,
        lead_body=e.lead_body,
        text=e.text,
        due=e.due,
        stage="asked",
        report=None,
        reported=None,
        returned=0,
        reason=None,
        accepted=None,
    )
    rows.put(JOINT_SHARES, row)


def share_moved(
    rows: Rows,
    event: Recorded[events.ShareReported | events.ShareReturned | events.ShareAccepted],
) -> None:
    """Reported, sent back, accepted. One never assigned is a fault: `LookupError`."""
    e, day = event.event, event.event.occurred.date
    row = rows.get(JOINT_SHARES, e.by)
    if row is None:
        raise LookupError("the share was never assigned")
    match e:
        case events.ShareReported():
            row = row._replace(stage="answered", report=e.text, reported=day, reason=None)
        case events.ShareReturned():
            row = row._replace(stage="returned", returned=row.returned + 1, reason=e.reason)
        case events.ShareAccepted():
            row = row._replace(stage="accepted", accepted=day)
    rows.put(JOINT_SHARES, row)


def result_recorded(rows: Rows, event: Recorded[events.ResultRecorded]) -> None:
    """Something came of it."""
    e = event.event
    changed(rows, event)
    row = JointResult(
        e.concerns.visibility,
        e.result,
        e.by,
        e.kind,
        e.text,
        e.reference,
        e.amount,
        e.occurred.date,
    )
    rows.put(JOINT_RESULTS, row)


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Proposed: proposed,
    events.MatterAttached: changed,
    events.ProposalRevised: changed,
    events.Submitted: changed,
    events.OpinionGiven: changed,
    events.OralOpinionRecorded: changed,
    events.Cosigned: changed,
    events.SubmissionReturned: changed,
    events.SubmissionWithdrawn: changed,
    events.Approved: changed,
    events.Opened: changed,
    events.Asked: asked,
    events.Joined: answered,
    events.Declined: answered,
    events.PersonOffered: offered,
    events.PersonAdmitted: lending_moved,
    events.PersonReturned: lending_moved,
    events.OfferDeclined: lending_moved,
    events.ShareAssigned: share_assigned,
    events.ShareReported: share_moved,
    events.ShareReturned: share_moved,
    events.ShareAccepted: share_moved,
    events.ResultRecorded: result_recorded,
    events.Prolonged: changed,
    events.Concluded: changed,
    events.Corrected: changed,
    events.Annulled: changed,
}

MODEL: Final = ReadModel(
    name="joint_operations",
    version=2,
    tables=(JOINT_OPERATIONS, JOINT_INVITATIONS, JOINT_LENDINGS, JOINT_SHARES, JOINT_RESULTS),
    handlers=_HANDLERS,
)
