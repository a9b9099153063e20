"""A family of its own for the tests of the record format: real ones may still change, bytes may not."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from domain.ids import PersonId, StreamId
from domain.model import Command, Event, Fen, Personal, PseudonymOf, Text, Value
from domain.registry import Action, Catalogue, EventType, Family
from eventlog.upcasting import Upcaster


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness(Value):
    """Somebody who was there."""

    person: PersonId | None = None
    name: Personal
    pseudonym: Annotated[str | None, PseudonymOf("name")] = None
    aliases: tuple[Personal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Command):
    """Note what was seen."""

    title: Text
    content: Personal
    witnesses: tuple[Witness, ...] = ()
    follows: StreamId | None = None
    amount: Fen = 0
    urgent: bool = False
    manner: Literal["written", "oral"] = "written"
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted(Event):
    """Something was noted."""

    title: Text
    content: Personal
    amount: Fen


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessNamed(Event):
    """A witness was named."""

    witness: Witness


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedAgain(Event):
    """``Noted`` as a later version of the software has it."""

    heading: Text
    content: Personal
    amount: Fen
    currency: Literal["CNY"]


def _second(data: Mapping[str, Any]) -> Mapping[str, Any]:
    rest = {name: item for name, item in data.items() if name != "title"}
    return rest | {"heading": data["title"], "currency": "CNY"}


NOTED = "guantong.example.noted.v1"
NAMED = "guantong.example.witness_named.v1"
NOTE = "guantong.example.note"

LATER_UPCASTERS: Mapping[str, Upcaster] = {NOTED: _second}
"""What the software that has ``NotedAgain`` does with events of the first version."""

_NAMED = EventType(name="witness_named", event=WitnessNamed, zh="列明证人", en="Named a witness")
_NOTED = EventType(name="noted", event=Noted, zh="记录:{title}", en="Noted: {title}")
_NOTED_AGAIN = EventType(
    name="noted", event=NotedAgain, zh="记录:{heading}", en="Noted: {heading}", version=2
)


def _nothing(*_: object) -> tuple[()]:
    return ()


def _family(*events: EventType) -> Family:
    return Family(
        name="example",
        collection="examples",
        zh="示例",
        en="Example",
        initial=None,
        evolve=lambda state, _: state,
        events=events,
        actions=(
            Action(
                name="note",
                command=Note,
                decide=_nothing,
                zh="记录",
                en="Note",
                example={},
                target="new",
            ),
            Action(name="amend", command=Note, decide=_nothing, zh="更正", en="Amend", example={}),
        ),
    )


CATALOGUE = Catalogue((_family(_NOTED, _NAMED),))
LATER_CATALOGUE = Catalogue((_family(_NOTED_AGAIN, _NAMED),))
