"""What is done with a party beside adopting a scheme that has it."""

from dataclasses import dataclass

from domain.model import Command, Text
from domain.scheme import Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Register(Command):
    """Register a party that the scheme in force does not have (a bank, another city's unit)."""

    party: Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Connect(Command):
    """A party begins to use the system: from now on it acts itself."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Disconnect(Command):
    """A party leaves the system: from now on ``Party.entered_by`` enters its acts from its letters."""

    reason: Text
