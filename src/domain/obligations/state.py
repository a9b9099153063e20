"""An obligation while it is owed, and how events change what is owed in a stream."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from domain.ids import ObligationId, PartyId
from domain.obligations.events import (
    Arisen,
    ClosedAsMissed,
    Escalated,
    Fulfilled,
    ObligationEvent,
    Overdue,
    Stopped,
    Superseded,
    Withdrawn,
)

Status = Literal["open", "overdue", "stopped"]
"""open → overdue is no end; while the clock is stopped nothing falls due."""


@dataclass(frozen=True, slots=True)
class Obligation:
    """Something owed: as it arose, and what became of it so far. Ended ones are forgotten."""

    arisen: Arisen
    status: Status = "open"
    escalated: int = 0
    """How many steps of escalation were taken."""
    stopped_on: datetime.date | None = None

    @property
    def id(self) -> ObligationId:
        """Its identifier, derived from the event that caused it."""
        return self.arisen.obligation

    @property
    def owner(self) -> PartyId:
        """Who owes it."""
        return self.arisen.owner

    @property
    def owed_to(self) -> PartyId:
        """To whom it is owed."""
        return self.arisen.owed_to

    @property
    def due(self) -> datetime.date:
        """The last day on which it is on time."""
        return self.arisen.due

    @property
    def circle(self) -> tuple[PartyId, ...]:
        """Whom it concerns: owner, whom it is owed to, and whom it was escalated to."""
        steps = self.arisen.escalation[: self.escalated]
        return tuple(
            dict.fromkeys((self.arisen.owner, self.arisen.owed_to, *(step.to for step in steps)))
        )


Owed = Mapping[ObligationId, Obligation]


def evolve(owed: Owed, event: ObligationEvent) -> Owed:
    """Fold one event into what is owed in its stream.

    An event about an obligation that is not owed (any more) is a fault of the log: `KeyError`.
    """
    changed = dict(owed)
    match event:
        case Arisen():
            changed[event.obligation] = Obligation(event)
        case Overdue():
            changed[event.obligation] = replace(owed[event.obligation], status="overdue")
        case Escalated():
            changed[event.obligation] = replace(owed[event.obligation], escalated=event.step)
        case Stopped():
            changed[event.obligation] = replace(
                owed[event.obligation], status="stopped", stopped_on=event.occurred.date
            )
        case Fulfilled() | Withdrawn() | Superseded() | ClosedAsMissed():
            del changed[event.obligation]
        case _:
            raise AssertionError(f"not an event of obligations: {type(event).__name__}")
    return MappingProxyType(changed)
