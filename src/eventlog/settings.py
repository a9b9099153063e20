"""What every service must be told: where things are. Given by URL and folder, never guessed."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Addresses of one installation.

    ``kafka`` is a bootstrap list (``host:port,host:port``), ``postgres`` a URL, ``vault`` the folder of the
    key vault, ``installation`` the first part of every ``source``, ``prefix`` that of the topics' names.
    """

    kafka: str
    postgres: str
    vault: Path
    installation: str
    prefix: str = "guantong"
