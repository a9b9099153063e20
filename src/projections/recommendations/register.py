"""The register of recommendations (纪检监察建议): draft, approval, issue, and what came of each."""

import datetime
from typing import Any, Final, NamedTuple

from domain.approvals.events import Signed, Step
from domain.model import Event, Recorded
from domain.recommendations import events
from domain.recommendations.commands import Content, Paper, Terms
from projections.model import Handler, ReadModel, Table
from projections.numbers import numbered
from projections.rows import Rows


class Recommendation(NamedTuple):
    """A recommendation; ``objection`` and ``feedback_text`` are commitments. Days are counted when asked.

    Stages: drafted → submitted → approved → issued → delivered → rectifying → fed_back → accepted →
    signed_off → settled, besides objected, withdrawn, demanded, refused, recurred and annulled.
    """

    scope: str
    stage: str
    kind: str
    ground: int | None
    title: str
    problems: tuple[str, ...]
    advice: str
    issuer: str
    addressee: str
    verifier: str
    deadline: datetime.date
    feedback: str
    feedback_due: datetime.date
    objection_within: str
    objection_manner: str
    paper: dict[str, Any] | None
    drafted: datetime.date
    number: str | None
    number_organ: str | None
    number_year: int | None
    number_serial: int | None
    issued: datetime.date | None
    delivered: datetime.date | None
    delivery: dict[str, Any] | None
    objection_until: datetime.date | None
    acknowledged: datetime.date | None
    objection: str | None
    objection_decision: str | None
    planned: datetime.date | None
    items: tuple[str, ...]
    fed_back: datetime.date | None
    feedback_text: str | None
    demands: int
    superior: str | None
    signed_off: datetime.date | None
    looked_back: datetime.date | None
    round: int
    reason: str | None


class RecommendationStatus(NamedTuple):
    """All that an observer learns of a recommendation: how far it is, and since when."""

    scope: str
    stage: str
    number: str
    issuer: str
    addressee: str
    since: datetime.date


class RecommendationApproval(NamedTuple):
    """呈批 of a recommendation, for the issuer's side: facts, matter, and each opinion in its order."""

    scope: str
    status: str
    facts: str
    matter: str | None
    since: datetime.date
    opinions: list[dict[str, Any]]


class RecommendationConsultation(NamedTuple):
    """A department asked for its view of a draft; both texts are commitments."""

    scope: str
    party: str
    title: str
    text: str
    asked: datetime.date
    due: datetime.date
    view: str | None
    answer: str | None
    answered: datetime.date | None


RECOMMENDATIONS: Final = Table(
    "recommendations",
    Recommendation,
    classes=("recommendation", "recommendation_issued"),
    indexes=(("jurisdiction", "drafted", "stream"), ("jurisdiction", "addressee", "drafted")),
)
RECOMMENDATION_STATUS: Final = Table(
    "recommendation_status", RecommendationStatus, classes=("recommendation_issued",)
)
RECOMMENDATION_APPROVALS: Final = Table(
    "recommendation_approvals", RecommendationApproval, classes=("recommendation",)
)
RECOMMENDATION_CONSULTATIONS: Final = Table(
    "recommendation_consultations",
    RecommendationConsultation,
    key=("party",),
    classes=("recommendation_consultation",),
)

_OPINIONS: Final = (events.OpinionGiven, events.OralOpinionRecorded, events.Cosigned)


def drafted(rows: Rows, event: Recorded[events.Drafted]) -> None:
    """It was drafted."""
    e, day = event.event, event.event.occurred.date
    row = Recommendation(
        scope=e.concerns.visibility,
        stage="drafted",
        **_content(e.content),
        issuer=e.issuer,
        drafted=day,
        number=None,
        number_organ=None,
        number_year=None,
        number_serial=None,
        issued=None,
        delivered=None,
        delivery=None,
        objection_until=None,
        acknowledged=None,
        objection=None,
        objection_decision=None,
        planned=None,
        items=(),
        fed_back=None,
        feedback_text=None,
        demands=0,
        superior=None,
        signed_off=None,
        looked_back=None,
        round=1,
        reason=None,
    )
    rows.put(RECOMMENDATIONS, row)
    approval = RecommendationApproval(e.concerns.visibility, "drafted", e.facts, e.matter, day, [])
    rows.put(RECOMMENDATION_APPROVALS, approval)


