"""Where a command holds personal text, pseudonyms and ids: found by the type hints of its classes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from domain.ids import PersonId, StreamId
from domain.model import Command, PersonalField, PseudonymOf
from eventlog import forms
from eventlog.errors import FieldFault
from eventlog.pointers import pointer_of

Location = tuple[int | str, ...]
Kind = Literal["personal", "pseudonym", "person", "stream"]
"""Text to be sealed; a pseudonym made from one; the id of a person; the id of a stream."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One field of a command that needs more than its type says.

    ``owner`` is the object it stands in, ``owner_location`` that object's own place.
    """

    kind: Kind
    location: Location
    value: str | None
    owner: Any
    owner_location: Location
    pseudonym_of: str = ""
    """For a pseudonym: the name of the personal field beside it."""

    @property
    def pointer(self) -> str:
        """JSON pointer of the field in the command."""
        return pointer_of(self.location)

    @property
    def owner_pointer(self) -> str:
        """JSON pointer of the object in the command."""
        return pointer_of(self.owner_location)

    @property
    def is_subject(self) -> bool:
        """Whether it says who the personal fields beside it are about."""
        beside = self.location == (*self.owner_location, "person")
        return beside and self.kind == "person" and _has_personal(type(self.owner))


def places_of(command: Command) -> Iterator[Place]:
    """All such places of a command, in the order of its fields."""
    return _walk(command, type(command), command, (), ())


def faults_on_the_log(command: Command, commitments: Mapping[str, str]) -> Iterator[FieldFault]:
    """What is wrong with a command that should be sealed: clear text, foreign commitments, ill-formed ids."""
    unplaced = dict(commitments)
    for place in places_of(command):
        if place.kind == "personal" and place.value is not None:
            if unplaced.pop(place.pointer, None) != place.value:
                yield FieldFault(
                    pointer=place.pointer,
                    zh="个人信息未经密封。",
                    en="is personal text that was not sealed.",
                )
        elif not has_form(place):
            yield ill_formed(place)
    for pointer in unplaced:
        yield FieldFault(pointer=pointer, zh="此处没有个人信息。", en="holds no personal text.")


def has_form(place: Place) -> bool:
    """Whether an id has the form of one."""
    pattern = {"person": forms.PERSON, "stream": forms.STREAM}.get(place.kind)
    return place.value is None or pattern is None or forms.matches(pattern, place.value)


def ill_formed(place: Place) -> FieldFault:
    """The fault of an id that has not the form of one."""
    form = "person/<uuid>" if place.kind == "person" else "<family>/<uuid>"
    return FieldFault(pointer=place.pointer, zh=f"应为标识 {form}。", en=f"must be an id: {form}.")


def _walk(value: Any, hint: Any, owner: Any, owner_at: Location, at: Location) -> Iterator[Place]:
    if is_dataclass(value):
        for name, each in _hints(type(value)).items():
            yield from _walk(getattr(value, name), each, value, at, (*at, name))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _walk(item, _item_hint(hint), owner, owner_at, (*at, key))
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            yield from _walk(item, _item_hint(hint), owner, owner_at, (*at, index))
    elif value is None or isinstance(value, str):
        marked = _kind(hint)
        if marked is not None:
            yield Place(
                kind=marked[0],
                location=at,
                value=value,
                owner=owner,
                owner_location=owner_at,
                pseudonym_of=marked[1],
            )


_HINTS: Final[dict[type, Mapping[str, Any]]] = {}


def _hints(shape: Any) -> Mapping[str, Any]:
    """The types of those fields of a dataclass in which something may be found."""
    if shape not in _HINTS:
        hints = get_type_hints(shape, include_extras=True)
        _HINTS[shape] = {
            name: hints[name] for name in shape.__dataclass_fields__ if _may_hold(hints[name])
        }
    return _HINTS[shape]


def _may_hold(hint: Any) -> bool:
    if hint is None or _kind(hint) is not None:
        return hint is not None
    if any(is_dataclass(base) and _hints(base) for base in _flat(hint)[0]):
        return True
    return _may_hold(_item_hint(hint))


def _has_personal(shape: Any) -> bool:
    return any(_kind(hint) == ("personal", "") for hint in _hints(shape).values())


@cache
def _kind(hint: Any) -> tuple[Kind, str] | None:
    bases, marks = _flat(hint)
    for mark in marks:
        if isinstance(mark, PersonalField):
            return "personal", ""
        if isinstance(mark, PseudonymOf):
            return "pseudonym", mark.source
    if PersonId in bases:
        return "person", ""
    return ("stream", "") if StreamId in bases else None


@cache
def _item_hint(hint: Any) -> Any:
    """The type of the items of an array, or of the values of an object."""
    for base in _flat(hint)[0]:
        arguments = [each for each in get_args(base) if each is not Ellipsis]
        if get_origin(base) is not None and arguments:
            return arguments[-1]
    return None


def _flat(hint: Any) -> tuple[list[Any], list[Any]]:
    """The types of a union, and all that is annotated."""
    if get_origin(hint) is Annotated:
        bases, marks = _flat(get_args(hint)[0])
        return bases, [*marks, *get_args(hint)[1:]]
    if get_origin(hint) in (Union, UnionType):
        parts = [_flat(each) for each in get_args(hint)]
        return [base for bases, _ in parts for base in bases], [
            mark for _, marks in parts for mark in marks
        ]
    return [hint], []
