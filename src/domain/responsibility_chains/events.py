"""What happened to a responsibility chain."""

import datetime
from dataclasses import dataclass

from domain.ids import PartyId, PersonId
from domain.model import Digest, Event, Personal, Text, Value
from domain.responsibility_chains.commands import StepCode
from domain.scheme_parts import ResponsibleLevel
from domain.serials import Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep(Value):
    """A step as the scheme had it when the chain was opened; ``due`` is its limit."""

    code: StepCode
    zh: str
    en: str
    levels: tuple[ResponsibleLevel, ...]
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainEvent(Event):
    """Base of them all: whose chain it is, and which group is stationed with it."""

    party_group: PartyId
    group: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(ChainEvent):
    """A Party group began the chain for a risk; ``unit`` is the unit itself, where it is a party."""

    unit: PartyId | None = None
    risk: Text
    steps: tuple[PlannedStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepAsked(ChainEvent):
    """A level owes the step of that number by a day."""

    number: Serial
    step: StepCode
    level: ResponsibleLevel
    link: str
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTaken(ChainEvent):
    """A level took the step; ``answers`` is who answers for it there."""

    number: Serial
    step: StepCode
    level: ResponsibleLevel
    link: str
    answers: PersonId
    text: Personal
    evidence: Digest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepReturned(ChainEvent):
    """What a level did was sent back: the chain is broken there, and open again if it was complete."""

    number: Serial
    step: StepCode
    level: ResponsibleLevel
    link: str
    by: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class StepExcepted(ChainEvent):
    """A level need not take the step: the gap is on record."""

    number: Serial
    step: StepCode
    level: ResponsibleLevel
    link: str
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Completed(ChainEvent):
    """Every link of the last step is done, and none before it is sent back."""

    exceptions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(ChainEvent):
    """The risk is called otherwise."""

    reason: Text
    approved_by: PersonId
    risk: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCorrected(ChainEvent):
    """What a level told of its step was corrected."""

    number: Serial
    step: StepCode
    level: ResponsibleLevel
    link: str
    reason: Text
    approved_by: PersonId
    answers: PersonId | None = None
    text: Personal | None = None
    evidence: Digest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(ChainEvent):
    """The chain does not count."""

    reason: Text
    approved_by: PersonId
