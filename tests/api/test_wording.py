"""What a field says on paper, by the kind of value that it holds."""

from typing import Any

import pytest

from api.wording import Wording, matters_in
from projections.sentences import LANGUAGES, Language

LEAD = "lead/0b7f6a52-6d0c-5d5e-9b5e-0d6f4f5a7a10"
KEEPER, REPORTED = (f"person/00000000-0000-4000-8000-{n:012x}" for n in range(2))
DIGEST = "ab" * 32


def wording(language: Language = "zh") -> Wording:
    return Wording(
        language=language,
        parties={"cs": "案件监督管理室" if language == "zh" else "Case Supervision Office"},
        persons={KEEPER: "周管", REPORTED: None},
        matters={LEAD: "问题线索〔2026〕1号"},
        titles={"fine": "良好"},
    )


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("reason", None, ""),
        ("reason", "", ""),
        ("handlers", [], ""),
        ("stage", "closed", "已了结"),
        ("secrecy", "internal", "内部"),
        ("party", "cs", "案件监督管理室"),
        ("handlers", [KEEPER, REPORTED], "周管、(姓名不详)"),
        ("origin", LEAD, "问题线索〔2026〕1号"),
        ("merged_into", LEAD.replace("0b", "0c"), "问题线索"),
        ("obligation", "0b7f6a52-6d0c-5d5e-9b5e-0d6f4f5a7a10", ""),
        ("leaver_scan", DIGEST, "文件(校验值abababababab…)"),
        ("form", {"title": "任务单正本", "digest": DIGEST}, "任务单正本"),
        ("recovered", 1234567, "12,345.67元"),
        ("total_hundredths", 9250, "92.50"),
        ("returned", 0, "0"),
        ("in_time", False, "否"),
        ("period", "2026-Q1", "2026年第1季度"),
        ("period", "2026-H2", "2026年下半年"),
        ("period", "2026-03", "2026年3月"),
        ("period", "2026", "2026年"),
        ("objection_within", "10 days", "10日"),
        ("days", "5 working days", "5个工作日"),
        ("grade", "fine", "良好"),
        ("title", "closed in time", "closed in time"),
    ],
)
def test_a_value_is_told_by_what_it_is(name: str, value: Any, told: str) -> None:
    assert wording().told(name, value, "lead") == told


def test_who_is_reported_is_told_by_name_and_never_by_pseudonym() -> None:
    subject = {
        "post": "科长",
        "unit": "cs",
        "name": "张三",
        "person": REPORTED,
        "pseudonym": "9f" * 32,
        "post_level": "city_managed",
    }
    told = wording().told("subjects", [subject, {**subject, "name": None}], "lead")
    assert told.splitlines() == [
        "姓名:张三,职务:科长,涉及单位:案件监督管理室,职级:市管干部",
        "人员:(姓名不详),职务:科长,涉及单位:案件监督管理室,职级:市管干部",
    ]


def test_empty_fields_and_what_another_tells_are_left_out() -> None:
    number = {"kind": "lead", "organ": "cs", "serial": 1, "text": "〔2026〕1号", "year": 2026}
    item: dict[str, Any] = {
        "number": "〔2026〕1号",
        "number_year": 2026,
        "number_serial": 1,
        "numbers": [{**number, "annulled": False}],
        "subjects": [{"person": REPORTED, "name": "张三"}],
        "persons": [REPORTED],
        "report": None,
    }
    assert wording().fields("lead", "leads", item) == [
        ("编号", "〔2026〕1号"),
        ("被反映人", "张三"),
    ]
    item["numbers"].append({**number, "text": "〔2026〕2号", "annulled": True})
    told = dict(wording("en").fields("lead", "leads", item))
    assert told["Numbers"].splitlines() == [
        "Case Supervision Office 〔2026〕1号",
        "Case Supervision Office 〔2026〕2号 (annulled)",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_money_is_titled_without_the_unit_it_is_kept_in(language: Language) -> None:
    ((title, text),) = wording(language).fields(
        "rectification", "rectifications", {"recovered": 100}
    )
    assert (title, text) in {("追回金额", "1.00元"), ("Recovered", "1.00 yuan")}


def test_a_sentence_names_matters_and_persons_and_files() -> None:
    said = f"{LEAD}由person/00000000…办理,见{DIGEST}"
    named = Wording(language="zh", parties={}, persons={KEEPER: "周管"}, matters={LEAD: "线索甲"})
    assert named.said(said) == "线索甲由周管办理,见文件(校验值abababababab…)"
    assert matters_in([{"of": LEAD}, said, [KEEPER]]) == {LEAD}
