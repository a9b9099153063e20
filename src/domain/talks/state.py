"""Where a talk stands, folded from its events.

planned → held; planned → cancelled; any → annulled. Each promise: open → closed once it was kept.
The record of what was said: recorded → accepted, or returned → revised → accepted.
"""

import datetime
from dataclasses import dataclass, replace
from typing import Final, Literal

from domain.ids import NOBODY, PartyId, PersonId
from domain.model import Event
from domain.oversight import KeyPerson
from domain.serials import put
from domain.talks import events
from domain.talks.commands import Kind

Stage = Literal["new", "planned", "held", "cancelled", "annulled"]
PromiseStage = Literal["open", "closed"]
RecordStage = Literal["none", "recorded", "returned", "revised", "accepted"]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未计划", "not planned yet"),
    "planned": ("已计划", "planned"),
    "held": ("已谈话", "held"),
    "cancelled": ("已取消", "cancelled"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""

PROMISE_NAMES: Final[dict[PromiseStage, tuple[str, str]]] = {
    "open": ("承诺待回访", "the promise is to be followed up"),
    "closed": ("承诺已兑现", "the promise was kept"),
}
"""How a promise stands, in Chinese and English, for refusals."""


RECORD_NAMES: Final[dict[RecordStage, tuple[str, str]]] = {
    "none": ("尚无谈话记录", "nothing is recorded yet"),
    "recorded": ("已记录", "recorded"),
    "returned": ("谈话记录已退回", "the record was returned"),
    "revised": ("谈话记录已补正", "the record was revised"),
    "accepted": ("谈话记录已审定", "the record was accepted"),
}
"""How the record stands, in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class Talk:
    """One talk of ``by`` with a person of ``unit``."""

    stage: Stage = "new"
    by: PartyId = NOBODY
    unit: PartyId = NOBODY
    group: PartyId = NOBODY
    kind: Kind = "peer"
    person: KeyPerson | None = None
    planned: datetime.date = datetime.date.min
    held_by: PersonId | None = None
    record: RecordStage = "none"
    promises: tuple[PromiseStage, ...] = ()


def evolve(state: Talk, event: Event) -> Talk:
    """The talk after one of its events; any other event is a fault in the log."""
    match event:
        case events.Planned(by=by, unit=unit, group=group, kind=kind):
            return Talk("planned", by, unit, group, kind, event.person, event.planned)
        case events.Postponed(planned=day):
            return replace(state, planned=day)
        case events.Held(held_by=person):
            return replace(state, stage="held", held_by=person)
        case events.ContentRecorded():
            return replace(state, record="recorded")
        case events.RecordReturned():
            return replace(state, record="returned")
        case events.RecordRevised():
            return replace(state, record="revised")
        case events.RecordAccepted():
            return replace(state, record="accepted")
        case events.PromiseMade():
            return replace(state, promises=(*state.promises, "open"))
        case events.PromiseFollowedUp(promise=serial, kept=kept):
            stage: PromiseStage = "closed" if kept == "kept" else "open"
            return replace(state, promises=put(state.promises, serial, stage))
        case events.Cancelled():
            return replace(state, stage="cancelled")
        case events.Annulled():
            return replace(state, stage="annulled")
        case events.PromiseRenewed() | events.PromiseCorrected():
            return state
        case events.Corrected() | events.ContentCorrected():
            return state
        case _:
            raise TypeError(f"no event of a talk: {type(event).__name__}")
