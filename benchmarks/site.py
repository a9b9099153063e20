"""Where a run takes place: the embedded servers in a temporary folder, and what each row needs of its own."""

import contextlib
import tempfile
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql
from rich.progress import Progress, TaskID

from benchmarks.report import Report
from embedded import Embedded
from eventlog import topics
from eventlog.topics import Topics


@dataclass(frozen=True, slots=True)
class Site:
    """Servers that every contestant of a run shares, the report, and how progress is shown."""

    servers: Embedded
    folder: Path
    report: Report
    progress: Progress

    @property
    def kafka(self) -> str:
        """Where Kafka clients start from."""
        return self.servers.kafka_bootstrap

    def own_topics(self) -> Topics:
        """New topics with names of their own, as every installation has them."""
        own = Topics(f"bench-{uuid.uuid4().hex[:8]}")
        topics.create(self.kafka, own)
        return own

    def own_database(self) -> str:
        """The URL of a new, empty database."""
        name = f"bench_{uuid.uuid4().hex[:8]}"
        with psycopg.connect(self.servers.postgres_url, autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return self.servers.postgres_url.removesuffix("/postgres") + f"/{name}"

    @contextlib.contextmanager
    def task(self, what: str, total: float | None = None) -> Iterator[TaskID]:
        """Show that something long is under way; it disappears when done."""
        task = self.progress.add_task(what, total=total)
        try:
            yield task
        finally:
            self.progress.remove_task(task)


@contextlib.contextmanager
def started(report: Report, progress: Progress) -> Iterator[Site]:
    """The servers, running between ``with`` and its end."""
    with tempfile.TemporaryDirectory(prefix="guantong-bench-") as folder:
        place = Path(folder)
        with Embedded(place / "data", progress.console.print) as servers:
            yield Site(servers, place, report, progress)
