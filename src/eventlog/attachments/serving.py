"""A file on its way out: only bytes that were proved right, none of them before as many as fit were."""

from collections.abc import Iterator
from itertools import chain, islice
from typing import Final

from eventlog.attachments.chunks import File, unseal
from eventlog.attachments.errors import AttachmentAltered, AttachmentErased
from eventlog.attachments.store import Store
from eventlog.sealing import keyid_of
from eventlog.vault import Vault

AHEAD: Final = 8
"""Chunks proved before the first is given out: whatever is wrong with a smaller file is told in words."""


def served(store: Store, vault: Vault, file: File, *, stored: str) -> Iterator[bytes]:
    """The chunks of a file in the clear. ``stored`` is its address.

    Raises `AttachmentErased`, `AttachmentMissing`, `AttachmentAltered`, `StoreAway`: of the first `AHEAD`
    chunks before it returns, of later ones from the iterator, which then ends short.
    """
    key = vault.key(keyid_of(source=file.source, subject=file.attachment))
    if key is None:
        raise AttachmentErased
    if store.size(stored) != file.sealed_size:
        raise AttachmentAltered
    chunks = unseal(file, store.read(stored), key)
    ahead = list(islice(chunks, AHEAD))
    return chain(ahead, chunks)
