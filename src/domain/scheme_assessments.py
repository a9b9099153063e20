"""Reads how a scheme assesses its bodies (统一考核): the indicators, and the grades by points."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, cast, get_args

from domain.model import Value
from domain.scheme_parts import Phrase
from domain.scheme_rules import phrase_at
from domain.toml_text import Table

Count = Literal[
    "obligations_due",
    "obligations_on_time",
    "lead_obligations_due",
    "lead_obligations_on_time",
    "leads_received",
    "recommendations_issued",
    "daily_supervisions",
    "cases_reviewed",
    "cases_reviewed_excellent",
]
"""What is counted of a body in a period, from the log.

到期应办事项 · 按期办结 · 到期线索办理事项 · 按期办结 · 受理线索 · 制发建议书 · 开展日常监督 ·
完成质量评查 · 评为优秀.
"""

COUNTS: Final[tuple[Count, ...]] = get_args(Count)


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Value):
    """An indicator (考核指标) worth at most ``points``.

    With ``out_of`` it earns that share of them which one count is of another (all, where there was nothing
    to count), with ``each`` so many points for every one counted. Without ``counts`` the assessor judges it.
    """

    code: str
    title: Phrase
    points: int
    basis: str
    counts: Count | None = None
    out_of: Count | None = None
    each: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentGrade(Value):
    """A grade of bodies (优秀、良好、一般、较差): from ``least`` points on."""

    code: str
    title: Phrase
    least: int


def indicators(table: Table) -> tuple[Indicator, ...]:
    """The indicators in the order of the text, each once."""
    found: list[Indicator] = []
    for inner in table.tables("indicator", named="code"):
        indicator = _indicator(inner)
        _once(inner, indicator.code, (other.code for other in found))
        found.append(indicator)
    return tuple(found)


def assessment_grades(table: Table) -> tuple[AssessmentGrade, ...]:
    """The grades, the highest first and the last from 0 on, so that every sum of points has one."""
    found: list[AssessmentGrade] = []
    inners = table.tables("assessment_grade", named="code")
    for inner in inners:
        grade = AssessmentGrade(
            code=inner.text("code"),
            title=phrase_at(inner, "title"),
            least=_whole(inner, "least", 0),
        )
        inner.refuse_rest()
        _once(inner, grade.code, (other.code for other in found))
        last = inner is inners[-1]
        if (found and grade.least >= found[-1].least) or (last and grade.least != 0):
            inner.note(
                "least",
                says=("等次未按分数从高到低排到0分。", "The grades do not run down to 0 points."),
                fix=("由高到低排列,最后一等为0。", "Let them run downwards, the last from 0."),
            )
        found.append(grade)
    return tuple(found)


def _indicator(table: Table) -> Indicator:
    found = Indicator(
        code=table.text("code"),
        title=phrase_at(table, "title"),
        points=_whole(table, "points", 1),
        basis=table.text("basis"),
        counts=_count(table, "counts"),
        out_of=_count(table, "out_of"),
        each=table.maybe_whole("each", least=1),
    )
    table.refuse_rest()
    ways = (found.out_of is not None) + (found.each is not None)
    if ways != (found.counts is not None):
        table.note(
            "counts",
            says=(
                "counts 须与 out_of、each 之一同时使用。",
                "«counts» goes with either «out_of» or «each».",
            ),
            fix=(
                "按比例写 out_of,按件写 each;由考核单位评分的三项都不写。",
                "Write «out_of» for a share, «each» for points apiece, none of the three where judged.",
            ),
        )
    return found


def _count(table: Table, key: str) -> Count | None:
    return cast("Count | None", table.maybe_choice(key, COUNTS))


def _whole(table: Table, key: str, least: int) -> int:
    found = table.maybe_whole(key, least=least)
    if key not in table:
        table.note(
            key,
            says=(f"缺少 {key}。", f"«{key}» is missing."),
            fix=("写一个整数。", "Write a whole number."),
        )
    return found or 0


def _once(table: Table, code: str, others: Iterable[str]) -> None:
    if code in others:
        table.note(
            "code",
            says=(f"“{code}”出现多次。", f"«{code}» stands there more than once."),
            fix=("每个只写一次。", "Let each stand once."),
        )
