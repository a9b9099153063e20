"""The factory that ``PERSISTENCE_MODULE=eventlog.recorder`` names."""

from typing import Final, Never, TypeVar

from eventsourcing.persistence import InfrastructureFactory, TrackingRecorder
from eventsourcing.utils import Environment, EnvType

from eventlog.recorder.errors import AddressMissing, RecorderUnsupported
from eventlog.recorder.recorder import KafkaAggregateRecorder, KafkaRecorder
from eventlog.recorder.topic import ensure

KAFKA: Final = "KAFKA_BOOTSTRAP_SERVERS"
"""Environment variable: where Kafka clients begin, ``host:port,host:port``."""
_UNNAMED: Final = "stored"
"""Stands for the application's name where it has none, as in eventsourcing.postgres."""
_Recorder = TypeVar("_Recorder", bound=KafkaAggregateRecorder)


class Factory(InfrastructureFactory[TrackingRecorder]):
    """Makes one recorder for each topic of an application, however often it is asked for."""

    def __init__(self, env: Environment | EnvType | None) -> None:
        super().__init__(env)
        self._recorders: dict[str, KafkaAggregateRecorder] = {}

    def application_recorder(self) -> KafkaRecorder:
        """The recorder of ``<application>.events``."""
        return self._recorder("events", KafkaRecorder)

    def aggregate_recorder(self, purpose: str = "events") -> KafkaAggregateRecorder:
        """The recorder of ``<application>.<purpose>``, as ``snapshots``."""
        return self._recorder(purpose, KafkaAggregateRecorder)

    def tracking_recorder(
        self,
        tracking_recorder_class: object = None,  # noqa: ARG002 - its interface
    ) -> Never:
        """``RecorderUnsupported``: read models live in PostgreSQL."""
        raise RecorderUnsupported(kind="tracking recorder")

    def process_recorder(self) -> Never:
        """``RecorderUnsupported``: no tracking together with events."""
        raise RecorderUnsupported(kind="process recorder")

    def close(self) -> None:
        """Leave all topics to others."""
        while self._recorders:
            self._recorders.popitem()[1].close()

    def _recorder(self, purpose: str, kind: type[_Recorder]) -> _Recorder:
        found = self._recorders.get(purpose)
        if not isinstance(found, kind):
            kafka = self.env.get(KAFKA)
            if not kafka:
                raise AddressMissing(variable=KAFKA)
            found = kind(kafka, ensure(kafka, self.env.name or _UNNAMED, purpose))
            self._recorders[purpose] = found
        return found
