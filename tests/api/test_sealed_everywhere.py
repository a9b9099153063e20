"""Nothing personal in the clear: not on Kafka, not in a log, not in PostgreSQL but for one table."""

import datetime
import logging
from collections.abc import Iterator
from typing import Any, Final

import psycopg
import pytest
from kafka import KafkaConsumer, TopicPartition
from psycopg import sql

from domain.ids import INSTALLATION
from eventlog.attachments.store import Store
from eventlog.topics import Topics
from tests.api.installation import FOUNDER, Installation, Member
from tests.api.test_commands import AUDIT_FINDING, FOUND_OURSELVES
from tests.stories.files import attach

MARK: Final = "绝密字样"
"""Stands in every personal text that the test sends."""


def test_personal_text_stands_in_no_topic_and_in_no_table_but_names(
    installation: Installation, keeper: Member, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    last = send_personal_texts(installation, keeper)
    keeper.see("leads", token=last["token"])
    for topic, raw in kafka_bytes(installation):
        for spelled in spellings(MARK):
            assert spelled not in raw, (topic, raw[:300])
    found = {table for table, row in rows(installation) if any(s in row for s in spellings(MARK))}
    assert found <= {"names"}
    assert MARK not in caplog.text
    stored = b"".join(sealed_files(installation))
    assert stored
    assert all(spelled not in stored for spelled in spellings(MARK))
    operator = installation.member(FOUNDER, "commission", INSTALLATION)
    metrics = operator.http.get("/metrics")
    assert metrics.status_code == 200
    assert MARK not in metrics.text
    assert found, "the mark was sent, and is read in the clear"


def sealed_files(installation: Installation) -> Iterator[bytes]:
    """What the store of attachments holds."""
    store = Store(installation.settings.store)
    for each in store.contents():
        yield from store.read(each.address)


def send_personal_texts(installation: Installation, keeper: Member) -> dict[str, Any]:
    """Personal texts of the three families and a file, accepted ones and refused ones."""
    head = installation.members["郑组长"]
    subject = {**AUDIT_FINDING["subjects"][0], "name": f"张{MARK}", "post": f"主任{MARK}"}
    reporter = {"name": f"李{MARK}", "contact": f"地址{MARK}"}
    told = keeper.do("leads", {**FOUND_OURSELVES, "subjects": [subject], "content": f"反映{MARK}"})
    keeper.post("leads", {**FOUND_OURSELVES, "content": f"{MARK}", "subjects": []})
    keeper.post("leads", {**FOUND_OURSELVES, "sender": "nobody", "content": f"{MARK}"})
    keeper.post("leads", {**FOUND_OURSELVES, "content": MARK * 20_000})
    letter = {"source": "report.letter", "report": "real_name", "reporter": reporter}
    keeper.do("leads", {**FOUND_OURSELVES, **letter, "content": f"来信{MARK}"})
    path = "leads/" + told["stream"].partition("/")[2]
    keeper.see("leads", token=keeper.token)
    attach(
        keeper,
        told["stream"],
        path,
        f"{MARK}笔录".encode() * 100,
        "text/plain",
        kind="document",
        name=f"{MARK}笔录.txt",
    )
    keeper.post(f"{path}/feed_back", {"transfer": 9, "result": "verified", "text": f"查实{MARK}"})
    keeper.get("leads", params={"name": f"张{MARK}"})
    head.do(
        "work-reports",
        {
            "kind": "topical",
            "period": "2026-Q1",
            "to": "so-1",
            "title": "专题报告",
            "summary": f"小结{MARK}",
        },
    )
    return hold(head)


def hold(head: Member) -> dict[str, Any]:
    """A consultation is held, with minutes."""
    called = head.do(
        "consultations",
        {
            "kind": "party_group",
            "title": "与教育局党组会商",
            "parties": ["pg-education"],
            "planned": datetime.date(2026, 3, 2).isoformat(),
            "agenda": [{"title": "整改情况"}],
        },
    )
    path = "consultations/" + called["stream"].partition("/")[2]
    present = [{"party": "sg-education", "persons": [head.person]}, {"party": "pg-education"}]
    return head.do(f"{path}/hold", {"present": present, "minutes": f"纪要{MARK}"})


def spellings(text: str) -> tuple[bytes, ...]:
    """A text as UTF-8, and as JSON escapes it."""
    return text.encode(), "".join(f"\\u{ord(letter):04x}" for letter in text).encode()


def kafka_bytes(installation: Installation) -> Iterator[tuple[str, bytes]]:
    """Key, value and headers of every record of every topic, as bytes."""
    names = Topics(installation.settings.prefix)
    consumer = KafkaConsumer(
        bootstrap_servers=installation.settings.kafka, enable_auto_commit=False
    )
    try:
        for topic in (names.commands, names.events, names.outcomes):
            partition = TopicPartition(topic, 0)
            consumer.assign([partition])
            consumer.seek_to_beginning(partition)
            end = consumer.end_offsets([partition])[partition]
            while consumer.position(partition) < end:
                for record in consumer.poll(500).get(partition, ()):
                    parts = [record.key, record.value, *(value for _, value in record.headers)]
                    yield topic, b"\n".join(part or b"" for part in parts)
    finally:
        consumer.close()


def rows(installation: Installation) -> Iterator[tuple[str, bytes]]:
    """Every row of every table, as text."""
    with psycopg.connect(installation.settings.postgres) as connection:
        tables = connection.execute(
            "select schemaname, tablename from pg_tables"
            " where schemaname not in ('pg_catalog', 'information_schema')"
        ).fetchall()
        for schema, table in tables:
            query = sql.SQL("select t::text from {} as t").format(sql.Identifier(schema, table))
            for (row,) in connection.execute(query):
                yield table, row.encode()
            for (value,) in binaries(connection, schema, table):
                yield table, bytes(value or b"")


def binaries(
    connection: psycopg.Connection[Any], schema: str, table: str
) -> Iterator[tuple[bytes | None]]:
    """Every value of every bytea column, which a row's text would show in hexadecimal."""
    columns = connection.execute(
        "select column_name from information_schema.columns"
        " where table_schema = %s and table_name = %s and data_type = 'bytea'",
        (schema, table),
    ).fetchall()
    for (column,) in columns:
        query = sql.SQL("select {} from {}").format(
            sql.Identifier(column), sql.Identifier(schema, table)
        )
        yield from connection.execute(query)
