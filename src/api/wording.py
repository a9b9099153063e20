"""What the fields of a matter say on paper, by the kind of value that each holds.

Codes are told in their words, parties, persons and other matters by what they are called, money in yuan. What
only a machine reads (pseudonyms, digests, ids) and what is empty is left out.
"""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from api.files import text_of, title_of
from domain.catalogue import FAMILY
from domain.ids import family_of, is_stream_id
from projections.queries.figures import Figure
from projections.queries.texts import PERSON, strings_with
from projections.sentences import Language, Names, in_hundredths, listed

NOT_ON_PAPER: Final = frozenset({"number_serial", "number_year", "pseudonym"})
"""Parts of a number, which is told whole, and what persons are found by."""

FIRST: Final = (
    *("item", "transfer", "level", "lead", "matter", "title", "name", "person", "given_by"),
    *("party", "from_party", "to_party", "persons", "view", "opinion", "text", "outcome", "on"),
)
"""What is told first of what stands within a column, in this order."""

HUNDREDTHS: Final = re.compile(r" ?[((](分|百分之一分|fen|hundredths[^)]*)[))]$")
"""What a title says of money and points that are kept in hundredths."""
MONEY: Final = frozenset({"分", "fen"})

_STREAM: Final = re.compile(
    r"[a-z][a-z_]{1,30}/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
)
_SHORT_PERSON: Final = re.compile(r"person/[0-9a-f]{8}…")
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_PERIOD: Final = re.compile(r"(\d{4})(?:-(?:Q([1-4])|H([12])|(\d\d)))?")
_OF_PERIOD: Final = frozenset({"period", "quarter"})
_UNITS: Final = {"working day": "个工作日", "day": "日", "month": "个月", "year": "年"}
_LIMIT: Final = re.compile(f"([0-9]+) ({'|'.join(_UNITS)})s?")
_HALVES: Final = {"1": "上半年", "2": "下半年"}
_SHOWN: Final = 12
"""So much of a digest finds the file."""


@dataclass(frozen=True, slots=True)
class _Words:
    nameless: str
    file: str
    annulled: str
    yuan: str
    between: str
    fields: str
    colon: str
    apart: str


