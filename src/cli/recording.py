"""Readings put on record by a command that shows matters to a person (ADR 0009)."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache

from api.on_record import Records
from eventlog.client import CommandClient
from eventlog.intake import Intake
from eventlog.settings import Settings
from eventlog.vault import FileVault


@contextmanager
def recording(settings: Settings) -> Iterator[Records]:
    """Where readings are put on record; Kafka is asked for nothing before there is one."""
    with ExitStack() as stack:

        @cache
        def client() -> CommandClient:
            return stack.enter_context(CommandClient(settings))

        yield Records(client, Intake(FileVault(settings.vault)))
