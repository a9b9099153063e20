"""Each department's own procedure, with the minimum of what it supplies and shares (DOMAIN.md §5.10, 23)."""

import pytest

from domain.ids import PartyId
from domain.scheme import Scheme, SchemeError
from tests.domain.small import FOLDER

SMALL = (FOLDER / "small.toml").read_text("utf-8")


def faults(text: str) -> set[str]:
    """The paths of the faults of a text, each with a line and a fix."""
    with pytest.raises(SchemeError) as refusal:
        Scheme.parse(text)
    assert all(fault.line and fault.fix_zh and fault.fix_en for fault in refusal.value.faults)
    return {fault.path for fault in refusal.value.faults}


def changed(old: str, new: str) -> str:
    assert old in SMALL
    return SMALL.replace(old, new, 1)


def test_a_procedure_has_the_minimum_fields() -> None:
    procedure = Scheme.parse(SMALL).procedures[PartyId("pg-education")]
    assert [field.code for field in procedure.fields] == ["unit", "period"]
    assert procedure.fields[0].title.zh == "涉及单位"


def test_a_paper_is_there_where_a_line_of_the_list_names_it() -> None:
    """In Chinese or in English, with whatever stands around the name."""
    procedure = Scheme.parse(SMALL).procedures[PartyId("pg-education")]
    listed = ("《移送函》(原件)", "copies of the check sheets")
    assert procedure.missing(listed) == ()
    assert [paper.zh for paper in procedure.missing(listed[:1])] == ["检查底稿"]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("procedure.pg-education.fields", 'code = "period"', 'code = "unit"'),
        ("procedure.pg-education.fields.period.title.en", ', en = "period"', ""),
        ("procedure.pg-education.fields.unit.kind", 'code = "unit"', 'code = "unit", kind = 1'),
        ("procedure.pg-education.papers", 'zh = "检查底稿"', 'zh = "移送函"'),
        ("procedure.pg-education.papers[1].en", ', en = "check sheets"', ""),
        ("procedure.pg-education.receives", 'receives = "cs"', 'receives = "sc"'),
        ("procedure.pg-education", 'supervision = "administrative"\n', ""),
        ("procedure.pg-educate", "[procedure.pg-education]", "[procedure.pg-educate]"),
    ],
)
def test_each_fault_of_a_procedure_is_found_where_it_stands(path: str, old: str, new: str) -> None:
    assert path in faults(changed(old, new))
