"""呈批: a submission that climbs an approval route, level by level.

The shape is shared: families keep their own commands, events and states, and fold what happened
into a `Submission` with the pure functions below.
"""

import datetime
from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import MinLen

from domain.ids import PartyId, PersonId
from domain.model import Text, Value

Opinion = Literal["agree", "amend", "return"]
"""同意 · 修改后同意 · 退回: «amend» lets it climb with the amendment, «return» sends it back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat(Value):
    """Who may sign: anyone who holds ``role`` in ``party`` and is not barred by a guard."""

    party: PartyId
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Level(Value):
    """One level of a route: its regular seat, then the substitutes the scheme names, in order.

    A substitute signs only where the guards leave nobody in the seats before it.
    """

    seats: Annotated[tuple[Seat, ...], MinLen(1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Route(Value):
    """An approval route for one submission: its levels in order, and who co-signs (会签)."""

    code: str
    levels: Annotated[tuple[Level, ...], MinLen(1)]
    cosigners: tuple[Seat, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate(Value):
    """代签: whom the acting signer signs for, by which document, from when until when."""

    principal: PersonId
    document: Text
    begins: datetime.date
    ends: datetime.date
