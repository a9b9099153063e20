"""Where a training session stands, folded from its events.

planned → held, or cancelled; either annulled. Each body: invited → named, or returned → named again.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final, Literal

from domain.ids import NOBODY, PartyId
from domain.model import Event
from domain.trainings import events

Stage = Literal["new", "planned", "held", "cancelled", "annulled"]
Naming = Literal["none", "invited", "named", "returned"]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未计划", "not planned yet"),
    "planned": ("已计划", "planned"),
    "held": ("已举办", "held"),
    "cancelled": ("已取消", "cancelled"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""

NAMING_NAMES: Final[dict[Naming, tuple[str, str]]] = {
    "none": ("未获邀请", "not invited"),
    "invited": ("待报名", "names are awaited"),
    "named": ("已报名", "named"),
    "returned": ("报名已退回", "the names were returned"),
}
"""How far an invited body is with naming who comes, for refusals."""


@dataclass(frozen=True, slots=True)
class Training:
    """One training session."""

    stage: Stage = "new"
    organiser: PartyId = NOBODY
    invited: tuple[PartyId, ...] = ()
    held: datetime.date | None = None
    naming: Mapping[PartyId, Naming] = field(default_factory=lambda: MappingProxyType({}))

    def named(self, party: PartyId) -> Naming:
        """How far a body is with naming who comes."""
        return self.naming.get(party, "none")


def evolve(state: Training, event: Event) -> Training:
    """The session after one of its events; any other event is a fault in the log."""
    match event:
        case events.Planned(organiser=organiser, parties=parties):
            return Training("planned", organiser, parties)
        case events.Invited(party=party):
            return _at(state, party, "invited")
        case events.AttendeesNamed(party=party):
            return _at(state, party, "named")
        case events.NamesReturned(party=party):
            return _at(state, party, "returned")
        case events.Held():
            return replace(state, stage="held", held=event.occurred.date)
        case events.Corrected():
            return replace(state, held=event.held or state.held)
        case events.Cancelled():
            return replace(state, stage="cancelled")
        case events.Annulled():
            return replace(state, stage="annulled")
        case (
            events.Postponed()
            | events.AttendanceRecorded()
            | events.TookPart()
            | events.AttendanceCorrected()
        ):
            return state
        case _:
            raise TypeError(f"no event of a training session: {type(event).__name__}")


def _at(state: Training, party: PartyId, naming: Naming) -> Training:
    return replace(state, naming=MappingProxyType({**state.naming, party: naming}))
