"""What is wrong with a ledger or its map, before any row is looked at."""

from collections.abc import Sequence

from domain.errors import Fault
from domain.toml_text import listed
from processes.errors import ProcessError


class MapInvalid(ProcessError):
    """The map of a ledger has faults: ``faults`` lists all of them, each with place and fix."""

    code = "ledger_map_invalid"
    status = 422
    zh = "台账对照表有{count}处错误。{list_zh}"
    en = "The map of the ledger has {count} fault(s). {list_en}"
    next_zh = "请逐处更正后重新导入;尚未提交任何内容。"
    next_en = "Correct each of them and import again; nothing was sent."

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(**listed(self.faults))


class NotAWorkbook(ProcessError):
    """A file cannot be read as an XLSX workbook: `reason`."""

    code = "not_a_workbook"
    status = 422
    zh = "“{file}”不是可以读取的XLSX工作簿:{reason}。"
    en = "«{file}» cannot be read as an XLSX workbook: {reason}."
    next_zh = "请另存为 .xlsx 后重新导入。"
    next_en = "Save it as .xlsx and import again."


class SheetMissing(ProcessError):
    """The workbook has no sheet of that name; `known` are those it has."""

    code = "sheet_missing"
    status = 422
    zh = "工作簿中没有工作表“{sheet}”,现有:{known}。"
    en = "The workbook has no sheet «{sheet}»; it has: {known}."
    next_zh = "请更正对照表中的 sheet。"
    next_en = "Correct `sheet` in the map."


class ColumnsMissing(ProcessError):
    """The header row lacks columns that the map names."""

    code = "columns_missing"
    status = 422
    zh = "第{row}行表头缺少这些列:{columns}。"
    en = "The header in row {row} lacks these columns: {columns}."
    next_zh = "请更正对照表中的 header、title,或补上表头。"
    next_en = "Correct `header` or the titles in the map, or the header itself."
