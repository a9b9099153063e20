"""The register of notices (通报): who has signed for them, and what each addressee answered."""

import datetime
from typing import Any, Final, NamedTuple

from domain.model import Event, Recorded
from domain.notices import events
from domain.notices.commands import Paper
from projections.model import Handler, ReadModel, Table
from projections.numbers import numbered
from projections.rows import Rows


class Notice(NamedTuple):
    """A notice: issued → annulled; ``text`` is a commitment. ``pending`` have it to sign for."""

    scope: str
    stage: str
    number: str
    number_organ: str
    number_year: int
    number_serial: int
    kind: str
    title: str
    text: str
    paper: dict[str, Any] | None
    issuer: str
    issued: datetime.date
    addressees: tuple[str, ...]
    pending: tuple[str, ...]
    reply_due: datetime.date | None
    reason: str | None


class NoticeReply(NamedTuple):
    """An addressee's answer: replied → returned → replied → accepted; ``text`` is a commitment."""

    scope: str
    party: str
    issuer: str
    stage: str
    text: str
    paper: dict[str, Any] | None
    replied: datetime.date
    returned: int
    reason: str | None
    accepted: datetime.date | None


NOTICES: Final = Table(
    "notices", Notice, classes=("notice",), indexes=(("jurisdiction", "issued", "stream"),)
)
NOTICE_REPLIES: Final = Table(
    "notice_replies",
    NoticeReply,
    key=("party",),
    classes=("notice_reply",),
    indexes=(("jurisdiction", "replied", "stream"),),
)


def issued(rows: Rows, event: Recorded[events.Issued]) -> None:
    """A notice was issued."""
    e = event.event
    row = Notice(
        scope=e.concerns.visibility,
        stage="issued",
        **numbered(e.number),
        kind=e.kind,
        title=e.title,
        text=e.text,
        paper=_paper(e.paper),
        issuer=e.issuer,
        issued=e.occurred.date,
        addressees=e.parties,
        pending=e.parties,
        reply_due=None,
        reason=None,
    )
    rows.put(NOTICES, row)


def changed(rows: Rows, event: Recorded[Event]) -> None:
    """Fold one event into the notice. One never issued is a fault: `LookupError`."""
    row = rows.get(NOTICES)
    if row is None:
        raise LookupError("the notice was never issued")
    rows.put(NOTICES, _changed(row, event.event))


def _changed(row: Notice, e: Event) -> Notice:
    match e:
        case events.ReplyAsked():
            return row._replace(reply_due=e.due)
        case events.Acknowledged():
            return row._replace(pending=tuple(party for party in row.pending if party != e.by))
        case events.Corrected():
            paper = row.paper if e.paper is None else _paper(e.paper)
            return row._replace(title=e.title or row.title, text=e.text or row.text, paper=paper)
        case events.Annulled():
            return row._replace(stage="annulled", pending=(), reason=e.reason)
        case _:
            raise TypeError(f"no event of a notice: {type(e).__name__}")


def replied(rows: Rows, event: Recorded[events.Replied]) -> None:
    """A party answered, perhaps anew."""
    e = event.event
    before = rows.get(NOTICE_REPLIES, e.by)
    row = NoticeReply(
        scope=e.concerns.visibility,
        party=e.by,
        issuer=e.issuer,
        stage="replied",
        text=e.text,
        paper=_paper(e.paper),
        replied=e.occurred.date,
        returned=0 if before is None else before.returned,
        reason=None,
        accepted=None,
    )
    rows.put(NOTICE_REPLIES, row)


def judged(rows: Rows, event: Recorded[events.ReplyReturned | events.ReplyAccepted]) -> None:
    """The issuer judged an answer. One never given is a fault: `LookupError`."""
    e = event.event
    row = rows.get(NOTICE_REPLIES, e.by)
    if row is None:
        raise LookupError("the party never answered")
    match e:
        case events.ReplyReturned():
            row = row._replace(stage="returned", returned=row.returned + 1, reason=e.reason)
        case events.ReplyAccepted():
            row = row._replace(stage="accepted", accepted=e.occurred.date)
    rows.put(NOTICE_REPLIES, row)


def _paper(paper: Paper | None) -> dict[str, Any] | None:
    return None if paper is None else {"title": paper.title, "digest": paper.digest}


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Issued: issued,
    events.ReplyAsked: changed,
    events.Acknowledged: changed,
    events.Corrected: changed,
    events.Annulled: changed,
    events.Replied: replied,
    events.ReplyReturned: judged,
    events.ReplyAccepted: judged,
}

MODEL: Final = ReadModel(
    name="notices", version=1, tables=(NOTICES, NOTICE_REPLIES), handlers=_HANDLERS
)
