"""The register of selections, with nominations and objections."""

import datetime
from collections.abc import Iterable
from functools import partial
from typing import Any, Final, NamedTuple

from domain.model import Event, Recorded
from domain.selections import events
from projections import nominating
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class Selection(NamedTuple):
    """A selection: opened → chosen → published, or annulled. ``choices`` are those that stand."""

    scope: str
    stage: str
    kind: str
    organiser: str
    title: str
    parties: tuple[str, ...]
    places: int
    opened: datetime.date
    nominate_by: datetime.date
    object_by: datetime.date | None
    published: datetime.date | None
    choices: list[dict[str, Any]]
    reason: str | None


class Nomination(NamedTuple):
    """A nomination: nominated → put forward or not, or returned; chosen, dropped; ``merits`` sealed."""

    scope: str
    nomination: int
    stage: str
    organiser: str
    party: str
    subject: str
    merits: str
    nominated: datetime.date
    late: bool
    returned: int
    reason: str | None


class Objection(NamedTuple):
    """An objection and its answer; the texts are commitments."""

    scope: str
    objection: int
    organiser: str
    party: str
    nomination: int
    text: str
    objected: datetime.date
    upheld: bool | None
    answer: str | None


SELECTIONS: Final = Table(
    "selections",
    Selection,
    classes=("selection",),
    indexes=(("jurisdiction", "opened", "stream"),),
)
INVITATIONS: Final = nominating.invitations("selection_invitations", "selection_nomination")
NOMINATIONS: Final = Table(
    "selection_nominations",
    Nomination,
    key=("nomination",),
    classes=("selection_nomination",),
    indexes=(("jurisdiction", "nominated", "stream", "nomination"),),
)
OBJECTIONS: Final = Table(
    "selection_objections",
    Objection,
    key=("objection",),
    classes=("selection_objection",),
    indexes=(("jurisdiction", "objected", "stream", "objection"),),
)


def opened(rows: Rows, event: Recorded[events.Opened]) -> None:
    """A selection was opened."""
    e = event.event
    row = Selection(
        scope=e.concerns.visibility,
        stage="opened",
        kind=e.kind,
        organiser=e.organiser,
        title=e.title,
        parties=e.parties,
        places=e.places,
        opened=e.occurred.date,
        nominate_by=e.nominate_by,
        object_by=None,
        published=None,
        choices=[],
        reason=None,
    )
    rows.put(SELECTIONS, row)


def changed(rows: Rows, event: Recorded[Event]) -> None:
    """Fold one event into the selection. One never opened is a fault: `LookupError`."""
    row, e = _selection(rows), event.event
    match e:
        case events.Chosen(choices=choices):
            row = row._replace(stage="chosen", choices=_shown(choices), object_by=e.object_by)
            for choice in choices:
                _put(rows, choice.nomination, stage="chosen")
        case events.Published(choices=choices):
            row = row._replace(
                stage="published", choices=_shown(choices), published=e.occurred.date
            )
        case events.Corrected():
            row = row._replace(title=e.title)
        case events.Annulled():
            row = row._replace(stage="annulled", reason=e.reason)
        case _:
            raise TypeError(f"no event of a selection: {type(e).__name__}")
    rows.put(SELECTIONS, row)


def _selection(rows: Rows) -> Selection:
    row = rows.get(SELECTIONS)
    if row is None:
        raise LookupError("the selection was never opened")
    return row


def _shown(choices: Iterable[events.Choice]) -> list[dict[str, Any]]:
    return [
        {"nomination": each.nomination, "party": each.party, "subject": each.subject}
        for each in choices
    ]


def nominated(rows: Rows, event: Recorded[events.Nominated]) -> None:
    """A body nominated something: late after the day for it."""
    e, day = event.event, event.event.occurred.date
    row = Nomination(
        scope=e.concerns.visibility,
        nomination=e.nomination,
        stage="nominated",
        organiser=e.organiser,
        party=e.party,
        subject=e.subject,
        merits=e.merits,
        nominated=day,
        late=day > _selection(rows).nominate_by,
        returned=0,
        reason=None,
    )
    rows.put(NOMINATIONS, row)
    nominating.nominated(rows, event, table=INVITATIONS)


def judged(rows: Rows, event: Recorded[events.NominationEvent]) -> None:
    """A nomination was returned, revised, reviewed."""
    e = event.event
    match e:
        case events.NominationReturned():
            returned = _nomination(rows, e.nomination).returned + 1
            _put(rows, e.nomination, stage="returned", returned=returned, reason=e.reason)
        case events.NominationRevised():
            _put(rows, e.nomination, stage="nominated", merits=e.merits, reason=None)
        case events.NominationReviewed():
            stage = "put_forward" if e.put_forward else "not_put_forward"
            _put(rows, e.nomination, stage=stage, reason=e.reason)
        case _:
            raise TypeError(f"no event of a nomination: {type(e).__name__}")


def _nomination(rows: Rows, serial: int) -> Nomination:
    row = rows.get(NOMINATIONS, serial)
    if row is None:
        raise LookupError(f"{serial} was never a nomination")
    return row


def _put(rows: Rows, serial: int, **fields: Any) -> None:
    rows.put(NOMINATIONS, _nomination(rows, serial)._replace(**fields))


def objected(rows: Rows, event: Recorded[events.Objected]) -> None:
    """A body objects."""
    e = event.event
    row = Objection(
        scope=e.concerns.visibility,
        objection=e.objection,
        organiser=e.organiser,
        party=e.party,
        nomination=e.nomination,
        text=e.text,
        objected=e.occurred.date,
        upheld=None,
        answer=None,
    )
    rows.put(OBJECTIONS, row)


def answered(rows: Rows, event: Recorded[events.ObjectionAnswered]) -> None:
    """The objection was answered; where it is upheld, the nomination is out."""
    e = event.event
    row = rows.get(OBJECTIONS, e.objection)
    if row is None:
        raise LookupError(f"{e.objection} was never a known objection")
    rows.put(OBJECTIONS, row._replace(upheld=e.upheld, answer=e.text))
    if e.upheld:
        _put(rows, e.nomination, stage="dropped")
        selection = _selection(rows)
        left = [each for each in selection.choices if each["nomination"] != e.nomination]
        rows.put(SELECTIONS, selection._replace(choices=left))


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Opened: opened,
    events.Chosen: changed,
    events.Published: changed,
    events.Corrected: changed,
    events.Annulled: changed,
    events.Invited: partial(nominating.invited, table=INVITATIONS),
    events.Nominated: nominated,
    events.Waived: partial(nominating.waived, table=INVITATIONS),
    events.NominationReturned: judged,
    events.NominationRevised: judged,
    events.NominationReviewed: judged,
    events.Objected: objected,
    events.ObjectionAnswered: answered,
}

MODEL: Final = ReadModel(
    name="selections",
    version=2,
    tables=(SELECTIONS, INVITATIONS, NOMINATIONS, OBJECTIONS),
    handlers=_HANDLERS,
)
