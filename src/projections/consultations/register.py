"""The register of consultations (会商), with agenda, conclusions and action items."""

import datetime
from typing import Any, Final, NamedTuple

from domain.consultations import events
from domain.model import Event, Recorded
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class Consultation(NamedTuple):
    """A consultation: convened → held → concluded, or cancelled, or annulled; ``minutes`` a commitment."""

    scope: str
    stage: str
    kind: str
    title: str
    convener: str
    parties: tuple[str, ...]
    planned: datetime.date
    held: datetime.date | None
    concluded: datetime.date | None
    agenda: list[dict[str, Any]]
    present: list[dict[str, Any]]
    absent: list[dict[str, Any]]
    minutes: str | None
    conclusions: tuple[str, ...]
    resolutions: list[dict[str, Any]]
    views: list[dict[str, Any]]
    released: tuple[str, ...]
    reason: str | None


class ConsultationStatus(NamedTuple):
    """What an invited party that stayed away learns."""

    scope: str
    stage: str
    kind: str
    title: str
    convener: str
    planned: datetime.date


class ActionItem(NamedTuple):
    """What a party took on: open → reported → done, or open again when a report is sent back."""

    scope: str
    item: int
    owner: str
    owed_to: str
    due: datetime.date
    text: str
    status: str
    report: str | None
    reported_by: str | None
    reason: str | None


class Member(NamedTuple):
    """A party of the meeting: invited → present | absent; ``sat_in`` where it came uninvited (列席).

    ``held`` is the day of a meeting that counts: of none that was annulled.
    """

    scope: str
    kind: str
    convener: str
    held: datetime.date | None
    party: str
    attendance: str
    reason: str | None


class Pack(NamedTuple):
    """What the pack of a meeting told of one body: each figure by its name, as it was counted then."""

    scope: str
    convener: str
    reporter: str
    period: str
    begins: datetime.date
    ends: datetime.date
    issued: datetime.date
    figures: dict[str, int]


CONSULTATIONS: Final = Table(
    "consultations",
    Consultation,
    classes=("consultation",),
    indexes=(("jurisdiction", "planned", "stream"),),
)
CONSULTATION_STATUS: Final = Table(
    "consultation_status", ConsultationStatus, classes=("consultation",)
)
CONSULTATION_MEMBERS: Final = Table(
    "consultation_members", Member, key=("party",), classes=("consultation",)
)
CONSULTATION_PACKS: Final = Table(
    "consultation_packs", Pack, key=("reporter",), classes=("meeting_pack",)
)
ACTION_ITEMS: Final = Table(
    "action_items",
    ActionItem,
    key=("item",),
    classes=("consultation", "action_item"),
    indexes=(("jurisdiction", "owner", "due"),),
)


def convened(rows: Rows, event: Recorded[events.Convened]) -> None:
    """A consultation is called."""
    e = event.event
    row = Consultation(
        scope=e.concerns.visibility,
        stage="convened",
        kind=e.kind,
        title=e.title,
        convener=e.convener,
        parties=tuple(e.parties),
        planned=e.planned,
        held=None,
        concluded=None,
        agenda=[],
        present=[],
        absent=[],
        minutes=None,
        conclusions=(),
        resolutions=[],
        views=[],
        released=(),
        reason=None,
    )
    _put(rows, row)
    for party in dict.fromkeys((e.convener, *e.parties)):
        member = Member(row.scope, e.kind, e.convener, None, party, "invited", None)
        rows.put(CONSULTATION_MEMBERS, member)


def held(rows: Rows, event: Recorded[events.Held | events.AttendanceCorrected]) -> None:
    """The meeting took place: who came, who did not, who sat in; or that is put right."""
    changed(rows, event)
    e, row = event.event, rows.get(CONSULTATIONS)
    if row is None:
        raise LookupError("the consultation was never convened")
    invited = (row.convener, *row.parties)
    meeting = (e.concerns.visibility, row.kind, row.convener, row.held)
    for member in rows.all(CONSULTATION_MEMBERS):
        if member.attendance == "sat_in":
            rows.end(CONSULTATION_MEMBERS, member.party)
    for each in e.present:
        came = Member(*meeting, each.party, "present" if each.party in invited else "sat_in", None)
        rows.put(CONSULTATION_MEMBERS, came)
    for away in e.absent:
        rows.put(CONSULTATION_MEMBERS, Member(*meeting, away.party, "absent", away.reason))


def pack_issued(rows: Rows, event: Recorded[events.PackIssued]) -> None:
    """The pack as it was given out, in place of one before."""
    e = event.event
    rows.end_all(CONSULTATION_PACKS)
    for body in e.bodies:
        row = Pack(
            scope=e.concerns.visibility,
            convener=e.convener,
            reporter=body.party,
            period=e.period,
            begins=e.begins,
            ends=e.ends,
            issued=e.occurred.date,
            figures={each.count: each.value for each in body.figures},
        )
        rows.put(CONSULTATION_PACKS, row)


def annulled(rows: Rows, event: Recorded[events.Annulled]) -> None:
    """It does not count: nobody was there."""
    changed(rows, event)
    for member in rows.all(CONSULTATION_MEMBERS):
        rows.put(CONSULTATION_MEMBERS, member._replace(held=None))


def changed(rows: Rows, event: Recorded[Event]) -> None:
    """Fold one event into the consultation. One never convened is a fault: `LookupError`."""
    row = rows.get(CONSULTATIONS)
    if row is None:
        raise LookupError("the consultation was never convened")
    _put(rows, _changed(row, event.event))