def consulted(
    rows: Rows, event: Recorded[events.ConsultationAsked | events.ConsultationAnswered]
) -> None:
    """A department was asked, or told its view."""
    e, day = event.event, event.event.occurred.date
    match e:
        case events.ConsultationAsked():
            asked = (e.concerns.visibility, e.department, e.title, e.text, day, e.due)
            row = RecommendationConsultation(*asked, view=None, answer=None, answered=None)
        case events.ConsultationAnswered():
            known = rows.get(RECOMMENDATION_CONSULTATIONS, e.department)
            if known is None:
                raise LookupError("the department was never asked")
            row = known._replace(view=e.view, answer=e.text, answered=day)
    rows.put(RECOMMENDATION_CONSULTATIONS, row)


def climbed(rows: Rows, event: Recorded[Step]) -> None:
    """呈批: a step of its approval."""
    e, day = event.event, event.event.occurred.date
    known = rows.get(RECOMMENDATION_APPROVALS)
    if known is None:
        raise LookupError("the recommendation was never a drafted one")
    if isinstance(e, _OPINIONS):
        known = known._replace(opinions=[*known.opinions, _opinion(e)])
    status = _STATUS.get(type(e))
    if status is not None:
        known = known._replace(status=status, since=day)
    rows.put(RECOMMENDATION_APPROVALS, known)
    row = rows.get(RECOMMENDATIONS)
    stage = {"submitted": "submitted", "approved": "approved"}.get(status or "")
    if row is not None and status is not None:
        rows.put(RECOMMENDATIONS, row._replace(stage=stage or "drafted"))


def _opinion(e: Signed) -> dict[str, Any]:
    return {
        "level": e.level,
        "signer": e.signer,
        "party": e.signer_party,
        "opinion": getattr(e, "opinion", None),
        "text": getattr(e, "text", None),
        "manner": _MANNER.get(type(e)) or getattr(e, "manner", None),
        "on": e.occurred.date.isoformat(),
    }


_STATUS: Final[dict[type[Event], str]] = {
    events.Submitted: "submitted",
    events.SubmissionReturned: "returned",
    events.SubmissionWithdrawn: "withdrawn",
    events.Approved: "approved",
}
_MANNER: Final[dict[type[Event], str]] = {
    events.OralOpinionRecorded: "oral",
    events.Cosigned: "cosigned",
}


def changed(rows: Rows, event: Recorded[Event]) -> None:
    """Fold one event into the register. One never drafted is a fault: `LookupError`."""
    row = rows.get(RECOMMENDATIONS)
    if row is None:
        raise LookupError("the recommendation was never a drafted one")
    e = event.event
    row = _changed(row, e)
    rows.put(RECOMMENDATIONS, row)
    if row.number is not None:
        before = rows.get(RECOMMENDATION_STATUS)
        day = e.occurred.date
        since = day if before is None or before.stage != row.stage else before.since
        known = (row.scope, row.stage, row.number, row.issuer, row.addressee)
        rows.put(RECOMMENDATION_STATUS, RecommendationStatus(*known, since))


def _changed(row: Recommendation, e: Event) -> Recommendation:
    day = e.occurred.date
    match e:
        case events.Redrafted():
            return row._replace(**_content(e.content))
        case events.Issued():
            return _issued(row, e)
        case events.Delivered():
            how = {"manner": e.manner, "received_by": e.received_by, "place": e.place}
            row = row._replace(stage="delivered", delivered=day, delivery=how)
            return row._replace(objection_until=e.objection_until)
        case events.Acknowledged():
            return row._replace(acknowledged=day)
        case events.Corrected():
            right = row._replace(title=e.title or row.title, advice=e.advice or row.advice)
            return right._replace(paper=row.paper if e.paper is None else _paper(e.paper))
        case events.Annulled():
            return row._replace(stage="annulled", reason=e.reason)
        case _:
            return _objected(row, e)


