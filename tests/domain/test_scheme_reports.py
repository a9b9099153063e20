"""Forms of reports: which figures each kind of report has, by who hands it in (DOMAIN.md §5.25)."""

import pytest

from domain.scheme import Scheme, SchemeError
from domain.scheme_reports import COUNTS
from projections.work_reports.figures import FIGURES
from tests.domain.small import FOLDER

SMALL = (FOLDER / "small.toml").read_text("utf-8")
FORM = """
[[report_form]]
kind = "quarterly"
title = { zh = "统计项目", en = "Figures" }
basis = "b"
reporters = ["generalOffice"]
figures = ["orders", "on_time", "late", "missing"]
"""


def test_a_form_is_for_a_kind_of_report_and_of_party() -> None:
    other = FORM.replace("generalOffice", "supervisionOffice").replace('"late", ', "")
    scheme = Scheme.parse(SMALL + FORM + other)
    form = scheme.report_form("quarterly", "generalOffice")
    assert form is not None
    assert form.figures == ("orders", "on_time", "late", "missing")
    of_offices = scheme.report_form("quarterly", "supervisionOffice")
    assert of_offices is not None
    assert of_offices.figures == ("orders", "on_time", "missing")
    assert scheme.report_form("quarterly", "countyCommission") is None
    assert scheme.report_form("half_yearly", "generalOffice") is None


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("report_form[1].kind", FORM.replace('"quarterly"', '"topical"')),
        ("report_form[1].reporters", FORM.replace('"generalOffice"', '"offices"')),
        ("report_form[1].figures", FORM.replace('"late"', '"lately"')),
        ("report_form[1].figures", FORM.replace('"late"', '"on_time"')),
        ("report_form[1].basis", FORM.replace('basis = "b"\n', "")),
        ("report_form[1].typed", FORM + "typed = true\n"),
        ("report_form[2].reporters", FORM + FORM),
    ],
)
def test_each_fault_of_a_form_is_found_where_it_stands(path: str, text: str) -> None:
    with pytest.raises(SchemeError) as refusal:
        Scheme.parse(SMALL + text)
    assert path in {fault.path for fault in refusal.value.faults}


def test_what_is_counted_can_be_opened() -> None:
    """Each count of a form is a figure with the list behind it."""
    assert sorted(figure.name for figure in FIGURES) == sorted(COUNTS)
