"""What a case's events have made of it: the state that decisions look at.

opened → investigating → sent → {incomplete: investigating | adjudicating} → {supplementing |
reinvestigating → adjudicating} → reported → deliberated → {returned: reported | decided} → archived;
any → withdrawn, annulled. Each person has a way of their own: open → deliberated → decided.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, Literal

from domain.cases.values import (
    Chain,
    ChainStep,
    Disposition,
    Matter,
    MemberAbsence,
    MemberStood,
    MemberView,
    Post,
    Stood,
    SuspensionGround,
    Track,
)
from domain.ids import NOBODY, PartyId, PersonId, StreamId
from domain.model import Number
from domain.submission import Seat

Stage = Literal[
    "new",
    "opened",
    "investigating",
    "sent",
    "adjudicating",
    "supplementing",
    "reinvestigating",
    "reported",
    "deliberated",
    "decided",
    "archived",
    "withdrawn",
    "annulled",
]
"""Where a case stands (DOMAIN.md §4); the last three are ends."""

STAGES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("未建卷", "not opened"),
    "opened": ("已建卷待立案", "opened, not filed"),
    "investigating": ("审查调查中", "under investigation"),
    "sent": ("已移送审理", "sent to adjudication"),
    "adjudicating": ("审理中", "being adjudicated"),
    "supplementing": ("退回补充调查中", "back for supplement"),
    "reinvestigating": ("退回重新调查中", "back for re-investigation"),
    "reported": ("已提出审理报告", "adjudication reported"),
    "deliberated": ("已集体审议待批准", "deliberated, awaiting approval"),
    "decided": ("已作出决定", "decided"),
    "archived": ("已归档", "archived"),
    "withdrawn": ("已撤销案件", "withdrawn"),
    "annulled": ("已作废", "annulled"),
}
"""The stages in Chinese and English."""

FILED: Final[tuple[Stage, ...]] = (
    "investigating",
    "sent",
    "adjudicating",
    "supplementing",
    "reinvestigating",
    "reported",
    "deliberated",
)
"""Filed and not decided: while it runs."""

CLOSED: Final[tuple[Stage, ...]] = ("archived", "withdrawn", "annulled")

PersonStage = Literal["open", "deliberated", "decided"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sanction:
    """A sanction of a person on one track: how far it climbed its chain, and what became of it.

    The chain was ``laid_out`` on the day of deliberation: by the rules of that day it is judged.
    """

    track: Track
    sanction: str
    chain: Chain
    laid_out: datetime.date
    step: int = 1
    status: Literal["climbing", "decided", "annulled"] = "climbing"
    number: Number | None = None
    served_on: datetime.date | None = None
    executed: bool = False

    @property
    def awaited(self) -> ChainStep:
        """The step of the chain that is awaited."""
        return self.chain.steps[self.step - 1]

    @property
    def at_last_step(self) -> bool:
        """Whether the step awaited is the one that decides."""
        return self.step == len(self.chain.steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person the case is about, and how far it is for them."""

    person: PersonId
    posts: tuple[Post, ...]
    party_member: bool
    public_official: bool
    suspended: SuspensionGround | None = None
    facts_shown: bool = False
    stage: PersonStage = "open"
    disposition: Disposition | None = None
    sanctions: tuple[Sanction, ...] = ()
    transferred: bool = False

    def sanction(self, track: Track) -> Sanction | None:
        """The sanction on a track."""
        return next((each for each in self.sanctions if each.track == track), None)

    def with_sanction(self, changed: Sanction) -> "Person":
        """The person with the sanction of that track changed."""
        return replace(
            self,
            sanctions=tuple(
                changed if each.track == changed.track else each for each in self.sanctions
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet of the three-level sign-off. ``used`` are the matters it has opened the way for.

    ``stood`` is how each member stood in the meeting, ``needed`` how many had to be there.
    """

    serial: int
    matters: tuple[Matter, ...]
    handler: PersonId
    reviewer: Seat | None = None
    reviewed_by: PersonId | None = None
    status: Literal["opened", "reviewed", "returned", "agreed", "rejected"] = "opened"
    needed: int = 0
    stood: tuple[MemberStood, ...] = ()
    used: tuple[Matter, ...] = ()
    forwarded_to: tuple[PartyId, ...] = ()

    def deliberated(
        self, views: tuple[MemberView, ...], absent: tuple[MemberAbsence, ...]
    ) -> tuple[MemberStood, ...]:
        """How the members stood, with what a record of the meeting says of these."""
        now: dict[PersonId, Stood] = {each.member: each.stood for each in self.stood}
        now |= {each.member: each.view for each in views}
        now |= dict.fromkeys((each.member for each in absent), "absent")
        return tuple(MemberStood(member=member, stood=how) for member, how in now.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """An order to recover money, in fen."""

    serial: int
    ordered: int
    received: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case as its events have made it. ``handled`` are all who ever handled or kept it."""

    stage: Stage = "new"
    handling_party: PartyId = NOBODY
    leads: tuple[StreamId, ...] = ()
    persons: tuple[Person, ...] = ()
    handlers: tuple[PersonId, ...] = ()
    keeper: PersonId | None = None
    handled: tuple[PersonId, ...] = ()
    number: Number | None = None
    sheets: tuple[Sheet, ...] = ()
    proposed: bool = False
    adjudicator: PartyId | None = None
    adjudicators: tuple[PersonId, ...] = ()
    approvers: tuple[PartyId, ...] = ()
    recoveries: tuple[Recovery, ...] = ()
    recusals_asked: tuple[PersonId, ...] = ()
    recused: tuple[PersonId, ...] = ()
    recusal_deciders: tuple[PartyId, ...] = ()
    filed: datetime.date | None = None

    @property
    def named(self) -> tuple[PersonId, ...]:
        """Whom it is about."""
        return tuple(each.person for each in self.persons)

    @property
    def open_persons(self) -> tuple[PersonId, ...]:
        """For whom nothing is deliberated yet, or went back."""
        return tuple(each.person for each in self.persons if each.stage == "open")

    @property
    def came_back(self) -> bool:
        """Whether a sheet, the case or what was asked of a body came back, and was not handed in again.

        A sheet counts while another may be opened, the last for each matter.
        """
        match self.stage:
            case "opened" | "investigating":
                last = {matter: sheet.status for sheet in self.sheets for matter in sheet.matters}
                returned = {"returned", "rejected"} & set(last.values())
                return bool(returned) or self.adjudicator is not None
            case "supplementing" | "reinvestigating":
                return True
            case "reported":
                return bool(self.approvers)
            case _:
                return False

    def person(self, person: PersonId) -> Person | None:
        """The person of that id."""
        return next((each for each in self.persons if each.person == person), None)

    def with_person(self, changed: Person) -> "Case":
        """The case with one person changed."""
        persons = (changed if each.person == changed.person else each for each in self.persons)
        return replace(self, persons=tuple(persons))

    def sheet(self, serial: int) -> Sheet | None:
        """The sheet of that serial."""
        return self.sheets[serial - 1] if 0 < serial <= len(self.sheets) else None

    def with_sheet(self, changed: Sheet) -> "Case":
        """The case with one sheet changed."""
        sheets = (changed if each.serial == changed.serial else each for each in self.sheets)
        return replace(self, sheets=tuple(sheets))

    def signed_off(self, matter: Matter) -> Sheet | None:
        """A sheet that opens the way for a matter and was not used for it yet."""
        return next(
            (
                sheet
                for sheet in self.sheets
                if sheet.status == "agreed" and matter in sheet.matters and matter not in sheet.used
            ),
            None,
        )

    def with_used(self, *matters: Matter) -> "Case":
        """The case after sheets opened the way for these matters: each does so once."""
        changed = self
        for matter in matters:
            sheet = changed.signed_off(matter)
            if sheet is not None:
                changed = changed.with_sheet(replace(sheet, used=(*sheet.used, matter)))
        return changed


NEW: Final = Case()
"""A case of which nothing is known yet."""


def each_once(items: tuple[PersonId, ...], more: Iterable[PersonId]) -> tuple[PersonId, ...]:
    """The persons and some more, each once."""
    return tuple(dict.fromkeys((*items, *more)))
