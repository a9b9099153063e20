"""Coverage: who had how much of something in a period, and who had none of it. Counted when asked.

What is expected follows from the parties that the reader oversees: a group its own units, an office those of
the groups linked with it, the commission all. What is counted are rows that the reader may read; to whom
their class is closed nothing is expected either, so that no gap shows where one only may not look.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, Literal

from psycopg.sql import SQL, Composed, Identifier

from domain.oversight import COMMITTEE_KIND, UNIT_KINDS
from domain.periods import CadencePeriod
from domain.scheme_parts import STATIONED
from projections.model import Table
from projections.permission import Permission, permission_of
from projections.queries.listing import true_then
from projections.queries.reader import Connection, Reader

QUERY: Final = Path(__file__).with_suffix(".sql").read_text("utf-8")


@dataclass(frozen=True, slots=True)
class Coverage:
    """``expected`` queries ``groups``, ``units``, ``committees`` and ``party_groups``, and gives ``keys``.

    They are those that the reader oversees; a committee and a Party group oversee themselves. Rows ``t`` of
    ``table`` on which ``match`` holds cover a row ``x`` of it on their ``day``, or in the period that
    ``in_period`` says; ``figures`` are counted over them besides, each by its name. Where ``expected`` reads
    a table itself, it does so as ``t`` under ``{permission}`` and ``{true_then}``, and the classes of that
    table stand in ``classes``. ``kept_from``: which of those above the rows do not concern, the commission
    or the office linked with a group, who would see gaps where they only may not look; they are shown
    nothing.
    """

    path: str
    table: Table[Any]
    zh: str
    en: str
    expected: str
    keys: tuple[str, ...]
    match: str
    day: str
    in_period: str = ""
    classes: tuple[str, ...] = ()
    figures: Mapping[str, str] = field(default_factory=dict)
    kept_from: Literal["commission", "office"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageQuestion:
    """Of which period, as of which position (None: now), and whether only what was not covered."""

    period: CadencePeriod
    gaps: bool = False
    as_of: int | None = None


async def covered(
    connection: Connection, coverage: Coverage, reader: Reader, question: CoverageQuestion
) -> list[dict[str, Any]]:
    """How often each expected one was covered, with the latest day; in order."""
    table = replace(coverage.table, classes=(*coverage.table.classes, *coverage.classes))
    permission = await permission_of(connection, reader, table, "content")
    if not all(_opens(permission, reader, each) for each in table.classes):
        return []
    parameters = {
        **reader.parameters(),
        **permission.parameters,
        "group_kinds": list(STATIONED),
        "unit_kinds": list(UNIT_KINDS),
        "committee_kind": COMMITTEE_KIND,
        "begins": question.period.first_day,
        "ends": question.period.last_day,
        "gaps": question.gaps,
        "kept_from": coverage.kept_from,
        "as_of": question.as_of,
    }
    query = _statement(coverage, permission, question.as_of)
    return await (await connection.execute(query, parameters)).fetchall()


def _opens(permission: Permission, reader: Reader, visibility: str) -> bool:
    """Whether the reader's office opens a class at all."""
    return f"{reader.party}/{visibility}/content" in permission.keys


def _statement(coverage: Coverage, permission: Permission, as_of: int | None) -> Composed:
    shared = {"permission": permission.condition, "true_then": true_then(as_of)}
    return SQL(QUERY).format(
        **shared,
        expected=SQL(coverage.expected).format(**shared),
        table=Identifier(coverage.table.name),
        day=Identifier(coverage.day),
        match=SQL(coverage.match),
        in_period=SQL(coverage.in_period or f"t.{coverage.day} between %(begins)s and %(ends)s"),
        counted=_each(coverage, SQL(", {figure} as {name}")),
        figures=_each(coverage, SQL(", c.{name}")),
        keys=SQL(", ").join(SQL("x.{}").format(Identifier(key)) for key in coverage.keys),
    )


def _each(coverage: Coverage, form: SQL) -> Composed:
    """The form for each figure that is counted beside how often."""
    return SQL("").join(
        form.format(figure=SQL(figure), name=Identifier(name))
        for name, figure in coverage.figures.items()
    )
