"""What a recorder answers from: every counted event, in memory, by position and by originator.

It follows from the topic alone and is built anew at each start. Safe for several threads.
"""

from bisect import bisect_right, insort
from collections.abc import Collection, Iterable, Sequence
from itertools import islice
from operator import itemgetter
from threading import Lock
from uuid import UUID

from eventsourcing.persistence import Notification, StoredEvent

from eventlog.recorder.records import uuid_of

Row = tuple[str, bool, int, str, bytes]
"""An event: its originator as text, whether that is a UUID, version, topic, state. Of tuples of such values
the garbage collector takes no notice, be they millions."""

_version = itemgetter(0)
_topic = itemgetter(3)


class Index:
    """The application sequence, and each originator's own."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._rows: list[Row] = []
        self._originators: dict[str, list[tuple[int, int]]] = {}
        """Originator → (version, place in ``_rows``), by version."""

    def add(self, events: Iterable[StoredEvent]) -> None:
        """Add events saved together: readers see all of them or none."""
        with self._lock:
            for event in events:
                row = _row(event)
                versions = self._originators.setdefault(row[0], [])
                insort(versions, (event.originator_version, len(self._rows)))
                self._rows.append(row)

    def has(self, originator: UUID | str, version: int) -> bool:
        """Whether an originator has an event of this version."""
        return bool(self.events(originator, gt=version - 1, lte=version))

    def count(self) -> int:
        """The number of events, which is the last position."""
        return len(self._rows)

    def events(
        self,
        originator: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> list[StoredEvent]:
        """Events of an originator with versions above ``gt`` up to ``lte``, by version."""
        with self._lock:
            versions = self._originators.get(str(originator), [])
            first = 0 if gt is None else bisect_right(versions, gt, key=_version)
            end = len(versions) if lte is None else bisect_right(versions, lte, key=_version)
            chosen = versions[first:end]
            if desc:
                chosen.reverse()
            return [_event(self._rows[place]) for _, place in chosen[:limit]]

    def notifications(
        self, first: int, last: int | None, limit: int, topics: Collection[str]
    ) -> Sequence[Notification]:
        """At most ``limit`` events from position ``first`` to ``last``, of these topics if any are named."""
        with self._lock:
            end = len(self._rows) if last is None else min(last, len(self._rows))
            places = range(max(first, 1) - 1, end)
            chosen = (
                place for place in places if not topics or _topic(self._rows[place]) in topics
            )
            return [_notification(place, self._rows[place]) for place in islice(chosen, limit)]


def _row(event: StoredEvent) -> Row:
    originator = event.originator_id
    is_uuid = isinstance(originator, UUID)
    return str(originator), is_uuid, event.originator_version, event.topic, event.state


def _event(row: Row) -> StoredEvent:
    originator, is_uuid, version, topic, state = row
    return StoredEvent(uuid_of(originator) if is_uuid else originator, version, topic, state)


def _notification(place: int, row: Row) -> Notification:
    originator, is_uuid, version, topic, state = row
    return Notification(
        uuid_of(originator) if is_uuid else originator, version, topic, state, id=place + 1
    )
