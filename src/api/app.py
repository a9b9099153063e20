"""The FastAPI application: its routes, its services, and what it does while it runs."""

import asyncio
import contextlib
import datetime
import functools
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from fastapi import FastAPI
from psycopg_pool import AsyncConnectionPool
from starlette.routing import BaseRoute

from api import (
    attachments,
    case_figures,
    commands,
    coverages,
    evidence,
    health,
    openapi,
    packs,
    problems,
    queries,
    stream,
    uploads,
    work_in_hand,
)
from api.arrivals import Arrivals
from api.dependencies import Services
from api.identity import signing_key
from api.metrics import Observed
from api.tokens import PositionTokens
from eventlog.attachments.errors import StoreAway
from eventlog.attachments.store import Store
from eventlog.client import CommandClient
from eventlog.directory import Directory
from eventlog.intake import Intake
from eventlog.settings import Settings
from eventlog.vault import FileVault

POOL_MAX: Final = 8
POOL_TIMEOUT_SECONDS: Final = 10.0
_log = logging.getLogger("guantong.api")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiSettings:
    """An API process: where the log is, and the folder of its signing key."""

    log: Settings
    keys: Path


def create_app(settings: ApiSettings) -> FastAPI:
    """The application over one installation."""

    @contextlib.asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with running(settings) as services:
            app.state.services = services
            yield

    app = FastAPI(
        title="guantong 贯通",
        version="1",
        description="Supervision as immutable events: who owes what to whom, by when, kept or overdue.",
        lifespan=lifespan,
        routes=_routes(),
        openapi_url="/openapi.json",
        docs_url="/docs",
        redoc_url=None,
    )
    problems.install(app)
    app.add_middleware(Observed)
    app.openapi = lambda: openapi.document(app)  # type: ignore[method-assign]
    return app


@functools.cache
def _routes() -> list[BaseRoute]:
    """All routes, the same for every application: to make them takes over a second.

    An application that includes their routers would make them again, when it is asked for the first time.
    """
    routers = (
        health.router(),
        stream.router(),
        uploads.router(),
        attachments.router(),
        queries.router(),
        coverages.router(),
        case_figures.router(),
        work_in_hand.router(),
        evidence.router(),
        packs.router(),
        commands.router(),
    )
    return [route for router in routers for route in router.routes]


@contextlib.asynccontextmanager
async def running(settings: ApiSettings) -> AsyncIterator[Services]:
    """The services of one process, from start to end."""
    vault, store = FileVault(settings.log.vault), Store(settings.log.store)
    key = signing_key(settings.keys / "token.key")
    arrivals = Arrivals(settings.log.postgres)
    directory = Directory(settings.log)
    pool: AsyncConnectionPool[Any] = AsyncConnectionPool(
        settings.log.postgres,
        min_size=1,
        max_size=POOL_MAX,
        timeout=POOL_TIMEOUT_SECONDS,
        kwargs={
            "autocommit": True,
            "application_name": "guantong-api",
            "options": "-c plan_cache_mode=force_custom_plan",  # permission differs by reader
        },
        open=False,
    )
    async with contextlib.AsyncExitStack() as stack:
        client = stack.enter_context(CommandClient(settings.log, directory=directory))
        await pool.open()
        stack.push_async_callback(pool.close)
        listening = asyncio.create_task(arrivals.run())
        stack.callback(listening.cancel)
        clearing = asyncio.create_task(asyncio.to_thread(_clear, store))
        stack.callback(clearing.cancel)
        yield Services(
            client=client,
            intake=Intake(vault),
            directory=directory,
            pool=pool,
            arrivals=arrivals,
            tokens=PositionTokens(key),
            signing_key=key,
            store=store,
            settings=settings.log,
        )


def _clear(store: Store) -> None:
    """Remove what killed uploads left; a store that is away is cleared at another start."""
    try:
        store.clear_unfinished(datetime.datetime.now(datetime.UTC))
    except StoreAway as error:
        _log.warning("unfinished uploads are not cleared: %s", error)
