"""What the projections measure, for Prometheus. Durations in seconds."""

from typing import Final

from prometheus_client import Counter, Gauge, Histogram

_SIZES: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_FAST: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)

BATCHES: Final = Histogram("guantong_projector_batch_events", "Events in one batch", buckets=_SIZES)
COMMITTING: Final = Histogram(
    "guantong_projector_commit_seconds", "One batch folded into every read model", buckets=_FAST
)
EVENTS: Final = Counter("guantong_projector_events_total", "Events folded")
LAG_RECORDS: Final = Gauge(
    "guantong_projector_lag_records",
    "Records of the log not yet folded",
    ["partition"],
    multiprocess_mode="livemostrecent",
)
LAG_SECONDS: Final = Gauge(
    "guantong_projector_lag_seconds",
    "Age of the newest folded event while there is a lag, else 0",
    ["partition"],
    multiprocess_mode="livemostrecent",
)
PARKED: Final = Gauge(
    "guantong_projector_parked_streams",
    "Streams that could not be folded",
    multiprocess_mode="livemostrecent",
)
STOPPED: Final = Gauge(
    "guantong_projector_stopped_jurisdictions",
    "Jurisdictions that stand still",
    multiprocess_mode="livemostrecent",
)
