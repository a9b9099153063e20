"""What parties do with a duty matrix: open it, set duties, claim, confirm, dispute, record results."""

import datetime
from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Ge, Le, MaxLen, MinLen

from domain.ids import PartyId, PersonId
from domain.model import Command, Fen, Personal, Text
from domain.serials import Serial

Year = Annotated[int, Ge(2000), Le(2100)]

Duties = Annotated[tuple[Text, ...], MinLen(1), MaxLen(20)]
"""The duties that an item consists of, one by one. They name nobody."""

Achievement = Literal["problem_corrected", "conduct", "corruption", "system_built"]
"""整改问题 · 查处作风问题 · 查处腐败问题 · 建立制度: what was achieved."""

Amount = Annotated[int, Ge(0), Le(1_000_000)]
"""How many of them; 0 says that there was nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(Command):
    """Begin the matrix of a year or a campaign; whoever confirms a duty owes a result by a day."""

    year: Year
    title: Text
    results_due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class AddItem(Command):
    """A livelihood item (民生实事), with the duties it consists of."""

    title: Text
    duties: Duties


@dataclass(frozen=True, slots=True, kw_only=True)
class AddDuty(Command):
    """One more duty of an item."""

    item: Serial
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveItem(Command):
    """An item is not pursued; nobody has a duty in it any more."""

    item: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Assign(Command):
    """A unit is to do a duty (principal responsibility)."""

    duty: Serial
    unit: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Supervise(Command):
    """A stationed group is to supervise an item (responsibility of supervision)."""

    item: Serial
    group: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Command):
    """A unit of the matrix says that a duty is its own."""

    duty: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirm(Command):
    """A unit or a group takes up its share."""

    share: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute(Command):
    """A unit or a group says that a share is not its own."""

    share: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Uphold(Command):
    """A share that was disputed or claimed belongs to that party."""

    share: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw(Command):
    """A share does not belong to that party."""

    share: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordResult(Command):
    """What came of a share: so many of what was achieved, money recovered in fen, and in words."""

    share: Serial
    achievement: Achievement
    amount: Amount
    recovered: Fen = 0
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinResult(Command):
    """A unit's result is the work of the supervising group too."""

    result: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnResult(Command):
    """A result does not do; a better one is owed, and until then it does not count."""

    result: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviseResult(Command):
    """更正: a result is otherwise, because it came back or was recorded wrongly."""

    result: Serial
    reason: Text
    approved_by: PersonId
    amount: Amount
    recovered: Fen = 0
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: the title of an item or of a duty; of the matrix where neither is named."""

    reason: Text
    approved_by: PersonId
    title: Text
    item: Serial | None = None
    duty: Serial | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Close(Command):
    """All is clear, and each share has its results."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: the matrix was opened by mistake; nothing is owed because of it."""

    reason: Text
    approved_by: PersonId
