"""The one line that `guantong up` shows while it runs: address, events, lag."""

import time
from types import TracebackType
from typing import Any, Final, Self

import psycopg
from rich.status import Status

from cli.language import text
from cli.terminal import err
from eventlog.settings import Settings

EVERY_SECONDS: Final = 2.0

_COUNT: Final = """
select coalesce(sum(log.position), 0), coalesce(sum(log.position - coalesce(live.position, 0)), 0)
  from eventlog.heads as log
  left join projections.heads as live
    on live.jurisdiction = log.jurisdiction and live.reader = 'live'
"""


class StatusLine:
    """Shown on a terminal only, between `with` and its end; `refresh` asks PostgreSQL now and then."""

    def __init__(self, settings: Settings, url: str) -> None:
        self._postgres, self._url = settings.postgres, url
        self._connection: psycopg.Connection[Any] | None = None
        self._next = 0.0
        self._status = Status("", console=err)

    def __enter__(self) -> Self:
        if err.is_terminal:
            self._status.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._status.stop()
        self._forget()

    def refresh(self) -> None:
        """Show how things stand, at most every `EVERY_SECONDS`."""
        if not err.is_terminal or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + EVERY_SECONDS
        events, lag = self._counts()
        self._status.update(text("up.line", url=self._url, events=events, lag=lag))

    def _counts(self) -> tuple[object, object]:
        try:
            if self._connection is None:
                self._connection = psycopg.connect(
                    self._postgres, autocommit=True, connect_timeout=2
                )
            row = self._connection.execute(_COUNT).fetchone()
        except psycopg.Error:  # away: the supervisor is mending it
            self._forget()
            return "?", "?"
        return row or ("?", "?")

    def _forget(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
