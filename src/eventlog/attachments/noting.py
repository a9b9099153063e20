"""What was found about a file in the store, as the command that puts it on record in its matter."""

from typing import Any, Final

from domain.ids import (
    SYSTEM_PARTY,
    SYSTEM_PERSON,
    JurisdictionCode,
    StreamId,
    derived_id,
)
from eventlog.attachments.errors import AttachmentMissing
from eventlog.intake import Intake
from eventlog.records import CommandRecord

_DAMAGED: Final = "guantong.attachment.note_damage"
_MENDED: Final = "guantong.attachment.note_mended"


def fault_of(error: Exception) -> str:
    """The name of what is wrong with a file that could not be read."""
    return "missing" if isinstance(error, AttachmentMissing) else "altered"


def noted(
    intake: Intake,
    place: tuple[JurisdictionCode, str, StreamId],
    attachment: str,
    *,
    damages: int,
    fault: str | None,
) -> CommandRecord:
    """The command; its id follows from how often there was damage before: whoever finds it first says it.

    ``place`` is jurisdiction, source and matter. Without ``fault`` the file is right again.
    """
    jurisdiction, source, matter = place
    data: dict[str, Any] = {"attachment": attachment}
    if fault is None:
        name, which = _MENDED, damages
    else:
        name, which = _DAMAGED, damages + 1
        data["fault"] = fault
    return intake.prepare(
        jurisdiction=jurisdiction,
        source=source,
        type=name,
        target=matter,
        data=data,
        actor=SYSTEM_PERSON,
        party=SYSTEM_PARTY,
        command_id=derived_id(name, attachment, which),
    )
