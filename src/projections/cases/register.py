"""The register of cases: one row per case, one per person, one per sheet of its sign-off.

Observers get ``case_status``: under way, decided, closed, and nothing of the content. Sanctions, what
bodies are asked and what is served are folded in ``projections.cases.sanctions``.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from domain.cases import events
from domain.model import Event, Recorded
from projections.cases import sanctions, sheets
from projections.cases.rows import (
    CASE_APPROVALS,
    CASE_DECISIONS,
    CASE_PERSONS,
    CASE_RECOVERIES,
    CASE_SIGN_OFFS,
    CASE_STATUS,
    CASES,
    SANCTIONS,
    Case,
    CasePerson,
    CaseStatus,
)
from projections.cases.values import blank, posts
from projections.model import Handler, ReadModel
from projections.numbers import numbered
from projections.rows import Rows

_STATUS: Final = {
    "opened": "opened",
    "decided": "decided",
    "archived": "closed",
    "withdrawn": "closed",
    "annulled": "closed",
}


def opened(rows: Rows, event: Recorded[events.Opened]) -> None:
    """The file was opened, about these persons."""
    e = event.event
    scope = e.concerns.visibility
    row = blank(
        Case,
        scope=scope,
        stage="opened",
        leads=e.leads,
        sources=e.sources,
        persons=tuple(each.person for each in e.persons),
        handling_party=e.handling_party,
        handlers=e.handlers,
        keeper=e.keeper,
        opened=e.occurred.date,
        suspended=(),
        adjudicators=(),
        returned=0,
        supplements=0,
        reinvestigations=0,
    )
    rows.put(CASES, row)
    _stand(rows, event, row)
    for each in e.persons:
        person = blank(
            CasePerson,
            scope=scope,
            person=each.person,
            name=each.name,
            pseudonym=each.pseudonym,
            post=each.post,
            posts=posts(each.posts),
            party_member=each.party_member,
            public_official=each.public_official,
            stage="open",
            counted=False,
            procuratorate=False,
            sources=e.sources,
        )
        rows.put(CASE_PERSONS, person)


def _stand(rows: Rows, event: Recorded[Any], row: Case) -> None:
    """How the case stands, for observers."""
    status = _STATUS.get(row.stage, "under_way")
    known = rows.get(CASE_STATUS)
    if known is None or known.status != status:
        rows.put(CASE_STATUS, CaseStatus(row.scope, status, event.event.occurred.date))


def changed(rows: Rows, event: Recorded[events.CaseEvent]) -> None:
    """Fold one event into the case. One never opened is a fault: `LookupError`."""
    row = rows.get(CASES)
    if row is None:
        raise LookupError("the case was never a case: it was not opened")
    row = _CHANGES[type(event.event)](row, event.event)
    rows.put(CASES, row)
    _stand(rows, event, row)


def _filed(row: Case, e: events.Filed) -> Case:
    return row._replace(
        stage="investigating",
        **numbered(e.number),
        filed=e.occurred.date,
        document=e.document,
        decision=e.decision,
    )


def _handlers(row: Case, e: events.HandlersAssigned) -> Case:
    return row._replace(handlers=e.handlers, keeper=e.keeper)


def _recused(row: Case, e: events.RecusalDecided) -> Case:
    if not e.granted:
        return row
    return row._replace(
        handlers=tuple(each for each in row.handlers if each != e.person),
        adjudicators=tuple(each for each in row.adjudicators if each != e.person),
    )


def _away(row: Case, e: events.InvestigationSuspended | events.SuspensionEnded) -> Case:
    others = tuple(each for each in row.suspended if each != e.person)
    gone = isinstance(e, events.InvestigationSuspended)
    return row._replace(suspended=(*others, e.person) if gone else others)


def _sent(row: Case, e: events.Sent) -> Case:
    return row._replace(
        stage="sent", adjudicator=e.to, adjudicators=(), sent=e.occurred.date, accepted=None
    )


def _accepted(row: Case, e: events.AdjudicationAccepted) -> Case:
    return row._replace(stage="adjudicating", adjudicators=e.adjudicators, accepted=e.occurred.date)


def _adjudicators(row: Case, e: events.AdjudicatorsAssigned) -> Case:
    return row._replace(adjudicators=e.adjudicators)


def _went_back(
    row: Case,
    e: events.AdjudicationReturned | events.SupplementRequired | events.ReinvestigationRequired,
) -> Case:
    row = row._replace(reason=e.reason)
    match e:
        case events.AdjudicationReturned():
            return row._replace(stage="investigating", returned=row.returned + 1)
        case events.SupplementRequired():
            return row._replace(stage="supplementing", supplements=row.supplements + 1)
        case events.ReinvestigationRequired():
            return row._replace(stage="reinvestigating", reinvestigations=row.reinvestigations + 1)


def _back(row: Case, _: events.SupplementCompleted | events.ReinvestigationCompleted) -> Case:
    return row._replace(stage="adjudicating", reason=None)


def _reported(row: Case, e: events.AdjudicationReported) -> Case:
    return row._replace(stage="reported", reported=e.occurred.date)


def _deliberated(row: Case, e: events.Deliberated) -> Case:
    return row._replace(stage="deliberated", deliberated=e.occurred.date)


def _decided(row: Case, e: events.Decided) -> Case:
    return row._replace(stage="decided", decided=e.occurred.date)


def _archived(row: Case, e: events.Archived) -> Case:
    return row._replace(stage="archived", archived=e.occurred.date, volumes=e.volumes)


def _withdrawn(row: Case, e: events.Withdrawn) -> Case:
    return row._replace(stage="withdrawn", reason=e.reason)


def _withdrawal_reported(row: Case, e: events.WithdrawalReported) -> Case:
    return row._replace(withdrawal_reported=e.occurred.date)


def _annulled(row: Case, e: events.Annulled) -> Case:
    return row._replace(stage="annulled", reason=e.reason)


def approval_given(rows: Rows, event: Recorded[events.ApprovalGiven]) -> None:
    """A step was decided; returned, the case is deliberated anew for that person."""
    sanctions.approval_given(rows, event)
    row = rows.get(CASES)
    if event.event.opinion == "return" and row is not None:
        rows.put(CASES, row._replace(stage="reported"))


def ended(rows: Rows, event: Recorded[events.Withdrawn | events.Annulled]) -> None:
    """Withdrawn or annulled: no body is asked any longer."""
    changed(rows, event)
    sanctions.nothing_asked(rows, event)


def deliberated(rows: Rows, event: Recorded[events.Deliberated]) -> None:
    """What is asked for each person, and which chain each sanction climbs."""
    changed(rows, event)
    sanctions.deliberated(rows, event)


def suspended(
    rows: Rows, event: Recorded[events.InvestigationSuspended | events.SuspensionEnded]
) -> None:
    """A person is away, or is back."""
    changed(rows, event)
    e = event.event
    away = e.ground if isinstance(e, events.InvestigationSuspended) else None
    sanctions.replace_person(rows, e.person, suspended=away)


_CHANGES: Mapping[type[Event], Callable[[Case, Any], Case]] = {
    events.Filed: _filed,
    events.HandlersAssigned: _handlers,
    events.RecusalDecided: _recused,
    events.InvestigationSuspended: _away,
    events.SuspensionEnded: _away,
    events.Sent: _sent,
    events.AdjudicationAccepted: _accepted,
    events.AdjudicatorsAssigned: _adjudicators,
    events.AdjudicationReturned: _went_back,
    events.SupplementRequired: _went_back,
    events.SupplementCompleted: _back,
    events.ReinvestigationRequired: _went_back,
    events.ReinvestigationCompleted: _back,
    events.AdjudicationReported: _reported,
    events.Deliberated: _deliberated,
    events.Decided: _decided,
    events.Archived: _archived,
    events.Withdrawn: _withdrawn,
    events.WithdrawalReported: _withdrawal_reported,
    events.Annulled: _annulled,
}

_HANDLERS: Final[dict[type[Event], Handler]] = {
    **dict.fromkeys(_CHANGES, changed),
    **sheets.HANDLERS,
    **sanctions.HANDLERS,
    events.Opened: opened,
    events.InvestigationSuspended: suspended,
    events.SuspensionEnded: suspended,
    events.Deliberated: deliberated,
    events.Withdrawn: ended,
    events.Annulled: ended,
    events.ApprovalGiven: approval_given,
}

MODEL: Final = ReadModel(
    name="cases",
    version=1,
    tables=(
        CASES,
        CASE_STATUS,
        CASE_PERSONS,
        SANCTIONS,
        CASE_SIGN_OFFS,
        CASE_APPROVALS,
        CASE_DECISIONS,
        CASE_RECOVERIES,
    ),
    handlers=_HANDLERS,
)
