"""Where a responsibility chain stands, folded from its events.

open → completed, or annulled. A level and the step under way: asked → taken → returned → taken; or excepted.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final, Literal

from domain.ids import NOBODY, PartyId
from domain.model import Event
from domain.responsibility_chains import events
from domain.scheme_parts import ResponsibleLevel

Stage = Literal["new", "open", "completed", "annulled"]
LinkStage = Literal["none", "asked", "taken", "returned", "excepted"]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未建立", "not opened yet"),
    "open": ("推进中", "under way"),
    "completed": ("已走完", "completed"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""

LINK_NAMES: Final[dict[LinkStage, tuple[str, str]]] = {
    "none": ("本步不由该层级承担", "the step under way is not owed by that level"),
    "asked": ("待落实", "still owed"),
    "taken": ("已落实", "taken"),
    "returned": ("已退回", "returned"),
    "excepted": ("已例外", "excepted"),
}
"""How far a level is with the step, in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class ResponsibilityChain:
    """One chain. ``number`` is the step under way, from 1; ``links`` says how far each level is with it."""

    stage: Stage = "new"
    party_group: PartyId = NOBODY
    group: PartyId = NOBODY
    steps: tuple[events.PlannedStep, ...] = ()
    number: int = 0
    links: Mapping[ResponsibleLevel, LinkStage] = field(
        default_factory=lambda: MappingProxyType({})
    )
    exceptions: int = 0

    @property
    def step(self) -> events.PlannedStep:
        """The step under way."""
        return self.steps[self.number - 1]

    @property
    def is_done_with_step(self) -> bool:
        """Whether every level took the step under way, or is excepted from it."""
        return all(stage in ("taken", "excepted") for stage in self.links.values())

    def link(self, level: ResponsibleLevel) -> LinkStage:
        """How far a level is with the step under way."""
        return self.links.get(level, "none")


def evolve(state: ResponsibilityChain, event: Event) -> ResponsibilityChain:
    """The chain after one of its events; any other event is a fault in the log."""
    match event:
        case events.Opened(party_group=party_group, group=group, steps=steps):
            return ResponsibilityChain("open", party_group, group, steps)
        case events.StepAsked(number=number, level=level):
            links = state.links if number == state.number else {}
            return _linked(replace(state, number=number), {**links, level: "asked"})
        case events.StepTaken(level=level):
            return _linked(state, {**state.links, level: "taken"})
        case events.StepReturned(level=level):
            return _linked(state, {**state.links, level: "returned"})
        case events.StepExcepted(level=level):
            excepted = _linked(state, {**state.links, level: "excepted"})
            return replace(excepted, exceptions=state.exceptions + 1)
        case events.Completed():
            return replace(state, stage="completed")
        case events.Corrected():
            return state
        case events.Annulled():
            return replace(state, stage="annulled")
        case _:
            raise TypeError(f"no event of a responsibility chain: {type(event).__name__}")


def _linked(
    state: ResponsibilityChain, links: Mapping[ResponsibleLevel, LinkStage]
) -> ResponsibilityChain:
    return replace(state, links=MappingProxyType(dict(links)))
