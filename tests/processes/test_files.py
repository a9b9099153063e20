"""Files between jurisdictions: the same bytes under another key, or nothing at all."""

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

from domain.ids import StreamId
from eventlog.attachments.chunks import CHUNK_BYTES, File
from eventlog.attachments.errors import AttachmentErased, AttachmentTooLarge
from eventlog.attachments.media_types import media_type
from eventlog.attachments.receiving import Receiving
from eventlog.attachments.serving import served
from eventlog.attachments.store import Store
from eventlog.sealing import keyid_of
from eventlog.vault import FileVault
from processes.dispatches import Dispatched
from processes.errors import FileDamaged
from processes.files import Files

HERE: Final = "guantong/linyi"
THERE: Final = "guantong/yinan"
NAME: Final = "attachment/55555555-5555-4555-8555-555555555555"
TEXT: Final = "一行文字\n".encode() * (CHUNK_BYTES // 8)
"""Some chunks long, and more than one."""


@pytest.fixture
def files(tmp_path: Path) -> Files:
    store, vault = Store(str(tmp_path / "store")), FileVault(tmp_path / "vault")
    return Files(store, vault, tmp_path / "spool", 64 * CHUNK_BYTES)


def sent(files: Files) -> Dispatched:
    """A file of this log, and what was sent with it."""
    with Receiving(files.spool, media_type("text/plain"), most=files.most) as receiving:
        receiving.take(TEXT)
        reference = receiving.put(files.store, files.vault, source=HERE, attachment=NAME)
    each = {
        "attachment": NAME,
        "name": "材料.txt",
        "kind": "document",
        "digest": reference.digest,
        "size": reference.size,
        "media_type": reference.media_type,
        "stored": reference.stored,
        "sealing": reference.sealing,
    }
    return Dispatched(
        type="guantong.lead.referred.v1",
        source=HERE,
        stream=StreamId("lead/66666666-6666-4666-8666-666666666666"),
        position=7,
        proof=f"sha256:{'5' * 64}",
        data={"attachments": [each]},
    )


def read(files: Files, source: str, each: dict[str, Any]) -> bytes:
    file = File(
        source=source, attachment=each["attachment"], digest=each["digest"], size=each["size"]
    )
    return b"".join(served(files.store, files.vault, file, stored=each["stored"]))


def test_the_file_is_the_same_and_its_seal_another(files: Files) -> None:
    """Sent again it is the very same: nothing is left in the spool, nothing is there twice."""
    sending = sent(files)
    (came,) = files.brought(sending, to=THERE)
    (each,) = sending.data["attachments"]
    assert read(files, THERE, came) == TEXT
    assert came["digest"] == each["digest"] == hashlib.sha256(TEXT).hexdigest()
    assert came["stored"] != each["stored"]
    assert (came["there"], came["name"], came["kind"]) == (NAME, "材料.txt", "document")
    assert files.brought(sending, to=THERE) == [came]
    assert len(list(files.store.contents())) == 2
    assert list(files.spool.iterdir()) == []


def test_what_is_erased_here_later_is_read_there_still(files: Files) -> None:
    """Each end has a key of its own."""
    sending = sent(files)
    (came,) = files.brought(sending, to=THERE)
    files.vault.erase(keyid_of(source=HERE, subject=NAME))
    assert read(files, THERE, came) == TEXT
    with pytest.raises(AttachmentErased):
        files.brought(sending, to=THERE)


def test_what_is_missing_or_altered_is_not_carried(files: Files, tmp_path: Path) -> None:
    """Neither the file nor a part of it; be the fault in its last byte."""
    sending = sent(files)
    (each,) = sending.data["attachments"]
    (path,) = (tmp_path / "store").rglob(each["stored"])
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    with pytest.raises(FileDamaged) as altered:
        files.brought(sending, to=THERE)
    path.unlink()
    with pytest.raises(FileDamaged) as missing:
        files.brought(sending, to=THERE)
    found = [(e.value.attachment, e.value.fault) for e in (altered, missing)]
    assert found == [(NAME, "altered"), (NAME, "missing")]
    assert list(files.store.contents()) == []
    assert list(files.spool.iterdir()) == []


def test_the_limit_of_the_installation_holds(files: Files) -> None:
    sending = sent(files)
    with pytest.raises(AttachmentTooLarge):
        replace(files, most=CHUNK_BYTES).brought(sending, to=THERE)


def test_what_has_no_files_brings_none(files: Files) -> None:
    assert files.brought(replace(sent(files), data={}), to=THERE) == []
