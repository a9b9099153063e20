"""Joint themes (五同): how far each is with its five steps, what was recorded, found and shared.

Whoever has none shows in the coverage, which is counted over all unit discipline committees.
"""

import datetime
from collections.abc import Sequence
from typing import Final, NamedTuple

from domain.joint_themes import events
from domain.joint_themes.state import STEP_OF
from domain.model import Event, Recorded
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class JointTheme(NamedTuple):
    """A theme: open → completed; either → annulled, and perhaps chosen anew.

    ``theme`` to ``results`` say how far each step is: none → recorded → confirmed, or sent_back.
    """

    scope: str
    stage: str
    committee: str
    stationed_group: str
    period: str | None
    title: str
    text: str
    chosen: datetime.date
    theme: str
    problems: str
    progress: str
    effect: str
    results: str
    found: int
    settled: int
    consulted: int
    completed: datetime.date | None
    reason: str | None


class JointThemeRecord(NamedTuple):
    """A step as one side recorded it: recorded → confirmed | sent_back; any → annulled; ``text`` sealed."""

    scope: str
    record: int
    step: str
    stage: str
    committee: str
    stationed_group: str
    by: str
    other: str
    recorded: datetime.date
    answered: datetime.date | None
    title: str | None
    text: str | None
    effect: str | None
    form: str | None
    reason: str | None


class JointThemeProblem(NamedTuple):
    """A problem that both sides hold: found → settled | struck."""

    scope: str
    problem: int
    stage: str
    committee: str
    stationed_group: str
    title: str
    found: datetime.date
    settled: datetime.date | None


class JointThemeResult(NamedTuple):
    """What came of a theme, for those it is shared with: shared, or annulled."""

    scope: str
    stage: str
    committee: str
    stationed_group: str
    form: str
    title: str
    shared_with: tuple[str, ...]
    paper: str | None
    shared: datetime.date


JOINT_THEMES: Final = Table(
    "joint_themes",
    JointTheme,
    classes=("joint_theme",),
    indexes=(
        ("jurisdiction", "chosen", "committee", "stream"),
        ("jurisdiction", "committee", "chosen"),
    ),
)
JOINT_THEME_RECORDS: Final = Table(
    "joint_theme_records",
    JointThemeRecord,
    key=("record",),
    classes=("joint_theme",),
    indexes=(("jurisdiction", "recorded", "stream", "record"),),
)
JOINT_THEME_PROBLEMS: Final = Table(
    "joint_theme_problems",
    JointThemeProblem,
    key=("problem",),
    classes=("joint_theme",),
    indexes=(("jurisdiction", "found", "stream", "problem"),),
)
JOINT_THEME_RESULTS: Final = Table(
    "joint_theme_results",
    JointThemeResult,
    classes=("joint_theme_result",),
    indexes=(("jurisdiction", "shared", "stream"),),
)


def chosen(rows: Rows, event: Recorded[events.ThemeChosen]) -> None:
    """主题共选: a theme, or another one in the place of what was sent back or annulled."""
    e = event.event
    row = JointTheme(
        scope=e.concerns.visibility,
        stage="open",
        committee=e.committee,
        stationed_group=e.group,
        period=e.period,
        title=e.title,
        text=e.text,
        chosen=e.occurred.date,
        theme="none",
        problems="none",
        progress="none",
        effect="none",
        results="none",
        found=0,
        settled=0,
        consulted=0,
        completed=None,
        reason=None,
    )
    rows.put(JOINT_THEMES, row)
    recorded(rows, event)


def recorded(rows: Rows, event: Recorded[events.StepRecorded]) -> None:
    """One side recorded a step."""
    e = event.event
    row = JointThemeRecord(
        scope=e.concerns.visibility,
        record=e.record,
        step=STEP_OF[type(e)],
        stage="recorded",
        committee=e.committee,
        stationed_group=e.group,
        by=e.by,
        other=e.other,
        recorded=e.occurred.date,
        answered=None,
        title=getattr(e, "title", None),
        text=getattr(e, "text", None),
        effect=getattr(e, "effect", None),
        form=getattr(e, "form", None),
        reason=None,
    )
    rows.put(JOINT_THEME_RECORDS, row)
    _count(rows)


def answered(rows: Rows, event: Recorded[events.StepConfirmed | events.StepSentBack]) -> None:
    """The other side confirmed it, or sent it back."""
    e = event.event
    row = _record(rows, e.record)._replace(answered=e.occurred.date)
    if isinstance(e, events.StepSentBack):
        row = row._replace(stage="sent_back", reason=e.reason)
    else:
        row = row._replace(stage="confirmed")
    rows.put(JOINT_THEME_RECORDS, row)
    _count(rows)


def found(rows: Rows, event: Recorded[events.ProblemFound]) -> None:
    """问题共找: both hold that there is a problem."""
    e = event.event
    row = JointThemeProblem(
        scope=e.concerns.visibility,
        problem=e.problem,
        stage="found",
        committee=e.committee,
        stationed_group=e.group,
        title=e.title,
        found=e.occurred.date,
        settled=None,
    )
    rows.put(JOINT_THEME_PROBLEMS, row)
    _count(rows)


