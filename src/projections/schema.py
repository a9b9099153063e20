"""The schemas that hold built read models, and the views in ``read`` that point at the live ones."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from psycopg import Connection
from psycopg.sql import SQL, Composed, Identifier, Literal

from projections.model import ReadModel, Table

LIVE = "live"
"""The reader that folds every live model; a rebuild is a reader of its own."""


@dataclass(frozen=True, slots=True)
class Built:
    """A read model and the schema that holds its rows."""

    model: ReadModel
    schema: str


def prepare(connection: Connection[Any]) -> None:
    """Make what the projections know about themselves, and the functions of permission, once.

    The digest of both texts is kept as the comment of schema ``read``: what is there already is not
    made again under the eyes of readers.
    """
    texts = [_sql_text(name) for name in ("projections", "permission")]
    digest = hashlib.sha256("".join(texts).encode()).hexdigest()
    with connection.transaction():
        connection.execute(_ONE_MAKES)
        made = connection.execute(
            "select obj_description(oid, 'pg_namespace') from pg_namespace where nspname = 'read'"
        ).fetchone()
        if made == (digest,):
            return
        for text in texts:
            connection.execute(SQL(text))
        connection.execute(SQL("comment on schema read is {}").format(Literal(digest)))


def _sql_text(name: str) -> str:
    return files("projections").joinpath(f"{name}.sql").read_text("utf-8")


_ONE_MAKES = "select pg_advisory_xact_lock(hashtext('projections'))"


def begin(connection: Connection[Any], models: Sequence[ReadModel]) -> None:
    """Make empty live schemas for all models, unless any model is live already."""
    with connection.transaction():
        connection.execute(_ONE_MAKES)
        if not live_schemas(connection):
            go_live(connection, [create(connection, model, LIVE) for model in models])


def create(connection: Connection[Any], model: ReadModel, reader: str) -> Built:
    """An empty schema for a model, registered as building for ``reader``."""
    serial = 1 + _count(connection, model)
    schema = f"{model.name}_{model.digest}_{serial}"
    with connection.transaction(), connection.pipeline():
        connection.execute(SQL("create schema {}").format(Identifier(schema)))
        for table in model.tables:
            for statement in _table_statements(schema, table):
                connection.execute(statement)
        connection.execute(
            "insert into projections.registry (schema_name, model, version, digest, state, reader)"
            " values (%s, %s, %s, %s, 'building', %s)",
            (schema, model.name, model.version, model.digest, reader),
        )
    return Built(model, schema)


def live(connection: Connection[Any], models: Sequence[ReadModel]) -> dict[str, Built]:
    """The models of which this very version is live, by name."""
    rows = connection.execute(
        "select model, digest, schema_name from projections.registry where state = 'live'"
    )
    found = {name: (digest, schema) for name, digest, schema in rows}
    return {
        model.name: Built(model, found[model.name][1])
        for model in models
        if found.get(model.name, ("", ""))[0] == model.digest
    }


def newer_live(connection: Connection[Any], models: Sequence[ReadModel]) -> list[str]:
    """The names of models of which a newer version is live."""
    rows = connection.execute(
        "select model, version from projections.registry where state = 'live'"
    )
    live_versions = dict(rows.fetchall())
    return [model.name for model in models if live_versions.get(model.name, 0) > model.version]


def live_schemas(connection: Connection[Any]) -> set[str]:
    """The schemas of all live versions, whoever's."""
    rows = connection.execute("select schema_name from projections.registry where state = 'live'")
    return {schema for (schema,) in rows}


def go_live(connection: Connection[Any], built: Iterable[Built]) -> None:
    """Point the views at these schemas and retire the ones before; call it inside a transaction."""
    with connection.pipeline():
        for each in built:
            _go_live(connection, each)


def _go_live(connection: Connection[Any], built: Built) -> None:
    connection.execute(
        "update projections.registry set state = 'retired', since = now()"
        " where model = %s and state = 'live'",
        (built.model.name,),
    )
    connection.execute(
        "update projections.registry set state = 'live', reader = %s, since = now()"
        " where schema_name = %s",
        (LIVE, built.schema),
    )
    for table in built.model.tables:
        view = Identifier("read", table.name)
        source = Identifier(built.schema, table.name)
        connection.execute(SQL("drop view if exists {}").format(view))
        connection.execute(SQL("create view {} as table {}").format(view, source))


def drop_retired(connection: Connection[Any], *, grace_seconds: int) -> list[str]:
    """Drop the schemas that were retired longer ago than the grace; returns their names."""
    rows = connection.execute(
        "select schema_name from projections.registry"
        " where state = 'retired' and since < now() - make_interval(secs => %s)",
        (grace_seconds,),
    ).fetchall()
    for (schema,) in rows:
        drop(connection, schema)
    return [schema for (schema,) in rows]


def drop(connection: Connection[Any], schema: str) -> None:
    """Drop one schema and its registration."""
    with connection.transaction():
        connection.execute(SQL("drop schema if exists {} cascade").format(Identifier(schema)))
        connection.execute("delete from projections.registry where schema_name = %s", (schema,))


def _count(connection: Connection[Any], model: ReadModel) -> int:
    row = connection.execute(
        "select coalesce(max(split_part(schema_name, '_', -1)::int), 0) from projections.registry"
        " where model = %s and digest = %s",
        (model.name, model.digest),
    ).fetchone()
    return int(row[0]) if row else 0


def _table_statements(schema: str, table: Table[Any]) -> Iterable[Composed]:
    own = [
        SQL("{} {} {}").format(
            Identifier(column.name),
            SQL(column.sql_type),
            SQL("" if column.nullable else "not null"),
        )
        for column in table.columns
    ]
    name = Identifier(schema, table.name)
    yield SQL(
        'create table {} (jurisdiction text collate "C" not null, stream text collate "C" not null,'
        " {}, from_position bigint not null, until_position bigint)"
    ).format(name, SQL(", ").join(own))
    key = ("jurisdiction", "stream", *table.key, "from_position")
    yield SQL("create unique index on {} ({})").format(name, _names(key))
    for index in table.as_of_indexes:
        yield SQL("create index on {} ({})").format(name, _names(index))
    for index in table.indexes:
        yield SQL("create index on {} ({}) where until_position is null").format(
            name, _names(index)
        )


def _names(names: Iterable[str]) -> Composed:
    return SQL(", ").join(map(Identifier, names))
