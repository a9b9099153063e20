"""What happened between a group and a unit discipline committee."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge

from domain.guidance_links.commands import Manner
from domain.ids import PartyId, PersonId, StreamId
from domain.model import Event, Personal, Text
from domain.serials import Serial
from domain.unit_committees.commands import EvidenceKind, Task


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCommitteeEvent(Event):
    """Base of them all: the committee and the group that guides it."""

    committee: PartyId
    group: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Guided(UnitCommitteeEvent):
    """The group guided the committee."""

    manner: Manner
    topics: Text
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged(UnitCommitteeEvent):
    """The committee signed for the guidance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected(UnitCommitteeEvent):
    """The group looked into how the committee works; ``found`` findings follow."""

    inspection: Serial
    scope: Text
    text: Personal
    found: Annotated[int, Ge(0)]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRecorded(UnitCommitteeEvent):
    """One finding, to be answered by a day."""

    inspection: Serial
    finding: Serial
    title: Text
    text: Personal
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingAnswered(UnitCommitteeEvent):
    """The committee said what it did about a finding."""

    finding: Serial
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerReturned(UnitCommitteeEvent):
    """The answer went back; another is due by a day."""

    finding: Serial
    reason: Text
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerAccepted(UnitCommitteeEvent):
    """The answer was taken as sufficient."""

    finding: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Enlisted(UnitCommitteeEvent):
    """People of the committee help the group, within a scope, until a day. Which matter is not said."""

    enlistment: Serial
    scope: Text
    tasks: tuple[Task, ...]
    people: tuple[PersonId, ...]
    until: datetime.date
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterServed(UnitCommitteeEvent):
    """Which matter an enlistment serves: for the group alone."""

    enlistment: Serial
    matter: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class EnlistmentExtended(UnitCommitteeEvent):
    """They help until a later day."""

    enlistment: Serial
    until: datetime.date
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRecorded(UnitCommitteeEvent):
    """Evidence was taken, or what came back was told anew; the other side is to confirm it."""

    enlistment: Serial
    evidence: Serial
    by: PartyId
    other: PartyId
    kind: EvidenceKind
    title: Text
    text: Personal
    collectors: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceConfirmed(UnitCommitteeEvent):
    """Both sides hold it: joint evidence."""

    enlistment: Serial
    evidence: Serial
    by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceReturned(UnitCommitteeEvent):
    """The other side sent it back ``to`` the one that recorded it."""

    enlistment: Serial
    evidence: Serial
    by: PartyId
    to: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class EnlistmentEnded(UnitCommitteeEvent):
    """The help is over; so much joint evidence came of it."""

    enlistment: Serial
    outcome: Text
    evidence: Annotated[int, Ge(0)]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceClosed(UnitCommitteeEvent):
    """From now on the group alone reads the evidence of an enlistment (R 299)."""

    enlistment: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Concluded(UnitCommitteeEvent):
    """Everything is answered, nobody is enlisted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(UnitCommitteeEvent):
    """The guidance, or a finding, was corrected."""

    reason: Text
    approved_by: PersonId
    finding: Serial | None = None
    title: Text | None = None
    text: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(UnitCommitteeEvent):
    """It does not count."""

    reason: Text
    approved_by: PersonId
