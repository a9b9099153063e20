"""What the processes measure, for Prometheus. Durations in seconds."""

from typing import Final

from prometheus_client import Counter, Gauge

CARRIED: Final = Counter(
    "guantong_courier_commands_total", "Commands of the courier that were answered", ["outcome"]
)
WAITING: Final = Gauge(
    "guantong_courier_waiting_dispatches",
    "Dispatches to another jurisdiction that are not there yet",
    multiprocess_mode="livemostrecent",
)
WAITING_SECONDS: Final = Gauge(
    "guantong_courier_waiting_seconds",
    "How long the oldest of them has been waiting for, as this process saw it, else 0",
    multiprocess_mode="livemostrecent",
)
