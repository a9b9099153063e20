"""The small values that sweep commands and events share."""

from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import MaxLen, MinLen

from domain.ids import StreamId
from domain.leads.values import Subject
from domain.model import Personal, Text, Value

Kind = Literal["all_groups", "with_party_group"]
"""分管、协管领导组织的集中排查 (Wuhu) · 与驻在单位党组的线索联合排查 (Linyi)."""

Outcome = Literal["registered", "repeat", "dropped"]
"""What became of a matter: 已登记为线索 · 重复 · 不作为线索."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter(Value):
    """Something handed in: a ``lead`` that the party holds, or a matter that may become one.

    Such a matter says in ``content`` what it is, about which ``persons``. The title names nobody.
    """

    title: Text
    lead: StreamId | None = None
    persons: Annotated[tuple[Subject, ...], MaxLen(50)] = ()
    content: Personal | None = None


Matters = Annotated[tuple[Matter, ...], MinLen(1), MaxLen(100)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Value):
    """What a sweep came to, counted from it.

    Of ``asked`` parties so many ``handed_in`` (``nothing`` of them: that there is nothing), so many
    were ``excused``. Of ``matters`` so many were ``registered`` (as so many ``leads``), were
    ``repeats`` of what is known, or were ``dropped``.
    """

    asked: int
    handed_in: int
    nothing: int
    excused: int
    matters: int
    registered: int
    leads: int
    repeats: int
    dropped: int
