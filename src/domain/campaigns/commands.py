"""What parties do in a campaign (专项监督/整治): plan, list, screen, settle, report, close."""

import datetime
from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Ge, MaxLen, MinLen

from domain.campaigns.values import Decision, Kind, MeasureKind, ObjectLine, Outcome, Paper, Serials
from domain.ids import PartyId, PersonId, StreamId
from domain.model import Command, Fen, Personal, Text, Value
from domain.serials import Serial

Papers = Annotated[tuple[Paper, ...], MaxLen(50)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Find(Value):
    """One finding on an object; ``place`` and ``photos`` where it was found on site."""

    text: Personal
    place: Text | None = None
    photos: Papers = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Command):
    """Plan a campaign over objects of a span of time. ``decision`` goes with political supervision."""

    kind: Kind
    title: Text
    basis: Text
    begins: datetime.date
    ends: datetime.date
    decision: Decision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordConsultation(Command):
    """The topical consultation (专题会商) on it was held."""

    consultation: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class ListObjects(Command):
    """Put objects on the list; with a reason once the list was fixed."""

    objects: Annotated[tuple[ObjectLine, ...], MinLen(1), MaxLen(400)]
    reason: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FixList(Command):
    """Fix the list: from here on every object on it is screened (逐个过筛)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assign(Command):
    """Give objects to a party that screens them by a day; also from another that had them."""

    party: PartyId
    objects: Serials
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Engage(Command):
    """Tell a unit what is its own to do on its objects by a day (主体责任)."""

    unit: PartyId
    objects: Serials
    task: Text
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawDuty(Command):
    """Take back what a unit was told to do on an object: it is not its own to do after all."""

    object: Serial
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen(Command):
    """Screen one object: what was found, or that nothing was."""

    object: Serial
    findings: Annotated[tuple[Find, ...], MaxLen(50)] = ()
    note: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnScreening(Command):
    """Send an object back: it was not screened well enough."""

    object: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleFinding(Command):
    """Say what came of a finding: a lead or a rectification item (which), a data rule, nothing (why)."""

    finding: Serial
    outcome: Outcome
    matter: StreamId | None = None
    rule: Text | None = None
    reason: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskCorrection(Command):
    """Have the unit put a finding right by a day (督促整改); it reads this text, not the finding."""

    finding: Serial
    text: Personal
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCorrection(Command):
    """The unit says what it put right, with evidence."""

    finding: Serial
    text: Personal
    papers: Papers = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnCorrection(Command):
    """It is not put right yet."""

    finding: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyCorrection(Command):
    """A body other than the unit saw that it is put right, and how."""

    finding: Serial
    note: Personal
    photos: Papers = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRecovery(Command):
    """Money that came back because of a finding, in fen, with its voucher."""

    finding: Serial
    amount: Annotated[Fen, Ge(1)]
    voucher: Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordMeasure(Command):
    """What the unit, or a discipline body, did on an object: whose duty it was follows from who did it."""

    object: Serial
    kind: MeasureKind
    text: Personal
    papers: Papers = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptSystem(Command):
    """建章立制: a unit adopted a new rule, the outcome of its own kind."""

    unit: PartyId
    title: Text
    adopted: datetime.date
    number: Text | None = None
    paper: Paper | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Command):
    """Report a quarter. The figures are counted; this is what is said about them."""

    period: Annotated[str, MinLen(7), MaxLen(7)]
    summary: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Close(Command):
    """Close it: everything is screened and settled. On which day it is looked back upon."""

    summary: Personal
    look_back_on: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack(Command):
    """回头看: whether it held; the findings that came back."""

    result: Literal["held", "recurred"]
    text: Personal
    recurred: Annotated[tuple[Serial, ...], MaxLen(400)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: title or basis, or how one object stands on the list, with reason and approver."""

    reason: Text
    approved_by: PersonId
    title: Text | None = None
    basis: Text | None = None
    object: Serial | None = None
    line: ObjectLine | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeObject(Command):
    """An object does not belong on the list: it no longer counts, its number is kept."""

    object: Serial
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnulFinding(Command):
    """作废 of one finding: it was recorded by mistake and does not count."""

    finding: Serial
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectRecovery(Command):
    """更正 of a sum that came back, in fen: 0 where nothing did."""

    finding: Serial
    recovery: Serial
    amount: Fen
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectMeasure(Command):
    """更正 of one measure, by who recorded it: on which object of the unit, what, with which papers."""

    measure: Serial
    reason: Text
    approved_by: PersonId
    object: Serial | None = None
    kind: MeasureKind | None = None
    text: Personal | None = None
    papers: Papers | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnulMeasure(Command):
    """作废 of one measure: it was not done. Where it kept what the unit owed, that is owed again."""

    measure: Serial
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectSystem(Command):
    """更正 of a new rule, by who told of it: title, number, day or paper."""

    system: Serial
    reason: Text
    approved_by: PersonId
    title: Text | None = None
    adopted: datetime.date | None = None
    number: Text | None = None
    paper: Paper | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnulSystem(Command):
    """作废 of a new rule: it was not adopted, or is none."""

    system: Serial
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: the campaign was entered by mistake; nothing is owed because of it."""

    reason: Text
    approved_by: PersonId
