"""Scenarios as text: what is read, and how every fault is told with its place and its fix."""

import datetime
import shutil
from pathlib import Path
from typing import Final

import pytest

from processes.errors import ScenarioInvalid
from processes.scenario import Line, Scenario, read

ROOT: Final = Path(__file__).parents[2]
HEAD: Final = """\
@jurisdiction small  zh=小城 en=Small starts=2026-01-05 ends=2026-05-29 party=commission founder=founder
@scheme small.toml  calendar=china.toml document=试〔2025〕1号 document_date=2025-12-01
@person sg-education/head  甲拟一
@person mobile  乙拟一 office-1/member since=2026-02-02
"""
CONVENE: Final = (
    "2026-02-12 sg-education/head  consultation.convene  C1"
    "  kind=topical title=专题 会商 parties=office-1 planned=2026-02-20\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "tests" / "domain" / "small.toml", tmp_path)
    shutil.copy(ROOT / "schemes" / "calendars" / "china.toml", tmp_path)
    return tmp_path


def scenario(folder: Path, text: str, head: str = HEAD) -> Scenario:
    path = folder / "a.scenario"
    path.write_text(head + text, "utf-8")
    return read(path)


def acts(folder: Path, text: str) -> list[Line]:
    """The lines after the stage: scheme, one person with one office, one more."""
    return [
        line
        for line in scenario(folder, text).lines
        if not line.type.startswith(("guantong.person.", "guantong.scheme."))
    ]


def faults(folder: Path, text: str, head: str = HEAD) -> list[tuple[int | None, str, str]]:
    with pytest.raises(ScenarioInvalid) as raised:
        scenario(folder, text, head)
    return [(fault.line, fault.en, fault.fix_en) for fault in raised.value.faults]


def test_a_line_is_a_command_with_texts_that_run_to_the_next_name(folder: Path) -> None:
    (line,) = acts(folder, CONVENE + "    agenda: title=一\n    agenda: title=二\n")
    assert line.type == "guantong.consultation.convene"
    assert line.data == {
        "kind": "topical",
        "title": "专题 会商",
        "parties": ["office-1"],
        "planned": "2026-02-20",
        "agenda": [{"title": "一"}, {"title": "二"}],
    }
    assert (line.party, str(line.place)) == ("sg-education", "a.scenario:5")
    assert line.at == datetime.datetime(2026, 2, 12, 1, tzinfo=datetime.UTC)


def test_lines_happen_by_day_and_days_are_counted_over_the_calendar(folder: Path) -> None:
    """Spring Festival 2026 rests from 15 to 23 February, the 14th is worked instead."""
    later = CONVENE.replace("2026-02-12", "2026-02-12+2wd+1d").replace("C1", "C2")
    first, second = acts(folder, later + CONVENE)
    assert [line.at.date().isoformat() for line in (first, second)] == ["2026-02-12", "2026-02-15"]


def test_ids_follow_from_the_text_not_from_its_place(folder: Path) -> None:
    (line,) = acts(folder, CONVENE)
    (moved,) = acts(folder, "# a comment\n\n" + CONVENE)
    (changed,) = acts(folder, CONVENE.replace("专题", "专项"))
    assert (line.id, line.target) == (moved.id, moved.target)
    assert line.id != changed.id
    assert line.target == changed.target


def test_the_same_line_twice_is_two_commands(folder: Path) -> None:
    again = "2026-02-13 sg-education/head  consultation.confirm_action_item  C1  item=1\n"
    _, one, two = acts(folder, CONVENE + again + again)
    assert one.id != two.id


def test_people_are_registered_and_appointed_on_their_day(folder: Path) -> None:
    lines = [line for line in scenario(folder, "").lines if line.type.startswith("guantong.person")]
    assert [(line.at.date().isoformat(), line.type[16:], line.data) for line in lines] == [
        ("2026-01-05", "register", {"name": "甲拟一"}),
        (
            "2026-01-05",
            "appoint",
            {"party": "sg-education", "role": "head", "begins": "2026-01-05"},
        ),
        ("2026-02-02", "register", {"name": "乙拟一"}),
        ("2026-02-02", "appoint", {"party": "office-1", "role": "member", "begins": "2026-02-02"}),
    ]


def test_a_table_repeats_its_lines_for_the_rows_that_are_wanted(folder: Path) -> None:
    (folder / "t.table").write_text(
        "# rows\nname  day         big\nA     2026-03-02  yes\nB     2026-03-03  no\n"
    )
    block = "@each t.table where big=yes\n" + CONVENE.replace("C1", "C-{name}").replace(
        "2026-02-12", "{day}"
    ).replace("2026-02-20", "2026-04-01")
    (line,) = acts(folder, block + "@end\n")
    assert str(line.place) == "a.scenario:6 (row 1)"
    assert line.at.date().isoformat() == "2026-03-02"


@pytest.mark.parametrize(
    ("text", "says", "fix"),
    [
        (CONVENE.replace("consultation.convene", "consultation.convoke"), "no action", "convene"),
        (CONVENE.replace("office-1", "ofice-1"), "no party", "office-1"),
        (
            CONVENE.replace("sg-education/head", "sg-education/haed"),
            "no person",
            "sg-education/head",
        ),
        (CONVENE.replace("topical", "topicall"), "no choice", "topical"),
        (CONVENE.replace("planned=", "planed="), "no field", "planned"),
        (CONVENE.replace("2026-02-20", "2026-02-30"), "no day", "2026-03-04"),
        (CONVENE.replace("2026-02-12", "12.2.2026"), "no day", "2026-03-04"),
        (CONVENE.replace("  kind", "  stray kind"), "no field", "name=value"),
        (CONVENE + "    agenda title\n", "field: …", "field: content"),
        (CONVENE + CONVENE, "is taken", "another"),
        ("2026-02-12 mobile  consultation.cancel  C9  reason=x\n", "no party", "spelling"),
        (
            "2026-02-12 office-1/mobile  consultation.cancel  C9  reason=x\n",
            "no handle",
            "spelling",
        ),
        ("    stray: indented\n@unknown thing\n", "no directive", "spelling"),
    ],
)
def test_a_fault_says_what_is_wrong_and_what_to_write(
    folder: Path, text: str, says: str, fix: str
) -> None:
    found = faults(folder, text)
    assert any(says in en and fix in fix_en for _, en, fix_en in found), found
    assert all(line is not None for line, _, _ in found)


def test_a_missing_field_is_found_before_anything_is_sent(folder: Path) -> None:
    ((line, en, _),) = faults(folder, CONVENE.replace("title=专题 会商 ", ""))
    assert line == 5
    assert "/title" in en


def test_all_faults_are_told_at_once(folder: Path) -> None:
    text = CONVENE.replace("topical", "x") + CONVENE.replace("C1", "C2").replace("office-1", "y")
    assert {line for line, _, _ in faults(folder, text)} == {5, 6}


def test_a_scenario_names_its_jurisdiction_and_scheme(folder: Path) -> None:
    assert "exactly one @jurisdiction" in faults(folder, CONVENE, head="")[0][1]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (" ends=2026-05-29", "", "ends is missing"),
        ("ends=2026-05-29", "ends=2026-05-32", "no day"),
        ("since=", "sinse=", "no field «sinse»"),
        ("small.toml  calendar", "smal.toml  calendar", "no file «smal.toml»"),
        ("@scheme small.toml", "@scheme china.toml", "fault"),
        ("mobile  乙拟一 office-1/member", "mobile ", "name is missing"),
        ("@person mobile", "@beside ../nowhere\n@person mobile", "no scenario «../nowhere»"),
    ],
)
def test_faults_of_the_stage_are_told_like_others(
    folder: Path, old: str, new: str, says: str
) -> None:
    assert old in HEAD
    assert says in faults(folder, CONVENE, HEAD.replace(old, new))[0][1]


