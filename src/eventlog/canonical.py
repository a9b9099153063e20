"""Canonical JSON: one value, one sequence of bytes (RFC 8785, narrowed).

Sorted ASCII keys, text in NFC, integers below 2^53 in magnitude, no floats, at most ``DEPTH_MAX``
levels. Inside those bounds the bytes are those of RFC 8785, which the tests use as oracle. A text is
refused on *entering* when it has code points that this interpreter's Unicode tables do not know: what
is NFC among assigned characters stays NFC for ever (Unicode stability policy), so all readers agree.
"""

import json
from typing import Any, Final, NoReturn
from unicodedata import category, is_normalized

import orjson

from eventlog.errors import NotCanonical
from eventlog.pointers import Json
from eventlog.refusals import (
    DuplicateKey,
    FloatRefused,
    IntegerOutOfRange,
    KeyNotAscii,
    LoneSurrogate,
    MalformedJson,
    NotCanonicalBytes,
    TextHasNul,
    TextNotNfc,
    TextUnassigned,
    TooDeep,
    TypeRefused,
)

DEPTH_MAX: Final = 32
INTEGER_MAX: Final = 2**53 - 1
_DIGITS_MAX: Final = len(str(-INTEGER_MAX))


def encode(value: Json) -> bytes:
    """The canonical bytes of a value.

    Raises a ``NotCanonical`` that names code and place of what is not allowed.
    """
    check(value)
    return dump(value)


def decode(text: bytes) -> Json:
    """The value of canonical bytes; bytes that ``encode`` would not have written are refused."""
    value = load(text)
    check(value)
    if dump(value) != text:
        refuse(text)
    return value


def check(value: Json, *, entering: bool = False) -> None:
    """Refuse what canonical JSON does not allow, by code and place.

    What is ``entering`` the log (at intake) is refused also for characters that this interpreter does
    not know; what is read cannot be, since another writer may know more.
    """
    _check(value, 0, entering)


def dump(value: Json) -> bytes:
    """The canonical bytes of a value that has been checked."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)


def refuse(text: bytes) -> NoReturn:
    """Say why bytes are not canonical, once it is known that they are not."""
    check(parse(text))
    raise NotCanonicalBytes


def load(text: bytes) -> Json:
    """The value of JSON bytes, nothing checked: for callers that check, dump again and compare."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise MalformedJson(reason=error.msg) from None


def parse(text: bytes) -> Json:
    """The value of JSON bytes as people write them (any order, any spaces).

    Refuses what would be lost in reading: duplicate keys, floats, other constants. Normal form and
    ranges are checked when the value is encoded.
    """
    try:
        return json.loads(
            text.decode("utf-8"),
            object_pairs_hook=_unique,
            parse_int=_integer,
            parse_float=_refuse_number,
            parse_constant=_refuse_number,
        )
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise MalformedJson(reason=str(error)) from None
    except RecursionError:
        raise TooDeep(limit=DEPTH_MAX) from None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        names = [name for name, _ in pairs]
        raise DuplicateKey(key=next(name for name in names if names.count(name) > 1))
    return members


def _integer(digits: str) -> int:
    """Python refuses to read very long ones with an error of its own."""
    if len(digits) > _DIGITS_MAX:
        raise IntegerOutOfRange
    return int(digits)


def _refuse_number(_: str) -> NoReturn:
    raise FloatRefused


def _check(value: Json, depth: int, entering: bool) -> None:
    """Walk the value; the way to a culprit is noted while unwinding."""
    kind = type(value)
    if kind is str:
        if not (value.isascii() and value.isprintable()):
            _check_text(value, entering=entering)
    elif kind is int:
        if not -INTEGER_MAX <= value <= INTEGER_MAX:
            raise IntegerOutOfRange
    elif kind is dict:
        _check_members(value, depth + 1, entering)
    elif kind is list or kind is tuple:
        _check_items(value, depth + 1, entering)
    elif kind is float:
        raise FloatRefused
    elif value is not None and kind is not bool:
        raise TypeRefused(type=kind.__name__)


def _check_members(members: dict[Json, Json], depth: int, entering: bool) -> None:
    if depth > DEPTH_MAX:
        raise TooDeep(limit=DEPTH_MAX)
    for key, item in members.items():
        try:
            if type(key) is not str or not (key.isascii() and key.isprintable()):
                raise KeyNotAscii
            _check(item, depth, entering)
        except NotCanonical as refusal:
            refusal.within(key)
            raise


def _check_items(items: list[Json] | tuple[Json, ...], depth: int, entering: bool) -> None:
    if depth > DEPTH_MAX:
        raise TooDeep(limit=DEPTH_MAX)
    for index, item in enumerate(items):
        try:
            _check(item, depth, entering)
        except NotCanonical as refusal:
            refusal.within(index)
            raise


def _check_text(text: str, *, entering: bool) -> None:
    if not text.isprintable():  # the quick way: printable text has none of what follows
        _check_characters(text, entering=entering)
    if not is_normalized("NFC", text):
        raise TextNotNfc


def _check_characters(text: str, *, entering: bool) -> None:
    if "\0" in text:
        raise TextHasNul
    for character in dict.fromkeys(text):  # each once, in the order of the text
        kind = category(character)
        if kind == "Cs":
            raise LoneSurrogate
        if kind == "Cn" and entering:
            raise TextUnassigned(character=f"U+{ord(character):04X}")
