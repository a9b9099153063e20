"""A server that is stopped, killed or kept from starting loses nothing and says what is wrong."""

import logging
import os
import signal
import socket
from collections.abc import Iterator

import psycopg
import pytest
from kafka import KafkaAdminClient
from kafka.admin import ConfigResource, ConfigResourceType

from embedded import Embedded
from embedded.errors import PortTaken, ServerDied
from tests.embedded.records import create_places, keep, kept


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Embedded]:
    """Servers that these tests may stop and kill, with a topic and a table."""
    report = logging.getLogger(__name__).info
    with Embedded(tmp_path_factory.mktemp("own"), report) as servers:
        create_places(servers)
        yield servers


def test_data_survive_a_stop(own: Embedded) -> None:
    keep(own, "before the stop")
    for server in (own.kafka, own.postgres):
        server.stop()
        server.start()
    records, rows = kept(own)
    assert "before the stop" in records
    assert records == rows


def test_data_survive_a_kill(own: Embedded) -> None:
    keep(own, "before the kill")
    for server in (own.kafka, own.postgres):
        server.kill()
        server.start()
    records, rows = kept(own)
    assert "before the kill" in records
    assert records == rows


def test_a_server_comes_back_at_the_same_address(own: Embedded) -> None:
    address = own.postgres_url
    own.postgres.kill()
    own.postgres.start()
    assert own.postgres_url == address


def test_postgres_starts_although_sessions_outlive_its_first_process(own: Embedded) -> None:
    with psycopg.connect(own.postgres_url) as session:
        assert own.postgres.pid is not None
        os.kill(own.postgres.pid, signal.SIGKILL)
        own.postgres.start()
        with pytest.raises(psycopg.OperationalError):
            session.execute("SELECT 1")


def test_a_server_that_ended_by_itself_is_noticed(own: Embedded) -> None:
    own.check()
    own.postgres.kill()
    with pytest.raises(ServerDied, match="PostgreSQL"):
        own.check()
    own.postgres.start()


def test_a_taken_port_is_named(own: Embedded) -> None:
    own.postgres.stop()
    host, port = own.postgres_url.partition("@")[2].removesuffix("/postgres").split(":")
    with socket.create_server((host, int(port))), pytest.raises(PortTaken, match=port):
        own.postgres.start()
    own.postgres.start()


def test_the_number_of_a_killed_server_may_be_another_programs_by_now(own: Embedded) -> None:
    own.postgres.kill()
    stale = own.postgres.files / "postmaster.pid"
    lines = stale.read_text().splitlines()
    stale.write_text("\n".join([str(os.getpid()), *lines[1:]]))
    own.postgres.start()
    own.check()


def test_the_broker_has_the_settings_the_log_relies_on(servers: Embedded) -> None:
    wanted = {
        "auto.create.topics.enable": "false",
        "log.flush.interval.messages": "1",
        "offsets.retention.minutes": "2147483647",
        "group.min.session.timeout.ms": "1000",
    }
    with KafkaAdminClient(bootstrap_servers=servers.kafka_bootstrap) as admin:
        broker = ConfigResource(ConfigResourceType.BROKER, "1")
        found = admin.describe_configs([broker], config_filter="all")["broker"]["1"]
    assert {name: found[name]["value"] for name in wanted} == wanted


def test_the_database_needs_its_password(servers: Embedded) -> None:
    address = servers.postgres_url.partition("@")[2]
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(f"postgresql://postgres:wrong@{address}")
