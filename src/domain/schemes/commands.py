"""Adopting a coordination scheme."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from annotated_types import MaxLen, MinLen

from domain.model import Command, Digest, Text

WholeText = Annotated[str, MinLen(1), MaxLen(400_000)]
"""The whole text of a scheme or calendar (TOML)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopt(Command):
    """Adopt a scheme and a calendar, whole, on the strength of a document.

    ``document`` and ``document_date`` are those of the decision that adopts it (the city's 《意见》),
    ``attachment`` the SHA-256 of the scanned document.
    """

    text: WholeText
    calendar: WholeText
    document: Text
    document_date: datetime.date
    attachment: Digest | None = None
