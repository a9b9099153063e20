"""Each department's own procedure, with the minimum of what it supplies and shares (DOMAIN.md §5.10, 23)."""

import pytest

from domain.ids import PartyId
from domain.scheme import Scheme, SchemeError
from tests.domain.small import (
    CASE_SUPERVISION,
    COUNTY,
    EDUCATION_GROUP,
    FOLDER,
    PARTY_GROUP,
)

SMALL = (FOLDER / "small.toml").read_text("utf-8")
SYSTEM = """
[system.schools]
title = { zh = "教育系统", en = "schools" }
parties = ["sg-education", "cc-lanshan"]
fields = [{ code = "school", title = { zh = "学校", en = "school" } }]
basis = "b"
"""


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


def test_bodies_of_one_system_have_its_minimum_beside_that_of_a_procedure() -> None:
    """Vertical (mechanism 23): between two of the system, whoever supplies; with others there is none."""
    both = SYSTEM.replace('"cc-lanshan"', '"cc-lanshan", "pg-education"')
    scheme = Scheme.parse(SMALL + both)
    assert scheme.minimum(EDUCATION_GROUP, COUNTY) == ("school",)
    assert scheme.minimum(COUNTY, EDUCATION_GROUP) == ("school",)
    assert scheme.minimum(EDUCATION_GROUP, CASE_SUPERVISION) == ()
    assert scheme.minimum(PARTY_GROUP, CASE_SUPERVISION) == ("unit", "period")
    assert scheme.minimum(PARTY_GROUP, COUNTY) == ("unit", "period", "school")
    assert Scheme.parse(SMALL).systems == ()


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("system.schools.parties", ', "cc-lanshan"', ""),
        ("system.schools.parties", '"cc-lanshan"', '"nobody"'),
        ("system.schools.parties", "parties =", "groups ="),
        ("system.schools.fields", "fields =", "field ="),
        ("system.schools.fields.school.title.en", ', en = "school"', ""),
        ("system.schools.basis", 'basis = "b"', ""),
    ],
)
def test_each_fault_of_a_system_is_found_where_it_stands(path: str, old: str, new: str) -> None:
    assert old in SYSTEM
    assert path in faults(SMALL + SYSTEM.replace(old, new, 1))


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
