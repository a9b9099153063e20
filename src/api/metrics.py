"""Prometheus metrics of an API process (``GET /metrics``)."""

import time
from typing import Final

from prometheus_client import Counter, Gauge, Histogram
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_BUCKETS: Final = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)

REQUESTS: Final = Counter(
    "guantong_http_requests", "Requests answered.", ["method", "route", "status"]
)
LATENCY: Final = Histogram(
    "guantong_http_request_seconds",
    "Seconds from request to answer.",
    ["method", "route"],
    buckets=_BUCKETS,
)
METHODS: Final = frozenset({"GET", "HEAD", "POST", "OPTIONS"})
"""Methods told apart; a client may send any word."""
STREAMS: Final = Gauge(
    "guantong_http_streams", "Event streams (SSE) open now.", multiprocess_mode="livesum"
)


ATTACHMENT_INCIDENTS: Final = Counter(
    "guantong_attachment_incidents", "Attachments found missing or altered in the store.", ["fault"]
)


class Observed:
    """ASGI middleware: counts and times each request by its route's pattern, never by an identifier."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on and note its answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        status = 500

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, noting)
        finally:
            route = getattr(scope.get("route"), "path", "unknown")
            method = scope["method"] if scope["method"] in METHODS else "other"
            REQUESTS.labels(method, route, status).inc()
            LATENCY.labels(method, route).observe(time.perf_counter() - began)