def _put(rows: Rows, row: Consultation) -> None:
    rows.put(CONSULTATIONS, row)
    status = ConsultationStatus(
        row.scope, row.stage, row.kind, row.title, row.convener, row.planned
    )
    rows.put(CONSULTATION_STATUS, status)


def _changed(row: Consultation, e: Event) -> Consultation:
    day = e.occurred.date
    match e:
        case events.AgendaItemAdded():
            point = {"item": e.item, "by": e.by, "title": e.agenda_item.title}
            about = {"lead": e.agenda_item.lead, "campaign": e.agenda_item.campaign}
            return row._replace(agenda=[*row.agenda, point | about])
        case events.Postponed():
            return row._replace(planned=e.planned, reason=e.reason)
        case events.Cancelled():
            return row._replace(stage="cancelled", reason=e.reason)
        case events.Held():
            return _attended(row._replace(stage="held", held=day, minutes=e.minutes), e)
        case events.ViewGiven():
            return row._replace(views=[*row.views, _view(e)])
        case events.Concluded():
            return row._replace(stage="concluded", concluded=day, conclusions=tuple(e.conclusions))
        case events.LeadResolved():
            return row._replace(resolutions=[*row.resolutions, _resolution(e)])
        case events.ResolutionCorrected():
            right = [_resolution(e) if r["lead"] == e.lead else r for r in row.resolutions]
            return row._replace(resolutions=right)
        case events.ViewCorrected():
            whose = (e.lead, e.given_by)
            views = [_view(e) if (v["lead"], v["given_by"]) == whose else v for v in row.views]
            return row._replace(views=views)
        case events.AttendanceCorrected():
            return _attended(row, e)
        case events.Released():
            return row._replace(released=(*row.released, e.to))
        case events.Corrected():
            return _corrected(row, e)
        case events.Annulled():
            return row._replace(stage="annulled", reason=e.reason)
        case _:
            raise TypeError(f"no event of a consultation: {type(e).__name__}")


def _attended(row: Consultation, e: events.Held | events.AttendanceCorrected) -> Consultation:
    present = [{"party": each.party, "persons": list(each.persons)} for each in e.present]
    absent = [{"party": each.party, "reason": each.reason} for each in e.absent]
    return row._replace(present=present, absent=absent)


def _resolution(e: events.LeadResolved | events.ResolutionCorrected) -> dict[str, Any]:
    due = e.due.isoformat()
    return {"lead": e.lead, "way": e.way, "text": e.text, "owner": e.owner, "due": due}


def _view(e: events.ViewGiven | events.ViewCorrected) -> dict[str, Any]:
    return {"lead": e.lead, "given_by": e.given_by, "view": e.view, "text": e.text}


def _corrected(row: Consultation, e: events.Corrected) -> Consultation:
    conclusions = row.conclusions if e.conclusions is None else tuple(e.conclusions)
    return row._replace(
        title=e.title or row.title, minutes=e.minutes or row.minutes, conclusions=conclusions
    )


def item_stated(
    rows: Rows, event: Recorded[events.ActionItemAssigned | events.ActionItemCorrected]
) -> None:
    """An action item as it is from now on; a new owner has to report anew."""
    e = event.event
    known = rows.get(ACTION_ITEMS, e.item)
    row = ActionItem(
        e.concerns.visibility, e.item, e.owner, e.owed_to, e.due, e.text, "open", None, None, None
    )
    if known is not None and known.owner == e.owner:
        row = known._replace(owed_to=e.owed_to, due=e.due, text=e.text)
    rows.put(ACTION_ITEMS, row)


def item_moved(
    rows: Rows,
    event: Recorded[
        events.ActionItemReported | events.ActionItemReturned | events.ActionItemConfirmed
    ],
) -> None:
    """Reported, sent back, done."""
    e = event.event
    row = rows.get(ACTION_ITEMS, e.item)
    if row is None:
        raise LookupError(f"action item {e.item} was never assigned")
    match e:
        case events.ActionItemReported():
            row = row._replace(status="reported", report=e.report, reported_by=e.reported_by)
        case events.ActionItemReturned():
            row = row._replace(status="open", reason=e.reason)
        case events.ActionItemConfirmed():
            row = row._replace(status="done")
    rows.put(ACTION_ITEMS, row)


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Convened: convened,
    events.AgendaItemAdded: changed,
    events.Postponed: changed,
    events.PackIssued: pack_issued,
    events.Cancelled: changed,
    events.Held: held,
    events.ViewGiven: changed,
    events.Concluded: changed,
    events.LeadResolved: changed,
    events.Released: changed,
    events.Corrected: changed,
    events.AttendanceCorrected: held,
    events.ResolutionCorrected: changed,
    events.ViewCorrected: changed,
    events.Annulled: annulled,
    events.ActionItemAssigned: item_stated,
    events.ActionItemCorrected: item_stated,
    events.ActionItemReported: item_moved,
    events.ActionItemReturned: item_moved,
    events.ActionItemConfirmed: item_moved,
}

MODEL: Final = ReadModel(
    name="consultations",
    version=5,
    tables=(
        CONSULTATIONS,
        CONSULTATION_STATUS,
        CONSULTATION_MEMBERS,
        CONSULTATION_PACKS,
        ACTION_ITEMS,
    ),
    handlers=_HANDLERS,
)
