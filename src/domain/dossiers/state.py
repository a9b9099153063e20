"""Where a dossier stands, folded from its events.

open → annulled. Each section: to_fill → gone_through → returned → gone_through.
Each fact goes its own way: current (revised any number of times) → withdrawn | annulled.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final, Literal

from domain.dossiers import events
from domain.dossiers.commands import SECTIONS, Section
from domain.ids import NOBODY, PartyId, StreamId
from domain.model import Event
from domain.oversight import KeyPerson
from domain.serials import put

Stage = Literal["new", "open", "annulled"]
SectionStage = Literal["to_fill", "gone_through", "returned"]
FactStage = Literal["current", "withdrawn", "annulled"]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未建立", "not opened yet"),
    "open": ("已建立", "open"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""

SECTION_NAMES: Final[dict[SectionStage, tuple[str, str]]] = {
    "to_fill": ("栏目待填写", "the section is still to be filled"),
    "gone_through": ("栏目已核对", "the section was gone through"),
    "returned": ("栏目已退回", "the section was returned"),
}
"""How a section stands, in Chinese and English, for refusals."""

FACT_NAMES: Final[dict[FactStage, tuple[str, str]]] = {
    "current": ("情况现行有效", "the fact stands"),
    "withdrawn": ("情况已撤下", "the fact was withdrawn"),
    "annulled": ("情况已作废", "the fact was annulled"),
}
"""How a fact stands, in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk with a key person: which, and when."""

    stream: StreamId
    held: datetime.date


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact: in which section, since when by its source, and whether it stands.

    A key person was ``named`` on a day, and has been talked to since.
    """

    section: Section
    since: datetime.date
    named: datetime.date
    person: KeyPerson | None = None
    talks: tuple[Talk, ...] = ()
    stage: FactStage = "current"

    @property
    def awaits(self) -> datetime.date:
        """From which day the time counts in which the key person is to be talked to."""
        return max((each.held for each in self.talks), default=self.named)

    def names(self, person: KeyPerson) -> bool:
        """Whether it stands and names that person, by the id or by the name."""
        own = self.person
        if own is None or self.stage != "current":
            return False
        known = own.person is not None and own.person == person.person
        return known or (own.pseudonym is not None and own.pseudonym == person.pseudonym)


@dataclass(frozen=True, slots=True)
class Dossier:
    """One unit's dossier, kept by the group stationed there.

    ``fresh`` are the sections gone through since all of them were.
    """

    stage: Stage = "new"
    unit: PartyId = NOBODY
    group: PartyId = NOBODY
    facts: tuple[Fact, ...] = ()
    sections: Mapping[Section, SectionStage] = field(default_factory=lambda: MappingProxyType({}))
    fresh: frozenset[Section] = frozenset()

    @property
    def is_fresh(self) -> bool:
        """Whether no section is left to go through."""
        return len(self.fresh) == len(SECTIONS)

    def standing(self, section: Section) -> int:
        """How many facts stand in a section."""
        return sum(fact.section == section and fact.stage == "current" for fact in self.facts)


def evolve(state: Dossier, event: Event) -> Dossier:
    """The dossier after one of its events; any other event is a fault in the log."""
    match event:
        case events.Opened(unit=unit, group=group):
            return Dossier("open", unit, group)
        case events.FactRecorded(section=section, stated_on=day, person=person):
            fact = Fact(section, day, event.occurred.date, person)
            return replace(state, facts=(*state.facts, fact))
        case events.FactRevised(fact=serial):
            return _with(state, serial, _revised(state.facts[serial - 1], event))
        case events.FactWithdrawn(fact=serial):
            return _with(state, serial, replace(state.facts[serial - 1], stage="withdrawn"))
        case events.FactAnnulled(fact=serial):
            return _with(state, serial, replace(state.facts[serial - 1], stage="annulled"))
        case events.Corrected(fact=serial, stated_on=day, person=person):
            fact = state.facts[serial - 1]
            right = replace(fact, since=day or fact.since, person=person or fact.person)
            return _with(state, serial, right)
        case events.TalkedTo(fact=serial, talk=talk):
            fact = state.facts[serial - 1]
            talks = (*fact.talks, Talk(talk, event.occurred.date))
            return _with(state, serial, replace(fact, talks=talks))
        case events.TalkAnnulled(fact=serial, talk=talk):
            fact = state.facts[serial - 1]
            left = tuple(each for each in fact.talks if each.stream != talk)
            return _with(state, serial, replace(fact, talks=left))
        case events.TalkAwaited():
            return state
        case events.HandedOver(group=group):
            return replace(state, group=group, fresh=frozenset())
        case events.SectionOpened(section=section):
            return _section(state, section, "to_fill")
        case events.SectionRefreshed(section=section):
            return replace(_section(state, section, "gone_through"), fresh=state.fresh | {section})
        case events.GoneThrough():
            return replace(state, fresh=frozenset())
        case events.SectionReturned(section=section):
            return replace(_section(state, section, "returned"), fresh=state.fresh - {section})
        case events.Annulled():
            return replace(state, stage="annulled")
        case _:
            raise TypeError(f"no event of a dossier: {type(event).__name__}")


def _revised(fact: Fact, event: events.FactRevised) -> Fact:
    """Another fact in its place: a person who is named anew keeps what was talked before."""
    same = event.person is None or fact.names(event.person)
    revised = replace(fact, since=event.stated_on, person=event.person)
    return revised if same else replace(revised, named=event.occurred.date, talks=())


def _with(state: Dossier, serial: int, fact: Fact) -> Dossier:
    return replace(state, facts=put(state.facts, serial, fact))


def _section(state: Dossier, section: Section, stage: SectionStage) -> Dossier:
    return replace(state, sections=MappingProxyType({**state.sections, section: stage}))
