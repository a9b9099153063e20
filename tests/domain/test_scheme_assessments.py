"""Indicators and grades of a scheme (统一考核): what counts for how much (DOMAIN.md §5.28)."""

import pytest

from domain.scheme import Scheme, SchemeError
from tests.domain.small import FOLDER

SMALL = (FOLDER / "small.toml").read_text("utf-8")
INDICATOR = """
[[indicator]]
code = "leads"
title = { zh = "线索", en = "Leads" }
points = 20
counts = "lead_obligations_on_time"
out_of = "lead_obligations_due"
basis = "b"
"""
GRADE = """
[[assessment_grade]]
code = "worse"
title = { zh = "更差", en = "Worse" }
least = 0
"""


def test_indicators_and_grades_stand_in_the_order_of_the_text() -> None:
    scheme = Scheme.parse(SMALL + INDICATOR)
    codes = [indicator.code for indicator in scheme.indicators]
    assert codes == ["timeliness", "daily", "appraisal", "leads"]
    grades = [(grade.code, grade.least) for grade in scheme.assessment_grades]
    assert grades == [("excellent", 90), ("good", 60), ("poor", 0)]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("indicator.leads.counts", INDICATOR.replace('"lead_obligations_on_time"', '"wishes"')),
        ("indicator.leads.counts", INDICATOR.replace('out_of = "lead_obligations_due"', "")),
        ("indicator.leads.counts", INDICATOR.replace('counts = "lead_obligations_on_time"', "")),
        ("indicator.leads.counts", INDICATOR + "each = 5\n"),
        ("indicator.leads.out_of", INDICATOR.replace('"lead_obligations_due"', '"wishes"')),
        ("indicator.leads.points", INDICATOR.replace("points = 20", "")),
        ("indicator.leads.points", INDICATOR.replace("points = 20", "points = 0")),
        ("indicator.leads.basis", INDICATOR.replace('basis = "b"', "")),
        ("indicator.leads.code", INDICATOR + INDICATOR),
        ("assessment_grade.worse.least", GRADE),
        ("assessment_grade.worse.least", GRADE.replace("least = 0", "least = 5")),
        ("assessment_grade.good.code", GRADE.replace('"worse"', '"good"')),
        ("assessment_grade.worse.title.en", GRADE.replace(', en = "Worse"', "")),
    ],
)
def test_each_fault_is_found_where_it_stands(path: str, text: str) -> None:
    with pytest.raises(SchemeError) as refusal:
        Scheme.parse(SMALL + text)
    found = {fault.path: fault for fault in refusal.value.faults}
    assert path in found
    assert found[path].line is not None
    assert found[path].fix_zh
