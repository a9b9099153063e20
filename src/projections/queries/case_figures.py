"""Leads, cases filed, persons sanctioned, four forms by quarter: counted when asked, never written.

«104 leads, 36 cases, 37 people» are the leads that came in within a period, by one channel or by all, the
cases filed from such, and the different natural persons with a sanction that stands (DOMAIN.md §1.17): an
annulled one no longer counts. Each number is that of the rows of a list, which whoever asks can open.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from psycopg.sql import SQL

from domain.periods import CadencePeriod
from projections.cases.rows import CASES
from projections.leads.rows import LEADS
from projections.model import Table
from projections.permission import permission_of
from projections.queries.listing import true_then
from projections.queries.reader import Connection, Reader

QUERY: Final = Path(__file__).with_suffix(".sql").read_text("utf-8")
RECEIVED: Final = SQL(
    "select count(*) as leads from read.leads as t"
    " where t.jurisdiction = %(jurisdiction)s and {permission} and {true_then}"
    " and t.received between %(begins)s and %(ends)s and t.stage not in ('annulled', 'merged')"
    " and (%(source)s::text is null or t.source = %(source)s)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresQuestion:
    """Of which period, of leads from which source (None: all), as of which position (None: now)."""

    period: CadencePeriod
    source: str | None = None
    as_of: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFigures:
    """What came in, was filed and decided in a period. ``four_forms``: quarter, form, persons."""

    leads_received: int
    cases_filed: int
    persons_decided: int
    persons_sanctioned: int
    four_forms: tuple[tuple[str, int, int], ...]


async def case_figures(
    connection: Connection, reader: Reader, question: FiguresQuestion
) -> CaseFigures:
    """The figures, of what the reader may read the content of now, as it was true then."""
    received = await _counted(connection, reader, question, LEADS, RECEIVED)
    row = await _counted(connection, reader, question, CASES, SQL(QUERY))
    forms = tuple(
        (each["quarter"], each["four_forms"], each["persons"]) for each in row.pop("four_forms")
    )
    return CaseFigures(leads_received=received["leads"], **row, four_forms=forms)


async def _counted(
    connection: Connection,
    reader: Reader,
    question: FiguresQuestion,
    table: Table[Any],
    query: SQL,
) -> dict[str, Any]:
    """The one row of a query over what the reader may read of a table."""
    permission = await permission_of(connection, reader, table, "content")
    parameters: dict[str, Any] = {
        **reader.parameters(),
        **permission.parameters,
        "begins": question.period.first_day,
        "ends": question.period.last_day,
        "source": question.source,
        "as_of": question.as_of,
    }
    asked = query.format(permission=permission.condition, true_then=true_then(question.as_of))
    row = await (await connection.execute(asked, parameters)).fetchone()
    if row is None:
        raise LookupError("a query of one row gave none")
    return dict(row)
