"""Where a tree of responsibility stands, folded from its events.

open → annulled. Each organisation: missing → handed_in → returned → handed_in; or removed.
"""

import datetime
from dataclasses import dataclass, replace
from typing import Final, Literal

from domain.ids import NOBODY, PartyId
from domain.model import Event
from domain.responsibility_trees import events
from domain.serials import put

Stage = Literal["new", "open", "annulled"]
ListStage = Literal["missing", "handed_in", "returned", "removed"]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未建立", "not opened yet"),
    "open": ("已建立", "open"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""

LIST_NAMES: Final[dict[ListStage, tuple[str, str]]] = {
    "missing": ("清单未报", "the list is missing"),
    "handed_in": ("清单已报", "the list was handed in"),
    "returned": ("清单已退回", "the list was returned"),
    "removed": ("党组织已撤销", "the organisation is no more"),
}
"""How far a list is, in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """A Party organisation of the tree: below which other, and how far its list is."""

    above: int | None
    level: int
    stage: ListStage = "missing"


@dataclass(frozen=True, slots=True)
class ResponsibilityTree:
    """The lists of one year below one Party group."""

    stage: Stage = "new"
    party_group: PartyId = NOBODY
    group: PartyId = NOBODY
    due: datetime.date = datetime.date.min
    organisations: tuple[Organisation, ...] = ()


def evolve(state: ResponsibilityTree, event: Event) -> ResponsibilityTree:
    """The tree after one of its events; any other event is a fault in the log."""
    match event:
        case events.Opened(party_group=party_group, group=group, due=due):
            return ResponsibilityTree("open", party_group, group, due)
        case events.OrganisationAdded(above=above, level=level):
            added = Organisation(above, level)
            return replace(state, organisations=(*state.organisations, added))
        case events.OrganisationRemoved(organisation=serial):
            return _at(state, serial, "removed")
        case events.ListHandedIn(organisation=serial):
            return _at(state, serial, "handed_in")
        case events.ListReturned(organisation=serial):
            return _at(state, serial, "returned")
        case events.Corrected():
            return state
        case events.Annulled():
            return replace(state, stage="annulled")
        case _:
            raise TypeError(f"no event of a tree of responsibility: {type(event).__name__}")


def _at(state: ResponsibilityTree, serial: int, stage: ListStage) -> ResponsibilityTree:
    changed = replace(state.organisations[serial - 1], stage=stage)
    return replace(state, organisations=put(state.organisations, serial, changed))
