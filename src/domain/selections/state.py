"""Where a selection stands, folded from its events.

opened → chosen → published; or annulled. Each nomination: nominated → put forward or not, or returned →
nominated again; chosen → dropped where an objection is upheld.
"""

import datetime
from dataclasses import dataclass, replace
from typing import Final, Literal

from domain.ids import NOBODY, PartyId, StreamId
from domain.model import Event
from domain.selections import events
from domain.selections.commands import Kind
from domain.serials import put

Stage = Literal["new", "opened", "chosen", "published", "annulled"]
NominationStage = Literal[
    "nominated", "returned", "put_forward", "not_put_forward", "chosen", "dropped"
]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未启动", "not opened yet"),
    "opened": ("推荐评审中", "nominations are open"),
    "chosen": ("公示中", "chosen, open to objections"),
    "published": ("已公布", "published"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""

NOMINATION_NAMES: Final[dict[NominationStage, tuple[str, str]]] = {
    "nominated": ("待评审", "the nomination is to be reviewed"),
    "returned": ("推荐已退回", "the nomination was returned"),
    "put_forward": ("已推荐", "the nomination was put forward"),
    "not_put_forward": ("未推荐", "the nomination was not put forward"),
    "chosen": ("已评出", "the nomination was chosen"),
    "dropped": ("异议成立", "an objection to it was upheld"),
}
"""How a nomination stands, in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class Nomination:
    """What or whom a body nominated."""

    party: PartyId
    subject: StreamId
    stage: NominationStage = "nominated"


@dataclass(frozen=True, slots=True)
class Objection:
    """Who objects to which nomination."""

    party: PartyId
    nomination: int
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Selection:
    """One selection."""

    stage: Stage = "new"
    kind: Kind = "handler"
    organiser: PartyId = NOBODY
    parties: tuple[PartyId, ...] = ()
    places: int = 0
    nominations: tuple[Nomination, ...] = ()
    waived: tuple[PartyId, ...] = ()
    object_by: datetime.date | None = None
    objections: tuple[Objection, ...] = ()

    def chosen(self) -> tuple[events.Choice, ...]:
        """Those chosen, and not dropped since."""
        return tuple(
            events.Choice(nomination=number, party=each.party, subject=each.subject)
            for number, each in enumerate(self.nominations, 1)
            if each.stage == "chosen"
        )


def evolve(state: Selection, event: Event) -> Selection:
    """The selection after one of its events; any other event is a fault in the log."""
    match event:
        case events.Opened(kind=kind, organiser=organiser, parties=parties, places=places):
            return Selection("opened", kind, organiser, parties, places)
        case events.Waived(party=party):
            return replace(state, waived=(*state.waived, party))
        case events.NominationEvent():
            return _nomination(state, event)
        case events.ObjectionEvent():
            return _objection(state, event)
        case events.Chosen(choices=choices, object_by=object_by):
            for choice in choices:
                state = _at(state, choice.nomination, "chosen")
            return replace(state, stage="chosen", object_by=object_by)
        case events.Published():
            return replace(state, stage="published")
        case events.Invited() | events.Corrected():
            return state
        case events.Annulled():
            return replace(state, stage="annulled")
        case _:
            raise TypeError(f"no event of a selection: {type(event).__name__}")


def _nomination(state: Selection, event: events.NominationEvent) -> Selection:
    match event:
        case events.Nominated(party=party, subject=subject):
            nominations = (*state.nominations, Nomination(party, subject))
            return replace(state, nominations=nominations)
        case events.NominationReturned(nomination=serial):
            return _at(state, serial, "returned")
        case events.NominationRevised(nomination=serial):
            return _at(state, serial, "nominated")
        case events.NominationReviewed(nomination=serial, put_forward=put_forward):
            return _at(state, serial, "put_forward" if put_forward else "not_put_forward")
        case _:
            raise TypeError(f"no event of a nomination: {type(event).__name__}")


def _objection(state: Selection, event: events.ObjectionEvent) -> Selection:
    match event:
        case events.Objected(party=party, nomination=nomination):
            objections = (*state.objections, Objection(party, nomination))
            return replace(state, objections=objections)
        case events.ObjectionAnswered(objection=serial, upheld=upheld):
            answered = replace(state.objections[serial - 1], answered=True)
            state = replace(state, objections=put(state.objections, serial, answered))
            return _at(state, answered.nomination, "dropped") if upheld else state
        case _:
            raise TypeError(f"no event of an objection: {type(event).__name__}")


def _at(state: Selection, serial: int, stage: NominationStage) -> Selection:
    nomination = replace(state.nominations[serial - 1], stage=stage)
    return replace(state, nominations=put(state.nominations, serial, nomination))
