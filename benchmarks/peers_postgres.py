"""The peer: eventsourcing's own recorder for PostgreSQL, on the same server, as its factory builds it."""

import contextlib
from collections.abc import Iterator

from eventsourcing.persistence import ApplicationRecorder
from eventsourcing.postgres import PostgresFactory
from eventsourcing.utils import Environment
from psycopg.conninfo import conninfo_to_dict


@contextlib.contextmanager
def recorder(postgres: str, *, functions: bool = False) -> Iterator[ApplicationRecorder]:
    """A recorder with its table in an empty database.

    Everything is left at the library's defaults (a pool of 5 to 15 connections, each commit flushed).
    With ``functions`` it inserts by a function in the database: faster, but without the lock that keeps
    its notifications in order.
    """
    parts = conninfo_to_dict(postgres)
    settings = {
        "PERSISTENCE_MODULE": "eventsourcing.postgres",
        "POSTGRES_DBNAME": parts["dbname"],
        "POSTGRES_HOST": parts["host"],
        "POSTGRES_PORT": parts["port"],
        "POSTGRES_USER": parts["user"],
        "POSTGRES_PASSWORD": parts["password"],
        "POSTGRES_ENABLE_DB_FUNCTIONS": "y" if functions else "n",
    }
    factory = PostgresFactory(Environment("Benchmark", {k: str(v) for k, v in settings.items()}))
    try:
        yield factory.application_recorder()
    finally:
        factory.close()
