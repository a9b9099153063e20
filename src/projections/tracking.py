"""How far a reader has come: offsets per partition, heads per jurisdiction, what is parked and stopped.

All of it commits in one transaction with the rows. The row locks on the trackings make a second projector
that works on the same partitions notice that it was overtaken.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import orjson
from psycopg import Connection

from domain.errors import Explained
from domain.ids import JurisdictionCode
from eventlog.counting import Checkpoint, CountedBatch, Head
from eventlog.reading import Origin, Outcome, Tracking
from projections import CHANNEL
from projections.errors import Moved
from projections.folding import Parking, describe
from projections.rows import StreamKey

REBUILD_LOCK = 7_226_118
"""The advisory lock that a batch shares and a swap of schemas has for itself."""

_NOTIFY_MAX = 100
"""Jurisdictions in one notification: its payload is at most 8,000 bytes."""


def begin(
    connection: Connection[Any], reader: str, partitions: Iterable[int], origin: Origin
) -> None:
    """Have a row for each partition, so that it can be locked before the first batch."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "insert into projections.tracking values (%s, %s, %s, %s, 0, 0) on conflict do nothing",
            [(reader, number, origin.cluster, origin.topic) for number in partitions],
        )


def load(connection: Connection[Any], reader: str) -> list[Tracking]:
    """Where the reader stands in each partition it has begun.

    One statement, for offsets and heads of one moment: another projector may move them on meanwhile.
    """
    trackings: dict[int, tuple[Origin, int, int]] = {}
    heads: dict[int, dict[JurisdictionCode, Head]] = {}
    for partition, cluster, topic, offset, outcomes, code, *rest in connection.execute(
        "select t.partition, t.cluster, t.topic, t.next_offset, t.outcomes_offset,"
        " h.jurisdiction, h.position, h.hash, h.kafka_offset"
        " from projections.tracking as t left join projections.heads as h using (reader, partition)"
        " where reader = %s",
        (reader,),
    ):
        trackings[partition] = Origin(cluster, topic), offset, outcomes
        if code is not None:
            heads.setdefault(partition, {})[code] = Head(*rest)
    return [
        Tracking(number, origin, Checkpoint(offset, heads.get(number, {})), outcomes)
        for number, (origin, offset, outcomes) in trackings.items()
    ]


def found_again(
    connection: Connection[Any], reader: str, before: Sequence[Tracking], after: Sequence[Tracking]
) -> None:
    """Write down where the same heads stand now, if offsets mean something else: after a restore.

    All at once: a head left with its offset of before would let what follows it pass for read. Raises
    ``Moved`` like ``lock``.
    """
    known = {each.partition: each for each in before}
    changed = [
        each
        for each in after
        if (each.origin, each.checkpoint)
        != (known[each.partition].origin, known[each.partition].checkpoint)
    ]
    if not changed:
        return
    offsets = {each.partition: each.checkpoint.offset for each in before}
    rows = [
        (head.offset, reader, code)
        for each in changed
        for code, head in each.checkpoint.heads.items()
    ]
    with connection.transaction(), connection.cursor() as cursor:
        lock(connection, reader, offsets)
        save(connection, reader, changed)
        cursor.executemany(
            "update projections.heads set kafka_offset = %s where reader = %s and jurisdiction = %s",
            rows,
        )


def lock(connection: Connection[Any], reader: str, expected: Mapping[int, int]) -> None:
    """Take the locks of a batch. Raises ``Moved`` if the offsets are not the expected ones."""
    connection.execute("select pg_advisory_xact_lock_shared(%s)", (REBUILD_LOCK,))
    found = dict(
        connection.execute(
            "select partition, next_offset from projections.tracking where reader = %s"
            " order by partition for update",
            (reader,),
        ).fetchall()
    )
    if found != expected:
        raise Moved(what=f"offsets {found}, expected {dict(expected)}")


def save(connection: Connection[Any], reader: str, trackings: Iterable[Tracking]) -> None:
    """Write where the reader stands in its partitions."""
    rows = [
        (reader, t.partition, t.origin.cluster, t.origin.topic, t.checkpoint.offset, t.outcomes)
        for t in trackings
    ]
    with connection.cursor() as cursor:
        cursor.executemany(
            "insert into projections.tracking values (%s, %s, %s, %s, %s, %s)"
            " on conflict (reader, partition) do update set cluster = excluded.cluster,"
            " topic = excluded.topic, next_offset = excluded.next_offset,"
            " outcomes_offset = excluded.outcomes_offset",
            rows,
        )


