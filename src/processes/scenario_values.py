"""From the fields of a scenario's line to the data of a command, by the types the command declares."""

import datetime
import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from difflib import get_close_matches
from functools import cache
from types import UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from domain.calendar import SHANGHAI, Calendar, Limit, Unit, due_date
from domain.ids import ObligationId, PartyId, PersonId, StreamId
from domain.leads.values import Subject
from domain.model import Occurred
from processes.scenario_text import Faults, Place

_FIELD: Final = re.compile(r"(?:^|(?<=\s))([a-z_][a-z_0-9]*(?:\.[a-z_][a-z_0-9]*)*)=")
_DIGEST: Final = "sha256:"
_FILE: Final = "file:"

MORNING: Final = datetime.time(9)
"""When things happen on a day that has no time."""
_DAY: Final = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:T(?P<time>[0-9]{2}:[0-9]{2}))?"
    r"(?P<later>(?:\+[0-9]+(?:wd|d))*)"
)
_LATER: Final = re.compile(r"\+([0-9]+)(wd|d)")

Resolve = Callable[[str], str]
"""From a handle to an identifier, or from a file to its digest; raises `Unreadable`."""


class Unreadable(ValueError):
    """A value cannot be read: what is wrong and what to write, each in Chinese and English."""

    def __init__(self, *, zh: str, en: str, fix: tuple[str, str]) -> None:
        super().__init__(en)
        self.zh, self.en, self.fix = zh, en, fix


@dataclass(frozen=True, slots=True)
class Names:
    """How handles become identifiers, and files their digests."""

    stream: Resolve
    person: Resolve
    party: Resolve
    file: Resolve


def unknown(what: tuple[str, str], name: str, known: Iterable[str]) -> Unreadable:
    """Say that a name is unknown, and which ones are meant perhaps."""
    near = get_close_matches(name, list(known), n=3)
    fix = (f"是否指{'、'.join(near)}?", f"Perhaps {', '.join(near)}?")
    return Unreadable(
        zh=f"没有{what[0]}“{name}”。",
        en=f"There is no {what[1]} «{name}».",
        fix=fix if near else ("请核对写法。", "Check the spelling."),
    )


def split_fields(text: str) -> Iterable[tuple[str, str]]:
    """``a=1 b.c=two words`` → each name with its value, which runs to the next name."""
    found = list(_FIELD.finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)][: len(found)]
    rest = text[: found[0].start()] if found else text
    if rest.strip():
        raise Unreadable(
            zh=f"“{rest.strip()}”不是字段。",
            en=f"«{rest.strip()}» is no field.",
            fix=("请写成 名称=值。", "Write name=value."),
        )
    for match, end in zip(found, ends, strict=True):
        yield match[1], text[match.end() : end].strip()


class Reader:
    """Reads the fields of one command; what is wrong goes to ``faults``."""

    def __init__(self, shape: type, names: Names, faults: Faults, handle: str) -> None:
        self._shape, self._names, self._faults, self._handle = shape, names, faults, handle
        self.data: dict[str, Any] = {}

    def line(self, place: Place, text: str) -> None:
        """Read the fields that stand on the line of the action."""
        self._guarded(place, lambda: self._fields(self.data, self._shape, text))

    def under(self, place: Place, text: str) -> None:
        """Read one indented line: ``name: …``."""
        self._guarded(place, lambda: self._under(text))

    def _guarded(self, place: Place, read: Callable[[], None]) -> None:
        try:
            read()
        except Unreadable as error:
            self._faults.add(place, zh=error.zh, en=error.en, fix=error.fix)

    def _under(self, text: str) -> None:
        name, colon, rest = text.partition(":")
        if not colon:
            raise Unreadable(
                zh=f"“{text}”不是“字段: 内容”。",
                en=f"«{text}» is not «field: …».",
                fix=("请写成 字段: 内容。", "Write field: content."),
            )
        shape = _inner(_hint(self._shape, name))
        item = get_args(shape)[0] if get_origin(shape) is tuple else shape
        read: Any = rest.strip()
        if is_dataclass(item) and item is not Occurred:
            read = {}
            self._fields(read, item, rest.strip())
        else:
            read = self._value(item, rest.strip())
        if get_origin(shape) is tuple:
            self._append(name, item, read)
        elif isinstance(read, dict):
            self.data.setdefault(name, {}).update(read)
        else:
            self.data[name] = read

    def _append(self, name: str, item: Any, read: Any) -> None:
        """Add an item to a list. A reported person gets the handle ``L17:1``, in order."""
        items = self.data.setdefault(name, [])
        if item is Subject:
            read.setdefault("person", self._names.person(f"{self._handle}:{len(items) + 1}"))
        items.append(read)

    def _fields(self, data: dict[str, Any], shape: Any, text: str) -> None:
        for path, value in split_fields(text):
            *outer, name = path.split(".")
            place, inner = data, shape
            for step in outer:
                place, inner = _into(place, inner, step)
            place[name] = self._value(_hint(inner, name), value)

    def _value(self, hint: Any, text: str) -> Any:
        shape = _inner(hint)
        if get_origin(shape) is tuple:
            parts = [part for part in re.split(r"\s*,\s*", text) if part]
            return [self._value(get_args(shape)[0], part) for part in parts]
        if get_origin(shape) is Literal:
            if text not in get_args(shape):
                raise unknown(("选项", "choice"), text, get_args(shape))
            return text
        if shape is Occurred:
            day, _, time = text.partition("T")
            return {"date": read_day(day)} | ({"time": f"{time}:00"} if time else {})
        readers: Mapping[Any, Callable[[str], Any]] = {
            StreamId: self._names.stream,
            PersonId: self._names.person,
            PartyId: self._names.party,
            ObligationId: str,
            int: _whole,
            bool: _flag,
            datetime.date: read_day,
            str: self._text,
        }
        if shape not in readers:
            raise Unreadable(
                zh="该字段须另起一行写明。",
                en="This field has parts.",
                fix=("请缩进另写一行“字段: 名称=值”。", "Write it indented: «field: name=value»."),
            )
        return readers[shape](text)

    def _text(self, text: str) -> str:
        """A text as it stands; ``file:…`` is the digest of that file, ``sha256:…`` that of what follows."""
        if text.startswith(_FILE):
            return self._names.file(text.removeprefix(_FILE))
        if text.startswith(_DIGEST):
            return hashlib.sha256(text.removeprefix(_DIGEST).encode()).hexdigest()
        return text


