"""The projector: reads counted events, folds them into every live read model, for as long as it runs."""

import logging
import threading
import time
from collections.abc import Iterable
from typing import Any, Final

from kafka.errors import KafkaError
from psycopg import Connection

from domain.catalogue import CATALOGUE
from domain.registry import Catalogue
from eventlog import topics
from eventlog.errors import NewerVersionNeeded
from eventlog.postgres import GONE, hold_at_most
from eventlog.reading import EventReader, Outcomes
from eventlog.settings import Settings
from eventlog.topics import Topics
from eventlog.vault import FileVault
from projections import metrics, schema, tracking
from projections.catalogue import read_models
from projections.committing import Committer, Progress
from projections.connection import connect
from projections.errors import Moved, OtherVersionLive
from projections.model import ReadModel
from projections.rebuild import rebuild_into
from projections.schema import LIVE, Built

log = logging.getLogger(__name__)

GRACE_SECONDS: Final = 300
"""How long a retired version is kept: readers that began before the swap finish on it."""
HOLD_SECONDS: Final = 60
"""Longest that a batch may keep its locks: a projector that is paused in it must not stop all others."""

_RETRY_SECONDS: Final = 0.5
_MEASURE_SECONDS: Final = 2.0
_AWAY: Final = (*GONE, KafkaError, OSError)
"""Kafka, PostgreSQL or the vault are away: wait for them."""


def run(settings: Settings, stop: threading.Event) -> None:
    """Project until ``stop`` is set; see ``Projector``."""
    Projector(settings).run(stop)


class Projector:
    """Folds all partitions into the live read models, and builds those that this version has anew."""

    def __init__(
        self,
        settings: Settings,
        *,
        models: Iterable[ReadModel] | None = None,
        catalogue: Catalogue = CATALOGUE,
    ) -> None:
        self._settings = settings
        self._topics = Topics(settings.prefix)
        self._catalogue = catalogue
        self._models = tuple(read_models(FileVault(settings.vault)) if models is None else models)
        self._measured = 0.0

    def run(self, stop: threading.Event) -> None:
        """Work until ``stop`` is set, through whatever is away for a while.

        Raises ``TopicsWrong`` at once, ``OtherVersionLive`` when a newer release took over.
        """
        topics.check(self._settings.kafka, self._topics)
        while not stop.is_set():
            try:
                self._session(stop)
            except Moved as error:
                log.info("%s", error)
            except _AWAY as error:
                log.warning("Waiting for Kafka and PostgreSQL: %s", error)
                stop.wait(_RETRY_SECONDS)

    def _session(self, stop: threading.Event) -> None:
        with connect(self._settings.postgres) as connection:
            schema.prepare(connection)
            built = self._live(connection)
            with self._reader() as reader:
                tracking.begin(connection, LIVE, reader.partitions(), reader.origin)
                before = tracking.load(connection, LIVE)
                reader.start(before, outcomes=Outcomes.REJECTED)
                trackings = [reader.tracking(each.partition) for each in before]
                tracking.found_again(connection, LIVE, before, trackings)
                committer = Committer(
                    connection,
                    built,
                    LIVE,
                    trackings=trackings,
                    only_live=True,
                    catalogue=self._catalogue,
                )
                hold_at_most(connection, HOLD_SECONDS)
                while not stop.is_set():
                    self._step(reader, committer)

    def _reader(self) -> EventReader:
        return EventReader(
            self._settings.kafka,
            self._topics,
            name="guantong-projector",
            knows=self._catalogue.events.__contains__,
        )

    def _live(self, connection: Connection[Any]) -> list[Built]:
        """The live models, in their order; those of another version are built first."""
        for name in schema.newer_live(connection, self._models):
            raise OtherVersionLive(model=name)
        schema.begin(connection, self._models)
        found = schema.live(connection, self._models)
        missing = [model for model in self._models if model.name not in found]
        if missing:
            log.info("Building anew: %s", ", ".join(model.name for model in missing))
            rebuild_into(self._settings, connection, missing, catalogue=self._catalogue)
        found = schema.live(connection, self._models)
        schema.drop_retired(connection, grace_seconds=GRACE_SECONDS)
        return [found[model.name] for model in self._models]

    def _step(self, reader: EventReader, committer: Committer) -> None:
        reading = reader.poll()
        progress = Progress(
            batches=reading.batches,
            trackings=reader.trackings(),
            rejections=reading.outcomes,
        )
        folded = committer.commit(progress)
        for code, stopped in reader.stopped().items():
            position = committer.positions.get(code, 0) + 1
            error = NewerVersionNeeded(type=stopped.type)
            committer.halt(code, None, position=position, event_type=stopped.type, error=error)
        if folded:
            metrics.BATCHES.observe(folded)
            metrics.EVENTS.inc(folded)
        self._measure(reader, committer, progress)

    def _measure(self, reader: EventReader, committer: Committer, progress: Progress) -> None:
        """Tell Prometheus how far behind the rows are; every two seconds is often enough."""
        now = time.monotonic()
        if now < self._measured + _MEASURE_SECONDS:
            return
        self._measured = now
        ends = reader.ends()
        newest = {batch.partition: batch.events[-1].appended for batch in progress.batches}
        for key, end in ends.items():
            if key.topic == self._topics.events:
                lag = max(0, end - reader.position(key.partition))
                age = time.time() - newest[key.partition] / 1000 if key.partition in newest else 0
                metrics.LAG_RECORDS.labels(key.partition).set(lag)
                metrics.LAG_SECONDS.labels(key.partition).set(age if lag else 0)
        metrics.PARKED.set(len(tracking.parked(committer.connection)))
        metrics.STOPPED.set(len(committer.stopped))
