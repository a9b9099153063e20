"""What happened, as sentences: an event's template from the registry, filled in for people.

Parties, persons and codes are shown by their names; what is sealed stays sealed unless `Names` has it.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from domain.catalogue import EVENTS, FAMILY
from domain.ids import PartyId, PersonId
from domain.model import Fen, Number, Occurred, PersonalField

Language = Literal["zh", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")

WORDS: Final = Path(__file__).with_name("words.toml")
_SHORT: Final = 8
_ROLE: Final = "role"
_HUNDREDTHS: Final = "_hundredths"
VOCABULARY: Final[Mapping[str, str]] = {
    "count": "counts",
    "damage": "fault",
    "ended_by": "why",
    "levels": "level",
    "new_sanction": "sanction",
    "next_step": "step",
    "notified": "notice",
    "out_of": "counts",
    "party_sanction": "sanction",
    "resolved_way": "way",
    "sources": "source",
    "state_sanction": "sanction",
    "submission": "matter",
    "suspended": "ground",
}
"""Fields whose codes are those of another field."""
SEALED: Final[Mapping[Language, str]] = {"zh": "(密封)", "en": "(sealed)"}
"""What stands for a personal text that the reader does not get."""


@dataclass(frozen=True, slots=True)
class Names:
    """How parties, persons and sealed texts are called, as far as the reader may know."""

    parties: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    persons: Mapping[str, str | None] = field(default_factory=lambda: MappingProxyType({}))
    """Person → name; without one a person is shown by the beginning of the id."""
    personal: Mapping[str, str | None] = field(default_factory=lambda: MappingProxyType({}))
    """Commitment → text."""

    def party(self, party: str) -> str:
        """The party's name, else its code."""
        return self.parties.get(party, party)

    def person(self, person: str) -> str:
        """The person's name, else the beginning of the pseudonym."""
        return self.persons.get(person) or person[: len("person/") + _SHORT] + "…"


@dataclass(frozen=True, slots=True)
class _Telling:
    """In which language, with which names and about what family a sentence is told."""

    language: Language
    names: Names
    family: str


def sentence(
    event_type: str,
    data: Mapping[str, Any],
    *,
    actor: str,
    party: str,
    names: Names,
    language: Language,
) -> str:
    """The sentence of an event from its JSON data; ``event_type`` is its full name.

    A type that this version does not know is told by its name alone.
    """
    kind = EVENTS.get(event_type)
    if kind is None:
        return event_type
    telling = _Telling(language, names, event_type.split(".")[1])
    shown = {"actor": names.person(actor), "party": names.party(party)}
    for name, hint in _hints(event_type).items():
        shown[name] = _shown(name, hint, data.get(name), telling)
    template = kind.zh if language == "zh" else kind.en
    return template.format(**shown)


def in_hundredths(value: int) -> str:
    """Fen as yuan, hundredths of points as points: ``12,500.00``."""
    return f"{value / 100:,.2f}"


def word(name: str, code: str, language: Language, family: str = "") -> str:
    """A code as people say it, by the field that holds it in a family; what no vocabulary lists, as it is."""
    return listed(name, code, family).get(language, code)


def listed(name: str, code: str, family: str = "") -> Mapping[str, str]:
    """The words for a code by language: the family's own, else the vocabulary's, ``*`` for all others."""
    vocabulary = _ROLE if name.endswith(_ROLE) else VOCABULARY.get(name, name)
    own = FAMILY[family].words.get(name, {}).get(code) if family in FAMILY else None
    if own is not None:
        return dict(zip(LANGUAGES, own, strict=True))
    known = words()
    for table in (known.get(f"{family}.{vocabulary}", {}), known.get(vocabulary, {})):
        found = table.get(code) or table.get("*")
        if found is not None:
            return {language: found[language].format(code) for language in found}
    return {}


@cache
def words() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """All of `words.toml`."""
    return tomllib.loads(WORDS.read_text("utf-8"))


@cache
def _hints(event_type: str) -> Mapping[str, Any]:
    return get_type_hints(EVENTS[event_type].event, include_extras=True)


def _shown(name: str, hint: Any, value: Any, telling: _Telling) -> str:
    """A field's value as text, by what its annotation says it is."""
    if get_origin(hint) in {Union, UnionType}:
        hint = next(part for part in get_args(hint) if part is not type(None))
    if value is None:
        return "–"
    if isinstance(value, list):
        inner = (get_args(hint) or (str,))[0]
        return "、".join(_shown(name, inner, item, telling) for item in value)
    if isinstance(value, dict):
        return _value(hint, value)
    if any(isinstance(extra, PersonalField) for extra in getattr(hint, "__metadata__", ())):
        return telling.names.personal.get(value) or SEALED[telling.language]
    if hint is PartyId:
        return telling.names.party(value)
    if hint is PersonId:
        return telling.names.person(value)
    if hint == Fen or name.endswith(_HUNDREDTHS):
        return in_hundredths(value)
    return word(name, str(value), telling.language, telling.family)


def _value(hint: Any, value: Mapping[str, Any]) -> str:
    if hint is Number:
        return str(Number(**value))
    if hint is Occurred:
        return " ".join(str(part) for part in value.values())
    return ", ".join(f"{name}: {part}" for name, part in value.items())
