"""What parties do with a rectification item (整改事项), from the problem raised to the look-back."""

import datetime
from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Ge, MaxLen, MinLen

from domain.ids import PartyId, PersonId, StreamId
from domain.model import Command, Digest, Fen, Personal, Text, Value
from domain.serials import Serial

Origin = Literal[
    "daily_supervision",
    "political_supervision",
    "recommendation",
    "campaign",
    "inspection",
    "audit",
    "joint_enforcement",
    "other",
]
"""日常监督 · 政治监督 · 纪检监察建议 · 专项监督 · 巡察 · 审计 · 联合监督执纪 · 其他."""

Level = Literal["party_organisation", "principal_head", "leading_member", "section_head", "handler"]
"""党委(党组) · 主要负责人 · 班子其他成员 · 科室负责人 · 具体经办人: the interview's five levels."""

Manner = Literal["documents", "on_site", "interviews", "spot_check"]
"""How the second body verified: 查阅资料 · 现场核查 · 走访了解 · 抽查."""

LookBack = Literal["held", "recurred"]
"""What the look-back found: it holds (未反弹), or the problem came back (反弹回潮)."""

Ground = Literal["recurred", "new_facts"]
"""Why a signed-off item is opened again."""

Outcome = Literal["correction", "system_building", "recovery"]
"""What it led to: the problem corrected · a rule adopted (建章立制) · money recovered (挽回损失)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsible(Value):
    """Who answers for it at one level: the party, the post, and the person where registered here."""

    level: Level
    party: PartyId
    post: Text
    person: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Value):
    """One measure (整改措施) and the day by which it is taken. It names nobody."""

    text: Text
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Value):
    """One piece of evidence as a file, and the measure that it shows, if it shows one."""

    title: Text
    digest: Digest
    measure: Serial | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery(Value):
    """What a recovery should have said: 0 fen where nothing was recovered."""

    recovery: Serial
    amount: Fen


Chain = Annotated[tuple[Responsible, ...], MinLen(1), MaxLen(5)]
Measures = Annotated[tuple[Measure, ...], MinLen(1), MaxLen(50)]


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseProblem(Command):
    """Raise a problem found at a unit. The title names nobody.

    ``matter`` is the stream it was found in; who rectifies learns of it only if it concerns them.
    ``observers`` are told the status, such as the members of a joint meeting.
    """

    origin: Origin
    title: Text
    text: Personal | None = None
    unit: PartyId
    document: Text | None = None
    matter: StreamId | None = None
    observers: Annotated[tuple[PartyId, ...], MaxLen(100)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assign(Command):
    """Assign it, or assign it anew: who rectifies, who answers at each level, who verifies, by when."""

    party: PartyId
    responsible: Chain
    verifier: PartyId
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledge(Command):
    """Sign for the assignment (签收)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMeasures(Command):
    """Say what will be done by when; given anew they replace those before."""

    measures: Measures


@dataclass(frozen=True, slots=True, kw_only=True)
class FileEvidence(Command):
    """File evidence: by who rectifies, or by who raised the problem and looked for itself."""

    evidence: Annotated[tuple[Evidence, ...], MinLen(1), MaxLen(100)]
    text: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptSystem(Command):
    """建章立制: a rule was adopted because of the problem: its title, number and date."""

    title: Text
    number: Text
    adopted: datetime.date
    digest: Digest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRecovery(Command):
    """Money that was recovered, in fen, and the voucher that shows it."""

    amount: Annotated[Fen, Ge(1)]
    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCompletion(Command):
    """整改完成报告: everything is done; the second body may come."""

    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class NameVerifier(Command):
    """Name another second body, where the one named cannot verify."""

    verifier: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Verify(Command):
    """The second body found it rectified."""

    manner: Manner
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class SendBack(Command):
    """Not rectified: back to who rectifies, with reason and a new day."""

    reason: Text
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff(Command):
    """销号, by who raised the problem, after the second body verified."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBackOn(Command):
    """回头看: what is left of it some months later."""

    result: LookBack
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopen(Command):
    """Open it again: it came back, or facts came to light."""

    ground: Ground
    reason: Text
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: what the item said wrongly, with reason and approver; the original stays visible."""

    reason: Text
    approved_by: PersonId
    title: Text | None = None
    text: Personal | None = None
    due: datetime.date | None = None
    recovery: Recovery | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: raised by mistake; the number is kept, nothing is owed because of it."""

    reason: Text
    approved_by: PersonId
