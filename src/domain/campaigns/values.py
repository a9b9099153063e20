"""The small values that campaign commands and events share, with the codes of the field."""

import datetime
from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import MaxLen, MinLen

from domain.ids import PartyId
from domain.model import Digest, Fen, Text, Value
from domain.responsibility import Responsibility
from domain.serials import Serial

Kind = Literal["special_rectification", "special_supervision", "political_supervision"]
"""专项整治 · 专项监督 · 政治监督 (the checklist of one decision from above)."""

ObjectKind = Literal["investment", "guarantee", "livelihood", "duty", "deviation", "weakness"]
"""投资项目 · 担保项目 · 民生实事 · 清单事项: 责任落实、问题偏差、短板弱项."""

Outcome = Literal["lead", "rectification", "data_rule", "nothing"]
"""What comes of a finding beside its correction on the spot: 问题线索 · 整改事项 · 数据规则 · 无需处理."""

MeasureKind = Literal[
    "self_check", "correction", "site_check", "talk", "accountability", "publicity", "other"
]
"""自查 · 整改 · 实地检查 · 谈话提醒 · 问责处理 · 公开公示 · 其他."""


Part = Literal["unit", "screener"]
"""责任单位 · 筛查单位: as what a party takes part; the organiser screens too."""

Serials = Annotated[tuple[Serial, ...], MinLen(1), MaxLen(400)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper(Value):
    """A file: its title and the SHA-256 of its bytes."""

    title: Text
    digest: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Value):
    """The decision from above that political supervision follows: who took it, number and day."""

    issuer: Text
    document: Text
    title: Text
    decided: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectLine(Value):
    """One line of the object list. The title names nobody.

    A project has the day on which it was decided and its amount in fen; an item of a checklist
    cites the ``clause`` of the regulation or decision. ``unit`` answers for it.
    """

    kind: ObjectKind
    title: Text
    unit: PartyId | None = None
    decided: datetime.date | None = None
    amount: Fen | None = None
    clause: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Value):
    """What one party did in a campaign, counted as `Figures` are.

    A unit: what it recorded, the corrections it was asked for, those verified, the rules it adopted. Who
    screens: what it recorded and found, what became of that, and the money. ``responsibility`` is None
    for a department that screens: its own is neither of the two.
    """

    party: PartyId
    part: Part
    responsibility: Responsibility | None
    measures: int
    findings: int
    leads: int
    cases: int
    corrections: int
    corrected: int
    systems: int
    recovered: Fen


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures(Value):
    """What a campaign came to, counted from its log. Money in fen.

    ``leads`` are different leads that were not annulled since, ``cases`` those of them with a case
    filed. ``by_unit``, ``by_body``, ``by_both`` count the objects on which the unit alone, a
    discipline body alone, or both did something (两个责任): recorded a measure or found something,
    reported a correction. ``shares`` says it party by party.
    """

    objects: int
    screened: int
    unscreened: int
    amount: Fen
    findings: int
    unsettled: int
    leads: int
    cases: int
    rectifications: int
    data_rules: int
    corrections: int
    corrected: int
    unit_measures: int
    body_measures: int
    by_unit: int
    by_body: int
    by_both: int
    systems: int
    recovered: Fen
    shares: tuple[Share, ...]


CarriedOut = Literal["not_checked", "checking", "deviating", "corrected", "carried_out"]
"""未检查 · 检查中 · 有偏差 · 偏差已处理 · 已落实."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitState(Value):
    """How far a unit is with what a decision asks of it: counted, never written.

    ``objects`` of the checklist are its own, so many were ``screened``; of its ``deviations`` some are
    ``open``, some were put right (``corrected``). In the quarter itself some were ``found``, some ``closed``.
    """

    objects: int
    screened: int
    deviations: int
    open: int
    corrected: int
    found: int
    closed: int
    carried_out: CarriedOut
