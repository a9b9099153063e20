"""Where a sweep stands, folded from its events.

convened → concluded; any → annulled. Its matters are worked off one by one (`domain.worklist`):
handed_in → registered | dropped; where a repeat is suspected, case supervision looks first: suspected →
repeat | cleared → registered | dropped. Each party asked goes its own way: asked → handed_in → returned →
handed_in, or excused.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import ClassVar, Final, Literal

from domain.ids import NOBODY, PartyId, PersonId, StreamId
from domain.model import Event
from domain.sweeps import events
from domain.sweeps.values import Kind, Result
from domain.worklist import Entry, Worklist

Stage = Literal["new", "convened", "concluded", "annulled"]
PartyStage = Literal["asked", "handed_in", "returned", "excused"]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未部署", "not convened yet"),
    "convened": ("排查中", "under way"),
    "concluded": ("已结束", "concluded"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""

PARTY_NAMES: Final[dict[PartyStage, tuple[str, str]]] = {
    "asked": ("待报送", "asked to hand in"),
    "handed_in": ("已报送", "handed in"),
    "returned": ("已退回补充", "to look again"),
    "excused": ("已免报", "excused"),
}
"""How far a party is, in Chinese and English, for refusals."""

MATTER_NAMES: Final[dict[str, tuple[str, str]]] = {
    "handed_in": ("已报送", "handed in"),
    "suspected": ("待核对重复", "to be checked for repeats"),
    "cleared": ("已核对不重复", "checked: no repeat"),
    "registered": ("已登记为线索", "registered as a lead"),
    "repeat": ("重复", "a repeat"),
    "dropped": ("不作为线索", "no lead"),
    "annulled": ("已作废", "annulled"),
}
"""How far a matter is, in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterEntry(Entry):
    """A matter; ``party`` handed it in. ``pseudonyms`` are those of the persons it names."""

    ENDS: ClassVar = frozenset({"registered", "repeat", "dropped", "annulled"})

    lead: StreamId | None
    """The lead that it is, or became."""
    pseudonyms: frozenset[str] = frozenset()
    persons: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sweep:
    """One sweep, the parties asked and the matters handed in."""

    stage: Stage = "new"
    kind: Kind = "all_groups"
    convener: PartyId = NOBODY
    parties: Mapping[PartyId, PartyStage] = field(default_factory=lambda: MappingProxyType({}))
    matters: Worklist[MatterEntry] = field(default_factory=Worklist)

    @property
    def circle(self) -> tuple[PartyId, ...]:
        """Convener and parties asked."""
        return tuple(dict.fromkeys((self.convener, *self.parties)))

    @property
    def named(self) -> tuple[PersonId, ...]:
        """Whom the matters are about."""
        return tuple(person for entry in self.matters for person in entry.persons)

    @property
    def outstanding(self) -> tuple[PartyId, ...]:
        """The parties that have not handed in all there is."""
        return tuple(p for p, stage in self.parties.items() if stage in ("asked", "returned"))

    @property
    def result(self) -> Result:
        """What it came to so far: coverage and hits."""
        matters, parties = self.matters.totals, self.parties.values()
        handed_in = [party for party, stage in self.parties.items() if stage == "handed_in"]
        live = [entry for entry in self.matters if entry.state != "annulled"]
        givers = {entry.party for entry in live}
        leads = {entry.lead for entry in live if entry.state == "registered"}
        return Result(
            asked=len(self.parties),
            handed_in=len(handed_in),
            nothing=sum(party not in givers for party in handed_in),
            excused=sum(stage == "excused" for stage in parties),
            matters=len(live),
            registered=matters["registered"],
            leads=len(leads),
            repeats=matters["repeat"],
            dropped=matters["dropped"],
        )


def evolve(state: Sweep, event: Event) -> Sweep:
    """The sweep after one of its events; any other event is a fault in the log."""
    match event:
        case events.Convened(kind=kind, convener=convener):
            return Sweep(stage="convened", kind=kind, convener=convener)
        case events.PartyAsked(party=party):
            return _party(state, party, "asked")
        case events.HandedIn(party=party):
            return _party(state, party, "handed_in")
        case events.HandInReturned(party=party):
            return _party(state, party, "returned")
        case events.PartyExcused(party=party):
            return _party(state, party, "excused")
        case events.Concluded():
            return replace(state, stage="concluded")
        case events.Annulled():
            return replace(state, stage="annulled")
        case events.Corrected():
            return state
        case _:
            return replace(state, matters=_matters(state.matters, event))


def _party(state: Sweep, party: PartyId, stage: PartyStage) -> Sweep:
    return replace(state, parties=MappingProxyType({**state.parties, party: stage}))


def _matters(matters: Worklist[MatterEntry], event: Event) -> Worklist[MatterEntry]:
    day = event.occurred.date
    match event:
        case events.MatterHandedIn():
            return matters.with_entry(_handed_in(event))
        case events.RepeatSuspected(matter=key):
            return matters.moved(key, "suspected", day)
        case events.RepeatDismissed(matter=key):
            return matters.moved(key, "cleared", day)
        case events.MatterSettled(matter=key, outcome=outcome, lead=lead):
            moved = matters.moved(key, outcome, day)
            return moved.with_entry(replace(moved[key], lead=lead or moved[key].lead))
        case events.MatterAnnulled(matter=key):
            return matters.moved(key, "annulled", day)
        case events.RepeatConfirmed():
            return matters
        case _:
            raise TypeError(f"no event of a sweep: {type(event).__name__}")


def _handed_in(event: events.MatterHandedIn) -> MatterEntry:
    subjects = event.handed_in.persons
    return MatterEntry(
        key=event.matter,
        state="handed_in",
        since=event.occurred.date,
        party=event.party,
        lead=event.handed_in.lead,
        pseudonyms=frozenset(each.pseudonym for each in subjects if each.pseudonym is not None),
        persons=tuple(each.person for each in subjects if each.person is not None),
    )
