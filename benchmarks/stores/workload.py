"""What every store has to do: streams of ten events of 256 bytes, each append conditional on its stream.

The shape is that of the benchmark of pyeventsourcing for event stores; conflicts, ``kill -9``, reading
everything and reading one's own writes are added.
"""

import contextlib
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID, uuid4

from benchmarks.measuring import Load, by_threads
from benchmarks.stores.stores import Conflict, Contestant, Seen, Store

WRITERS: Final = (1, 8, 64)
SECONDS: Final = 2.0
DATA: Final = bytes(range(256))
STREAM_EVENTS: Final = 10
CONTENDERS: Final = 8
AFTER_CRASH: Final = 200
"""Acknowledged events after a server was killed, before the store is judged."""
RECOVERY_SECONDS_MAX: Final = 120.0


def append(store: Store, writers: int, seconds: float = SECONDS) -> Load:
    """Each writer fills stream after stream."""
    return by_threads(_Writer(store).write, threads=writers, seconds=seconds)


class _Writer:
    """Where each thread is in its stream."""

    def __init__(self, store: Store) -> None:
        self._store, self._own = store, threading.local()

    def write(self) -> tuple[UUID, int]:
        """One event; its stream and number."""
        own = self._own
        if getattr(own, "seen", Seen(STREAM_EVENTS)).version == STREAM_EVENTS:
            own.stream, own.seen = uuid4(), Seen()
        try:
            own.seen = self._store.append(own.stream, own.seen, DATA)
        except Exception:
            own.seen = Seen(STREAM_EVENTS)  # whatever became of it: another stream
            raise
        return own.stream, own.seen.version


@dataclass(frozen=True, slots=True)
class Contended:
    """Eight writers on one stream: appends a second, and conflicts for each of them."""

    per_second: float
    conflicts: float


def conflicts(store: Store) -> Contended:
    """Everybody reads one stream and appends to it. Raises unless it has exactly what was acknowledged."""
    stream, lost = uuid4(), []

    def one() -> None:
        while True:
            try:
                store.append(stream, store.read(stream), DATA)
            except Conflict:
                lost.append(1)
                continue
            return

    load = by_threads(one, threads=CONTENDERS, seconds=SECONDS)
    done = len(load.latencies)
    if store.read(stream).version != done:
        raise RuntimeError(f"{done} acknowledged, {store.read(stream).version} there")
    return Contended(load.per_second, len(lost) / done)


def own_writes(store: Store) -> Load:
    """One writer that looks for each event it has appended."""

    def one() -> None:
        stream = uuid4()
        seen = store.append(stream, Seen(), DATA)
        while store.read(stream).version < seen.version:
            pass

    return by_threads(one, threads=1, seconds=SECONDS)


def read_all(contestant: Contestant) -> float:
    """Events a second from opening the store until everything was read."""
    began = time.perf_counter()
    with contestant.open() as store:
        events = len(store.everything())
    return events / (time.perf_counter() - began)


@dataclass(slots=True)
class _Acknowledged:
    """Events that were acknowledged, and when."""

    events: dict[tuple[UUID, int], float] = field(default_factory=dict)

    def after(self, moment: float) -> list[float]:
        """When those were acknowledged that came after a moment."""
        return sorted(at for at in list(self.events.values()) if at > moment)


def crash(contestant: Contestant) -> float:
    """Seconds from ``kill -9`` of the server to the next acknowledged event, it being started again at once.

    Raises if an acknowledged event is not there exactly once.
    """
    told, stop = _Acknowledged(), threading.Event()
    with contestant.open() as store:
        writer = _Writer(store)
        threads = [
            threading.Thread(target=_go_on, args=(writer.write, told, stop), daemon=True)
            for _ in range(CONTENDERS)
        ]
        for thread in threads:
            thread.start()
        _wait(lambda: len(told.events) >= AFTER_CRASH)
        contestant.kill()
        killed = time.perf_counter()
        contestant.start()
        _wait(lambda: len(told.after(killed)) >= AFTER_CRASH)
        stop.set()
        for thread in threads:
            thread.join(RECOVERY_SECONDS_MAX)
    with contestant.open() as store:
        found = store.everything()
    if len(set(found)) != len(found) or not told.events.keys() <= set(found):
        raise RuntimeError(f"{contestant.name}: an acknowledged event is lost or doubled")
    return told.after(killed)[0] - killed


def _go_on(
    write: Callable[[], tuple[UUID, int]], told: _Acknowledged, stop: threading.Event
) -> None:
    while not stop.is_set():
        with contextlib.suppress(Exception):
            event = write()
            told.events[event] = time.perf_counter()


def _wait(condition: Callable[[], bool]) -> None:
    limit = time.perf_counter() + RECOVERY_SECONDS_MAX
    while not condition():
        if time.perf_counter() > limit:
            raise TimeoutError
        time.sleep(0.005)
