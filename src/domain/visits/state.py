"""Where a visit and its concerns stand, folded from their events.

recorded → annulled. Each concern: open → settled → confirmed, or returned → settled again; before it is
settled, another may have it: open.
"""

from dataclasses import dataclass, replace
from typing import Final, Literal

from domain.ids import NOBODY, PartyId
from domain.model import Event
from domain.serials import put
from domain.visits import events

Stage = Literal["new", "recorded", "annulled"]
ConcernStage = Literal["open", "settled", "returned", "confirmed"]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未登记", "not recorded yet"),
    "recorded": ("已登记", "recorded"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""

CONCERN_NAMES: Final[dict[ConcernStage, tuple[str, str]]] = {
    "open": ("诉求待办", "the concern is open"),
    "settled": ("诉求已办,待确认", "the concern is settled and to be confirmed"),
    "returned": ("诉求已退回", "the concern was returned"),
    "confirmed": ("诉求已确认办结", "the concern was confirmed as settled"),
}
"""How a concern stands, in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class Concern:
    """A concern, and who is to see to it."""

    owner: PartyId
    stage: ConcernStage = "open"


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit to one group."""

    stage: Stage = "new"
    visitor: PartyId = NOBODY
    group: PartyId = NOBODY
    concerns: tuple[Concern, ...] = ()


def evolve(state: Visit, event: Event) -> Visit:
    """The visit after one of its events; any other event is a fault in the log."""
    match event:
        case events.Recorded(visitor=visitor, group=group):
            return Visit("recorded", visitor, group)
        case events.ConcernRaised(owner=owner):
            return replace(state, concerns=(*state.concerns, Concern(owner)))
        case events.ConcernRedirected(concern=serial, owner=owner):
            return replace(state, concerns=put(state.concerns, serial, Concern(owner)))
        case events.ConcernSettled(concern=serial):
            return _at(state, serial, "settled")
        case events.ConcernConfirmed(concern=serial):
            return _at(state, serial, "confirmed")
        case events.ConcernReturned(concern=serial):
            return _at(state, serial, "returned")
        case events.Corrected() | events.ConcernCorrected():
            return state
        case events.Annulled():
            return replace(state, stage="annulled")
        case _:
            raise TypeError(f"no event of a visit: {type(event).__name__}")


def _at(state: Visit, serial: int, stage: ConcernStage) -> Visit:
    concern = replace(state.concerns[serial - 1], stage=stage)
    return replace(state, concerns=put(state.concerns, serial, concern))