def test_a_dotted_name_leads_into_the_one_item_of_a_list_inside(folder: Path) -> None:
    text = (
        "2026-02-12 sg-education/head  case.open  K1  leads=L1\n"
        "    persons: person=L1:1 name=某甲 post=科长 party_member=yes public_official=no"
        " posts.post_level=unit_managed posts.organ=office-1\n"
    )
    received = (
        "2026-02-11 sg-education/head  lead.receive  L1"
        "  source=audit regime=both secrecy=internal content=事实\n"
        "    subjects: name=某甲 post=科长 standing.post_level=unit_managed\n"
    )
    people = "handlers=sg-education/head,mobile keeper=mobile"
    _, opened = acts(folder, received + text.replace("leads=L1", f"leads=L1 {people}"))
    (person,) = opened.data["persons"]
    assert person["posts"] == [{"post_level": "unit_managed", "organ": "office-1"}]


def test_a_further_stream_has_its_handle_though_of_another_family(folder: Path) -> None:
    issue = (
        "2026-02-12 sg-education/head  quality_bulletin.issue  B1  period=2026-01 text=情况\n"
        "    @makes N1 notice/bulletin\n"
        "2026-02-13 office-1/mobile  notice.acknowledge  N1\n"
    )
    issued, signed = acts(folder, issue)
    assert (issued.target.partition("/")[0], signed.target.partition("/")[0]) == (
        "quality_bulletin",
        "notice",
    )
