"""The register of cadre appraisals (干部年度考核): the appraisal, views of others, ballot and proposal."""

import datetime
from typing import Final, NamedTuple

from domain.cadre_appraisals import events
from domain.model import Event, Recorded
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class CadreAppraisal(NamedTuple):
    """An appraisal, as leaders and the person read it; ``summary``, ``objection``, ``answer``: commitments.

    opened → summarised → told → (objected → answered) → concluded | annulled. No grade before it is told.
    """

    scope: str
    stage: str
    person: str
    stationed_group: str
    organiser: str
    year: int
    summary_by: datetime.date
    summary: str | None
    summarised: datetime.date | None
    returned: int
    grade: str | None
    told: datetime.date | None
    objection_until: datetime.date | None
    objection: str | None
    objected: datetime.date | None
    answer: str | None
    answered: datetime.date | None
    concluded: datetime.date | None
    reason: str | None


class CadreAppraisalView(NamedTuple):
    """What a host Party group thinks: asked → given; ``text`` is a commitment."""

    scope: str
    party: str
    stage: str
    person: str
    due: datetime.date
    text: str | None
    given: datetime.date | None


class CadreAppraisalProposal(NamedTuple):
    """Ballot and proposed grade: balloted → proposed → approved, or returned; ``text`` is a commitment."""

    scope: str
    stage: str
    begun: datetime.date
    voters: int
    excellent: int
    competent: int
    basically_competent: int
    incompetent: int
    proposer: str | None
    grade: str | None
    text: str | None
    proposed: datetime.date | None
    returned: int
    reason: str | None


CADRE_APPRAISALS: Final = Table(
    "cadre_appraisals",
    CadreAppraisal,
    classes=("cadre_appraisal",),
    indexes=(("jurisdiction", "year", "stream"),),
)
CADRE_APPRAISAL_VIEWS: Final = Table(
    "cadre_appraisal_views",
    CadreAppraisalView,
    key=("party",),
    classes=("cadre_appraisal_view",),
)
CADRE_APPRAISAL_PROPOSALS: Final = Table(
    "cadre_appraisal_proposals", CadreAppraisalProposal, classes=("cadre_appraisal_proposal",)
)


def opened(rows: Rows, event: Recorded[events.Opened]) -> None:
    """A person is appraised."""
    e = event.event
    row = CadreAppraisal(
        scope=e.concerns.visibility,
        stage="opened",
        person=e.person,
        stationed_group=e.group,
        organiser=e.organiser,
        year=e.year,
        summary_by=e.summary_by,
        summary=None,
        summarised=None,
        returned=0,
        grade=None,
        told=None,
        objection_until=None,
        objection=None,
        objected=None,
        answer=None,
        answered=None,
        concluded=None,
        reason=None,
    )
    rows.put(CADRE_APPRAISALS, row)


def changed(rows: Rows, event: Recorded[Event]) -> None:
    """Fold one event into the appraisal. One never opened is a fault: `LookupError`."""
    row = rows.get(CADRE_APPRAISALS)
    if row is None:
        raise LookupError("it was never an opened one")
    rows.put(CADRE_APPRAISALS, _changed(row, event.event))


def _changed(row: CadreAppraisal, e: Event) -> CadreAppraisal:
    day = e.occurred.date
    match e:
        case events.Summarised():
            return row._replace(stage="summarised", summary=e.text, summarised=day)
        case events.SummaryReturned():
            return row._replace(stage="opened", returned=row.returned + 1, reason=e.reason)
        case events.GradeApproved():
            row = row._replace(stage="told", grade=e.grade, told=day)
            return row._replace(objection_until=e.objection_until)
        case events.Objected():
            return row._replace(stage="objected", objection=e.text, objected=day)
        case events.ObjectionAnswered():
            return row._replace(stage="answered", grade=e.grade, answer=e.text, answered=day)
        case events.Concluded():
            return row._replace(stage="concluded", concluded=day)
        case events.Annulled():
            return row._replace(stage="annulled", grade=None, reason=e.reason)
        case _:
            raise TypeError(f"no event of a cadre appraisal: {type(e).__name__}")


def view_asked(rows: Rows, event: Recorded[events.ViewAsked]) -> None:
    """A host Party group is asked."""
    e = event.event
    row = CadreAppraisalView(
        e.concerns.visibility, e.asked, "asked", e.person, e.due, text=None, given=None
    )
    rows.put(CADRE_APPRAISAL_VIEWS, row)


def view_given(rows: Rows, event: Recorded[events.ViewGiven]) -> None:
    """It gave its view. One never asked is a fault: `LookupError`."""
    e = event.event
    row = rows.get(CADRE_APPRAISAL_VIEWS, e.asked)
    if row is None:
        raise LookupError("the view was never an asked one")
    row = row._replace(stage="given", text=e.text, given=e.occurred.date)
    rows.put(CADRE_APPRAISAL_VIEWS, row)


def balloted(rows: Rows, event: Recorded[events.BallotRecorded | events.Corrected]) -> None:
    """What colleagues voted; once more takes the place of the one before."""
    e, ballot = event.event, event.event.ballot
    row = rows.get(CADRE_APPRAISAL_PROPOSALS) or CadreAppraisalProposal(
        scope=e.concerns.visibility,
        stage="balloted",
        begun=e.occurred.date,
        voters=0,
        excellent=0,
        competent=0,
        basically_competent=0,
        incompetent=0,
        proposer=None,
        grade=None,
        text=None,
        proposed=None,
        returned=0,
        reason=None,
    )
    row = row._replace(voters=ballot.voters, excellent=ballot.excellent, competent=ballot.competent)
    row = row._replace(basically_competent=ballot.basically_competent)
    rows.put(CADRE_APPRAISAL_PROPOSALS, row._replace(incompetent=ballot.incompetent))


def proposal_changed(
    rows: Rows,
    event: Recorded[events.GradeProposed | events.ProposalReturned | events.GradeApproved],
) -> None:
    """Proposed, returned, approved. One never balloted on is a fault: `LookupError`."""
    e = event.event
    row = rows.get(CADRE_APPRAISAL_PROPOSALS)
    if row is None:
        raise LookupError("the proposal was never a balloted one")
    match e:
        case events.GradeProposed():
            row = row._replace(stage="proposed", proposer=e.proposer, grade=e.grade)
            row = row._replace(text=e.text, proposed=e.occurred.date)
        case events.ProposalReturned():
            row = row._replace(stage="returned", returned=row.returned + 1, reason=e.reason)
        case events.GradeApproved():
            changed(rows, event)
            row = row._replace(stage="approved")
    rows.put(CADRE_APPRAISAL_PROPOSALS, row)


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Opened: opened,
    events.ViewAsked: view_asked,
    events.ViewGiven: view_given,
    events.Summarised: changed,
    events.SummaryReturned: changed,
    events.BallotRecorded: balloted,
    events.GradeProposed: proposal_changed,
    events.ProposalReturned: proposal_changed,
    events.GradeApproved: proposal_changed,
    events.Objected: changed,
    events.ObjectionAnswered: changed,
    events.Concluded: changed,
    events.Corrected: balloted,
    events.Annulled: changed,
}

MODEL: Final = ReadModel(
    name="cadre_appraisals",
    version=1,
    tables=(CADRE_APPRAISALS, CADRE_APPRAISAL_VIEWS, CADRE_APPRAISAL_PROPOSALS),
    handlers=_HANDLERS,
)
