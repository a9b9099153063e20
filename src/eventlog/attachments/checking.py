"""The store against the log: what is missing or altered, what was erased, and what belongs to nothing."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from eventlog.attachments.errors import AttachmentAltered, AttachmentMissing
from eventlog.attachments.ledger import Ledger, Named
from eventlog.attachments.store import Store, Stored
from eventlog.sealing import keyid_of
from eventlog.vault import Vault

GRACE: Final = datetime.timedelta(days=8)
"""How long an upload may wait: a day to be attached, then as long as a command until it is decided."""

Report = Callable[[int, int], None]
"""Told bytes checked, and in all."""


@dataclass(slots=True)
class Checked:
    """What a check found. ``waiting`` uploads are younger than `GRACE`; ``orphans`` belong to nothing."""

    right: int = 0
    bytes: int = 0
    missing: list[Named] = field(default_factory=list)
    altered: list[Named] = field(default_factory=list)
    erased: list[Named] = field(default_factory=list)
    mended: list[Named] = field(default_factory=list)
    orphans: list[Stored] = field(default_factory=list)
    waiting: int = 0

    @property
    def damaged(self) -> list[tuple[Named, str]]:
        """What is not right, and how."""
        lost = [(each, "missing") for each in self.missing]
        return lost + [(each, "altered") for each in self.altered]


def check(
    ledger: Ledger,
    store: Store,
    vault: Vault,
    *,
    now: datetime.datetime,
    report: Report = lambda _, __: None,
) -> Checked:
    """Read every file that the log names, and look at everything else; no key is used. Raises `StoreAway`."""
    checked = Checked()
    total = sum(each.file.sealed_size for each in ledger.files)
    for each in ledger.files:
        _check_one(each, store, vault, checked)
        checked.bytes += each.file.sealed_size
        report(checked.bytes, total)
    named = ledger.addresses
    for stored in store.contents():
        if stored.address in named:
            continue
        if now - stored.since > GRACE:
            checked.orphans.append(stored)
        else:
            checked.waiting += 1
    return checked


def _check_one(each: Named, store: Store, vault: Vault, checked: Checked) -> None:
    keyid = keyid_of(source=each.file.source, subject=each.file.attachment)
    if vault.key(keyid) is None:
        checked.erased.append(each)
        return
    try:
        store.verify(each.stored)
    except AttachmentMissing:
        checked.missing.append(each)
    except AttachmentAltered:
        checked.altered.append(each)
    else:
        checked.right += 1
        if each.damaged:
            checked.mended.append(each)


def absent(ledger: Ledger, store: Store) -> list[Named]:
    """The files that the log names and the store does not have; nothing is read but its list."""
    there = {stored.address for stored in store.contents()}
    return [each for each in ledger.files if each.stored not in there]


def sweep(store: Store, orphans: Iterable[Stored]) -> int:
    """Remove what belongs to nothing; gives how many there were."""
    removed = 0
    for each in orphans:
        store.remove(each.address)
        removed += 1
    return removed
