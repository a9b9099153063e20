"""Load from several threads, and what it took."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Load:
    """Calls that were answered, each with its latency, and how long all took together."""

    seconds: float
    latencies: Sequence[float]

    @property
    def per_second(self) -> float:
        """Calls answered in a second."""
        return len(self.latencies) / self.seconds

    def quantile_ms(self, part: float) -> float:
        """The latency that this part of the calls did not exceed, in milliseconds."""
        return quantile(self.latencies, part) * 1_000


def quantile(values: Sequence[float], part: float) -> float:
    """The value that this part of all do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def by_threads(call: Callable[[], object], *, threads: int, seconds: float) -> Load:
    """Call from so many threads, each as fast as it is answered, for so long."""
    latencies: list[list[float]] = [[] for _ in range(threads)]
    failures: list[BaseException] = []
    start = threading.Barrier(threads + 1)

    def run(own: list[float]) -> None:
        start.wait()
        try:
            while (before := time.perf_counter()) < limit:
                call()
                own.append(time.perf_counter() - before)
        except BaseException as error:  # noqa: BLE001 - told to who waits below
            failures.append(error)

    workers = [threading.Thread(target=run, args=[own], daemon=True) for own in latencies]
    for worker in workers:
        worker.start()
    began = time.perf_counter()
    limit = began + seconds
    start.wait()
    for worker in workers:
        worker.join()
    if failures:
        raise failures[0]
    return Load(time.perf_counter() - began, [each for own in latencies for each in own])
