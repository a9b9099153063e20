"""`guantong serve …`: one process of the system, run until it is asked to end."""

import ipaddress
import logging
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Final

import prometheus_client
import typer
import uvicorn

from api.app import ApiSettings, create_app
from cli import places
from cli.errors import BuiltInKey
from cli.language import text
from cli.options import DEFAULT_DATA, Attachments, Data, Kafka, Postgres
from cli.stopping import stop_when_asked
from eventlog.attachments.store import Store
from eventlog.settings import ATTACHMENT_MIB_MAX, Settings
from eventlog.writer import Writer
from processes import clock
from processes import courier as couriers
from projections import runner

HOST: Final = "127.0.0.1"
PORT: Final = 8420
LOG_FORMAT: Final = "%(asctime)s %(levelname)s %(name)s: %(message)s"

Run = Callable[[Settings, threading.Event], None]


Metrics = Annotated[
    str | None, typer.Option("--metrics", metavar="[HOST:]PORT", help=text("option.metrics"))
]


def writer(
    data: Data = DEFAULT_DATA,
    kafka: Kafka = None,
    postgres: Postgres = None,
    metrics: Metrics = None,
) -> None:
    """Decide commands and write events."""
    _run(_write, places.find(data, kafka=kafka, postgres=postgres), metrics)


def projector(
    data: Data = DEFAULT_DATA,
    kafka: Kafka = None,
    postgres: Postgres = None,
    metrics: Metrics = None,
) -> None:
    """Fold events into the read models."""
    _run(runner.run, places.find(data, kafka=kafka, postgres=postgres), metrics)


def tick(
    data: Data = DEFAULT_DATA,
    kafka: Kafka = None,
    postgres: Postgres = None,
    metrics: Metrics = None,
) -> None:
    """Send what the clock has to send."""
    _run(clock.run, places.find(data, kafka=kafka, postgres=postgres), metrics)


def courier(
    data: Data = DEFAULT_DATA,
    kafka: Kafka = None,
    postgres: Postgres = None,
    metrics: Metrics = None,
) -> None:
    """Carry what jurisdictions send each other."""
    _run(couriers.run, places.find(data, kafka=kafka, postgres=postgres), metrics)


def api(
    data: Data = DEFAULT_DATA,
    kafka: Kafka = None,
    postgres: Postgres = None,
    host: Annotated[str, typer.Option("--host", help=text("option.host"))] = HOST,
    port: Annotated[int, typer.Option("--port", help=text("option.port"))] = PORT,
    keys: Annotated[
        Path | None, typer.Option("--keys", envvar="GUANTONG_KEYS", help=text("option.keys"))
    ] = None,
    attachments: Attachments = None,
    attachment_mib_max: Annotated[
        int,
        typer.Option(
            "--attachment-mib-max",
            envvar="GUANTONG_ATTACHMENT_MIB_MAX",
            min=1,
            help=text("option.attachment_mib_max"),
        ),
    ] = ATTACHMENT_MIB_MAX,
) -> None:
    """Answer HTTP. Raises `BuiltInKey` where others could use the key this program made."""
    if keys is None and not is_loopback(host):
        raise BuiltInKey(host=host)
    configure_log()
    found = places.find(data, kafka=kafka, postgres=postgres, attachments=attachments)
    settings = replace(found, attachment_mib_max=attachment_mib_max)
    Store(settings.store)  # an address that names none is said now
    uvicorn.run(
        create_app(ApiSettings(log=settings, keys=keys or data.absolute())),
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=5,
    )


def is_loopback(host: str) -> bool:
    """Whether an address can be reached from this machine only."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def configure_log() -> None:
    """Write log lines to standard error; the supervisor keeps them in a file for each process."""
    logging.basicConfig(format=LOG_FORMAT, level=logging.INFO, stream=sys.stderr)
    logging.getLogger("kafka").setLevel(logging.WARNING)


def _write(settings: Settings, stop: threading.Event) -> None:
    Writer(settings).run(stop)


def metrics_address(given: str) -> tuple[str, int]:
    """Host and port: ``9100`` is this machine's own, ``0.0.0.0:9100`` for a network that may know volumes.

    Raises ``typer.BadParameter``.
    """
    host, _, port = given.rpartition(":")
    if not (port.isascii() and port.isdigit()):
        raise typer.BadParameter(given, param_hint="--metrics")
    return host or HOST, int(port)


def _run(run: Run, settings: Settings, metrics: str | None) -> None:
    configure_log()
    if metrics is not None:
        host, port = metrics_address(metrics)
        prometheus_client.start_http_server(port, host)
    with stop_when_asked() as stop:
        run(settings, stop)
