"""What a group and a unit discipline committee do: guide, look into, answer, enlist, record evidence."""

import datetime
from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import MaxLen, MinLen

from domain.guidance_links.commands import Manner
from domain.ids import PartyId, PersonId, StreamId
from domain.model import Command, Personal, Text, Value
from domain.serials import Serial

Task = Literal["gather_papers", "look_on_site", "compare_data", "ask_around", "sit_in_on_talks"]
"""调取资料 · 实地查看 · 比对数据 · 走访了解 · 陪同谈话: all that a unit committee helps with.

It has no state investigation power (RS 18, 19): what the Supervision Law names a measure is none of these.
"""

EvidenceKind = Literal["papers", "object", "electronic_data", "audio_video", "statement"]
"""书证 · 物证 · 电子数据 · 视听资料 · 证人证言 (of the eight of R 66, what an assistant finds)."""

People = Annotated[tuple[PersonId, ...], MinLen(1), MaxLen(20)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Value):
    """What was found wrong with how the committee works. The title names nobody; a reply is due by a day."""

    title: Text
    text: Personal
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide(Command):
    """Guide a committee of one's own units in its work (业务指导). The topics name nobody."""

    committee: PartyId
    manner: Manner
    topics: Text
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledge(Command):
    """Sign for the guidance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspect(Command):
    """Look into how the committee does its work (督促检查), and what was found."""

    scope: Text
    text: Personal
    findings: Annotated[tuple[Finding, ...], MaxLen(50)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFinding(Command):
    """Say what was done about a finding, also anew after the answer came back."""

    finding: Serial
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnAnswer(Command):
    """Send an answer back: a better one is owed by a new day."""

    finding: Serial
    reason: Text
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptAnswer(Command):
    """Take an answer as sufficient."""

    finding: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Enlist(Command):
    """Let people of the committee help in a matter of the group's own, within a scope, until a day.

    The committee is told ``scope`` and ``tasks``, which name nobody; never the ``matter``.
    """

    matter: StreamId
    scope: Text
    tasks: Annotated[tuple[Task, ...], MinLen(1), MaxLen(5)]
    people: People
    until: datetime.date
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendEnlistment(Command):
    """Let them help until a later day."""

    enlistment: Serial
    until: datetime.date
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordEvidence(Command):
    """Record evidence taken together (联合调查取证), for the other side to confirm.

    ``collectors`` are at least two persons: one of the group, one of those enlisted (R 77, 90).
    ``evidence`` names what came back: it is recorded anew.
    """

    enlistment: Serial
    evidence: Serial | None = None
    kind: EvidenceKind
    title: Text
    text: Personal
    collectors: Annotated[tuple[PersonId, ...], MinLen(2), MaxLen(20)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmEvidence(Command):
    """Confirm that it was taken together: it counts as joint evidence."""

    evidence: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnEvidence(Command):
    """Send back what the other side recorded: it does not count."""

    evidence: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class EndEnlistment(Command):
    """The help is over: the committee reads nothing of the evidence any more (R 299)."""

    enlistment: Serial
    outcome: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclude(Command):
    """Nothing is left to be answered, nobody enlisted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: what was recorded wrongly, with reason and approver; the original stays visible.

    Of a ``finding`` its title or text, else the topics or text of the guidance.
    """

    reason: Text
    approved_by: PersonId
    finding: Serial | None = None
    title: Text | None = None
    text: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: it was recorded by mistake; nothing is owed because of it."""

    reason: Text
    approved_by: PersonId
