"""How a scheme points at a party, a date or a value: a closed list of paths, no expressions.

| path | gives |
|---|---|
| ``actor`` | the party that acts (where entered on behalf of another, that other) |
| ``party.<code>`` | that party |
| ``event.<field>`` | a field of the causing event: a party, several parties, or a date |
| ``state.<name>`` | a field or property of the stream's state: a party or several parties |
| ``<path>.supervising_office`` | the supervising office of the party that the path gives |
| ``<path>.stationed_group`` | the group stationed at that party |
| ``owner``, ``owed_to`` | in ``escalate`` only: the parties of the obligation, relations as above |
| ``each`` | in rules of a cadence: the party of the kind that owes it |

A ``match`` names the value by which an event is tied to the obligation it ends: ``event.<field>``
(a field of that name in both events; an event of the stream's own family, without such a field,
means its stream: ``event.lead``) or ``owner`` (the party that acts must be the owner).
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from domain.ids import PartyId, StreamId, family_of
from domain.jurisdiction import Jurisdiction
from domain.model import Event

RELATIONS: Final = ("supervising_office", "stationed_group")
"""What may follow a path to a party."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a path is read against."""

    jurisdiction: Jurisdiction
    acting: PartyId
    event: Event | None = None
    state: Any = None
    named: Mapping[str, PartyId] = field(default_factory=dict)
    """``owner``, ``owed_to``, ``each``, where they have a meaning."""


def parties_at(path: str, setting: Setting) -> tuple[PartyId, ...]:
    """The parties that a path gives, without doubles; none where the field is empty.

    A party that has ended owes nothing new and is owed nothing new: it is left out. Whether an
    event may name a party at all is for its family to decide.
    """
    head, _, relation = path.rpartition(".")
    if relation in RELATIONS:
        related = (setting.jurisdiction.relation(p, relation) for p in parties_at(head, setting))
        return tuple(dict.fromkeys(party for party in related if party is not None))
    found = _value_at(path, setting)
    match found:
        case None:
            return ()
        case str():
            parties: tuple[PartyId, ...] = (PartyId(found),)
        case _:
            parties = tuple(dict.fromkeys(found))
    return tuple(party for party in parties if party in setting.jurisdiction.parties)


def date_at(path: str, setting: Setting) -> datetime.date | None:
    """The date that ``event.<field>`` gives, None where it is empty."""
    found = _value_at(path, setting)
    return found if isinstance(found, datetime.date) else None


def _value_at(path: str, setting: Setting) -> Any:
    root, _, name = path.partition(".")
    match root:
        case "actor":
            return setting.acting
        case "party":
            return name
        case "event":
            return getattr(setting.event, name, None)
        case "state":
            return getattr(setting.state, name, None)
        case _:
            return setting.named.get(root)


def key_of(event: Event, name: str, stream: StreamId) -> tuple[str, ...]:
    """The values of a match field in an event, as texts; several where it holds several."""
    if not hasattr(event, name):
        return (stream,) if family_of(stream) == name else ()
    found = getattr(event, name)
    if found is None:
        return ()
    return tuple(map(str, found)) if isinstance(found, tuple) else (str(found),)
