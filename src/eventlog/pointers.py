"""JSON pointers (RFC 6901): the names of places in data."""

from collections.abc import Iterable, Mapping
from typing import Any

Json = Any
"""dict with text keys, list, tuple, str, int, bool, None."""


def pointer_of(location: Iterable[int | str]) -> str:
    """The JSON pointer of a place: ``/subjects/0/name`` of ``("subjects", 0, "name")``."""
    return "".join(f"/{escaped(part)}" for part in location)


def escaped(part: int | str) -> str:
    """One step of a pointer as it is written."""
    return str(part).replace("~", "~0").replace("/", "~1")


def location_of(pointer: str) -> list[str]:
    """The steps of a pointer."""
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]


def value_at(data: Json, pointer: str) -> Json:
    """The value at a pointer; None if there is none."""
    for part in location_of(pointer):
        data = _member(data, part)
    return data


def put_at(data: Json, pointer: str, value: Json) -> None:
    """Set the value at a pointer whose parent is there (an object, or an array with that item)."""
    *parents, last = location_of(pointer)
    for part in parents:
        data = _member(data, part)
    data[int(last) if isinstance(data, list) else last] = value


def _member(data: Json, part: str) -> Json:
    if isinstance(data, Mapping):
        return data.get(part)
    if isinstance(data, list | tuple) and part.isdecimal() and int(part) < len(data):
        return data[int(part)]
    return None
