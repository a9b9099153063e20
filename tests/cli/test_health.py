"""What `guantong status` finds, on real Kafka and PostgreSQL."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from kafka import KafkaProducer
from kafka.admin import ConfigResource, ConfigResourceType

from cli.health import examine
from eventlog.topics import Topics, open_admin
from tests.processes.city import City, running, settings_of
from tests.waiting import until


@pytest.fixture
def city(tmp_path: Path, kafka: str, database: str, suffix: str) -> Iterator[City]:
    with running(settings_of(tmp_path, kafka, database, f"test-{suffix}")) as city:
        city.open(starts="2026-01-05")
        yield city


def events_of(city: City) -> str:
    return Topics(city.settings.prefix).events


def test_a_system_that_is_well(city: City) -> None:
    until(
        lambda: not any(each.lag or each.index_tail for each in examine(city.settings).partitions)
    )
    health = examine(city.settings)
    assert health.attention == []
    assert health.topics == 1
    assert {row["jurisdiction"]: row["head"] for row in health.jurisdictions} == {
        "installation": 1,
        "small": city.position,
    }
    assert all(row["head"] == row["projected"] for row in health.jurisdictions)


def test_foreign_bytes_on_the_topic_are_counted_as_void(city: City) -> None:
    producer = KafkaProducer(bootstrap_servers=city.settings.kafka)
    producer.send(events_of(city), b"foreign bytes", key=b"small").get(10)
    producer.close()
    until(lambda: [each.void for each in examine(city.settings).partitions] == [1])
    assert examine(city.settings).attention == ["void"]


def test_what_is_parked_or_stopped_is_named(city: City) -> None:
    until(lambda: city.ask("select 1 from projections.registry where state = 'live'") != [])
    with psycopg.connect(city.settings.postgres) as connection:
        connection.execute(
            "insert into projections.parked select schema_name, model, 'small', 'lead/x', 1,"
            " 'guantong.lead.received.v1', 'boom' from projections.registry where model = 'leads'"
        )
        connection.execute(
            "insert into projections.stopped values"
            " ('other', 1, 'guantong.lead.beamed.v9', 'newer_version_needed', 'boom')"
        )
    health = examine(city.settings)
    assert health.attention == ["parked", "stopped"]
    assert [row["stream"] for row in health.parked] == ["lead/x"]
    assert [row["jurisdiction"] for row in health.stopped] == ["other"]


def test_what_is_not_at_another_jurisdiction_yet_is_counted(city: City) -> None:
    """The courier's lag, by sender and addressee."""
    until(lambda: city.ask("select 1 from projections.registry where state = 'live'") != [])
    with psycopg.connect(city.settings.postgres) as connection:
        for dispatch, status in ((1, "sent"), (2, "sent"), (3, "failed"), (4, "recalled")):
            connection.execute(
                "insert into read.dispatches (jurisdiction, stream, from_position, scope, family, leg,"
                " dispatch, by, to_jurisdiction, there, leg_there, news, status, attempt, sent)"
                " values ('small', 'lead/x', 1, 'transfer:1', 'lead', 1, %s, 'cs', 'county', 'lead/y', 1,"
                " 'delivered', %s, 1, '2026-01-05')",
                (dispatch, status),
            )
        connection.execute(
            "insert into read.arrivals (jurisdiction, stream, from_position, scope, family, leg,"
            " dispatch, from_jurisdiction, news, arrived, proof)"
            " values ('county', 'lead/y', 1, 'transfer:1', 'lead', 1, 1, 'small', 'delivered',"
            " '2026-01-05', '')"
        )
    health = examine(city.settings)
    assert [tuple(row.values()) for row in health.dispatches] == [
        ("small", "county", 1, 1, datetime.date(2026, 1, 5))
    ]
    assert health.attention == []


def test_settings_of_topics_that_are_wrong_are_named(city: City) -> None:
    admin = open_admin(city.settings.kafka)
    resource = ConfigResource(ConfigResourceType.TOPIC, events_of(city), {"retention.ms": "1000"})
    admin.alter_configs([resource])
    admin.close()
    health = examine(city.settings)
    assert health.attention == ["topics"]
    assert "retention.ms" in str(health.topics)


def test_an_empty_database_is_no_error(
    tmp_path: Path, kafka: str, database: str, suffix: str
) -> None:
    health = examine(settings_of(tmp_path, kafka, database, f"none-{suffix}"))
    assert health.attention == ["topics"]
    assert health.jurisdictions == []