_WORDS: Final[Mapping[Language, _Words]] = {
    "zh": _Words("(姓名不详)", "文件(校验值{}…)", "(已作废)", "{}元", "、", ",", ":", ""),
    "en": _Words(
        "(name not known)", "file (digest {}…)", " (annulled)", "{} yuan", ", ", ", ", ": ", " "
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """In which language, and how what the ids stand for is called, as far as the reader may know."""

    language: Language
    parties: Mapping[str, str]
    persons: Mapping[str, str | None]
    matters: Mapping[str, str] = field(default_factory=dict)
    """Stream of a matter → its kind and number, or its title."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """A word of the scheme → what the scheme calls it."""
    figures: Sequence[Figure] = ()

    def fields(self, family: str, path: str, item: Mapping[str, Any]) -> list[tuple[str, str]]:
        """Each field that has something to say: what it is called, and what it says."""
        told = (
            (self._title(name, path), self.told(name, value, family, path))
            for name, value in item.items()
            if name not in NOT_ON_PAPER and not _told_elsewhere(name, value, item)
        )
        return [(title, text) for title, text in told if text]

    def told(self, name: str, value: Any, family: str, path: str = "") -> str:
        """A field as people read it; nothing where it has nothing to say."""
        match value:
            case None | "":
                return ""
            case bool() | datetime.date():
                return text_of(value, self.language)
            case int():
                return self._number(name, value, family, path)
            case str():
                return text_of(self._text(name, value, family), self.language)
            case list() | tuple():
                return self._list(name, value, family)
            case dict():
                return self._dict(value, family)
            case _:
                return text_of(value, self.language)

    def said(self, sentence: str) -> str:
        """A sentence with what people read in place of ids."""
        known = {Names().person(person): name for person, name in self.persons.items() if name}
        words = _WORDS[self.language]
        sentence = _STREAM.sub(lambda found: self._matter(found[0]), sentence)
        sentence = _SHORT_PERSON.sub(lambda found: known.get(found[0], words.nameless), sentence)
        return _DIGEST.sub(lambda found: words.file.format(found[0][:_SHOWN]), sentence)

    def _title(self, name: str, path: str) -> str:
        return HUNDREDTHS.sub("", title_of(name, self.language, path))

    def _number(self, name: str, value: int, family: str, path: str) -> str:
        word = listed(name, str(value), family).get(self.language)
        if word is not None:
            return word
        unit = HUNDREDTHS.search(title_of(name, self.language, path))
        if unit is None:
            return str(value)
        hundredths = in_hundredths(value)
        return _WORDS[self.language].yuan.format(hundredths) if unit[1] in MONEY else hundredths

    def _text(self, name: str, value: str, family: str) -> str:
        word = listed(name, value, family).get(self.language)
        if word is not None:
            return word
        if is_stream_id(value):
            return self._matter(value)
        if self.language == "zh":
            value = _period(value) if name in _OF_PERIOD else _limit(value)
        if _DIGEST.fullmatch(value):
            return _WORDS[self.language].file.format(value[:_SHOWN])
        return "" if _is_id(value) else self.titles.get(value) or self.parties.get(value, value)

    def _matter(self, stream: str) -> str:
        if stream.startswith(PERSON):
            return self.persons.get(stream) or _WORDS[self.language].nameless
        return self.matters.get(stream) or kind_of(stream, self.language)

    def _list(self, name: str, values: Iterable[Any], family: str) -> str:
        told = [self.told(name, each, family) for each in values]
        lines = any(isinstance(each, Mapping) for each in values)
        between = "\n" if lines else _WORDS[self.language].between
        return between.join(text for text in told if text)

    def _dict(self, values: Mapping[str, Any], family: str) -> str:
        words = _WORDS[self.language]
        if {"text", "serial", "organ"} <= values.keys():
            annulled = words.annulled if values.get("annulled") else ""
            organ = self.told("organ", values["organ"], family)
            return f"{organ}{words.apart}{values['text']}{annulled}"
        left_out = {"pseudonym"}
        if values.get("name"):
            left_out.add("person")
        if values.get("title"):
            left_out.add("digest")
        told = [
            (self._within(name), self.told(name, value, family))
            for name, value in sorted(values.items(), key=self._place)
            if name not in left_out
        ]
        told = [(title, text) for title, text in told if text]
        if len(told) == 1:
            return told[0][1]
        return words.fields.join(f"{title}{words.colon}{text}" for title, text in told)

    def _place(self, field: tuple[str, Any]) -> int:
        """Where a field within a column stands: PostgreSQL keeps no order of them."""
        order = (*(figure.name for figure in self.figures), *FIRST)
        return order.index(field[0]) if field[0] in order else len(order)

    def _within(self, name: str) -> str:
        for figure in self.figures:
            if figure.name == name:
                return figure.zh if self.language == "zh" else figure.en
        return self._title(name, "")


def kind_of(stream: str, language: Language) -> str:
    """What a stream is: ``问题线索``, ``Lead``."""
    family = FAMILY.get(family_of(stream))
    if family is None:
        return ""
    return family.zh if language == "zh" else family.en[:1].upper() + family.en[1:]


def persons_told(item: Any) -> dict[str, str]:
    """The persons whom a row names itself: id → name."""
    if isinstance(item, (list, tuple)):
        return {person: name for each in item for person, name in persons_told(each).items()}
    if not isinstance(item, dict):
        return {}
    found = persons_told(list(item.values()))
    if isinstance(item.get("person"), str) and isinstance(item.get("name"), str):
        found[item["person"]] = item["name"]
    return found


def matters_in(value: Any) -> set[str]:
    """The streams of other matters that a value names, or a sentence in it."""
    texts = set(strings_with(value, ""))
    found = {stream for text in texts for stream in _STREAM.findall(text)}
    return {stream for stream in found if not stream.startswith(PERSON)}


def _told_elsewhere(name: str, value: Any, item: Mapping[str, Any]) -> bool:
    """Whether a column says only what another says too: the one number, the persons reported."""
    if name == "numbers":
        return [each["text"] for each in value] == [item.get("number")]
    return name == "persons" and set(value) <= persons_told(item).keys()


def _period(code: str) -> str:
    """``2026-Q1`` as it is written: ``2026年第1季度``."""
    found = _PERIOD.fullmatch(code)
    if found is None:
        return code
    year, quarter, half, month = found.groups()
    part = f"第{quarter}季度" if quarter else _HALVES.get(half or "", "")
    return f"{year}年{part}" + (f"{int(month)}月" if month else "")


def _limit(text: str) -> str:
    """``5 working days`` of a scheme as it is said: ``5个工作日``."""
    found = _LIMIT.fullmatch(text)
    return text if found is None else found[1] + _UNITS[found[2]]


def _is_id(value: str) -> bool:
    try:
        UUID(value)
    except ValueError:
        return False
    return True
