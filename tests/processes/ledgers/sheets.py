"""Workbooks of leads as people keep them, sound and faulty, of any length."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook

from processes.ledgers.mapping import LedgerMap, read_map

ROOT: Final = Path(__file__).parents[3]
MAP: Final = ROOT / "scenarios" / "linyi" / "ledger.toml"
TITLES: Final = (
    "原编号", "受理日期", "来源", "举报形式", "举报人", "联系方式", "被反映人", "单位及职务",
    "管理权限", "主要问题", "附件", "页数", "补录原因", "核对人", "备注",
)  # fmt: skip
SOUND: Final[Mapping[str, Any]] = {
    "受理日期": "2026年3月2日",
    "来源": "来信",
    "举报形式": "匿名",
    "单位及职务": "某局科长",
    "管理权限": "市直单位管理",
    "主要问题": "反映违规发放补贴。",
}

FAULTY: Final[Mapping[str, Mapping[str, Any]]] = {
    "no key": {"原编号": None},
    "key of another row": {"原编号": "旧-1"},
    "word that means nothing": {"来源": "口头"},
    "no date": {"受理日期": "去年三月"},
    "formula that failed": {"主要问题": "#REF!"},
    "nobody is reported": {"被反映人": None},
    "nothing is reported": {"主要问题": None},
    "no number": {"附件": "清单", "页数": "十页"},
    "no pages": {"附件": "清单", "页数": 0},
    "character of no text": {"主要问题": "反映\u0378问题"},
    "day to come": {"受理日期": "2026-12-31"},
    "late, and no reason": {"受理日期": "2025-11-03"},
}
"""Twelve kinds of faults."""


def ledger() -> LedgerMap:
    """The map of Linyi's ledger."""
    return read_map(MAP)


def sound(number: int) -> dict[str, Any]:
    """A row that can be taken in."""
    return {**SOUND, "原编号": f"旧-{number}", "被反映人": f"某{number}"}


def workbook(file: Path, rows: Iterable[Mapping[str, Any]], titles: Iterable[str] = TITLES) -> Path:
    """Write a ledger: a heading, the titles, then the rows."""
    titles = list(titles)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("问题线索台账")
    sheet.append(["二〇二六年问题线索台账"])
    sheet.append(titles)
    for row in rows:
        sheet.append([row.get(title) for title in titles])
    book.save(file)
    return file
