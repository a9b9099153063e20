"""What a stationed group and an inspection team do together in one round."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from annotated_types import MaxLen, MinLen

from domain.ids import PartyId, PersonId, StreamId
from domain.model import Command, Personal, Text
from domain.serials import Serial

Units = Annotated[tuple[PartyId, ...], MinLen(1), MaxLen(50)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(Command):
    """Link a group and a team for one round: which units it inspects, from when to when.

    The inspection office does; ``team`` is a party of its own for the round.
    """

    round: Text
    team: PartyId
    group: PartyId
    units: Units
    begins: datetime.date
    until: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorise(Command):
    """Authorise the head of the group as deputy team leader, for this round and no longer."""

    person: PersonId
    document: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledge(Command):
    """The group signs for the authorisation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclareRecusal(Command):
    """A person must keep out of inspecting a unit (SL 67, R 295); an authorisation ends with it."""

    person: PersonId
    unit: PartyId
    reason: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class EndAuthorisation(Command):
    """Take the authorisation back before the round is over."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Command):
    """Share information with the other side (信息共享). The title names nobody."""

    title: Text
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Receive(Command):
    """Sign for what was shared."""

    share: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordConsultation(Command):
    """Record that both sides consulted on problems (问题共商), and what they agreed."""

    title: Text
    agreed: Personal
    consultation: StreamId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmConsultation(Command):
    """The other side confirms that this was agreed."""

    record: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnConsultation(Command):
    """The other side sends the record back: it was agreed otherwise."""

    record: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectConsultation(Command):
    """Who recorded it says anew what was agreed, until the other side has confirmed."""

    record: Serial
    title: Text
    agreed: Personal
    consultation: StreamId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanVerification(Command):
    """Plan to verify something together (核实联动): what, who reports, by when."""

    subject: Text
    reporter: PartyId
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportVerification(Command):
    """Report what the verification found."""

    verification: Serial
    result: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmVerification(Command):
    """The other side confirms the result as found together."""

    verification: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnVerification(Command):
    """Send the report of a joint verification back to who made it, and why."""

    verification: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PassLead(Command):
    """Pass a lead of the group's own to the team, to help understand it (帮助了解), by a day.

    The team is told the question, not the lead.
    """

    lead: StreamId
    question: Personal
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportUnderstanding(Command):
    """Say what the team came to understand, also anew after it came back."""

    passing: Serial
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnUnderstanding(Command):
    """Ask for more: the understanding stays owed."""

    passing: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptUnderstanding(Command):
    """Take what came back as sufficient."""

    passing: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class PutForward(Command):
    """Put a problem forward for the inspection report that the group cannot move alone (推动有难度)."""

    unit: PartyId
    title: Text
    text: Personal
    rectification: StreamId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteIntoReport(Command):
    """The team writes the problem into the inspection report (写入巡察报告)."""

    problem: Serial
    report: Text
    paragraph: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineProblem(Command):
    """The team leaves the problem out, and why."""

    problem: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRectification(Command):
    """Name the one item in which the problem is rectified: nothing is reported twice."""

    problem: Serial
    rectification: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class End(Command):
    """The round is over, and with it every authorisation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: what was recorded wrongly, with reason and approver; the original stays visible."""

    reason: Text
    approved_by: PersonId
    round: Text | None = None
    units: Units | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: the link was recorded by mistake; an authorisation ends."""

    reason: Text
    approved_by: PersonId
