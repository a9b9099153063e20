"""A family for the tests of the write path: entries in diaries, and commands that misbehave."""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Any, Final

from annotated_types import Ge, Le

from domain.catalogue import CATALOGUE
from domain.context import Context
from domain.errors import WrongState
from domain.ids import StreamId
from domain.model import Command, Concerns, Draft, Event, Personal, PseudonymOf, Text
from domain.registry import Action, Catalogue, EventType, Family
from domain.streams import StreamState


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(Command):
    """Open a diary."""

    title: Text
    owner: Personal | None = None
    pseudonym: Annotated[str | None, PseudonymOf("owner")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Write(Command):
    """Write some entries at once, copied to another diary if wanted."""

    text: Text
    entries: Annotated[int, Ge(1), Le(500)] = 1
    copy_to: StreamId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Misbehave(Command):
    """Fail, or never come back."""

    how: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(Event):
    """A diary was opened; ``others`` have an owner of the same name."""

    title: Text
    owner: Personal | None = None
    pseudonym: Annotated[str | None, PseudonymOf("owner")] = None
    others: tuple[StreamId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Written(Event):
    """An entry was written."""

    text: Text
    page: int


@dataclass(frozen=True, slots=True)
class Diary:
    """How many pages are written."""

    opened: bool = False
    pages: int = 0


Stream = StreamState[Diary]
MISBEHAVIOUR: Final[dict[str, Any]] = {
    "fail": lambda: 1 // 0,
    "hang": lambda: sum(0 for _ in itertools.count()),
}


def _common(context: Context) -> dict[str, Any]:
    concerns = Concerns(parties=(context.acting,), visibility="organisation")
    return {"occurred": context.occurred, "concerns": concerns}


def _open(stream: Stream, command: Open, context: Context) -> Iterable[Draft]:
    others: tuple[StreamId, ...] = ()
    if command.pseudonym is not None:
        others = context.matches[command.pseudonym]
    event = Opened(
        title=command.title,
        owner=command.owner,
        pseudonym=command.pseudonym,
        others=others,
        **_common(context),
    )
    yield Draft(stream.stream, event)


def _write(stream: Stream, command: Write, context: Context) -> Iterator[Draft]:
    if stream.state.pages + command.entries > 2_000:
        raise WrongState(state="full", action="write")
    pages = stream.state.pages
    for page in range(pages + 1, pages + 1 + command.entries):
        yield Draft(stream.stream, Written(text=command.text, page=page, **_common(context)))
    if command.copy_to is not None:
        other = context.streams[command.copy_to]
        event = Written(text=command.text, page=other.state.pages + 1, **_common(context))
        yield Draft(other.stream, event)


def _misbehave(_: Stream, command: Misbehave, __: Context) -> Iterable[Draft]:
    MISBEHAVIOUR[command.how]()
    return ()


def _evolve(state: Diary, event: Event) -> Diary:
    match event:
        case Opened():
            return replace(state, opened=True)
        case Written():
            return replace(state, pages=event.page)
        case _:
            raise AssertionError(event)


DIARIES: Final = Family(
    name="diary",
    collection="diaries",
    zh="日记",
    en="diary",
    initial=Diary(),
    evolve=_evolve,
    events=(
        EventType(name="opened", event=Opened, zh="开立日记“{title}”", en="opened «{title}»"),
        EventType(name="written", event=Written, zh="写第{page}页", en="wrote page {page}"),
    ),
    actions=(
        Action(
            name="open", command=Open, decide=_open, zh="开立", en="open", target="new",
            example={"title": "Diary"},
        ),
        Action(name="write", command=Write, decide=_write, zh="书写", en="write", example={"text": "…"}),
        Action(
            name="misbehave", command=Misbehave, decide=_misbehave, zh="出错", en="misbehave",
            example={"how": "fail"}, target="any",
        ),
    ),
)  # fmt: skip

WITH_DIARIES: Final = Catalogue((*CATALOGUE.families, DIARIES))
"""All families, and diaries."""
