"""`guantong mechanisms`: what each mechanism of a scheme in force has come to, as tables or JSON."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

import psycopg
from psycopg.rows import dict_row

from cli import places
from cli.errors import NoJurisdiction, NothingThere
from cli.language import language, text
from cli.options import DEFAULT_DATA, Data, Json, JurisdictionOption, Kafka, Postgres
from cli.terminal import show_json, show_table
from eventlog.settings import Settings
from processes.statements import statements

COUNTED: Final = (
    "rules",
    "open",
    "overdue",
    "met_on_time",
    "met_late",
    "withdrawn",
    "missed",
    "last_event",
)
_STATEMENTS: Final = statements("cli", "mechanisms.sql")

Row = Mapping[str, Any]


def mechanisms(
    data: Data = DEFAULT_DATA,
    kafka: Kafka = None,
    postgres: Postgres = None,
    jurisdiction: JurisdictionOption = None,
    as_json: Json = False,
) -> None:
    """Show the mechanisms of one jurisdiction, or of all."""
    found = ask(places.find(data, kafka=kafka, postgres=postgres), jurisdiction)
    if not found:
        raise NoJurisdiction if jurisdiction is None else NothingThere(what=jurisdiction)
    if as_json:
        show_json(found)
    else:
        show(found)


def ask(settings: Settings, jurisdiction: str | None) -> Sequence[Row]:
    """One row for each mechanism, in the order of the scheme.

    ``last_event`` is the day on which something last arose under it, moved or ended; None where nothing
    was ever owed. A mechanism that the scheme in force has no longer has no title and no rules.
    """
    with psycopg.connect(settings.postgres, row_factory=dict_row) as connection:
        return connection.execute(
            _STATEMENTS["mechanisms"], {"jurisdiction": jurisdiction}
        ).fetchall()


def show(found: Sequence[Row]) -> None:
    """Print a table for each jurisdiction."""
    columns = [text(f"mechanisms.columns.{name}") for name in ("mechanism", *COUNTED)]
    for code, rows in groupby(found, key=itemgetter("jurisdiction")):
        lines = [[_title(row), *(row[name] for name in COUNTED)] for row in rows]
        show_table(code, columns, lines)


def _title(row: Row) -> str:
    return str(row[language()] or row["mechanism"])
