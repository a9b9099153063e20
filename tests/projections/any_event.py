"""An event of any type, made up from its annotations: the same seed, the same event."""

import dataclasses
import datetime
import random
import types
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, NewType, Union, get_args, get_origin, get_type_hints

from annotated_types import MinLen

from domain.ids import CaseTag, JurisdictionCode, ObligationId, PartyId, PersonId, StreamId
from domain.model import Concerns, Event, LateEntry, OnBehalf
from domain.schemes.events import Adopted

SCHEME = (Path(__file__).parents[1] / "domain" / "small.toml").read_text("utf-8")

_IDS: dict[Any, tuple[str, ...]] = {
    StreamId: tuple(f"lead/00000000-0000-4000-8000-{n:012x}" for n in range(3)),
    PersonId: tuple(f"person/00000000-0000-4000-8000-{n:012x}" for n in range(3)),
    PartyId: ("case-supervision", "office-1", "sg-education"),
    JurisdictionCode: ("linyi",),
    CaseTag: ("lead/00000000-0000-4000-8000-000000000001",),
    ObligationId: ("obligation-1", "obligation-2"),
}


def any_event(kind: type[Event], chance: random.Random) -> Event:
    """An event of this class; a scheme's text is a real one, since it is read."""
    given = {"text": SCHEME} if kind is Adopted else {}
    event: Event = _dataclass(kind, chance, given)
    return event


def _dataclass(kind: type, chance: random.Random, given: Mapping[str, Any] | None = None) -> Any:
    hints = get_type_hints(kind, include_extras=True)
    values = dict(given or {})
    for each in dataclasses.fields(kind):
        if each.name not in values:
            values[each.name] = any_value(hints[each.name], chance)
    return kind(**values)


def any_value(hint: Any, chance: random.Random) -> Any:
    """A value that fits an annotation. Few ids and small numbers, so that events meet."""
    if isinstance(hint, NewType):
        return chance.choice(_IDS[hint])
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _long_enough(any_value(arguments[0], chance), arguments[1:])
    if origin is Literal:
        return chance.choice(arguments)
    if origin in {Union, types.UnionType}:
        return any_value(chance.choice(arguments), chance)
    if origin is tuple:
        return tuple(any_value(arguments[0], chance) for _ in range(chance.randrange(1, 3)))
    if dataclasses.is_dataclass(hint):
        return _value(hint, chance)
    return _plain(hint, chance)


def _long_enough(value: Any, limits: Iterable[Any]) -> Any:
    """A text that is as long as it has to be."""
    if isinstance(value, str):
        least = max((limit.min_length for limit in limits if isinstance(limit, MinLen)), default=0)
        return value.ljust(least, "0")
    return value


def _value(hint: Any, chance: random.Random) -> Any:
    if hint is Concerns:
        return Concerns(
            parties=any_value(tuple[PartyId, ...], chance),
            visibility=chance.choice(("lead", "transfer:1", "obligation:obligation-1")),
            observers=any_value(tuple[PartyId, ...], chance),
        )
    if hint in {LateEntry, OnBehalf} and chance.random() < 0.5:
        return None
    return _dataclass(hint, chance)


def _plain(hint: Any, chance: random.Random) -> Any:
    if hint is types.NoneType:
        return None
    if hint is bool:
        return chance.random() < 0.5
    if hint is int:
        return chance.randrange(1, 3)
    if hint is str:
        return chance.choice(("some words", "几个字", "1", "a\tb\\n\n"))
    if hint is datetime.date:
        return datetime.date(2026, 1, chance.randrange(1, 28))
    if hint is datetime.time:
        return datetime.time(chance.randrange(24), 30)
    if hint is datetime.datetime:
        return datetime.datetime(2026, 1, chance.randrange(1, 28), tzinfo=datetime.UTC)
    raise TypeError(f"no value for {hint}")
