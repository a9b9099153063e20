"""What is done with the monthly bulletin on case quality (案件质量通报)."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from annotated_types import MaxLen, MinLen

from domain.ids import PartyId, PersonId, StreamId
from domain.model import Command, Personal, Text

Month = Annotated[str, MinLen(7), MaxLen(7)]
"""``2026-03``."""

Reviews = Annotated[tuple[StreamId, ...], MaxLen(50)]
"""The reviews of a month, each once; none where nothing was reviewed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue(Command):
    """印发: tell of the reviews completed in a month. What it says of each follows from the review.

    It is sent as a notice (通报) to the bodies reviewed and ``parties`` besides, each of which answers
    by ``reply_due``; ``text`` is its introduction. Where there is nobody to tell, nothing is sent.
    """

    period: Month
    reviews: Reviews = ()
    text: Personal
    reply_due: datetime.date | None = None
    parties: Annotated[tuple[PartyId, ...], MaxLen(100)] = ()


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
