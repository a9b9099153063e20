"""eventsourcing on Kafka: ``PERSISTENCE_MODULE=eventlog.recorder``. See docs/recorder.md."""

from eventlog.recorder.factory import Factory
from eventlog.recorder.recorder import KafkaAggregateRecorder, KafkaRecorder

__all__ = ["Factory", "KafkaAggregateRecorder", "KafkaRecorder"]
