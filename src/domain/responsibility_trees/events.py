"""What happened to a tree of responsibility."""

import datetime
from dataclasses import dataclass

from domain.ids import PartyId, PersonId
from domain.model import Digest, Event, Text
from domain.responsibility_trees.commands import Items, Year
from domain.serials import Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeEvent(Event):
    """Base of them all: whose tree it is, and which group is stationed with it."""

    party_group: PartyId
    group: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(TreeEvent):
    """The lists of a year were begun."""

    year: Year
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationAdded(TreeEvent):
    """An organisation is to hand in its list; ``level`` 1 is the Party group itself."""

    organisation: Serial
    title: Text
    above: Serial | None = None
    level: Serial
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationRemoved(TreeEvent):
    """An organisation is no more."""

    organisation: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ListHandedIn(TreeEvent):
    """An organisation's list came in."""

    organisation: Serial
    items: Items
    paper: Digest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListReturned(TreeEvent):
    """A list was sent back."""

    organisation: Serial
    by: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(TreeEvent):
    """An organisation, its list, or the day of that was corrected."""

    organisation: Serial
    reason: Text
    approved_by: PersonId
    title: Text | None = None
    items: Items | None = None
    due: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(TreeEvent):
    """The tree does not count."""

    reason: Text
    approved_by: PersonId
