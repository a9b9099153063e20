"""What the processes measure, as Prometheus is told it."""

import prometheus_client
import pytest
from prometheus_client import Gauge

import api.metrics
import projections.metrics
from eventlog import metrics

MODULES = (metrics, projections.metrics, api.metrics)
GAUGES = [value for each in MODULES for value in vars(each).values() if isinstance(value, Gauge)]


@pytest.mark.parametrize("gauge", GAUGES, ids=lambda gauge: str(gauge._name))
def test_a_process_that_ended_tells_nothing_more(gauge: Gauge) -> None:
    """Of several processes that share a folder only the living count: no pid, no stale value."""
    assert str(gauge._multiprocess_mode).startswith("live")


def test_what_has_not_happened_yet_is_told_as_nought() -> None:
    metrics.begin(77)
    told = prometheus_client.generate_latest().decode()
    assert 'guantong_void_records_total{partition="77"} 0.0' in told
    assert 'guantong_held_offsets{partition="77"} 0.0' in told
