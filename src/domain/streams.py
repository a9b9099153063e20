"""The state of one stream: what its family folded, and the obligations open in it."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar, runtime_checkable

from domain.ids import ObligationId, PartyId, PersonId, StreamId

if TYPE_CHECKING:
    from domain.attachments import Attachment
    from domain.obligations import Obligation
    from domain.obligations.events import Arisen

S = TypeVar("S")

_NOBODY: Mapping[str, frozenset[PartyId]] = MappingProxyType({})
_NONE: Mapping[ObligationId, "Obligation"] = MappingProxyType({})
_BARE: Mapping[StreamId, "Attachment"] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class StreamState(Generic[S]):
    """A stream at a version. Version 0: nothing happened yet, ``state`` is the family's initial state."""

    stream: StreamId
    version: int
    state: S
    obligations: Mapping[ObligationId, "Obligation"] = field(default_factory=lambda: _NONE)
    """Open and overdue ones by id; ended ones leave."""
    circles: Mapping[str, frozenset[PartyId]] = field(default_factory=lambda: _NOBODY)
    """By visibility class: the parties and observers of its latest event. Others do not know of it."""
    insiders: frozenset[PartyId] = frozenset()
    """The parties of the latest event of its own class: concerned with its content, not only at an edge."""
    observers: Mapping[str, frozenset[PartyId]] = field(default_factory=lambda: _NOBODY)
    """By visibility class, where there are any: those of its circle who know the status only."""
    attachments: Mapping[StreamId, "Attachment"] = field(default_factory=lambda: _BARE)
    """Whatever was attached to it, by id."""
    late: frozenset[tuple[str, PartyId]] = frozenset()
    """What was done late in it: the event that it was owed because of, by name, and who owed it."""

    def content(self, visibility: str) -> frozenset[PartyId]:
        """The parties concerned with the content of a class."""
        circle = self.circles.get(visibility, frozenset())
        return circle - self.observers.get(visibility, frozenset())

    @property
    def cadence(self) -> "Arisen | None":
        """What a cadence of the scheme asks for in this stream, as long as it is owed."""
        arisen = (each.arisen for each in self.obligations.values())
        return next((each for each in arisen if each.period is not None), None)


IsOneOf = Callable[[Iterable[PersonId]], bool]
"""Whether somebody is one of these persons, under whatever pseudonym."""


@runtime_checkable
class Closed(Protocol):
    """The state of a stream whose own content may be for named persons, whatever their office."""

    def hears(self, is_one_of: IsOneOf, parties: frozenset[PartyId]) -> bool:
        """Whether somebody who acts for ``parties`` may read what was said."""


@dataclass(frozen=True, slots=True)
class Search:
    """Which streams have an event of a name (``task_order.issued``) that was recorded on or after a day."""

    event: str
    since: datetime.date


class StreamsNeeded(Exception):
    """A decision looked at streams, pseudonyms or searches that were not loaded: load, and decide again.

    Decisions are pure, so deciding again is free of effects.
    """

    def __init__(
        self,
        *,
        streams: frozenset[StreamId] = frozenset(),
        pseudonyms: frozenset[str] = frozenset(),
        searches: frozenset[Search] = frozenset(),
    ) -> None:
        self.streams = streams
        self.pseudonyms = pseudonyms
        self.searches = searches
        super().__init__(f"needs {sorted(streams)} {sorted(pseudonyms)} {list(searches)}")
