"""How cases are scored (DOMAIN.md §2 A6): full points, grades, criteria under the eight standards."""

from pathlib import Path

import pytest

from domain.catalogue import CATALOGUE
from domain.scheme import Scheme, SchemeError
from domain.scheme_scoring import STANDARDS
from tests.domain.small import FOLDER

SMALL = (FOLDER / "small.toml").read_text("utf-8")
SHIPPED = Path(__file__).parents[2] / "schemes" / "mechanisms" / "quality-scoring.toml"
SCORING = """
[scoring]
full = 100
repeat_times = 2
repair_bonus = 1
[scoring.grades]
excellent = 90
qualified = 75
flawed = 60
unqualified = 0
[[scoring.criterion]]
code = "overdue"
standard = "procedure_compliant"
title = { zh = "超期", en = "overdue" }
points = 5
basis = "b"
detects = "overdue"
causes = ["lead.acknowledged"]
"""
CRITERION = SCORING[SCORING.index("[[scoring.criterion]]") :]


def test_a_grade_is_the_best_whose_points_are_reached() -> None:
    scoring = Scheme.parse(SMALL + SCORING).scoring
    assert scoring is not None
    grades = [scoring.grade(score) for score in (100, 90, 89, 75, 60, 59, 0)]
    assert grades == [
        "excellent",
        "excellent",
        "qualified",
        "qualified",
        "flawed",
        "unqualified",
        "unqualified",
    ]
    assert Scheme.parse(SMALL).scoring is None


def test_what_is_shipped_looks_at_each_of_the_eight_standards() -> None:
    """QR: 事实清楚、证据确凿、定性准确、处理恰当、手续完备、程序合规、管理规范、执行到位."""
    scoring = Scheme.parse(SMALL + SHIPPED.read_text("utf-8"), CATALOGUE).scoring
    assert scoring is not None
    assert {each.standard for each in scoring.criteria.values()} == set(STANDARDS)
    detected = {each.detects for each in scoring.criteria.values()} - {None}
    assert detected == {"overdue", "returned", "signature_missing"}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("scoring.full", SCORING.replace("full = 100", "full = 0")),
        ("scoring.repeat_times", SCORING.replace("repeat_times = 2", 'repeat_times = "2"')),
        ("scoring.repair_bonus", SCORING.replace("repair_bonus = 1", "repair_bonus = -1")),
        ("scoring.grades", SCORING.replace("flawed = 60", "flawed = 75")),
        ("scoring.grades.good", SCORING.replace("flawed = 60", "flawed = 60\ngood = 70")),
        ("scoring.criterion", SCORING + CRITERION),
        ("scoring.criterion.overdue.standard", SCORING.replace("procedure_compliant", "style")),
        ("scoring.criterion.overdue.points", SCORING.replace("points = 5", "points = 0")),
        ("scoring.criterion.overdue.detects", SCORING.replace('detects = "o', 'detects = "p')),
        ("scoring.criterion.overdue.causes", SCORING.replace("lead.ack", "lead.knack")),
        ("scoring.weight", SCORING.replace("full = 100", "full = 100\nweight = 1")),
    ],
)
def test_each_fault_of_the_scoring_is_found_where_it_stands(path: str, text: str) -> None:
    with pytest.raises(SchemeError) as refusal:
        Scheme.parse(SMALL + text, CATALOGUE)
    found = {fault.path: fault for fault in refusal.value.faults}
    assert path in found
    assert found[path].fix_zh
