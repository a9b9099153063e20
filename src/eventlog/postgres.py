"""Connections to PostgreSQL: a process that is paused or cut off keeps no lock."""

from typing import Any, Final

import psycopg

GONE: Final = (
    psycopg.OperationalError,
    psycopg.InterfaceError,
    psycopg.errors.IdleInTransactionSessionTimeout,
    psycopg.errors.TransactionTimeout,
)
"""The connection is lost: connect again. The last two: it held its transaction for too long."""

_SETTINGS: Final = ("idle_in_transaction_session_timeout", "transaction_timeout")
_TRANSACTION_TIMEOUT: Final = 170_000
"""First version of PostgreSQL that has the second setting."""


def hold_at_most(connection: psycopg.Connection[Any], seconds: int, *, local: bool = False) -> None:
    """Let PostgreSQL end a transaction, and its locks, after so many seconds; 0: never.

    ``local``: only the one under way. PostgreSQL 16 ends only what waits between two statements: not a COPY
    whose client was paused in the middle of it.
    """
    known = connection.info.server_version >= _TRANSACTION_TIMEOUT
    for setting in _SETTINGS if known else _SETTINGS[:1]:
        connection.execute("SELECT set_config(%s, %s, %s)", [setting, f"{seconds}s", local])
