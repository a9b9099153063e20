"""Files brought from one store to another, sealed as they are: with a jurisdiction that moves."""

import hashlib
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import IO

from eventlog.attachments.errors import AttachmentAltered, AttachmentMissing
from eventlog.attachments.ledger import Ledger, Named
from eventlog.attachments.store import Store


def bring(ledger: Ledger, there: Store, here: Store, *, spool: Path) -> int:
    """Copy the files that ``there`` has and ``here`` lacks; gives their number.

    What is missing or altered there is left out: `eventlog.attachments.checking.check` tells it here.
    ``spool`` is a folder on a disk. Raises `StoreAway`.
    """
    present = {each.address for each in here.contents()}
    spool.mkdir(mode=0o700, parents=True, exist_ok=True)
    brought = 0
    for each in ledger.files:
        if each.stored in present:
            continue
        with (
            suppress(AttachmentMissing, AttachmentAltered),
            tempfile.TemporaryFile(dir=spool) as held,
        ):
            _fetch(each, there, held)
            here.put(each.stored, held)
            brought += 1
    return brought


def _fetch(each: Named, there: Store, held: IO[bytes]) -> None:
    """Hold a file, if it is what its address says."""
    found = hashlib.sha256()
    for piece in there.read(each.stored):
        found.update(piece)
        held.write(piece)
    if found.hexdigest() != each.stored:
        raise AttachmentAltered
    held.seek(0)
