"""Identifiers, each a type of its own, and how new ones are derived."""

import re
from typing import Final, NewType
from uuid import NAMESPACE_URL, UUID, uuid5

StreamId = NewType("StreamId", str)
"""``family/uuid``, the ``subject`` of an event: one lead, one consultation, one person …"""

PersonId = NewType("PersonId", str)
"""A natural person by pseudonym: ``person/uuid``. Names never stand in an identifier."""

PartyId = NewType("PartyId", str)
"""A party of the coordination scheme, by the code the scheme gives it: ``sg-education``."""

JurisdictionCode = NewType("JurisdictionCode", str)
"""A jurisdiction: ``linyi``. Key of every record; each has one total order of events."""

CaseTag = NewType("CaseTag", str)
"""The case that an event belongs to: the stream of the lead or case it began with."""

ObligationId = NewType("ObligationId", str)
"""One obligation: a UUID derived from the event that caused it."""

INSTALLATION: Final = JurisdictionCode("installation")
"""The pseudo-jurisdiction on partition 0 in whose log every jurisdiction is opened."""

SYSTEM_PARTY: Final = PartyId("system")
"""The party for which the processes act: the clock that opens, lapses and escalates."""

NOBODY: Final = PartyId("")
"""Stands in a state for a party that nothing has named yet."""

STREAM_PATTERN: Final = (
    r"^[a-z][a-z_]{1,30}/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
)
CODE_PATTERN: Final = r"^[a-z][a-z0-9-]{0,62}$"

_STREAM = re.compile(STREAM_PATTERN)
_NAMESPACE: Final = uuid5(NAMESPACE_URL, "guantong")


def stream_id(family: str, identifier: UUID | str) -> StreamId:
    """``family/uuid`` from its two parts."""
    return StreamId(f"{family}/{identifier}")


def family_of(stream: str) -> str:
    """The family a stream belongs to: ``lead`` for ``lead/…``."""
    return stream.partition("/")[0]


def is_stream_id(text: object) -> bool:
    """Whether a value has the form of a stream id."""
    return isinstance(text, str) and _STREAM.fullmatch(text) is not None


def derived_id(*parts: object) -> UUID:
    """The UUID (version 5) that follows from its parts: the same parts, the same id, on every machine."""
    return uuid5(_NAMESPACE, "\x1f".join(str(part) for part in parts))


SYSTEM_PERSON: Final = PersonId(stream_id("person", derived_id("system")))
"""The actor of commands that processes send. No token is ever issued for it."""


def jurisdiction_stream(code: JurisdictionCode) -> StreamId:
    """The stream of a jurisdiction's own events, in its log and in the installation log."""
    return stream_id("jurisdiction", derived_id("jurisdiction", code))


def party_stream(jurisdiction: JurisdictionCode, party: PartyId) -> StreamId:
    """The stream of a party that a scheme brings in."""
    return stream_id("party", derived_id("party", jurisdiction, party))