@cache
def _hint(shape: Any, name: str) -> Any:
    if not is_dataclass(shape):
        raise unknown(("字段", "field"), name, ())
    known = [field.name for field in fields(shape)]
    if name not in known:
        raise unknown(("字段", "field"), name, known)
    return get_type_hints(shape)[name]


def _into(data: dict[str, Any], shape: Any, name: str) -> tuple[dict[str, Any], Any]:
    """Where ``name.…`` leads: into a part, or into the one item of a list, which is made."""
    inner = _inner(_hint(shape, name))
    if get_origin(inner) is tuple:
        return data.setdefault(name, [{}])[0], get_args(inner)[0]
    return data.setdefault(name, {}), inner


def _inner(hint: Any) -> Any:
    """A type without ``None``."""
    if get_origin(hint) in (Union, UnionType):
        (hint,) = (part for part in get_args(hint) if part is not type(None))
    return hint


def _whole(text: str) -> int:
    if re.fullmatch(r"0|[1-9][0-9]*", text) is None:
        raise Unreadable(
            zh=f"“{text}”不是整数。",
            en=f"«{text}» is no number.",
            fix=("请写数字。", "Write digits."),
        )
    return int(text)


def _flag(text: str) -> bool:
    if text not in ("yes", "no"):
        raise Unreadable(
            zh=f"“{text}”应为 yes 或 no。",
            en=f"«{text}» is neither yes nor no.",
            fix=("请写 yes 或 no。", "Write yes or no."),
        )
    return text == "yes"


def read_day(text: str) -> str:
    """A day as it is written in data; raises `Unreadable`."""
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise Unreadable(
            zh=f"“{text}”不是日期。",
            en=f"«{text}» is no day.",
            fix=("请写成 2026-03-04。", "Write it as 2026-03-04."),
        ) from None


def day_of(text: str, calendar: Calendar) -> datetime.datetime:
    """The moment of a day that a line says, working days counted on, in UTC; else `Unreadable`."""
    form = _DAY.fullmatch(text)
    if form is None:
        raise Unreadable(
            zh=f"“{text}”不是日期。",
            en=f"«{text}» is no day.",
            fix=("请写成 2026-03-04、2026-03-04T15:30 或 2026-03-04+3wd。",) * 2,
        )
    day = datetime.date.fromisoformat(form["day"])
    for count, unit in _LATER.findall(form["later"]):
        limit = Limit(int(count), Unit.WORKING_DAY)
        if unit == "wd":
            day = due_date(day, limit, calendar=calendar).date
        else:
            day += datetime.timedelta(days=int(count))
    time = datetime.time.fromisoformat(form["time"]) if form["time"] else MORNING
    return instant(day, time)


def instant(day: datetime.date, time: datetime.time) -> datetime.datetime:
    """A time of day in China, in UTC."""
    return datetime.datetime.combine(day, time, tzinfo=SHANGHAI).astimezone(datetime.UTC)
