"""The store against the log: what is wrong is named, what belongs to nothing is swept after its time."""

import datetime
import hashlib
from io import BytesIO
from pathlib import Path

from eventlog.attachments.checking import GRACE, absent, check, sweep
from eventlog.attachments.ledger import Ledger
from eventlog.attachments.receiving import Reference
from eventlog.attachments.store import Store
from eventlog.vault import FileVault
from tests.eventlog.attachments.files import ATTACHMENT, OTHER, SOURCE, picture, stored
from tests.eventlog.attachments.test_ledger import batch

THIRD = "attachment/66666666-6666-4666-8666-666666666666"


def told(ledger: Ledger, position: int, reference: Reference) -> None:
    ledger.take(
        batch(
            position,
            "added",
            attachment=reference.attachment,
            digest=reference.digest,
            size=reference.size,
            stored=reference.stored,
        )
    )


def attached(store: Store, vault: FileVault, tmp_path: Path) -> tuple[Ledger, list[Reference]]:
    """Three files in the store, and a ledger that names them."""
    ledger, references = Ledger(), []
    for position, name in enumerate((ATTACHMENT, OTHER, THIRD), start=1):
        content = picture(5_000, seed=position)
        references.append(stored(store, vault, tmp_path / "spool", content, attachment=name))
        told(ledger, position, references[-1])
    return ledger, references


def now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def test_all_is_well(store: Store, vault: FileVault, tmp_path: Path) -> None:
    ledger, references = attached(store, vault, tmp_path)
    steps: list[tuple[int, int]] = []
    checked = check(
        ledger, store, vault, now=now(), report=lambda done, total: steps.append((done, total))
    )
    assert (checked.right, checked.damaged, checked.waiting) == (3, [], 0)
    total = sum(each.size + 16 for each in references)
    assert steps[-1] == (total, total)
    assert checked.bytes == total
    assert absent(ledger, store) == []


def test_missing_altered_erased_and_mended_are_told_apart(
    store: Store, vault: FileVault, tmp_path: Path
) -> None:
    ledger, (first, second, third) = attached(store, vault, tmp_path)
    store.remove(first.stored)
    store.put(second.stored, BytesIO(b"other bytes"))
    vault.erase(f"{SOURCE}/{THIRD}")
    checked = check(ledger, store, vault, now=now())
    assert [each.stored for each in checked.missing] == [first.stored]
    assert [each.stored for each in checked.altered] == [second.stored]
    assert [each.stored for each in checked.erased] == [third.stored]
    assert [fault for _, fault in checked.damaged] == ["missing", "altered"]
    assert [each.stored for each in absent(ledger, store)] == [first.stored]
    for number, reference in enumerate((first, second), start=4):
        told_damaged = batch(
            number, "damage_found", attachment=reference.attachment, serial=1, fault="missing"
        )
        ledger.take(told_damaged)
    stored(store, vault, tmp_path / "spool", picture(5_000, seed=1))
    again = check(ledger, store, vault, now=now())
    assert [each.stored for each in again.mended] == [first.stored]
    assert [each.stored for each in again.altered] == [second.stored]


def test_what_belongs_to_nothing_is_swept_after_its_time_and_nothing_else(
    folder: Store, vault: FileVault, tmp_path: Path
) -> None:
    ledger, references = attached(folder, vault, tmp_path)
    orphan = hashlib.sha256(b"orphan").hexdigest()
    folder.put(orphan, BytesIO(b"orphan"))
    young = check(ledger, folder, vault, now=now())
    assert (young.waiting, young.orphans) == (1, [])
    old = check(ledger, folder, vault, now=now() + GRACE + datetime.timedelta(minutes=1))
    assert (old.waiting, [each.address for each in old.orphans]) == (0, [orphan])
    assert sweep(folder, old.orphans) == 1
    left = {each.address for each in folder.contents()}
    assert left == {each.stored for each in references}
    assert sweep(folder, old.orphans) == 1  # another process was first
