"""What every service must be told: where things are. Given by URL and folder, never guessed."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

ATTACHMENT_MIB_MAX: Final = 256
"""Greatest file taken, in MiB, where nothing else is said."""
_MIB: Final = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Addresses of one installation.

    ``kafka`` is a bootstrap list (``host:port,host:port``), ``postgres`` a URL, ``vault`` the folder of the
    key vault, ``installation`` the first part of every ``source``, ``prefix`` that of the topics' names.
    ``attachments`` is the folder or URL of their store; by default a folder beside the vault.
    """

    kafka: str
    postgres: str
    vault: Path
    installation: str
    prefix: str = "guantong"
    attachments: str | None = None
    attachment_mib_max: int = ATTACHMENT_MIB_MAX

    @property
    def store(self) -> str:
        """Where attachments are kept (`eventlog.attachments.store.Store`)."""
        return self.attachments or (self.vault.parent / "attachments").absolute().as_uri()

    @property
    def spool(self) -> Path:
        """A folder on a disk for files on their way in, nameless and sealed."""
        return self.vault.parent / "spool"

    @property
    def attachment_bytes_max(self) -> int:
        """Greatest file taken, in bytes."""
        return self.attachment_mib_max * _MIB
