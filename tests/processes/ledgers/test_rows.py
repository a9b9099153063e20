"""Rows of a spreadsheet as commands, and what is wrong with them."""

import datetime
from pathlib import Path

import pytest

from processes.ledgers.errors import ColumnsMissing, NotAWorkbook, SheetMissing
from processes.ledgers.rows import read_rows
from tests.processes.ledgers.sheets import TITLES, ledger, sound, workbook


def test_a_row_becomes_the_data_of_its_command(tmp_path: Path) -> None:
    row = {**sound(7), "受理日期": datetime.datetime(2026, 3, 2), "附件": "清单", "页数": 3.0}  # noqa: DTZ001
    (found,) = read_rows(workbook(tmp_path / "a.xlsx", [row, {}]), ledger())
    assert (found.number, found.key, found.faults) == (3, ("旧-7",), [])
    assert found.data == {
        "regime": "party",
        "secrecy": "secret",
        "document": "旧-7",
        "occurred": {"date": "2026-03-02"},
        "source": "report.letter",
        "report": "anonymous",
        "subjects": [
            {"name": "某7", "post": "某局科长", "standing": {"post_level": "unit_managed"}}
        ],
        "content": "反映违规发放补贴。",
        "materials": [{"title": "清单", "pages": 3}],
    }


def test_every_fault_of_a_row_is_named_by_its_column(tmp_path: Path) -> None:
    rows = [sound(1), {**sound(1), "来源": "口头", "受理日期": "三月", "页数": "十"}]
    _, second = read_rows(workbook(tmp_path / "a.xlsx", rows), ledger())
    assert [(fault.row, fault.column) for fault in second.faults] == [
        (4, "原编号"),
        (4, "受理日期"),
        (4, "来源"),
        (4, "页数"),
    ]
    assert second.faults[0].en == "It repeats row 3."
    assert second.faults[1].zh == "“三月”不是日期(如 2026-03-02)。"


def test_what_is_no_ledger_is_said_before_the_first_row(tmp_path: Path) -> None:
    text = tmp_path / "a.xlsx"
    text.write_text("no workbook")
    with pytest.raises(NotAWorkbook):
        next(read_rows(text, ledger()))
    short = workbook(tmp_path / "b.xlsx", [], TITLES[2:])
    with pytest.raises(ColumnsMissing, match="原编号、受理日期"):
        next(read_rows(short, ledger()))
    other = ledger()
    object.__setattr__(other, "sheet", "其他")
    with pytest.raises(SheetMissing, match="问题线索台账"):
        next(read_rows(short, other))
