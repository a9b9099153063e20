"""Files between jurisdictions: sealed anew for the other log, in pieces, never in the clear on a disk.

Nothing is random (`eventlog.attachments.chunks`), so what is carried again is the same file under the same
address: whatever interrupts it leaves at most a file that is nobody's, until it is attached or swept.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from domain.ids import derived_id, stream_id
from eventlog.attachments.chunks import File
from eventlog.attachments.errors import AttachmentAltered, AttachmentMissing
from eventlog.attachments.media_types import media_type
from eventlog.attachments.noting import fault_of
from eventlog.attachments.receiving import Receiving
from eventlog.attachments.serving import served
from eventlog.attachments.store import Store
from eventlog.settings import Settings
from eventlog.vault import Vault
from processes.dispatches import Dispatched
from processes.errors import FileDamaged


@dataclass(frozen=True, slots=True)
class Files:
    """The store of an installation, the folder that uploads pass through, and the most bytes of a file."""

    store: Store
    vault: Vault
    spool: Path
    most: int

    @classmethod
    def of(cls, settings: Settings, vault: Vault) -> "Files":
        """Those of an installation's settings."""
        most = settings.attachment_bytes_max
        return cls(Store(settings.store), vault, settings.spool, most)

    def brought(self, sent: Dispatched, *, to: str) -> list[dict[str, Any]]:
        """What goes with something sent, sealed for the log ``to``, as the other end takes it in.

        Raises `FileDamaged`, `AttachmentErased`, `AttachmentTooLarge`, `StoreAway`.
        """
        return [self._one(sent.source, each, to) for each in sent.data.get("attachments", ())]

    def _one(self, source: str, each: Mapping[str, Any], to: str) -> dict[str, Any]:
        file = File(
            source=source,
            attachment=each["attachment"],
            digest=each["digest"],
            size=each["size"],
        )
        name = stream_id("attachment", derived_id(source, each["attachment"], to))
        with Receiving(self.spool, media_type(each["media_type"]), most=self.most) as receiving:
            try:
                for chunk in served(self.store, self.vault, file, stored=each["stored"]):
                    receiving.take(chunk)
            except (AttachmentMissing, AttachmentAltered) as error:
                raise FileDamaged(attachment=file.attachment, fault=fault_of(error)) from error
            reference = receiving.put(self.store, self.vault, source=to, attachment=name)
        named = {"name": each["name"], "kind": each["kind"], "there": each["attachment"]}
        return {**asdict(reference), **named}
