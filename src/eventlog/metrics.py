"""What the log measures, for Prometheus. Durations in seconds."""

from typing import Final

from prometheus_client import Counter, Gauge, Histogram

_FAST: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_SIZES: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)

POLLED: Final = Histogram("guantong_writer_poll_commands", "Commands in one poll", buckets=_SIZES)
EVENTS: Final = Histogram(
    "guantong_writer_transaction_events", "Events in one transaction", buckets=_SIZES
)
DECIDING: Final = Histogram(
    "guantong_writer_deciding_seconds", "Loading and deciding of one poll", buckets=_FAST
)
COMMITTING: Final = Histogram(
    "guantong_writer_commit_seconds", "One transaction, from begin to commit", buckets=_FAST
)
INDEXING: Final = Histogram(
    "guantong_writer_indexing_seconds", "One transaction of the index", buckets=_FAST
)
ANSWERING: Final = Histogram(
    "guantong_client_answer_seconds", "From sending a command to its counted outcome", buckets=_FAST
)
COMMANDS: Final = Counter("guantong_writer_commands_total", "Commands answered", ["status"])
VOIDS: Final = Counter("guantong_void_records_total", "Records that do not count", ["partition"])
STARTED_OVER: Final = Counter(
    "guantong_writer_started_over_total", "Transactions given up", ["partition"]
)
TAIL: Final = Gauge(
    "guantong_writer_tail_events",
    "Events decided and not yet indexed",
    ["partition"],
    multiprocess_mode="livemostrecent",
)
LAG: Final = Gauge(
    "guantong_writer_lag_commands",
    "Commands waiting to be decided",
    ["partition"],
    multiprocess_mode="livemostrecent",
)
HELD: Final = Gauge(
    "guantong_held_offsets",
    "High watermark less last stable offset: open transactions",
    ["partition"],
    multiprocess_mode="livemostrecent",
)


def begin(partition: int) -> None:
    """Tell of a partition from now on, also what has not happened yet: an alarm needs the nought."""
    for counter in (VOIDS, STARTED_OVER):
        counter.labels(partition)
    for gauge in (TAIL, LAG, HELD):
        gauge.labels(partition)
