"""The small values that case commands and events share, with the codes of the field."""

from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Ge, Le, MaxLen, MinLen

from domain.ids import PartyId, PersonId
from domain.model import Code, Personal, PseudonymOf, Text, Value
from domain.serials import Serial

Track = Literal["party", "state"]
"""党纪处分 · 政务处分: decided by different bodies, matched per person (DOMAIN.md §1.16)."""

Matter = Literal["filing", "sanction", "sending"]
"""What a three-level sign-off gates: filing, the proposal of sanctions, sending to adjudication."""

View = Literal["agree", "disagree", "abstain"]
"""What a member of a meeting holds; «disagree» is a dissent and stays on record."""

Stood = Literal["agree", "disagree", "abstain", "absent"]
"""How a member stands in the record of a meeting: with a view, or away."""

Result = Literal["sanctioned", "no_sanction", "withdrawn"]
"""How it ends for one person: 给予处分 · 不予处分 · 撤销案件."""

FourForms = Annotated[int, Ge(1), Le(4)]
"""The class of the four forms (四种形态), 1 to 4."""

SuspensionGround = Literal["fugitive", "custody"]
"""在逃 · 留置: while it lasts the clock of the investigation stands, after it it begins anew (R 215)."""

RecoveryKind = Literal["confiscated", "recovered", "restituted"]
"""没收 · 追缴 · 责令退赔 (R 240)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Value):
    """A post that a person holds: its level (a row of the scheme's table), its unit, and who manages it.

    ``organ`` is the Party organisation or other body that has the say over the person in that post:
    in its own name a sanction is decided, on it the decision is served.
    """

    post_level: Code
    organ: PartyId
    unit: PartyId | None = None


Posts = Annotated[tuple[Post, ...], MinLen(1), MaxLen(20)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Respondent(Value):
    """被审查调查人: a person the case is about, with name and post sealed under their own key."""

    person: PersonId
    name: Personal
    pseudonym: Annotated[str | None, PseudonymOf("name")] = None
    post: Personal
    posts: Posts
    party_member: bool
    public_official: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberView(Value):
    """What one member present at a meeting held."""

    member: PersonId
    view: View
    text: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberAbsence(Value):
    """A member who was not there, and why."""

    member: PersonId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberStood(Value):
    """How a member stood in the record of a meeting: with a view, or away."""

    member: PersonId
    stood: Stood


Views = Annotated[tuple[MemberView, ...], MinLen(1), MaxLen(100)]
Absences = Annotated[tuple[MemberAbsence, ...], MaxLen(100)]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCorrection(Value):
    """What the record of a group meeting should have said: only of the members it names."""

    sheet: Serial
    views: Annotated[tuple[MemberView, ...], MaxLen(100)] = ()
    absent: Absences = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Disposition(Value):
    """What is proposed or decided for one person: on each track a sanction of the scheme, or none.

    ``four_forms`` is given for every person; ``recommendation`` names the document by which a
    recommendation goes with it; ``procuratorate`` says that the offence goes to the procuratorate.
    """

    person: PersonId
    result: Result
    four_forms: FourForms
    party: Code | None = None
    state: Code | None = None
    recommendation: Text | None = None
    procuratorate: bool = False

    def sanctions(self) -> tuple[tuple[Track, Code], ...]:
        """The sanctions by track, the Party's first."""
        both: tuple[tuple[Track, Code | None], ...] = (("party", self.party), ("state", self.state))
        return tuple((track, sanction) for track, sanction in both if sanction is not None)


Dispositions = Annotated[tuple[Disposition, ...], MinLen(1), MaxLen(100)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Value):
    """A body's collective decision (PS 5; PGR 3: never by one person): paper, and who took part.

    ``entitled`` were called, ``present`` came, ``in_favour`` agreed.
    """

    document: Text
    entitled: Annotated[int, Ge(1)]
    present: Annotated[int, Ge(1)]
    in_favour: Annotated[int, Ge(0)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainStep(Value):
    """One step of an approval chain as it was laid out: which body, and what it does."""

    body: PartyId
    act: Literal["reviews", "agrees", "decides"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain(Value):
    """The approval chain of one sanction of one person, fixed on the day of deliberation.

    ``rule_set`` is the basis by which it holds: an old decision is judged by the rules of its day.
    """

    code: Code
    rule_set: Text
    organ: PartyId
    steps: Annotated[tuple[ChainStep, ...], MinLen(1)]
