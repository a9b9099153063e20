"""Where a record of daily supervision stands, folded from its events.

recorded → concluded → returned → concluded; any → annulled.
Feedback runs beside that: given to a party, signed for by it.
"""

import datetime
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from domain.asking import Asked
from domain.daily_supervisions import events
from domain.daily_supervisions.commands import Focuses, Method, Stay
from domain.ids import NOBODY, PartyId, StreamId
from domain.model import Event
from domain.task_orders.commands import Supervision

Stage = Literal["new", "recorded", "concluded", "returned", "annulled"]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未登记", "not recorded yet"),
    "recorded": ("已登记", "recorded"),
    "concluded": ("已明确结果", "concluded"),
    "returned": ("结果已退回", "returned"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class Done:
    """What was done: at which unit, by which method, on which focuses."""

    unit: PartyId = NOBODY
    method: Method = "site_check"
    focuses: Focuses = ()
    stay: Stay | None = None
    opinion: StreamId | None = None


@dataclass(frozen=True, slots=True)
class DailySupervision:
    """One act of daily supervision; ``told`` are those it was fed back to, who sign for it (``feedback``)."""

    stage: Stage = "new"
    done: Done = field(default_factory=Done)
    group: PartyId = NOBODY
    told: tuple[PartyId, ...] = ()
    feedback: Asked = field(default_factory=Asked)
    supervision: Supervision = "stationed"
    carried_out: datetime.date | None = None

    @property
    def unit(self) -> PartyId:
        """At which unit it was."""
        return self.done.unit


def evolve(state: DailySupervision, event: Event) -> DailySupervision:
    """The record after one of its events; any other event is a fault in the log."""
    match event:
        case events.Recorded(unit=unit, group=group):
            done = Done(unit, event.method, event.focuses, event.stay, event.opinion)
            record = DailySupervision("recorded", done, group)
            return replace(record, supervision=event.supervision, carried_out=event.occurred.date)
        case events.Concluded():
            return replace(state, stage="concluded")
        case events.ResultReturned():
            return replace(state, stage="returned")
        case events.FedBack(to=party):
            told = (*state.told, party)
            return replace(state, told=told, feedback=state.feedback.addressed(party))
        case events.FeedbackAcknowledged(by=party):
            return replace(state, feedback=state.feedback.signed(party))
        case events.Corrected():
            return replace(state, done=_corrected(state.done, event))
        case events.FeedbackAsked() | events.FeedbackWaived():
            return state
        case events.Annulled():
            return replace(state, stage="annulled", feedback=state.feedback.withdrawn())
        case _:
            raise TypeError(f"no event of daily supervision: {type(event).__name__}")


def _corrected(done: Done, event: events.Corrected) -> Done:
    right = replace(done, unit=event.unit, focuses=event.focuses or done.focuses)
    if event.method is None:
        return right
    return replace(right, method=event.method, stay=event.stay, opinion=event.opinion)
