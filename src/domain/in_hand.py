"""What of a matter is in a person's hands, and how it goes to another of the same party (工作交接).

Each family whose matters people handle says in its own ``in_hand.py`` who may know of one, which parts
a person has in it, and gives them to another by events of its own, under the guards that hold for
whoever handles it from the beginning.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from annotated_types import MinLen

from domain import handlers
from domain.context import Context
from domain.ids import PartyId, PersonId
from domain.model import Draft
from domain.streams import StreamState

Part = Literal["handler", "keeper", "verifier", "adjudicator", "examiner", "responsible"]
"""承办 · 专管 · 核查组 · 审理 · 复审复核 · 整改责任: what a person is in a matter."""

Parts = Annotated[tuple[Part, ...], MinLen(1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """Who takes over from whom in an office, and by which list."""

    office: PartyId
    leaver: PersonId
    taker: PersonId
    reason: str

    def succeeded(self, people: tuple[PersonId, ...], context: Context) -> tuple[PersonId, ...]:
        """The people with the taker in the leaver's place, each once."""
        changed = (
            self.taker if handlers.is_any(self.leaver, (each,), context) else each
            for each in people
        )
        return tuple(dict.fromkeys(changed))


@dataclass(frozen=True, slots=True, kw_only=True)
class InHand:
    """How one family answers.

    ``known(stream, context)`` refuses an actor who may not know of the matter, ``parts`` says what a
    person has in it for an office, ``give`` tells that another has it, or refuses.
    """

    known: Callable[[StreamState[Any], Context], object]
    parts: Callable[[StreamState[Any], PartyId, PersonId, Context], tuple[Part, ...]]
    give: Callable[[StreamState[Any], Succession, Context], Iterable[Draft]]


def held(
    person: PersonId, context: Context, people: Iterable[tuple[Part, tuple[PersonId, ...]]]
) -> tuple[Part, ...]:
    """The parts in which a person stands, under whatever pseudonym."""
    return tuple(part for part, those in people if handlers.is_any(person, those, context))


def two_left(
    people: tuple[PersonId, ...],
    succession: Succession,
    context: Context,
    keep_out: handlers.KeepOut,
) -> None:
    """Refuse a taker who must keep out or is not in office, and one who would be left alone (R 77, 94, 222).

    The others stay as they are: whether one of them leaves too is for their own list.
    """
    handlers.fit_to_handle(context, succession.office, (succession.taker,), keep_out)
    first = people[0]
    if all(context.jurisdiction.one_person(first, each) for each in people):
        raise handlers.NeedsTwoHandlers
