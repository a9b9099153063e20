"""The state of a jurisdiction's own stream. What decisions ask for is in `domain.jurisdiction`."""

import datetime
from dataclasses import dataclass, replace
from typing import Literal

from domain.jurisdictions.events import Begun, ClockAdvanced, Closed, Opened, Resumed
from domain.model import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class JurisdictionState:
    """``opened`` in the installation log, ``begun`` in its own; ``closed`` until it goes on elsewhere."""

    stage: Literal["unknown", "opened", "begun", "closed"] = "unknown"
    simulated_now: datetime.datetime | None = None


def evolve(state: JurisdictionState, event: Event) -> JurisdictionState:
    """Fold one event of the family."""
    match event:
        case Opened():
            return JurisdictionState(stage="opened", simulated_now=event.starts)
        case Begun():
            return JurisdictionState(stage="begun", simulated_now=event.starts)
        case ClockAdvanced():
            return replace(state, simulated_now=event.to)
        case Closed():
            return replace(state, stage="closed")
        case Resumed():
            return replace(state, stage="begun")
        case _:
            raise AssertionError(f"not an event of jurisdictions: {type(event).__name__}")
