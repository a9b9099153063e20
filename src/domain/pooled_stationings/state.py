"""Where a pooled group stands, folded from its events.

established → dissolved | annulled. Each assignment runs until it is released.
"""

from dataclasses import dataclass, replace
from typing import Final, Literal

from domain.ids import NOBODY, PartyId, PersonId, StreamId
from domain.model import Concerns, Event
from domain.pooled_stationings import events

Stage = Literal["new", "established", "dissolved", "annulled"]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未设立", "not established yet"),
    "established": ("已设立", "established"),
    "dissolved": ("已撤销", "dissolved"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """What one person has: a unit or a matter."""

    serial: int
    person: PersonId
    unit: PartyId | None
    matter: StreamId | None
    grant: int | None
    running: bool = True


@dataclass(frozen=True, slots=True)
class PooledStationing:
    """One pooled group."""

    stage: Stage = "new"
    commission: PartyId = NOBODY
    group: PartyId = NOBODY
    units: tuple[PartyId, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    recused: tuple[tuple[PersonId, PartyId], ...] = ()

    @property
    def running(self) -> tuple[Assignment, ...]:
        """The assignments that have not ended."""
        return tuple(each for each in self.assignments if each.running)

    @property
    def concerns(self) -> Concerns:
        """The group and the commission."""
        parties = tuple(dict.fromkeys((self.group, self.commission)))
        return Concerns(parties=parties, visibility="pooled_stationing")


def evolve(state: PooledStationing, event: Event) -> PooledStationing:
    """The pool after one of its events; any other event is a fault in the log."""
    match event:
        case events.Established(commission=commission, group=group):
            return PooledStationing("established", commission, group)
        case events.UnitAdded(unit=unit):
            return replace(state, units=(*state.units, unit))
        case events.UnitDropped(unit=unit):
            return replace(state, units=tuple(each for each in state.units if each != unit))
        case events.Assigned():
            assignment = Assignment(
                event.assignment, event.person, event.unit, event.matter, event.grant
            )
            return replace(state, assignments=(*state.assignments, assignment))
        case events.Released(assignment=serial):
            ended = replace(state.assignments[serial - 1], running=False)
            before, after = state.assignments[: serial - 1], state.assignments[serial:]
            return replace(state, assignments=(*before, ended, *after))
        case events.RecusalDeclared(person=person, unit=unit):
            return replace(state, recused=(*state.recused, (person, unit)))
        case events.Dissolved():
            return replace(state, stage="dissolved")
        case events.AssignmentReturned() | events.Corrected() | events.AssignmentCorrected():
            return state
        case events.Annulled():
            return replace(state, stage="annulled")
        case _:
            raise TypeError(f"no event of a pooled stationing: {type(event).__name__}")
