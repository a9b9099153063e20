"""What happened to a joint theme."""

from dataclasses import dataclass
from typing import Annotated

from annotated_types import MaxLen, MinLen

from domain.ids import PartyId, PersonId
from domain.joint_themes.commands import Effect, Problems, ResultForm, Step
from domain.model import Digest, Event, Personal, Text
from domain.serials import Serial

Period = Annotated[str, MinLen(4), MaxLen(8)]
"""A period of a cadence as people write it: ``2026-H1``."""

SharedWith = Annotated[tuple[PartyId, ...], MaxLen(60)]
"""The parties beside the two that the results are shared with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeEvent(Event):
    """Base of them all: whose theme it is."""

    committee: PartyId
    group: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRecorded(ThemeEvent):
    """Base of the five steps: ``by`` recorded it, ``other`` is to confirm it."""

    record: Serial
    by: PartyId
    other: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeChosen(StepRecorded):
    """主题共选: one side put forward the theme, for the period of a cadence if one asks for it."""

    period: Period | None = None
    title: Text
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemsListed(StepRecorded):
    """问题共找: one side wrote down the problems found."""

    problems: Problems


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressConsulted(StepRecorded):
    """进度共商: one side wrote down how far it is."""

    text: Personal
    settled: Annotated[tuple[Serial, ...], MaxLen(100)]


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectReviewed(StepRecorded):
    """效果共评: one side wrote down what it effected."""

    effect: Effect
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultsShared(StepRecorded):
    """成果共享: one side wrote down what is shared; others learn of it once the other side confirmed."""

    form: ResultForm
    title: Text
    shared_with: SharedWith
    paper: Digest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepConfirmed(ThemeEvent):
    """The other side confirmed a step; ``next_step`` is owed now, none after the last."""

    record: Serial
    step: Step
    next_step: Step | None = None
    by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class StepSentBack(ThemeEvent):
    """The other side sent a step back ``to`` the one that recorded it, which owes it again."""

    record: Serial
    step: Step
    by: PartyId
    to: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemFound(ThemeEvent):
    """Both sides hold that there is this problem: it is to be solved."""

    problem: Serial
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemSettled(ThemeEvent):
    """Both sides hold that the problem is solved."""

    problem: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Completed(ThemeEvent):
    """The five steps are done: the results are open to those they are shared with."""

    form: ResultForm
    title: Text
    shared_with: SharedWith
    paper: Digest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(ThemeEvent):
    """A record was corrected."""

    record: Serial
    reason: Text
    approved_by: PersonId
    title: Text | None = None
    text: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeAnnulled(ThemeEvent):
    """The theme does not count; ``owed_again``: it was what the committee had done for a period."""

    owed_again: bool
    reason: Text
    approved_by: PersonId
