"""The recorders that eventsourcing asks for: events on a Kafka topic, answers from the index."""

import atexit
from collections.abc import Mapping, Sequence
from threading import Event, Lock
from typing import Any
from uuid import UUID

from eventsourcing.persistence import (
    AggregateRecorder,
    ApplicationRecorder,
    ListenNotifySubscription,
    Notification,
    StoredEvent,
    Subscription,
)

from eventlog.recorder.appender import Appender
from eventlog.recorder.errors import RecorderUnsupported
from eventlog.recorder.index import Index


class KafkaAggregateRecorder(AggregateRecorder):
    """Keeps sequences of stored events by originator, as snapshots are.

    ``topic`` must be as `eventlog.recorder.topic.ensure` leaves it. Constructing it reads the topic from
    its first record; ``OwnedElsewhere`` names who else writes it.
    """

    def __init__(self, kafka: str, topic: str) -> None:
        self._index = Index()
        self._listeners: set[Event] = set()
        self._listening = Lock()
        self._appender = Appender(kafka, topic, self._index, self._tell)
        atexit.register(self.close)

    def insert_events(
        self, stored_events: Sequence[StoredEvent], **kwargs: Any
    ) -> Sequence[int] | None:
        """Record all of these events or none, exactly once.

        Raises ``VersionConflict`` (an ``IntegrityError``), ``NotStorable``, ``NotRecorded``,
        ``FateUnknown``, ``RecorderClosed``; ``RecorderUnsupported`` if a tracking comes with them.
        """
        self._append(stored_events, kwargs)
        return None

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredEvent]:
        """The events of an originator, by version."""
        self._appender.check()
        return self._index.events(originator_id, gt=gt, lte=lte, desc=desc, limit=limit)

    def close(self) -> None:
        """Leave the topic to others; whoever still asks gets ``RecorderClosed``."""
        atexit.unregister(self.close)
        self._appender.close()

    def listen(self, event: Event) -> None:
        """Set an event whenever something was recorded, or the recorder has ended."""
        with self._listening:
            self._listeners.add(event)
        event.set()

    def unlisten(self, event: Event) -> None:
        """Set it no more."""
        with self._listening:
            self._listeners.discard(event)

    def _append(self, stored_events: Sequence[StoredEvent], others: Mapping[str, Any]) -> list[int]:
        if others.get("tracking") is not None:  # dropping it would process an event twice
            raise RecorderUnsupported(kind="process recorder")
        return self._appender.append(tuple(stored_events)) if stored_events else []

    def _tell(self) -> None:
        with self._listening:
            for event in self._listeners:
                event.set()


class KafkaRecorder(KafkaAggregateRecorder, ApplicationRecorder):
    """Keeps the events of an application as one sequence.

    A notification id is the position in it: from 1, without gaps.
    """

    def insert_events(
        self, stored_events: Sequence[StoredEvent], **kwargs: Any
    ) -> Sequence[int] | None:
        """Record all of these events or none, exactly once; gives their notification ids."""
        return self._append(stored_events, kwargs)

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[Notification]:
        """Events of the application sequence, in order."""
        self._appender.check()
        first = 1 if start is None else start if inclusive_of_start else start + 1
        return self._index.notifications(first, stop, limit, topics)

    def max_notification_id(self) -> int | None:
        """The last position; None before the first event."""
        self._appender.check()
        return self._index.count() or None

    def subscribe(
        self, gt: int | None = None, topics: Sequence[str] = ()
    ) -> Subscription[ApplicationRecorder]:
        """What was recorded after a position, and what is recorded from now on."""
        return KafkaSubscription(self, gt, topics)


class KafkaSubscription(ListenNotifySubscription[KafkaRecorder]):
    """Notifications as they are recorded. Ends with ``RecorderClosed`` when the recorder does."""

    def __init__(self, recorder: KafkaRecorder, gt: int | None, topics: Sequence[str]) -> None:
        super().__init__(recorder, gt, topics)
        recorder.listen(self._has_been_notified)

    def stop(self) -> None:
        """Stop the iteration."""
        super().stop()
        self._recorder.unlisten(self._has_been_notified)
