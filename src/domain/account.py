"""The account of one decision: its events, each folded at once, each with the circle after it.

Every family has a subclass in its ``account.py``, which says whom its events concern and which fields
they share. A decision is then its guards and what it tells::

    account = Account(stream, context)
    guards.by_reporter(account)
    account.tell(events.Annulled(**account.frame(), reason=command.reason))
    return account
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final, Generic, TypeVar

from domain.calendar import Calendar
from domain.context import Context
from domain.errors import InvalidField, WrongState
from domain.ids import CaseTag, PartyId, PersonId, StreamId, family_of
from domain.jurisdiction import Jurisdiction
from domain.model import Concerns, Draft, Event, Occurred
from domain.scheme import Scheme
from domain.streams import StreamState

S = TypeVar("S")
T = TypeVar("T", bound=str)

_LATER: Final = Concerns(parties=(), visibility="later")
"""Stands in an event until the state after it is known."""


class Account(ABC, Generic[S]):
    """What a decision adds to one stream, in order. ``state`` is the family's state with it.

    An event is built with the fields of `plain` (or of the family's ``frame``) and those of its own.
    """

    def __init__(self, stream: StreamState[S], context: Context) -> None:
        self.stream: StreamId = stream.stream
        self.state: S = stream.state
        self.context = context
        self._drafts: list[Draft] = []

    def __iter__(self) -> Iterator[Draft]:
        return iter(self._drafts)

    @abstractmethod
    def concerns(self, event: Event, after: S) -> Concerns:
        """Whom ``event`` concerns; ``after`` is the state with it, ``self.state`` that before."""

    def tell(self, event: Event, *, case: CaseTag | None = None) -> None:
        """Add an event: fold it, and state whom it concerns. ``case``: of another stream's case."""
        family = self.context.catalogue.family[family_of(self.stream)]
        after: S = family.evolve(self.state, event)
        told = replace(event, concerns=self.concerns(event, after))
        self.state = after
        self._drafts.append(Draft(self.stream, told, case))

    def plain(self, occurred: Occurred | None = None) -> dict[str, Any]:
        """The fields that every event has. ``occurred`` differs where a paper tells another day."""
        return {"occurred": occurred or self.context.occurred, "concerns": _LATER}

    @property
    def acting(self) -> PartyId:
        """The party whose act it is."""
        return self.context.acting

    @property
    def founding(self) -> PartyId:
        """The party that founded the jurisdiction; before there is one, whichever party asks."""
        return self.jurisdiction.founding_party or self.context.request.party

    @property
    def jurisdiction(self) -> Jurisdiction:
        """The jurisdiction in which it is decided."""
        return self.context.jurisdiction

    @property
    def scheme(self) -> Scheme:
        """The scheme in force; raises `WrongState` before one was adopted."""
        if self.jurisdiction.scheme is None:
            raise self.wrong_state("尚无方案", "there is no scheme yet")
        return self.jurisdiction.scheme

    def related(self, party: PartyId, name: str) -> PartyId | None:
        """A party that stands in a relation to another (`Jurisdiction.relation`); None after it ended."""
        known = party in self.jurisdiction.parties
        return self.jurisdiction.relation(party, name) if known else None

    def is_any(self, person: PersonId, others: Iterable[PersonId]) -> bool:
        """Whether a person is one of others, under whatever pseudonym."""
        return any(self.jurisdiction.one_person(person, other) for other in others)

    @property
    def calendar(self) -> Calendar:
        """The statutory calendar in force; raises `WrongState` before one was adopted."""
        if self.jurisdiction.calendar is None:
            raise self.wrong_state("尚无日历", "there is no calendar yet")
        return self.jurisdiction.calendar

    def wrong_state(self, zh: str, en: str) -> WrongState:
        """The refusal of this action in the state it finds, named in both languages."""
        return self.context.wrong_state(zh=zh, en=en)

    def stands(self, stage: T, *wanted: T, names: Mapping[T, tuple[str, str]]) -> None:
        """Raise `WrongState` unless ``stage`` is one of those wanted; ``names`` it in zh and en."""
        if stage not in wanted:
            raise self.wrong_state(*names[stage])


def invalid(field: str, zh: str, en: str) -> InvalidField:
    """The refusal of one field, with the reason in both languages."""
    return InvalidField(field=field, reason_zh=zh, reason_en=en)


Known = Callable[[StreamState[S], Context], Account[S]]
"""The account of a matter for whoever may know of it at all; raises `NotFound` for others."""


def by_step(
    known: Known[S], step: Callable[[Any, Any], None]
) -> Callable[[StreamState[S], Any, Context], Iterable[Draft]]:
    """The decision that is one step, ``step(account, command)``, which several families share."""

    def decide(stream: StreamState[S], command: Any, context: Context) -> Iterable[Draft]:
        account = known(stream, context)
        step(account, command)
        return account

    return decide
