"""Where a talent pool stands, folded from its events.

open, or annulled. Each person: nominated → admitted | declined, or returned → nominated again; admitted →
released. A study group is formed, holds sessions, and is disbanded.
"""

import datetime
from dataclasses import dataclass, replace
from typing import Final, Literal

from domain.ids import NOBODY, PartyId, PersonId, StreamId
from domain.model import Event
from domain.serials import put
from domain.talent_pools import events

Stage = Literal["new", "open", "annulled"]
MemberStage = Literal["nominated", "returned", "admitted", "declined", "released"]

STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未建库", "not opened yet"),
    "open": ("已建库", "open"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""

MEMBER_NAMES: Final[dict[MemberStage, tuple[str, str]]] = {
    "nominated": ("待审核", "the nomination is to be looked at"),
    "returned": ("推荐已退回", "the nomination was returned"),
    "admitted": ("已入库", "of the pool"),
    "declined": ("未入库", "not taken"),
    "released": ("已出库", "released"),
}
"""How a person stands, in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class Member:
    """A person whom a body nominated, and the secondments for which they were drawn."""

    party: PartyId
    person: PersonId
    stage: MemberStage = "nominated"
    drawn: tuple[StreamId, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A study group: which members it has, by number."""

    leader: PartyId
    mentor: PersonId
    members: tuple[int, ...]
    formed: datetime.date
    standing: bool = True


@dataclass(frozen=True, slots=True)
class Session:
    """What a group held."""

    group: int
    held: datetime.date
    standing: bool = True


@dataclass(frozen=True, slots=True)
class TalentPool:
    """One pool."""

    stage: Stage = "new"
    organiser: PartyId = NOBODY
    parties: tuple[PartyId, ...] = ()
    places: int = 0
    area: str | None = None
    until: datetime.date | None = None
    members: tuple[Member, ...] = ()
    waived: tuple[PartyId, ...] = ()
    groups: tuple[Group, ...] = ()
    sessions: tuple[Session, ...] = ()

    @property
    def nominations(self) -> tuple[Member, ...]:
        """Whom bodies nominated: members are numbered by it."""
        return self.members

    @property
    def admitted(self) -> int:
        """How many are of the pool."""
        return sum(each.stage == "admitted" for each in self.members)

    def studied(self, group: int) -> datetime.date:
        """The last day on which a group studied, as far as that counts; or that on which it was formed."""
        held = (each.held for each in self.sessions if each.group == group and each.standing)
        return max(held, default=self.groups[group - 1].formed)

    def homes(self, group: int) -> tuple[PartyId, ...]:
        """The bodies whose people study in a group."""
        own = (self.members[number - 1].party for number in self.groups[group - 1].members)
        return tuple(dict.fromkeys(own))


def evolve(state: TalentPool, event: Event) -> TalentPool:
    """The pool after one of its events; any other event is a fault in the log."""
    match event:
        case events.Opened(organiser=organiser, parties=parties, places=places):
            return TalentPool("open", organiser, parties, places, event.area, event.until)
        case events.Waived(party=party):
            return replace(state, waived=(*state.waived, party))
        case events.MemberEvent():
            return _member(state, event)
        case events.GroupEvent():
            return _group(state, event)
        case events.Annulled():
            return replace(state, stage="annulled")
        case events.Invited() | events.Corrected():
            return state
        case _:
            raise TypeError(f"no event of a talent pool: {type(event).__name__}")


def _member(state: TalentPool, event: events.MemberEvent) -> TalentPool:
    key = event.member
    match event:
        case events.Nominated(party=party, person=person):
            return replace(state, members=(*state.members, Member(party, person)))
        case events.NominationReturned():
            return _at(state, key, "returned")
        case events.NominationRevised():
            return _at(state, key, "nominated")
        case events.Admitted():
            return _at(state, key, "admitted")
        case events.Declined():
            return _at(state, key, "declined")
        case events.Released():
            left = tuple(
                replace(group, members=tuple(each for each in group.members if each != key))
                for group in state.groups
            )
            return replace(_at(state, key, "released"), groups=left)
        case events.Drawn(secondment=secondment):
            member = state.members[key - 1]
            drawn = replace(member, drawn=(*member.drawn, secondment))
            return replace(state, members=put(state.members, key, drawn))
        case _:
            raise TypeError(f"no event of a member: {type(event).__name__}")


def _at(state: TalentPool, key: int, stage: MemberStage) -> TalentPool:
    moved = replace(state.members[key - 1], stage=stage)
    return replace(state, members=put(state.members, key, moved))


def _group(state: TalentPool, event: events.GroupEvent) -> TalentPool:
    match event:
        case events.GroupFormed(leader=leader, mentor=mentor, members=members):
            group = Group(leader, mentor, members, event.occurred.date)
            return replace(state, groups=(*state.groups, group))
        case events.MentorChanged(group=key, mentor=mentor):
            changed = replace(state.groups[key - 1], mentor=mentor)
            return replace(state, groups=put(state.groups, key, changed))
        case events.GroupDisbanded(group=key):
            changed = replace(state.groups[key - 1], standing=False)
            return replace(state, groups=put(state.groups, key, changed))
        case events.SessionHeld(group=key):
            session = Session(key, event.occurred.date)
            return replace(state, sessions=(*state.sessions, session))
        case events.SessionAnnulled(session=number):
            void = replace(state.sessions[number - 1], standing=False)
            return replace(state, sessions=put(state.sessions, number, void))
        case events.StudyAwaited() | events.SessionCorrected():
            return state
        case _:
            raise TypeError(f"no event of a study group: {type(event).__name__}")
