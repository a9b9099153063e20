"""Where a joint theme stands, folded from its events.

open → completed; either → annulled, from which it may begin anew. Each record of a step: recorded →
confirmed | sent_back; any → annulled. Problems are worked off one by one (`domain.worklist`): found →
settled | struck.
"""

from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Final, Literal

from domain.ids import NOBODY, PartyId
from domain.joint_themes import events
from domain.joint_themes.commands import Step
from domain.model import Event
from domain.serials import put
from domain.worklist import Entry, Worklist

Stage = Literal["new", "open", "completed", "annulled"]
RecordStage = Literal["recorded", "confirmed", "sent_back", "annulled"]


FIRST: Final[tuple[Step, ...]] = ("theme",)
"""What is to be done before anything was."""

STEP_OF: Final[dict[type[Event], Step]] = {
    events.ThemeChosen: "theme",
    events.ProblemsListed: "problems",
    events.ProgressConsulted: "progress",
    events.EffectReviewed: "effect",
    events.ResultsShared: "results",
}
"""Which step is recorded by which event."""

STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未选题", "no theme chosen yet"),
    "open": ("推进中", "under way"),
    "completed": ("五步已完成", "through all five steps"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""

STEP_NAMES: Final[dict[str, tuple[str, str]]] = {
    "none": ("未开展", "not done yet"),
    "recorded": ("已登记待确认", "recorded, not confirmed yet"),
    "confirmed": ("已确认", "confirmed"),
    "sent_back": ("已退回", "sent back"),
}
"""How far a step is, in Chinese and English."""


@dataclass(frozen=True, slots=True)
class Record:
    """A step as one side recorded it."""

    event: events.StepRecorded
    stage: RecordStage = "recorded"

    @property
    def by(self) -> PartyId:
        """The side that recorded it."""
        return self.event.by

    @property
    def other(self) -> PartyId:
        """The side that confirms it."""
        return self.event.other

    @property
    def step(self) -> Step:
        """The step that it records."""
        return STEP_OF[type(self.event)]

    @property
    def then(self) -> tuple[Step, ...]:
        """The steps that may follow once it is confirmed, the one that is owed first."""
        match self.event:
            case events.ThemeChosen():
                return ("problems",)
            case events.ProblemsListed():
                return ("progress",)
            case events.ProgressConsulted():
                return ("effect", "progress")
            case events.EffectReviewed(effect=effect):
                return ("results",) if effect == "effective" else ("progress",)
            case _:
                return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem(Entry):
    """A problem that both sides found."""

    ENDS: ClassVar = frozenset({"settled", "struck"})


@dataclass(frozen=True, slots=True)
class JointTheme:
    """One theme of a committee and its group; ``steps`` may be recorded now, the first of them is owed."""

    stage: Stage = "new"
    committee: PartyId = NOBODY
    group: PartyId = NOBODY
    period: str | None = None
    steps: tuple[Step, ...] = FIRST
    records: tuple[Record, ...] = ()
    problems: Worklist[Problem] = field(default_factory=Worklist)

    @property
    def is_waiting(self) -> bool:
        """Whether a record waits for the other side."""
        return any(record.stage == "recorded" for record in self.records)

    def settled_by(self, record: Record) -> tuple[int, ...]:
        """The problems that a confirmed record of progress settles, of those still open."""
        if not isinstance(record.event, events.ProgressConsulted):
            return ()
        return tuple(n for n in record.event.settled if self.problems[n].is_open)


def evolve(state: JointTheme, event: Event) -> JointTheme:
    """The theme after one of its events; any other event is a fault in the log."""
    match event:
        case events.ThemeChosen(committee=committee, group=group, period=period):
            begun = replace(state, stage="open", committee=committee, group=group, period=period)
            return _recorded(begun, event)
        case events.StepRecorded():
            return _recorded(state, event)
        case events.StepConfirmed(record=serial):
            confirmed = _at(state, serial, "confirmed")
            return replace(confirmed, steps=state.records[serial - 1].then)
        case events.StepSentBack(record=serial):
            return _at(state, serial, "sent_back")
        case events.ProblemFound() | events.ProblemSettled():
            return replace(state, problems=_worked_off(state.problems, event))
        case events.Completed():
            return replace(state, stage="completed")
        case events.Corrected():
            return _corrected(state, event)
        case events.ThemeAnnulled():
            return _annulled(state, event)
        case _:
            raise TypeError(f"no event of a joint theme: {type(event).__name__}")


def _recorded(state: JointTheme, event: events.StepRecorded) -> JointTheme:
    return replace(state, records=(*state.records, Record(event)))


def _worked_off(
    problems: Worklist[Problem], event: events.ProblemFound | events.ProblemSettled
) -> Worklist[Problem]:
    day = event.occurred.date
    if isinstance(event, events.ProblemSettled):
        return problems.moved(event.problem, "settled", day)
    found = Problem(key=event.problem, state="found", since=day, party=event.committee)
    return problems.with_entry(found)


def _at(state: JointTheme, serial: int, stage: RecordStage) -> JointTheme:
    record = replace(state.records[serial - 1], stage=stage)
    return replace(state, records=put(state.records, serial, record))


def _corrected(state: JointTheme, event: events.Corrected) -> JointTheme:
    """What the record says from now on: results are made known as they were corrected."""
    record = state.records[event.record - 1]
    given: dict[str, Any] = {"title": event.title, "text": event.text}
    changed = replace(record.event, **{name: value for name, value in given.items() if value})
    return replace(state, records=put(state.records, event.record, replace(record, event=changed)))


def _annulled(state: JointTheme, event: events.ThemeAnnulled) -> JointTheme:
    """Nothing of it counts; another theme may be chosen in its place, and counted on from there."""
    problems = state.problems
    for problem in problems.open:
        problems = problems.moved(problem.key, "struck", event.occurred.date)
    records = tuple(replace(record, stage="annulled") for record in state.records)
    return replace(state, stage="annulled", steps=FIRST, records=records, problems=problems)
