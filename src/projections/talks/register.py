"""The register of talks (谈心谈话): who was talked to; and, for who held them, what was said and promised."""

import datetime
from typing import Final, NamedTuple

from domain.model import Event, Recorded
from domain.talks import events
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class Talk(NamedTuple):
    """A talk: planned → held | cancelled, or annulled. Name and post are commitments."""

    scope: str
    stage: str
    kind: str
    held_by_party: str
    unit: str
    stationed_group: str
    person: str | None
    pseudonym: str | None
    name: str
    post: str
    first_hand: bool
    topics: str
    planned: datetime.date
    held: datetime.date | None
    held_by: str | None
    reason: str | None


class TalkContent(NamedTuple):
    """What was said: a commitment. stage: recorded → accepted, or returned → revised → accepted; annulled."""

    scope: str
    stage: str
    held_by_party: str
    unit: str
    text: str
    returned: int
    due: datetime.date | None
    reason: str | None


class TalkPromise(NamedTuple):
    """A promise: open → kept; ``kept`` says how far it was at the latest look. Texts are commitments."""

    scope: str
    promise: int
    stage: str
    held_by_party: str
    unit: str
    text: str
    due: datetime.date
    kept: str | None
    followed_up: datetime.date | None
    followed_up_text: str | None


TALKS: Final = Table(
    "talks",
    Talk,
    classes=("talk",),
    indexes=(("jurisdiction", "planned", "stream"), ("jurisdiction", "unit", "held")),
)
TALK_CONTENTS: Final = Table("talk_contents", TalkContent, classes=("talk_content",))
TALK_PROMISES: Final = Table(
    "talk_promises",
    TalkPromise,
    key=("promise",),
    classes=("talk_content",),
    indexes=(("jurisdiction", "due", "stream"),),
)


def planned(rows: Rows, event: Recorded[events.Planned]) -> None:
    """A talk was planned."""
    e = event.event
    row = Talk(
        scope=e.concerns.visibility,
        stage="planned",
        kind=e.kind,
        held_by_party=e.by,
        unit=e.unit,
        stationed_group=e.group,
        person=e.person.person,
        pseudonym=e.person.pseudonym,
        name=e.person.name,
        post=e.person.post,
        first_hand=e.person.first_hand,
        topics=e.topics,
        planned=e.planned,
        held=None,
        held_by=None,
        reason=None,
    )
    rows.put(TALKS, row)


def changed(rows: Rows, event: Recorded[Event]) -> None:
    """Fold one event into the talk. One never planned is a fault: `LookupError`."""
    row = rows.get(TALKS)
    if row is None:
        raise LookupError("the talk was never planned")
    rows.put(TALKS, _changed(row, event.event))


def _changed(row: Talk, e: Event) -> Talk:
    match e:
        case events.Postponed():
            return row._replace(planned=e.planned, reason=e.reason)
        case events.Held():
            return row._replace(stage="held", held=e.occurred.date, held_by=e.held_by)
        case events.Cancelled():
            return row._replace(stage="cancelled", reason=e.reason)
        case events.Corrected():
            return row._replace(held=e.held or row.held)
        case events.Annulled():
            return row._replace(stage="annulled", reason=e.reason)
        case _:
            raise TypeError(f"no event of a talk: {type(e).__name__}")


def said(rows: Rows, event: Recorded[events.ContentRecorded]) -> None:
    """What was said."""
    e = event.event
    row = TalkContent(
        scope=e.concerns.visibility,
        stage="recorded",
        held_by_party=e.by,
        unit=e.unit,
        text=e.text,
        returned=0,
        due=None,
        reason=None,
    )
    rows.put(TALK_CONTENTS, row)


def read(rows: Rows, event: Recorded[events.ContentEvent]) -> None:
    """The record was returned, revised, accepted, corrected."""
    e, row = event.event, rows.get(TALK_CONTENTS)
    if row is None:
        raise LookupError("a record of the talk was never added")
    match e:
        case events.RecordReturned():
            again = row.returned + 1
            row = row._replace(stage="returned", returned=again, due=e.due, reason=e.reason)
        case events.RecordRevised():
            row = row._replace(stage="revised", text=e.text, due=None)
        case events.RecordAccepted():
            row = row._replace(stage="accepted")
        case events.ContentCorrected():
            row = row._replace(text=e.text)
        case _:
            raise TypeError(f"no event of a record: {type(e).__name__}")
    rows.put(TALK_CONTENTS, row)


def promised(rows: Rows, event: Recorded[events.PromiseMade]) -> None:
    """Something was promised."""
    e = event.event
    row = TalkPromise(
        scope=e.concerns.visibility,
        promise=e.promise,
        stage="open",
        held_by_party=e.by,
        unit=e.unit,
        text=e.text,
        due=e.due,
        kept=None,
        followed_up=None,
        followed_up_text=None,
    )
    rows.put(TALK_PROMISES, row)


def followed_up(
    rows: Rows,
    event: Recorded[events.PromiseFollowedUp | events.PromiseRenewed | events.PromiseCorrected],
) -> None:
    """Somebody looked whether it was kept; or it was recorded wrongly."""
    e = event.event
    row = rows.get(TALK_PROMISES, e.promise)
    if row is None:
        raise LookupError(f"promise {e.promise} was never a promise")
    match e:
        case events.PromiseFollowedUp():
            stage = "kept" if e.kept == "kept" else "open"
            row = row._replace(stage=stage, kept=e.kept, followed_up_text=e.text)
            row = row._replace(followed_up=e.occurred.date)
        case events.PromiseRenewed():
            row = row._replace(due=e.due)
        case events.PromiseCorrected():
            row = row._replace(text=e.text or row.text, due=e.due or row.due)
    rows.put(TALK_PROMISES, row)


def annulled(rows: Rows, event: Recorded[events.Annulled]) -> None:
    """It counts no more, nor does what was said and promised."""
    changed(rows, event)
    for content in rows.all(TALK_CONTENTS):
        rows.put(TALK_CONTENTS, content._replace(stage="annulled"))
    for promise in rows.all(TALK_PROMISES):
        rows.put(TALK_PROMISES, promise._replace(stage="annulled"))


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Planned: planned,
    events.Postponed: changed,
    events.Held: changed,
    events.ContentRecorded: said,
    events.PromiseMade: promised,
    events.RecordReturned: read,
    events.RecordRevised: read,
    events.RecordAccepted: read,
    events.PromiseFollowedUp: followed_up,
    events.PromiseRenewed: followed_up,
    events.Cancelled: changed,
    events.Corrected: changed,
    events.ContentCorrected: read,
    events.PromiseCorrected: followed_up,
    events.Annulled: annulled,
}

MODEL: Final = ReadModel(
    name="talks", version=3, tables=(TALKS, TALK_CONTENTS, TALK_PROMISES), handlers=_HANDLERS
)
