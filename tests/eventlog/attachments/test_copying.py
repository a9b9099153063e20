"""Files brought to another store: those it lacks, as they are, and nothing that is not right."""

from io import BytesIO
from pathlib import Path

from eventlog.attachments.copying import bring
from eventlog.attachments.store import Store
from eventlog.vault import FileVault
from tests.eventlog.attachments.test_checking import attached


def test_what_is_right_is_brought_once(store: Store, vault: FileVault, tmp_path: Path) -> None:
    ledger, (first, second, third) = attached(store, vault, tmp_path)
    here = Store(str(tmp_path / "here"))
    store.put(second.stored, BytesIO(b"other bytes"))
    store.remove(third.stored)
    assert bring(ledger, store, here, spool=tmp_path / "spool") == 1
    assert [each.address for each in here.contents()] == [first.stored]
    here.verify(first.stored)
    assert bring(ledger, store, here, spool=tmp_path / "spool") == 0
    assert list((tmp_path / "spool").iterdir()) == []
