"""What was decided and is not indexed yet: the index does not know it, decisions must."""

import datetime
import threading
from collections import Counter as Multiset
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from domain.ids import JurisdictionCode, StreamId
from eventlog.counting import Head
from eventlog.index_keys import CommandKey, Known, PseudonymKey, StreamKey


@dataclass(frozen=True, slots=True)
class Added:
    """What one accepted command adds to the index."""

    key: CommandKey
    known: Known
    streams: frozenset[StreamId]
    pseudonyms: frozenset[tuple[PseudonymKey, StreamId]]
    events: int


@dataclass(slots=True)
class _Waiting:
    added: deque[Added] = field(default_factory=deque)


class Tail:
    """Filled by the deciding thread after each commit, emptied by the indexing thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: dict[JurisdictionCode, deque[Added]] = defaultdict(deque)
        self._commands: dict[CommandKey, Known] = {}
        self._rejected: dict[CommandKey, Known] = {}
        self._streams: Multiset[StreamKey] = Multiset()
        self._matches: dict[PseudonymKey, list[StreamId]] = defaultdict(list)
        self._events = 0

    def __len__(self) -> int:
        """The number of events that are decided and not indexed."""
        return self._events

    def clear(self) -> None:
        """Forget everything: the writer starts over."""
        with self._lock:
            self._waiting.clear()
            self._commands.clear()
            self._rejected.clear()
            self._streams.clear()
            self._matches.clear()
            self._events = 0

    def add(self, accepted: Iterable[Added], rejected: Mapping[CommandKey, Known]) -> None:
        """What a transaction brought, once it is committed."""
        with self._lock:
            self._rejected.update(rejected)
            for added in accepted:
                code = added.key.jurisdiction
                self._waiting[code].append(added)
                self._commands[added.key] = added.known
                self._streams.update(StreamKey(code, stream) for stream in added.streams)
                for key, stream in added.pseudonyms:
                    self._matches[key].append(stream)
                self._events += added.events

    def indexed(
        self, heads: Mapping[JurisdictionCode, Head], rejected: Iterable[CommandKey]
    ) -> None:
        """Forget what the index has now: up to these heads, and these rejected commands."""
        with self._lock:
            for key in rejected:
                self._rejected.pop(key, None)
            for code, head in heads.items():
                waiting = self._waiting.get(code)
                while waiting and (waiting[0].known.last_position or 0) <= head.position:
                    self._forget(waiting.popleft())

    def known(self, key: CommandKey) -> Known | None:
        """What became of a command that is not indexed yet."""
        return self._commands.get(key) or self._rejected.get(key)

    def expires(self) -> Mapping[CommandKey, datetime.datetime]:
        """Until when the rejected commands are to be remembered."""
        with self._lock:
            return {
                key: known.expires
                for key, known in self._rejected.items()
                if known.expires is not None
            }

    def matches(self, key: PseudonymKey) -> tuple[StreamId, ...]:
        """Streams that carry a pseudonym, as far as they are not indexed yet."""
        with self._lock:
            return tuple(self._matches.get(key, ()))

    def holds(self, key: StreamKey) -> bool:
        """Whether a stream has events that are not indexed yet, so that it cannot be loaded."""
        return self._streams[key] > 0

    def _forget(self, added: Added) -> None:
        code = added.key.jurisdiction
        self._commands.pop(added.key, None)
        self._events -= added.events
        for stream in added.streams:
            key = StreamKey(code, stream)
            self._streams[key] -= 1
            if self._streams[key] <= 0:
                del self._streams[key]
        for pseudonym, stream in added.pseudonyms:
            self._matches[pseudonym].remove(stream)
            if not self._matches[pseudonym]:
                del self._matches[pseudonym]
