"""What follows from each action in an assessment, or why it is refused.

Basis: the groups are assessed and managed alike, by indicators of supervision, investigation and the like
(统一考核、统一管理; DOMAIN.md §5 mechanism 28); points, grades and bars to the highest grade are local
practice (DOMAIN.md A6). A body counts its own records – nobody else may read them all – and declares the
figures; points and grade are reckoned, never written.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from domain.account import invalid
from domain.assessments import commands, events, guards, scoring
from domain.assessments.account import Account
from domain.assessments.commands import Counted, Points
from domain.assessments.state import Assessment
from domain.context import Context
from domain.model import Draft
from domain.streams import StreamState

Stream = StreamState[Assessment]


def open_(stream: Stream, command: commands.Open, context: Context) -> Iterable[Draft]:
    """Assess a body by the indicators and grades of this day's scheme.

    Raises `NotTheAssessor`, `NoIndicators`, `UnknownParty`, `InvalidField`.
    """
    account = Account(stream, context)
    period = guards.opens(account, command)
    account.tell(
        events.Opened(
            **account.plain(),
            assessor=account.acting,
            body=command.body,
            period=period.code,
            begins=period.first_day,
            ends=period.last_day,
            declare_by=command.declare_by,
            indicators=account.scheme.indicators,
            grades=account.scheme.assessment_grades,
        )
    )
    return account


def declare(stream: Stream, command: commands.Declare, context: Context) -> Iterable[Draft]:
    """Declare the figures that the indicators ask for, all of them and no others."""
    account = Account(stream, context)
    guards.by_body(account, "opened", "returned")
    guards.declares(account, command)
    account.tell(events.Declared(**account.frame(), as_of=command.as_of, figures=command.figures))
    return account


def return_(stream: Stream, command: commands.Return, context: Context) -> Iterable[Draft]:
    """Send the figures back; the body declares them again."""
    account = Account(stream, context)
    guards.by_assessor(account, "declared")
    account.tell(events.Returned(**account.frame(), reason=command.reason))
    return account


def publish(stream: Stream, command: commands.Publish, context: Context) -> Iterable[Draft]:
    """Tell the body its points, as they follow from its figures and the assessor's judgement."""
    account = Account(stream, context)
    guards.by_assessor(account, "declared")
    guards.all_judged(account, command.judged)
    if command.objection_until < account.context.occurred.date:
        raise invalid("objection_until", "早于本次办理日期", "it lies before the act itself")
    account.tell(
        events.Published(
            **account.frame(),
            **_reckoned(account, (), command.judged),
            objection_until=command.objection_until,
        )
    )
    return account


def bar(stream: Stream, command: commands.Bar, context: Context) -> Iterable[Draft]:
    """Record what bars the body from the highest grade (DOMAIN.md A6: such bars are local practice)."""
    account = Account(stream, context)
    guards.by_assessor(account, "declared", "published", "objected", "answered", "graded")
    graded = account.state.stage == "graded"
    account.tell(events.Barred(**account.frame(), reason=command.reason, basis=command.basis))
    if graded:
        _grade(account)
    return account


def object_(stream: Stream, command: commands.Object, context: Context) -> Iterable[Draft]:
    """Object within the window, once; after it only the assessor's own correction helps."""
    account = Account(stream, context)
    guards.by_body(account, "published")
    guards.within_window(account)
    guards.indicator_known(account, command.indicator)
    account.tell(
        events.Objected(**account.frame(), indicator=command.indicator, reason=command.reason)
    )
    return account


def uphold(stream: Stream, command: commands.Uphold, context: Context) -> Iterable[Draft]:
    """Let the points stand."""
    account = Account(stream, context)
    guards.by_assessor(account, "objected")
    account.tell(events.Upheld(**account.frame(), reason=command.reason))
    return account


def revise(stream: Stream, command: commands.Revise, context: Context) -> Iterable[Draft]:
    """Set the points anew, because the objection is right."""
    account = Account(stream, context)
    guards.by_assessor(account, "objected")
    reckoned = _reckoned(account, command.figures, command.judged)
    account.tell(events.Revised(**account.frame(), **reckoned, reason=command.reason))
    return account


def grade(stream: Stream, command: commands.Grade, context: Context) -> Iterable[Draft]:
    """Make it final once the window closed or the objection was answered; raises `ObjectionOpen`."""
    del command
    account = Account(stream, context)
    guards.by_assessor(account, "published", "answered")
    guards.window_closed(account)
    _grade(account)
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正: points and, where there is one, grade follow what was corrected (DOMAIN.md §1.12)."""
    account = Account(stream, context)
    guards.by_assessor(account, "published", "objected", "answered", "graded")
    account.tell(
        events.Corrected(
            **account.frame(),
            **_reckoned(account, command.figures, command.judged),
            reason=command.reason,
            approved_by=command.approved_by,
        )
    )
    if account.state.stage == "graded":
        _grade(account)
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: what is owed is withdrawn, its grade no longer stands."""
    account = Account(stream, context)
    guards.by_assessor(
        account, "opened", "declared", "returned", "published", "objected", "answered", "graded"
    )
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account


def _grade(account: Account) -> None:
    state = account.state
    found = scoring.grade_of(state.grades, state.total_hundredths, barred=state.barred)
    account.tell(
        events.Graded(
            **account.frame(),
            period=state.period,
            grade=found.code,
            zh=found.title.zh,
            en=found.title.en,
            barred=state.barred,
        )
    )


def _reckoned(
    account: Account, figures: Sequence[Counted], judged: Sequence[Points]
) -> dict[str, Any]:
    """Figures and judgements with these in the place of those before, and the points that follow."""
    guards.figures_fit(account, figures)
    guards.judged_fit(account, judged)
    counted = {each.count: each for each in (*account.state.figures, *figures)}
    given = {each.indicator: each for each in (*account.state.judged, *judged)}
    points = scoring.points_of(
        account.state.indicators, tuple(counted.values()), tuple(given.values())
    )
    return {
        "figures": tuple(counted.values()),
        "judged": tuple(given.values()),
        "points": points,
        "total_hundredths": sum(each.hundredths for each in points),
    }
