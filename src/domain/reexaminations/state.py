"""Where a re-examination stands, folded from its events.

applied → accepted → decided → served → carried_out; applied → refused; applied, accepted → withdrawn;
any but the last → annulled.
"""

import datetime
from dataclasses import dataclass, replace
from typing import Final, Literal

from domain.cases.values import Track
from domain.ids import NOBODY, PartyId, PersonId, StreamId
from domain.model import Event
from domain.reexaminations import events
from domain.reexaminations.commands import Kind, Outcome

Stage = Literal[
    "new",
    "applied",
    "accepted",
    "refused",
    "withdrawn",
    "decided",
    "served",
    "carried_out",
    "annulled",
]

STAGES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("未申请", "not applied for"),
    "applied": ("已申请", "applied for"),
    "accepted": ("已受理", "accepted"),
    "refused": ("不予受理", "not accepted"),
    "withdrawn": ("已撤回", "taken back"),
    "decided": ("已决定", "decided"),
    "served": ("已送达", "served"),
    "carried_out": ("已落实", "carried out"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""

NOTHING: Final = StreamId("")
NOONE: Final = PersonId("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reexamination:
    """One re-examination or review of the sanction of a person on a track."""

    stage: Stage = "new"
    kind: Kind = "re_examination"
    examiner: PartyId = NOBODY
    case: StreamId = NOTHING
    person: PersonId = NOONE
    track: Track = "party"
    handling_party: PartyId = NOBODY
    in_time: bool = True
    prior: StreamId | None = None
    examiners: tuple[PersonId, ...] = ()
    outcome: Outcome | None = None
    sanction: str | None = None
    served_on: datetime.date | None = None


NEW: Final = Reexamination()
"""Nothing was applied for yet."""


def evolve(state: Reexamination, event: Event) -> Reexamination:
    """The re-examination after one of its events; any other event is a fault in the log."""
    match event:
        case events.Applied():
            return Reexamination(
                stage="applied",
                kind=event.kind,
                examiner=event.examiner,
                case=event.case,
                person=event.person,
                track=event.track,
                handling_party=event.handling_party,
                in_time=event.in_time,
                prior=event.prior,
            )
        case events.Accepted(examiners=examiners):
            return replace(state, stage="accepted", examiners=examiners)
        case events.ExaminersAssigned(examiners=examiners):
            return replace(state, examiners=examiners)
        case events.Refused():
            return replace(state, stage="refused")
        case events.Withdrawn():
            return replace(state, stage="withdrawn")
        case events.Decided(outcome=outcome, sanction=sanction):
            return replace(state, stage="decided", outcome=outcome, sanction=sanction)
        case events.Served(occurred=occurred):
            return replace(state, stage="served", served_on=occurred.date)
        case events.Informed() | events.Corrected():
            return state
        case events.CarriedOut():
            return replace(state, stage="carried_out")
        case events.Annulled():
            return replace(state, stage="annulled")
        case _:
            raise TypeError(f"no event of a re-examination: {type(event).__name__}")
