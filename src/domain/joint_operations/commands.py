"""What parties do in a joint operation: propose, open, join, lend people, share out, conclude.

The commands of its approval (呈批) are those of every family: `domain.approvals.commands`.
"""

import datetime
from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Ge, Le, MaxLen

from domain.ids import PartyId, PersonId, StreamId
from domain.model import Code, Command, Fen, Personal, Text
from domain.serials import Serial

Kind = Literal["group_group", "office_group", "office_group_locality"]
"""组组协同 · 室组联动 · 室组地联合."""

Cooperation = Literal["inspection", "investigation", "adjudication"]
"""What is done together: 监督检查 · 审查调查 · 案件审理 (by another group, never the handlers: R 222)."""

ResultKind = Literal[
    "lead", "case", "rectification", "recommendation", "recovered_money", "nothing_found"
]
"""成果: what came of it; ``recovered_money`` has an amount, the first four a reference."""

Parties = Annotated[tuple[PartyId, ...], MaxLen(50)]
Matters = Annotated[tuple[StreamId, ...], MaxLen(20)]

Count = Annotated[int, Ge(1), Le(50)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Propose(Command):
    """Propose to work together, for the leader in charge to approve.

    ``lead_body`` leads, ``parties`` are to be asked, ``matters`` are the leads, cases or campaigns it
    serves (the proposing party must read their content; what is adjudicated is a case), ``until`` is the
    last day. The title names nobody. ``area`` is an area of the scheme, if it stays within one.
    """

    kind: Kind
    cooperation: Cooperation
    title: Text
    plan: Personal
    lead_body: PartyId
    parties: Parties = ()
    until: datetime.date
    matters: Matters = ()
    area: Code | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resubmit(Command):
    """Propose anew what came back, saying what was changed; fields left out stay."""

    changes: Text
    title: Text | None = None
    plan: Personal | None = None
    parties: Parties | None = None
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(Command):
    """Take the lead: the operation gets the lead body's number, and the parties are asked to join."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask(Command):
    """Ask one more party to join."""

    party: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Join(Command):
    """Join, as asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decline(Command):
    """Not join, and why."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestPeople(Command):
    """Ask a party to lend people: how many, for what, until when."""

    home: PartyId
    count: Count
    duty: Text
    until: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusePeople(Command):
    """Lend nobody, and why."""

    request: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferPerson(Command):
    """Lend one of its people, by whose leader's agreement: for what duty, until when, by which paper."""

    person: PersonId
    duty: Text
    until: datetime.date
    request: Serial | None = None
    document: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmitPerson(Command):
    """Take a lent person in: from now until the lending ends they read operation and matters.

    Whoever admits reads the matters, and has checked recusal against them (SL 67, R 295).
    """

    lending: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawPerson(Command):
    """Draw somebody from the pool of the area (片区人员库): lent and taken in at once.

    ``member`` is the number in the pool. Their group agreed when it gave them into the pool for its time;
    who draws has checked recusal, as whoever admits.
    """

    pool: StreamId
    member: Serial
    duty: Text
    until: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineOffer(Command):
    """Not take a person who was offered."""

    lending: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnPerson(Command):
    """Let a lent person go home: they read nothing of it any more."""

    lending: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignShare(Command):
    """Give a member its share of the work, with its day."""

    party: PartyId
    text: Text
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportShare(Command):
    """Report the own share as done."""

    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnShare(Command):
    """Find a report insufficient: the share stays owed."""

    party: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptShare(Command):
    """Take a share as done."""

    party: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordResult(Command):
    """Record what came of it (成果), with the stream it went to, or the money that came back."""

    kind: ResultKind
    text: Text
    reference: StreamId | None = None
    amount: Fen | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prolong(Command):
    """Let it last longer, with reason and approver. Lendings keep their own days."""

    until: datetime.date
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclude(Command):
    """Close it with its outcome: whoever is still lent goes home."""

    outcome: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: what was recorded wrongly, with reason and approver; the original stays visible."""

    reason: Text
    approved_by: PersonId
    title: Text | None = None
    plan: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: entered by mistake; nothing of it counts, and whoever is lent goes home."""

    reason: Text
    approved_by: PersonId
