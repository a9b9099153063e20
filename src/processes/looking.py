"""What clock and courier look with: the writer's index and the read models, over connections of their own."""

import contextlib
from types import TracebackType
from typing import Self

import psycopg
from psycopg.rows import namedtuple_row

from eventlog.index import Index


class Looking:
    """Holds both connections between `with` and its end; ``name`` is what PostgreSQL shows of it."""

    def __init__(self, postgres: str, *, name: str) -> None:
        self._postgres, self._name = postgres, name
        self._resources = contextlib.ExitStack()

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as resources:
            self._index = resources.enter_context(Index(self._postgres))
            self._connection = resources.enter_context(
                psycopg.connect(
                    self._postgres,
                    autocommit=True,
                    application_name=self._name,
                    row_factory=namedtuple_row,
                )
            )
            self._resources = resources.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._resources.close()
