"""Files for tests: bytes of a kind, received and stored."""

import random
from collections.abc import Iterable
from pathlib import Path

from eventlog.attachments.chunks import File
from eventlog.attachments.media_types import media_type
from eventlog.attachments.receiving import Receiving, Reference
from eventlog.attachments.store import Store
from eventlog.vault import Vault

SOURCE = "test/linyi"
ATTACHMENT = "attachment/44444444-4444-4444-8444-444444444444"
OTHER = "attachment/55555555-5555-4555-8555-555555555555"
MIB = 1024 * 1024


def picture(size: int, seed: int = 1) -> bytes:
    """Bytes that look like a photograph."""
    return b"\xff\xd8\xff" + random.Random(seed).randbytes(size - 3)


def stored(
    store: Store, vault: Vault, spool: Path, content: bytes, *, attachment: str = ATTACHMENT
) -> Reference:
    """A photograph, received in pieces and put into the store."""
    with Receiving(spool, media_type("image/jpeg"), most=100 * MIB) as receiving:
        for start in range(0, len(content), 70_001):
            receiving.take(content[start : start + 70_001])
        return receiving.put(store, vault, source=SOURCE, attachment=attachment)


def collect(chunks: Iterable[bytes], given_out: bytearray) -> None:
    """Take chunks until they end, or raise."""
    for chunk in chunks:
        given_out += chunk


def file_of(reference: Reference) -> File:
    """What is to be unsealed."""
    return File(
        source=SOURCE,
        attachment=reference.attachment,
        digest=reference.digest,
        size=reference.size,
    )
