"""Connections to PostgreSQL that speak the rows' types: a tuple is an array, a list or dict is jsonb."""

from typing import Any

import orjson
import psycopg
from psycopg.types.array import ListDumper
from psycopg.types.json import JsonbDumper, set_json_loads


class _TupleDumper(ListDumper):
    """A tuple of a row is an array, never a composite."""


def _dumps(value: Any) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)


class _JsonDumper(JsonbDumper):
    """A list or a mapping of a row is jsonb."""

    _dumps = staticmethod(_dumps)


def teach(connection: psycopg.Connection[Any] | psycopg.AsyncConnection[Any]) -> None:
    """Let a connection read and write rows as the handlers make them."""
    connection.adapters.register_dumper(tuple, _TupleDumper)
    connection.adapters.register_dumper(list, _JsonDumper)
    connection.adapters.register_dumper(dict, _JsonDumper)
    set_json_loads(orjson.loads, connection)


def connect(url: str) -> psycopg.Connection[tuple[Any, ...]]:
    """A connection of the projector.

    Nothing is lost without a flush: the log has it all. Every statement looks up by key, while the
    statistics of a table that grows fast lag behind: the planner must not be tempted to read it whole.
    """
    connection = psycopg.connect(url, autocommit=True, application_name="guantong projections")
    teach(connection)
    connection.execute("set synchronous_commit = off")
    connection.execute("set timezone = 'UTC'")
    connection.execute("set enable_seqscan = off")
    connection.execute("set enable_hashjoin = off")
    connection.execute("set enable_mergejoin = off")
    return connection
