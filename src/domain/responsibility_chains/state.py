"""Where a responsibility chain stands, folded from its events.

open → completed, or annulled; completed → open where a step of it comes back. A level and a step: asked →
taken → returned → taken; or excepted. What was taken after a step that came back stands, but nothing goes on.
"""

import datetime
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
    "none": ("该步未到或不由该层级承担", "the step is not owed yet, or not by that level"),
    "asked": ("待落实", "still owed"),
    "taken": ("已落实", "taken"),
    "returned": ("已退回", "returned"),
    "excepted": ("已例外", "excepted"),
}
"""How far a level is with a step, in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class ResponsibilityChain:
    """One chain. ``number`` is the step under way, from 1; ``links`` says how far each link has come.

    A link is a level's part in a step, by the name ``number:level``; ``taken`` is the day of the latest.
    """

    stage: Stage = "new"
    party_group: PartyId = NOBODY
    group: PartyId = NOBODY
    steps: tuple[events.PlannedStep, ...] = ()
    number: int = 0
    links: Mapping[str, LinkStage] = field(default_factory=lambda: MappingProxyType({}))
    taken: Mapping[str, datetime.date] = field(default_factory=lambda: MappingProxyType({}))
    exceptions: int = 0
    unit: PartyId | None = None

    @property
    def is_done_so_far(self) -> bool:
        """Whether every link asked so far is taken or excepted."""
        return all(stage in ("taken", "excepted") for stage in self.links.values())

    def numbered(self, code: str | None) -> int:
        """The number of a step, of the one under way where none is named; 0 for one it does not have."""
        if code is None:
            return self.number
        return next((n for n, step in enumerate(self.steps, start=1) if step.code == code), 0)

    def link(self, number: int, level: ResponsibleLevel) -> LinkStage:
        """How far a level is with a step."""
        return self.links.get(f"{number}:{level}", "none")


def evolve(state: ResponsibilityChain, event: Event) -> ResponsibilityChain:
    """The chain after one of its events; any other event is a fault in the log."""
    match event:
        case events.Opened(party_group=party_group, group=group, steps=steps, unit=unit):
            return ResponsibilityChain("open", party_group, group, steps, unit=unit)
        case events.StepAsked(number=number, link=link):
            return _linked(replace(state, number=number), link, "asked")
        case events.StepTaken(link=link, occurred=occurred):
            taken = MappingProxyType({**state.taken, link: occurred.date})
            return _linked(replace(state, taken=taken), link, "taken")
        case events.StepReturned(link=link):
            return _linked(replace(state, stage="open"), link, "returned")
        case events.StepExcepted(link=link):
            excepted = _linked(state, link, "excepted")
            return replace(excepted, exceptions=state.exceptions + 1)
        case events.Completed():
            return replace(state, stage="completed")
        case events.Corrected() | events.StepCorrected():
            return state
        case events.Annulled():
            return replace(state, stage="annulled")
        case _:
            raise TypeError(f"no event of a responsibility chain: {type(event).__name__}")


def _linked(state: ResponsibilityChain, link: str, stage: LinkStage) -> ResponsibilityChain:
    return replace(state, links=MappingProxyType({**state.links, link: stage}))
