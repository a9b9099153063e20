"""Where a consultation stands, folded from its events.

convened → held → concluded; convened → cancelled; any → annulled. Action items run on their own:
open → reported → done, or back to open when a report is returned.
"""

import datetime
from dataclasses import dataclass, replace
from typing import Literal

from domain.cases.values import View
from domain.consultations import events
from domain.consultations.commands import Attendance, Kind
from domain.ids import NOBODY, PartyId, PersonId, StreamId
from domain.model import Concerns, Event
from domain.periods import CadencePeriod
from domain.streams import IsOneOf

Stage = Literal["new", "convened", "held", "concluded", "cancelled", "annulled"]
ItemStage = Literal["open", "reported", "done"]


STAGE_NAMES: dict[Stage, tuple[str, str]] = {
    "new": ("尚未召集", "not convened yet"),
    "convened": ("已召集", "convened"),
    "held": ("已召开", "held"),
    "concluded": ("已形成结论", "concluded"),
    "cancelled": ("已取消", "cancelled"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class Item:
    """An action item: who owes it to the convener, and how far it is."""

    owner: PartyId
    due: datetime.date
    text: str
    stage: ItemStage = "open"
    reported_by: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody holds of a tabled lead, as the record has it."""

    lead: StreamId
    given_by: PersonId
    view: View

    @property
    def of(self) -> tuple[StreamId, PersonId]:
        """Whose view of what."""
        return self.lead, self.given_by


@dataclass(frozen=True, slots=True)
class Consultation:
    """One consultation. ``agenda`` holds the tabled lead of each point, or None.

    ``campaigns`` are those that points are about.
    """

    stage: Stage = "new"
    kind: Kind = "topical"
    convener: PartyId = NOBODY
    invited: tuple[PartyId, ...] = ()
    present: tuple[PartyId, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    released: tuple[PartyId, ...] = ()
    pack: CadencePeriod | None = None
    views: tuple[Given, ...] = ()
    agenda: tuple[StreamId | None, ...] = ()
    campaigns: tuple[StreamId, ...] = ()
    items: tuple[Item, ...] = ()
    held: datetime.date | None = None

    @property
    def tabled(self) -> tuple[StreamId, ...]:
        """The leads on the agenda, in its order."""
        return tuple(lead for lead in self.agenda if lead is not None)

    @property
    def attendees(self) -> tuple[PersonId, ...]:
        """The persons who were there."""
        return tuple(person for each in self.attendance for person in each.persons)

    @property
    def closed(self) -> bool:
        """Whether what is said is for those present as persons: where leads were assessed (R 299)."""
        return self.kind == "lead_assessment" and bool(self.present)

    def hears(self, is_one_of: IsOneOf, parties: frozenset[PartyId]) -> bool:
        """Whether somebody who acts for ``parties`` may read what was said (`domain.streams.Closed`).

        Who was there; of a party that it was released to, or that named nobody, everybody.
        """
        nameless = (each.party for each in self.attendance if not each.persons)
        return (
            not self.closed
            or is_one_of(self.attendees)
            or bool(parties & {*self.released, *nameless})
        )

    @property
    def circle(self) -> tuple[PartyId, ...]:
        """Whom the content concerns: those invited, and once held those present and released to."""
        met = self.present + self.released if self.present else self.invited
        return tuple(dict.fromkeys((self.convener, *met)))

    @property
    def concerns(self) -> Concerns:
        """The circle as events state it; invited parties that stayed away keep the status only."""
        away = tuple(party for party in self.invited if party not in self.circle)
        return Concerns(parties=self.circle, visibility="consultation", observers=away)


def evolve(state: Consultation, event: Event) -> Consultation:
    """The consultation after one of its events; any other event is a fault in the log."""
    match event:
        case events.Convened(kind=kind, convener=convener, parties=parties):
            return Consultation(stage="convened", kind=kind, convener=convener, invited=parties)
        case events.AgendaItemAdded(agenda_item=point):
            about = () if point.campaign is None else (point.campaign,)
            return replace(
                state, agenda=(*state.agenda, point.lead), campaigns=(*state.campaigns, *about)
            )
        case events.PackIssued(period=period):
            return replace(state, pack=CadencePeriod.parse(period))
        case events.Concluded():
            return replace(state, stage="concluded")
        case events.Cancelled():
            return replace(state, stage="cancelled")
        case events.Held(present=present):
            met = replace(state, stage="held", held=event.occurred.date)
            return _attended(met, present)
        case events.AttendanceCorrected(present=present):
            return _attended(state, present)
        case events.ViewGiven() | events.ViewCorrected():
            given = Given(event.lead, event.given_by, event.view)
            others = (each for each in state.views if each.of != given.of)
            return replace(state, views=(*others, given))
        case events.Released(to=party):
            return replace(state, released=(*state.released, party))
        case events.Annulled():
            return replace(state, stage="annulled")
        case (
            events.Postponed()
            | events.LeadResolved()
            | events.ResolutionCorrected()
            | events.Corrected()
        ):
            return state
        case _:
            return replace(state, items=_items(state.items, event))


def _attended(state: Consultation, present: tuple[Attendance, ...]) -> Consultation:
    return replace(state, present=tuple(each.party for each in present), attendance=present)


def _items(items: tuple[Item, ...], event: Event) -> tuple[Item, ...]:
    match event:
        case events.ActionItemAssigned(owner=owner, due=due, text=text):
            return (*items, Item(owner, due, text))
        case events.ActionItemCorrected(item=serial):
            return _with(items, serial, _rewritten(items[serial - 1], event))
        case events.ActionItemReported(item=serial, reported_by=person):
            item = replace(items[serial - 1], stage="reported", reported_by=person)
            return _with(items, serial, item)
        case events.ActionItemConfirmed(item=serial):
            return _with(items, serial, replace(items[serial - 1], stage="done"))
        case events.ActionItemReturned(item=serial):
            return _with(items, serial, replace(items[serial - 1], stage="open"))
        case _:
            raise TypeError(f"no event of a consultation: {type(event).__name__}")


def _rewritten(item: Item, event: events.ActionItemCorrected) -> Item:
    """Take over the corrected fields; a new owner has to report anew."""
    if event.owner != item.owner:
        return Item(event.owner, event.due, event.text)
    return replace(item, due=event.due, text=event.text)


def _with(items: tuple[Item, ...], serial: int, item: Item) -> tuple[Item, ...]:
    return (*items[: serial - 1], item, *items[serial:])
