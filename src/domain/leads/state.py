"""The state of a lead."""

from dataclasses import dataclass
from typing import Final

from domain.model import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """A lead."""


NEW: Final = Lead()


def evolve(state: Lead, event: Event) -> Lead:
    """Fold one event."""
    return state
