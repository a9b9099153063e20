"""Where a secondment stands, folded from its events.

proposed → agreed → begun → sent back; proposed → declined → proposed again; withdrawn before it began.
"""

import datetime
from dataclasses import dataclass, replace
from typing import Final, Literal

from domain.ids import NOBODY, PartyId, PersonId
from domain.model import Event
from domain.secondments import events
from domain.secondments.commands import Kind

Stage = Literal[
    "new", "proposed", "declined", "agreed", "begun", "sent_back", "withdrawn", "annulled"
]


NO_ONE: Final = PersonId("")
"""The person while nobody was proposed."""

STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未提出", "not proposed yet"),
    "proposed": ("待派出单位同意", "the home body is to agree"),
    "declined": ("派出单位未同意", "the home body declined"),
    "agreed": ("已同意,待到岗", "agreed, the person is to arrive"),
    "begun": ("锻炼中", "under way"),
    "sent_back": ("已返回", "sent back"),
    "withdrawn": ("已撤回", "withdrawn"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class Secondment:
    """One person's learning at another body."""

    stage: Stage = "new"
    organiser: PartyId = NOBODY
    home: PartyId = NOBODY
    host: PartyId = NOBODY
    person: PersonId = NO_ONE
    kind: Kind = "work"
    begins: datetime.date = datetime.date.min
    until: datetime.date = datetime.date.min
    begun: datetime.date | None = None


def evolve(state: Secondment, event: Event) -> Secondment:
    """The secondment after one of its events; any other event is a fault in the log."""
    match event:
        case events.Proposed():
            return _proposed(event)
        case events.Agreed():
            return replace(state, stage="agreed")
        case events.Declined():
            return replace(state, stage="declined")
        case events.Revised(begins=begins, until=until):
            return replace(state, stage="proposed", begins=begins, until=until)
        case events.Begun(occurred=occurred):
            return replace(state, stage="begun", begun=occurred.date)
        case events.Extended(until=until):
            return replace(state, until=until)
        case events.SentBack():
            return replace(state, stage="sent_back")
        case events.Withdrawn():
            return replace(state, stage="withdrawn")
        case events.Annulled():
            return replace(state, stage="annulled")
        case events.Corrected(begins=begins, until=until):
            return replace(state, begins=begins or state.begins, until=until or state.until)
        case events.Appraised() | events.AppraisalCorrected():
            return state
        case events.ArrivalMoved() | events.ReturnMoved():
            return state
        case _:
            raise TypeError(f"no event of a secondment: {type(event).__name__}")


def _proposed(event: events.Proposed) -> Secondment:
    return Secondment(
        stage="proposed",
        organiser=event.organiser,
        home=event.home,
        host=event.host,
        person=event.person,
        kind=event.kind,
        begins=event.begins,
        until=event.until,
    )