def settled(rows: Rows, event: Recorded[events.ProblemSettled]) -> None:
    """Both hold that it is solved. One that was never a problem is a fault: `LookupError`."""
    e = event.event
    row = rows.get(JOINT_THEME_PROBLEMS, e.problem)
    if row is None:
        raise LookupError(f"{e.problem} was never a problem")
    rows.put(JOINT_THEME_PROBLEMS, row._replace(stage="settled", settled=e.occurred.date))
    _count(rows)


def completed(rows: Rows, event: Recorded[events.Completed]) -> None:
    """成果共享: through all five steps; those it is shared with read what came of it."""
    e = event.event
    row = JointThemeResult(
        scope=e.concerns.visibility,
        stage="shared",
        committee=e.committee,
        stationed_group=e.group,
        form=e.form,
        title=e.title,
        shared_with=e.shared_with,
        paper=e.paper,
        shared=e.occurred.date,
    )
    rows.put(JOINT_THEME_RESULTS, row)
    rows.put(JOINT_THEMES, _theme(rows)._replace(stage="completed", completed=e.occurred.date))


def corrected(rows: Rows, event: Recorded[events.Corrected]) -> None:
    """更正: what a record says, and what stands elsewhere because of it."""
    e = event.event
    row = _record(rows, e.record)
    row = row._replace(title=e.title or row.title, text=e.text or row.text)
    rows.put(JOINT_THEME_RECORDS, row)
    if row.step == "theme":
        changed = _theme(rows)._replace(title=row.title or "", text=row.text or "")
        rows.put(JOINT_THEMES, changed)
    result = rows.get(JOINT_THEME_RESULTS)
    if row.step == "results" and result is not None and e.title is not None:
        rows.put(JOINT_THEME_RESULTS, result._replace(title=e.title))


def annulled(rows: Rows, event: Recorded[events.ThemeAnnulled]) -> None:
    """作废: nothing of it counts."""
    for record in rows.all(JOINT_THEME_RECORDS):
        rows.put(JOINT_THEME_RECORDS, record._replace(stage="annulled"))
    for problem in rows.all(JOINT_THEME_PROBLEMS):
        if problem.stage == "found":
            rows.put(JOINT_THEME_PROBLEMS, problem._replace(stage="struck"))
    result = rows.get(JOINT_THEME_RESULTS)
    if result is not None:
        rows.put(JOINT_THEME_RESULTS, result._replace(stage="annulled"))
    gone = _theme(rows)._replace(stage="annulled", completed=None, reason=event.event.reason)
    rows.put(JOINT_THEMES, gone)
    _count(rows)


def _theme(rows: Rows) -> JointTheme:
    row = rows.get(JOINT_THEMES)
    if row is None:
        raise LookupError("the theme was never a record")
    return row


def _record(rows: Rows, serial: int) -> JointThemeRecord:
    row = rows.get(JOINT_THEME_RECORDS, serial)
    if row is None:
        raise LookupError(f"record {serial} was never a record")
    return row


def _count(rows: Rows) -> None:
    """How far each step is, and how many problems are solved, counted anew."""
    records = rows.all(JOINT_THEME_RECORDS)
    problems = [each for each in rows.all(JOINT_THEME_PROBLEMS) if each.stage != "struck"]
    confirmed = [each.step for each in records if each.stage == "confirmed"]
    row = _theme(rows)._replace(
        theme=_how_far(records, "theme"),
        problems=_how_far(records, "problems"),
        progress=_how_far(records, "progress"),
        effect=_how_far(records, "effect"),
        results=_how_far(records, "results"),
        consulted=confirmed.count("progress"),
        found=len(problems),
        settled=sum(each.stage == "settled" for each in problems),
    )
    rows.put(JOINT_THEMES, row)


def _how_far(records: Sequence[JointThemeRecord], step: str) -> str:
    """Confirmed once it ever was; else as the latest record of the step stands."""
    live = (each for each in records if each.step == step and each.stage != "annulled")
    stages = [each.stage for each in live]
    return "confirmed" if "confirmed" in stages else (stages or ["none"])[-1]


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.ThemeChosen: chosen,
    events.ProblemsListed: recorded,
    events.ProgressConsulted: recorded,
    events.EffectReviewed: recorded,
    events.ResultsShared: recorded,
    events.StepConfirmed: answered,
    events.StepSentBack: answered,
    events.ProblemFound: found,
    events.ProblemSettled: settled,
    events.Completed: completed,
    events.Corrected: corrected,
    events.ThemeAnnulled: annulled,
}

MODEL: Final = ReadModel(
    name="joint_themes",
    version=1,
    tables=(JOINT_THEMES, JOINT_THEME_RECORDS, JOINT_THEME_PROBLEMS, JOINT_THEME_RESULTS),
    handlers=_HANDLERS,
)
