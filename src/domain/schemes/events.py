"""A coordination scheme came into force."""

import datetime
from dataclasses import dataclass
from typing import ClassVar

from domain.model import Event, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted(Event):
    """The scheme and calendar in force from now on, as text.

    The text is whole, so that neither an upgrade of this software nor a lost file moves a due date.
    ``version`` counts the adoptions of the jurisdiction from 1.
    """

    organisational: ClassVar[bool] = True

    version: int
    scheme: str
    title_zh: Text
    title_en: Text
    text: str
    calendar: str
    document: Text
    document_date: datetime.date
    attachment: str | None = None