def save_heads(
    connection: Connection[Any], reader: str, last: Mapping[JurisdictionCode, CountedBatch]
) -> None:
    """Write the heads of the jurisdictions whose commands were folded."""
    rows = [
        (reader, code, b.partition, b.head.position, b.head.hash, b.head.offset, b.first.time)
        for code, b in last.items()
    ]
    with connection.cursor() as cursor:
        cursor.executemany(
            "insert into projections.heads values (%s, %s, %s, %s, %s, %s, %s)"
            " on conflict (reader, jurisdiction) do update set position = excluded.position,"
            " hash = excluded.hash, kafka_offset = excluded.kafka_offset, time = excluded.time",
            rows,
        )


def positions(connection: Connection[Any], reader: str) -> dict[JurisdictionCode, int]:
    """The position that the reader has reached in each jurisdiction."""
    rows = connection.execute(
        "select jurisdiction, position from projections.heads where reader = %s", (reader,)
    )
    return dict(rows.fetchall())


def notify(connection: Connection[Any], reached: Mapping[JurisdictionCode, int]) -> None:
    """Tell who listens how far the rows are, once this transaction commits."""
    items = list(reached.items())
    for start in range(0, len(items), _NOTIFY_MAX):
        payload = orjson.dumps(dict(items[start : start + _NOTIFY_MAX])).decode()
        connection.execute("select pg_notify(%s, %s)", (CHANNEL, payload))


def parked(connection: Connection[Any]) -> set[tuple[str, StreamKey]]:
    """(schema, stream) of everything that is left out."""
    rows = connection.execute("select schema_name, jurisdiction, stream from projections.parked")
    return {(schema, (jurisdiction, stream)) for schema, jurisdiction, stream in rows}


def park(connection: Connection[Any], parkings: Iterable[Parking]) -> None:
    """Write down what could not be folded."""
    rows = [
        (
            each.built.schema,
            each.built.model.name,
            each.event.jurisdiction,
            each.event.originator_id,
            each.event.position,
            each.event.type,
            each.error,
        )
        for each in parkings
    ]
    with connection.cursor() as cursor:
        cursor.executemany(
            "insert into projections.parked values (%s, %s, %s, %s, %s, %s, %s)"
            " on conflict do nothing",
            rows,
        )


def stop(
    connection: Connection[Any],
    code: JurisdictionCode,
    *,
    position: int,
    event_type: str,
    error: Exception,
) -> None:
    """Write down that a jurisdiction stands still: from now on everything in it is denied."""
    reason = error.code if isinstance(error, Explained) else "access_failed"
    connection.execute(
        "insert into projections.stopped values (%s, %s, %s, %s, %s)"
        " on conflict (jurisdiction) do update set position = excluded.position,"
        " event_type = excluded.event_type, code = excluded.code, error = excluded.error",
        (code, position, event_type, reason, describe(error)),
    )


def go_on(connection: Connection[Any], jurisdictions: Iterable[JurisdictionCode]) -> None:
    """These jurisdictions are folded again."""
    connection.execute(
        "delete from projections.stopped where jurisdiction = any(%s)", (tuple(jurisdictions),)
    )


def remember_rejections(connection: Connection[Any], outcomes: Iterable[Outcome]) -> None:
    """Keep the answers to rejected commands until nobody can ask any more (7 days)."""
    rows = [
        (o.record.jurisdiction, o.record.id, o.record.actor, o.record.value.decode(), o.appended)
        for o in outcomes
    ]
    with connection.cursor() as cursor:
        cursor.executemany(
            "insert into projections.rejections values"
            " (%s, %s, %s, %s::jsonb, to_timestamp(%s / 1000.0) + interval '7 days')"
            " on conflict (jurisdiction, command_id, actor) do update"
            " set outcome = excluded.outcome, expires = excluded.expires",
            rows,
        )
    connection.execute("delete from projections.rejections where expires < now()")
