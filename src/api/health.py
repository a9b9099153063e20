"""Health and metrics. Ready means: at the end of the log, PostgreSQL answers, positions are heard."""

import os
from typing import Final

import psycopg
from fastapi import APIRouter, Depends
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    generate_latest,
    multiprocess,
)
from psycopg_pool import PoolTimeout
from starlette.responses import Response

from api.answers import Json
from api.dependencies import Services, operator_of, services_of

PROBE_SECONDS: Final = 2.0


def router() -> APIRouter:
    """``/health/live``, ``/health/ready``, ``/metrics``."""
    routes = APIRouter(tags=["health"])
    routes.add_api_route("/health/live", live, methods=["GET"], response_class=Json)
    routes.add_api_route("/health/ready", ready, methods=["GET"], response_class=Json)
    routes.add_api_route("/metrics", metrics, methods=["GET"], dependencies=[Depends(operator_of)])
    return routes


async def live() -> Response:
    """The process runs."""
    return Json({"status": "live"})


async def ready(services: Services = Depends(services_of)) -> Response:
    """Whether commands can be acknowledged and pages read; 503 names what is missing."""
    checks = {"log": services.client.is_ready(), "read_models": await _postgres_answers(services)}
    well = all(checks.values())
    return Json(
        {"status": "ready" if well else "not ready", "checks": checks},
        status_code=200 if well else 503,
    )


async def _postgres_answers(services: Services) -> bool:
    try:
        async with services.pool.connection(timeout=PROBE_SECONDS) as connection:
            found = await connection.execute(
                "select from projections.registry where state = 'live' limit 1"
            )
            return await found.fetchone() is not None
    except (psycopg.Error, PoolTimeout):
        return False


def metrics() -> Response:
    """Prometheus text: of this process, or of all processes of an installation that share a folder for it.

    For the operator only: counts and lags tell how much happens in every jurisdiction.
    """
    registry = REGISTRY
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        registry = CollectorRegistry()
        multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)
