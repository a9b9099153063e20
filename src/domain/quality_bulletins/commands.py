"""What is done with the monthly bulletin on case quality (案件质量通报)."""

import datetime
from dataclasses import dataclass
from typing import Annotated, Final

from annotated_types import MaxLen, MinLen

from domain.ids import PartyId, PersonId, StreamId
from domain.model import Command, Personal, Text
from domain.serials import Serial

Month = Annotated[str, MinLen(7), MaxLen(7)]
"""``2026-03``."""

Reviews = Annotated[tuple[StreamId, ...], MaxLen(50)]
"""The reviews of a month, each once; none where nothing was reviewed."""


RUNNING_MAX: Final = 100
"""Running matters of which one bulletin tells: those that are late the longest come first."""

Matters = Annotated[tuple[StreamId, ...], MaxLen(RUNNING_MAX)]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRunning(Command):
    """Note in which running matters something is overdue, returned or unsigned. The clock sends it."""

    issuer: PartyId
    period: Month
    matters: Matters = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue(Command):
    """印发: tell of the reviews completed in a month. What it says of each follows from the review.

    It tells besides of running matters that nobody reviewed, if something is late, returned or unsigned in
    them: which they are is noted day by day, and each is answered for itself.

    It is sent as a notice (通报) to the bodies reviewed and ``parties`` besides, each of which answers
    by ``reply_due``; ``text`` is its introduction. Where there is nobody to tell, nothing is sent.
    """

    period: Month
    reviews: Reviews = ()
    text: Personal
    reply_due: datetime.date | None = None
    parties: Annotated[tuple[PartyId, ...], MaxLen(100)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply(Command):
    """反馈: the body says how what it was told of a running matter was put right."""

    item: Serial
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnReply(Command):
    """退回反馈, with the reason."""

    item: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptReply(Command):
    """采纳反馈."""

    item: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正, with reason and approver: the introduction, in the bulletin and in the notice."""

    reason: Text
    approved_by: PersonId
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: neither bulletin nor notice counts; its reviews can be told of in another."""

    reason: Text
    approved_by: PersonId
