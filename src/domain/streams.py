"""The state of one stream: what its family folded, and the obligations open in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, TypeVar

from domain.ids import ObligationId, PartyId, StreamId

if TYPE_CHECKING:
    from domain.obligations import Obligation
    from domain.obligations.events import Arisen

S = TypeVar("S")

_NOBODY: Mapping[str, frozenset[PartyId]] = MappingProxyType({})
_NONE: Mapping[ObligationId, "Obligation"] = MappingProxyType({})


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

    @property
    def cadence(self) -> "Arisen | None":
        """What a cadence of the scheme asks for in this stream, as long as it is owed."""
        arisen = (each.arisen for each in self.obligations.values())
        return next((each for each in arisen if each.period is not None), None)


class StreamsNeeded(Exception):
    """A decision looked at streams or pseudonyms that were not loaded: load them and decide again.

    Decisions are pure, so deciding again is free of effects.
    """

    def __init__(
        self,
        *,
        streams: frozenset[StreamId] = frozenset(),
        pseudonyms: frozenset[str] = frozenset(),
    ) -> None:
        self.streams = streams
        self.pseudonyms = pseudonyms
        super().__init__(f"needs {sorted(streams)} {sorted(pseudonyms)}")
