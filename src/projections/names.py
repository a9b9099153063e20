"""Names and other personal text in the clear, by commitment: the one erasable table.

Every other read model holds commitments only. What was erased from the vault comes back empty.
"""

from typing import Any, Final, NamedTuple

from psycopg import Connection
from psycopg.sql import SQL

from domain.model import Event, Recorded
from eventlog import sealed_header
from eventlog.sealing import unseal
from eventlog.vault import Vault
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class Name(NamedTuple):
    """One personal text. ``path`` is where it stood in the command; ``text`` is null once erased."""

    scope: str
    commitment: str
    keyid: str
    path: str
    text: str | None


NAMES: Final = Table(
    "names",
    Name,
    key=("commitment",),
    indexes=(("jurisdiction", "commitment"), ("jurisdiction", "keyid")),
)


def opening(vault: Vault) -> Handler:
    """The handler that opens the seals of an event with the keys of ``vault``."""

    def sealed(rows: Rows, event: Recorded[Event]) -> None:
        record = rows.record
        if record is None or record.header is None:
            return
        opened = unseal(record, vault)
        for path, field in sealed_header.decode(record.header).items():
            commitment = event.commitments[path]
            scope = event.event.concerns.visibility
            name = Name(scope, commitment, field.keyid, path, opened.get(commitment))
            rows.put(NAMES, name)

    return sealed


def model(vault: Vault) -> ReadModel:
    """The read model that opens seals with the keys of ``vault``."""
    return ReadModel(name="names", version=1, tables=(NAMES,), every=opening(vault))


def forget(connection: Connection[Any], keyid: str) -> int:
    """Empty every text under an erased key, past versions too; returns how many there were.

    The one change to a read model that no event makes: the same as folding again without the key.
    """
    cursor = connection.execute(
        SQL("update read.names set text = null where keyid = %s and text is not null"), (keyid,)
    )
    return cursor.rowcount
