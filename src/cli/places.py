"""Where the services of a command are: the embedded ones of a running `up`, or external ones by URL."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final

import orjson

from cli.errors import BothAddresses, NotRunning
from eventlog.settings import Settings

INSTALLATION: Final = "local"
"""The code of an installation that was given no other."""

VAULT: Final = "vault"
LOGS: Final = "logs"
_RUNNING: Final = "running.json"
_LOCK: Final = "lock"  # held by embedded.folder.DataFolder


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """What a running `up` tells other commands: its addresses. The file is readable by its owner only."""

    kafka: str
    postgres: str
    installation: str
    url: str
    attachments: str | None = None
    """URL or folder of the store of attachments; None: in the data folder."""

    def settings(self, data: Path) -> Settings:
        """The settings of its services."""
        return Settings(
            kafka=self.kafka,
            postgres=self.postgres,
            vault=data.absolute() / VAULT,
            installation=self.installation,
            attachments=self.attachments,
        )


def find(
    data: Path, *, kafka: str | None, postgres: str | None, attachments: str | None = None
) -> Settings:
    """The settings for one command; `NotRunning` or `BothAddresses` where they cannot be known."""
    if kafka is not None and postgres is not None:
        given = Running(kafka=kafka, postgres=postgres, installation=installation(), url="")
        found = given.settings(data)
    elif kafka is not None or postgres is not None:
        raise BothAddresses
    else:
        found = running(data).settings(data)
    return found if attachments is None else replace(found, attachments=attachments)


def installation() -> str:
    """The code of this installation: `GUANTONG_INSTALLATION`, else `INSTALLATION`.

    It is the first part of every record's `source` and must stay the same for the life of a log.
    """
    return os.environ.get("GUANTONG_INSTALLATION", INSTALLATION)


def running(data: Path) -> Running:
    """The `up` that runs on a data folder; `NotRunning` if none does."""
    try:
        if not _locked(data / _LOCK):
            raise NotRunning(data=data)
        return Running(**orjson.loads((data / _RUNNING).read_bytes()))
    except FileNotFoundError as error:
        raise NotRunning(data=data) from error


@contextlib.contextmanager
def announced(data: Path, addresses: Running) -> Iterator[None]:
    """Tell other commands where the services are, as long as they run."""
    path = data / _RUNNING
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(orjson.dumps(asdict(addresses)))
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def _locked(path: Path) -> bool:
    with path.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        return False
