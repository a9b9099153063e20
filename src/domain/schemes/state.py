"""The state of one adoption."""

from dataclasses import dataclass, replace

from domain.model import Event
from domain.schemes.events import Adopted


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeState:
    """Adopted as version ``version`` of the jurisdiction; 0: not adopted."""

    version: int = 0


def evolve(state: SchemeState, event: Event) -> SchemeState:
    """Fold one event of the family."""
    match event:
        case Adopted():
            return replace(state, version=event.version)
        case _:
            raise AssertionError(f"not an event of schemes: {type(event).__name__}")
