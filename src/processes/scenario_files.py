"""Files beside a scenario that its lines name: ``digest=file:files/sheet.pdf`` is the SHA-256 of that file.

A line ``attachment.add`` attaches the very file: it is received and sealed as every upload is.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from eventlog.attachments.chunks import CHUNK_BYTES, SEALING
from eventlog.attachments.errors import MediaTypeWrong
from eventlog.attachments.media_types import MEDIA_TYPES, Looking, MediaType
from eventlog.attachments.receiving import Receiving, Reference
from eventlog.attachments.store import Store
from eventlog.settings import Settings
from eventlog.vault import Vault
from processes.errors import FileChanged
from processes.scenario_stage import found_in
from processes.scenario_values import Unreadable, unknown

ATTACH: Final = "attachment.add"
_BY_SUFFIX: Final = {kind.suffix: kind for kind in MEDIA_TYPES.values()}


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file as it was when the scenario was read: its SHA-256 in hex, its size in bytes."""

    path: Path
    kind: MediaType
    digest: str
    size: int


def file_of(folder: Path, name: str) -> File:
    """A file by its path from the scenario's folder.

    Raises `Unreadable` if there is none, or if it is of no kind that is taken, or is not what its name says.
    """
    path = found_in(folder, name)
    kind = _BY_SUFFIX.get(path.suffix.lstrip("."))
    if kind is None:
        raise unknown(("文件类型", "kind of file"), path.suffix, _BY_SUFFIX)
    whole, looking, size = hashlib.sha256(), Looking(kind), 0
    try:
        with path.open("rb") as opened:
            while chunk := opened.read(CHUNK_BYTES):
                whole.update(chunk)
                looking.see(chunk)
                size += len(chunk)
        looking.verdict()
    except MediaTypeWrong as wrong:
        fix = (wrong.next_zh, wrong.next_en)
        raise Unreadable(zh=wrong.sentence_zh, en=wrong.sentence_en, fix=fix) from wrong
    return File(path=path, kind=kind, digest=whole.hexdigest(), size=size)


def received(named: Sequence[File], *, digest: str | None) -> dict[str, Any]:
    """What is known of the one file that a line attaches; raises `Unreadable` where it names none.

    Where it is ``stored`` only receiving it tells: until then its own digest stands there.
    """
    if [file.digest for file in named] != [digest]:
        raise Unreadable(
            zh="附件须写明一个文件。",
            en="An attachment names one file.",
            fix=("请写成 digest=file:files/sheet.pdf。", "Write digest=file:files/sheet.pdf."),
        )
    (file,) = named
    facts = {"size": file.size, "media_type": file.kind.name}
    return {**facts, "stored": file.digest, "sealing": SEALING}


def receive(
    file: File, settings: Settings, store: Store, vault: Vault, *, source: str, attachment: str
) -> Reference:
    """Take a file in as the API takes an upload; again and again it comes to the same.

    Raises `FileChanged` if it is not what was read, and what `Receiving` raises.
    """
    most = settings.attachment_bytes_max
    with Receiving(settings.spool, file.kind, most=most) as receiving:
        try:
            with file.path.open("rb") as opened:
                while chunk := opened.read(CHUNK_BYTES):
                    receiving.take(chunk)
        except FileNotFoundError as error:
            raise FileChanged(file=file.path.name) from error
        reference = receiving.put(store, vault, source=source, attachment=attachment)
    if reference.digest != file.digest:
        raise FileChanged(file=file.path.name)
    return reference