def _issued(row: Recommendation, e: events.Issued) -> Recommendation:
    row = row._replace(**numbered(e.number))
    return row._replace(scope=e.concerns.visibility, stage="issued", issued=e.occurred.date)


def _objected(row: Recommendation, e: Event) -> Recommendation:
    match e:
        case events.ObjectionRaised():
            return row._replace(stage="objected", objection=e.text)
        case events.Upheld():
            return row._replace(stage="delivered", objection_decision="upheld", reason=e.reason)
        case events.Revised():
            row = row._replace(stage="delivered", objection_decision="revised", reason=e.reason)
            row = row._replace(problems=e.problems, advice=e.advice, paper=_paper(e.paper))
            return row._replace(**_terms(e.terms))
        case events.Withdrawn():
            row = row._replace(stage="withdrawn", objection_decision="withdrawn")
            return row._replace(reason=e.reason)
        case _:
            return _followed(row, e)


def _followed(row: Recommendation, e: Event) -> Recommendation:
    day = e.occurred.date
    match e:
        case events.PlanReceived():
            return row._replace(stage="rectifying", planned=day, items=e.items)
        case events.FeedbackReceived():
            return row._replace(stage="fed_back", fed_back=day, feedback_text=e.text)
        case events.FeedbackAccepted():
            return row._replace(stage="accepted")
        case events.FurtherDemanded():
            row = row._replace(stage="demanded", demands=e.demand, reason=e.reason)
            return row._replace(deadline=e.deadline)
        case events.RefusalRecorded():
            return row._replace(stage="refused", reason=e.reason)
        case events.SuperiorNotified():
            return row._replace(superior=e.superior)
        case events.SignedOff():
            return row._replace(stage="signed_off", signed_off=day)
        case events.LookedBack():
            stage = "settled" if e.result == "held" else "recurred"
            return row._replace(stage=stage, looked_back=day)
        case events.Reopened():
            row = row._replace(stage="demanded", deadline=e.deadline, reason=e.reason)
            return row._replace(round=e.round, signed_off=None)
        case _:
            raise TypeError(f"no event of a recommendation: {type(e).__name__}")


def _content(content: Content) -> dict[str, Any]:
    return {
        "kind": content.kind,
        "ground": content.ground,
        "title": content.title,
        "problems": content.problems,
        "advice": content.advice,
        "addressee": content.addressee,
        "verifier": content.verifier,
        "paper": _paper(content.paper),
        **_terms(content.terms),
    }


def _terms(terms: Terms) -> dict[str, Any]:
    return {
        "deadline": terms.deadline,
        "feedback": terms.feedback,
        "feedback_due": terms.feedback_due,
        "objection_within": terms.objection_within,
        "objection_manner": terms.objection_manner,
    }


def _paper(paper: Paper | None) -> dict[str, Any] | None:
    return None if paper is None else {"title": paper.title, "digest": paper.digest}


_FOLLOWING: Final = (
    events.Redrafted,
    events.Issued,
    events.Delivered,
    events.Acknowledged,
    events.ObjectionRaised,
    events.Upheld,
    events.Revised,
    events.Withdrawn,
    events.PlanReceived,
    events.FeedbackReceived,
    events.FeedbackAccepted,
    events.FurtherDemanded,
    events.RefusalRecorded,
    events.SuperiorNotified,
    events.SignedOff,
    events.LookedBack,
    events.Reopened,
    events.Corrected,
    events.Annulled,
)

_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Drafted: drafted,
    events.ConsultationAsked: consulted,
    events.ConsultationAnswered: consulted,
    **dict.fromkeys(events.STEPS.all, climbed),
    **dict.fromkeys(_FOLLOWING, changed),
}

MODEL: Final = ReadModel(
    name="recommendations",
    version=2,
    tables=(
        RECOMMENDATIONS,
        RECOMMENDATION_STATUS,
        RECOMMENDATION_APPROVALS,
        RECOMMENDATION_CONSULTATIONS,
    ),
    handlers=_HANDLERS,
)
