"""What the index is asked by, and what it answers."""

import datetime
from dataclasses import dataclass
from typing import Final, NamedTuple
from uuid import UUID

from domain.errors import JurisdictionMoved
from domain.ids import JurisdictionCode, PersonId, StreamId
from eventlog.errors import (
    CommandExpired,
    CommandIdReused,
    CommandMalformed,
    NotPlacedHere,
)

EXPIRY_MAX: Final = datetime.timedelta(days=7)
"""Longest time a command may wait, and a rejected one is remembered."""

NOT_REMEMBERED: Final = frozenset(
    error.code
    for error in (
        CommandExpired,
        CommandIdReused,
        CommandMalformed,
        JurisdictionMoved,
        NotPlacedHere,
    )
)
"""Codes of refusals that say nothing of the command as such: sent again it is looked at anew.

So are all that pass, with a status of 5xx: `index.is_remembered`.
"""


class CommandKey(NamedTuple):
    """What makes a command the same command."""

    jurisdiction: JurisdictionCode
    actor: PersonId
    id: UUID


class StreamKey(NamedTuple):
    """A stream of a jurisdiction."""

    jurisdiction: JurisdictionCode
    stream: StreamId


class PseudonymKey(NamedTuple):
    """A pseudonym in a jurisdiction."""

    jurisdiction: JurisdictionCode
    pseudonym: str


@dataclass(frozen=True, slots=True)
class Known:
    """What became of a command before: its positions if accepted, the outcome's bytes if rejected."""

    digest: str
    first_position: int | None = None
    last_position: int | None = None
    last_hash: str | None = None
    outcome: bytes | None = None
    expires: datetime.datetime | None = None
    stream: StreamId | None = None
    version: int | None = None
    """The version after it of ``stream``: the command's target, or where its first event went instead."""


class Takeover(NamedTuple):
    """How often writers began at one offset without a farewell; whether its command was tried alone."""

    times: int
    trying: bool


class Progress(NamedTuple):
    """How far the index of a partition is, in offsets: complete when ``done`` has reached ``end``."""

    partition: int
    done: int
    end: int
