"""The map of a ledger: what its columns mean, in TOML.

::

    action = "lead.receive"          # the command that each row is
    then = ["lead.register"]         # what follows on the same matter, without fields of its own
    key = ["编号"]                    # the columns by which a row is the same row for ever
    sheet = "问题线索台账"             # the first one where it is left out
    header = 2                       # the row of the titles; 1 where it is left out

    [fixed]                          # the same in every row
    regime = "party"

    [[column]]
    title = "来源"
    field = "source"                 # «subjects.0.name» is the name of the first subject
    values = { "来信" = "report.letter", "来访" = "report.visit" }

    [[column]]
    title = "受理日期"
    field = "occurred.date"
    kind = "date"                    # text where it is left out; or integer
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, cast, get_args

from domain.catalogue import ACTIONS
from domain.registry import PREFIX
from domain.toml_text import Table, TomlText
from processes.ledgers.errors import MapInvalid

CellKind = Literal["text", "integer", "date"]
KINDS: Final = get_args(CellKind)
Plain = str | int | bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column by its title: the field it fills, how a cell is read, what its words mean."""

    title: str
    field: str
    kind: CellKind
    values: Mapping[str, Plain]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerMap:
    """What a ledger's rows mean. ``action`` and ``then`` are full command types."""

    action: str
    then: tuple[str, ...]
    key: tuple[str, ...]
    sheet: str | None
    header: int
    fixed: Mapping[str, Plain]
    columns: tuple[Column, ...]

    @property
    def titles(self) -> tuple[str, ...]:
        """Every column that the header must have, each once."""
        return tuple(dict.fromkeys((*self.key, *(column.title for column in self.columns))))

    def column_of(self, field: str) -> str | None:
        """The title of the column that fills a field, or something in or around it."""
        return next(
            (each.title for each in self.columns if _is_within(field, each.field)),
            None,
        )


def _is_within(field: str, other: str) -> bool:
    return other == field or other.startswith(f"{field}.") or field.startswith(f"{other}.")


def read_map(file: Path) -> LedgerMap:
    """Read the map of a ledger; raises `MapInvalid` with every fault."""
    document = TomlText(file.read_text("utf-8"), name=file.name)
    if document.table is None:
        raise MapInvalid(document.faults)
    table = document.table
    found = LedgerMap(
        action=_action(table),
        then=_then(table),
        key=table.texts("key", needed=True),
        sheet=table.maybe_text("sheet"),
        header=table.maybe_whole("header", least=1) or 1,
        fixed=table.plain("fixed"),
        columns=tuple(map(_column, table.tables("column", named="title"))),
    )
    table.refuse_rest()
    if document.faults:
        raise MapInvalid(document.faults)
    return found


def _openings() -> tuple[str, ...]:
    return tuple(
        name.removeprefix(f"{PREFIX}.")
        for name, (_, action) in ACTIONS.items()
        if action.target == "new" and not action.internal
    )


def _action(table: Table) -> str:
    """What opens a matter: every row is one."""
    return f"{PREFIX}.{table.choice('action', _openings())}"


def _then(table: Table) -> tuple[str, ...]:
    known = {name.removeprefix(f"{PREFIX}.") for name in ACTIONS}
    names = table.texts("then")
    for name in names:
        if name not in known:
            table.unknown("then", name, known)
    return tuple(f"{PREFIX}.{name}" for name in names)


def _column(table: Table) -> Column:
    found = Column(
        title=table.text("title"),
        field=table.text("field"),
        kind=cast("CellKind", table.maybe_choice("kind", KINDS) or "text"),
        values=table.plain("values"),
    )
    table.refuse_rest()
    return found
