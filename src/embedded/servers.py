"""Kafka and PostgreSQL in one data folder."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from embedded.errors import ServerDied
from embedded.folder import DataFolder
from embedded.kafka import Kafka
from embedded.ports import free_ports
from embedded.postgres import Postgres


class Embedded:
    """Real servers on free ports of 127.0.0.1, running between `with` and its end.

    Everything they keep is in `data`; what was acknowledged survives `kill -9` of this process and
    of the servers. They end with the thread that starts them, so start them from one that lives as
    long. `report` receives one short line per step.

    Raises an `EmbeddedError` where folder, disk, port or a server stands in the way.
    """

    kafka: Kafka
    postgres: Postgres

    def __init__(self, data: Path, report: Callable[[str], None]) -> None:
        self._folder, self._report = DataFolder(data), report
        self._resources = contextlib.ExitStack()

    @property
    def kafka_bootstrap(self) -> str:
        """The address Kafka clients start from, `host:port`."""
        return self.kafka.bootstrap

    @property
    def postgres_url(self) -> str:
        """The URL of the database, with its password."""
        return self.postgres.url

    def check(self) -> None:
        """Raise `ServerDied` where a server ended by itself."""
        for server in (self.kafka, self.postgres):
            if server.pid is None:
                raise ServerDied(server=server.name, log=server.log)

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as resources:
            data = resources.enter_context(self._folder).path
            port, controller_port, postgres_port = free_ports(3)
            self.kafka = Kafka(data / "kafka", port=port, controller_port=controller_port)
            self.postgres = Postgres(data / "postgres", port=postgres_port, report=self._report)
            resources.callback(self._stop)
            self._start()
            self._resources = resources.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._resources.close()

    def _start(self) -> None:
        """Start both side by side: Java and PostgreSQL each keep one core busy."""
        servers = (self.kafka, self.postgres)
        self._report("Starting Kafka and PostgreSQL …")
        for server in servers:
            server.begin_format()
        for server in servers:
            server.finish_format()
        for server in servers:
            server.launch()
        for server in servers:
            server.await_ready()
            self._report(f"{server.name} is ready")

    def _stop(self) -> None:
        for server in (self.kafka, self.postgres):
            server.ask_to_stop()
        for server in (self.kafka, self.postgres):
            server.stop()
