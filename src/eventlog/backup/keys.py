"""The copy of a key vault: in a folder of its own, as secret as the vault, never beside the log's copy.

Its files are the vault's. A tombstone wins over the key it replaced, whichever side it is on: what was
erased is erased from the copy when it is next brought up to date, and never comes back from it.
"""

import os
import secrets
from pathlib import Path

from eventlog import canonical
from eventlog.backup.errors import VaultsDiffer
from eventlog.errors import MasterKeyMissing, NotCanonical, VaultDamaged
from eventlog.vault import FileVault

_MASTER = "master.key"


def copy(vault: Path, into: Path) -> int:
    """Bring ``into`` up to date with ``vault``, either being the copy; gives the number of files written.

    Raises ``MasterKeyMissing`` if there is no vault, ``VaultsDiffer`` if both have other master keys.
    """
    master, other = vault / _MASTER, into / _MASTER
    if not master.exists():
        raise MasterKeyMissing(path=master)
    (into / "keys").mkdir(mode=0o700, parents=True, exist_ok=True)
    if not other.exists():
        _write(master, other)
    elif master.read_bytes() != other.read_bytes():
        raise VaultsDiffer(one=vault, other=into)
    found = sorted((vault / "keys").glob("*/*.json"))
    return sum(_bring(path, into / path.relative_to(vault)) for path in found)


def check(vault: Path) -> int:
    """Open every key of a copy; gives their number. ``VaultDamaged`` names the one that cannot be opened."""
    if not (vault / _MASTER).exists():
        raise MasterKeyMissing(path=vault / _MASTER)
    opened = FileVault(vault)
    found = sorted((vault / "keys").glob("*/*.json"))
    for path in found:
        try:
            keyid = str(_entry(path)["keyid"])
        except (NotCanonical, KeyError, TypeError):
            raise VaultDamaged(keyid=path.name) from None
        opened.key(keyid)
        if not opened.holds(keyid):
            raise VaultDamaged(keyid=keyid)  # a file under another's name
    return len(found)


def _bring(path: Path, other: Path) -> bool:
    """Write one file over, if it is new or was erased; tells whether it was."""
    if other.exists():
        same = other.stat().st_mtime_ns == path.stat().st_mtime_ns
        if same or "erased" in _entry(other) or "erased" not in _entry(path):
            return False
    other.parent.mkdir(mode=0o700, exist_ok=True)
    _write(path, other)
    return True


def _entry(path: Path) -> dict[str, object]:
    entry: dict[str, object] = canonical.decode(path.read_bytes())
    return entry


def _write(path: Path, other: Path) -> None:
    """Let a file appear whole, durably, for its owner only; what was there is overwritten."""
    status = path.stat()
    aside = other.with_name(f".{other.name}.{secrets.token_hex(8)}")
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(path.read_bytes())
        file.flush()
        os.fsync(descriptor)
    os.utime(aside, ns=(status.st_atime_ns, status.st_mtime_ns))
    _overwrite(other)
    aside.replace(other)
    folder = os.open(other.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _overwrite(path: Path) -> None:
    """Wipe an erased key's bytes where they stand, before the tombstone takes their name."""
    if path.exists():
        with path.open("r+b") as old:
            old.write(bytes(os.fstat(old.fileno()).st_size))
            old.flush()
            os.fsync(old.fileno())
