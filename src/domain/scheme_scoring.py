"""How cases are scored in reviews (案件质量评查): ``[scoring]`` of a scheme, its grades and criteria."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, cast, get_args

from domain.model import Value
from domain.scheme_parts import Phrase
from domain.scheme_rules import Vocabulary, phrase_at
from domain.toml_text import Table

ReviewStandard = Literal[
    "facts_clear",
    "evidence_conclusive",
    "characterised_accurately",
    "handled_appropriately",
    "formalities_complete",
    "procedure_compliant",
    "managed_properly",
    "executed_fully",
]
"""事实清楚、证据确凿、定性准确、处理恰当、手续完备、程序合规、管理规范、执行到位 (QR)."""

ReviewGrade = Literal["excellent", "qualified", "flawed", "unqualified"]
"""优秀 · 合格 · 瑕疵 · 不合格 (QR)."""

Fault = Literal["overdue", "returned", "signature_missing"]
"""What is found in a matter without anybody looking: overdue, sent back, not signed in time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion(Value):
    """One thing a review looks at, under one of the eight standards, and what a fault costs.

    ``detects`` says which fault of a running matter is found by itself; ``causes`` narrows what is
    overdue to what these events made due (signatures).
    """

    code: str
    standard: ReviewStandard
    title: Phrase
    points: int
    basis: str
    detects: Fault | None = None
    causes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoring(Value):
    """How a case is scored: from ``full`` points down, each fault by its criterion.

    A fault found again in the same body costs ``repeat_times`` as much; what the body had repaired
    before it was found gives ``repair_bonus`` points back. ``grades`` gives each grade's fewest points.
    """

    full: int
    repeat_times: int
    repair_bonus: int
    grades: Mapping[ReviewGrade, int]
    criteria: Mapping[str, Criterion]

    def grade(self, score: int) -> ReviewGrade:
        """The grade of a score: the best whose fewest points it has."""
        reached = (grade for grade, points in self.grades.items() if score >= points)
        return next(reached, "unqualified")


STANDARDS: Final = get_args(ReviewStandard)
GRADES: Final = get_args(ReviewGrade)
FAULTS: Final = get_args(Fault)


def scoring(table: Table, names: Vocabulary) -> Scoring | None:
    """How cases are scored; None where a scheme says nothing of it."""
    if "scoring" not in table:
        return None
    inner = table.table("scoring")
    criteria = [_criterion(each, names) for each in inner.tables("criterion", named="code")]
    found = Scoring(
        full=inner.whole("full", least=1),
        repeat_times=inner.whole("repeat_times", least=1),
        repair_bonus=inner.whole("repair_bonus", least=0),
        grades=_grades(inner),
        criteria={criterion.code: criterion for criterion in criteria},
    )
    if len(found.criteria) < max(1, len(criteria)):
        inner.note(
            "criterion",
            says=("没有评查项目,或有重复。", "It has no criterion, or one twice."),
            fix=("至少一项,每项写一次。", "Write one at least, each of them once."),
        )
    inner.refuse_rest()
    return found


def _grades(table: Table) -> Mapping[ReviewGrade, int]:
    """The fewest points of each grade, best first: each lower than the one before."""
    inner = table.table("grades")
    found = {cast("ReviewGrade", name): inner.whole(name, least=0) for name in GRADES}
    points = list(found.values())
    if any(worse >= better for better, worse in itertools.pairwise(points)):
        table.note(
            "grades",
            says=("等次分数线未由高到低。", "The grades do not go down."),
            fix=(
                "按优秀、合格、瑕疵、不合格由高到低填写,最低为0。",
                "Give excellent the most points, then fewer for each; unqualified 0.",
            ),
        )
    inner.refuse_rest()
    return found


def _criterion(table: Table, names: Vocabulary) -> Criterion:
    causes = table.texts("causes")
    names.known(table, "causes", causes)
    found = Criterion(
        code=table.text("code"),
        standard=cast("ReviewStandard", table.choice("standard", STANDARDS)),
        title=phrase_at(table, "title"),
        points=table.whole("points", least=1),
        basis=table.text("basis"),
        detects=cast("Fault | None", table.maybe_choice("detects", FAULTS)),
        causes=causes,
    )
    table.refuse_rest()
    return found
