"""What a decision is asked, and what it may look at."""

import datetime
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from domain import roles
from domain.calendar import SHANGHAI
from domain.errors import NotAuthorised, NotFound, WrongState
from domain.ids import (
    JurisdictionCode,
    PartyId,
    PersonId,
    StreamId,
    derived_id,
    family_of,
    stream_id,
)
from domain.jurisdiction import Jurisdiction
from domain.model import Command, Occurred
from domain.registry import Action, Catalogue
from domain.streams import Search, StreamsNeeded, StreamState


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A decoded command: who asks for what, where. ``id`` is its Idempotency-Key."""

    id: UUID
    type: str
    jurisdiction: JurisdictionCode
    target: StreamId
    command: Command
    actor: PersonId
    party: PartyId
    if_match: int | None = None


class Loaded(Mapping[StreamId, StreamState[Any]]):
    """The streams that a decision may look at, with its own changes on top.

    Looking up a stream that was not loaded raises `StreamsNeeded`, one of no family at all
    `NotFound`. A stream that does not exist yet is loaded as its family's empty one.
    """

    def __init__(
        self, streams: Mapping[StreamId, StreamState[Any]], families: Container[str]
    ) -> None:
        self._streams = streams
        self._families = families
        self.changed: dict[StreamId, StreamState[Any]] = {}
        self.fresh: dict[StreamId, StreamState[Any]] = {}

    def __getitem__(self, stream: StreamId) -> StreamState[Any]:
        self.require((stream,))
        found = self.changed.get(stream) or self.fresh.get(stream)
        return self._streams[stream] if found is None else found

    def __iter__(self) -> Iterator[StreamId]:
        return iter({**self._streams, **self.fresh, **self.changed})

    def __len__(self) -> int:
        return len({**self._streams, **self.fresh, **self.changed})

    def require(self, streams: Iterable[StreamId]) -> None:
        """Ask for several streams at once, rather than one after the other."""
        missing = frozenset(
            stream
            for stream in streams
            if stream not in self.changed
            and stream not in self.fresh
            and stream not in self._streams
        )
        for stream in missing:
            if family_of(stream) not in self._families:
                raise NotFound(stream=stream)
        if missing:
            raise StreamsNeeded(streams=missing)


class Matches(Mapping[str, tuple[StreamId, ...]]):
    """Pseudonym → streams that carry it. One that was not looked for raises `StreamsNeeded`."""

    def __init__(self, matches: Mapping[str, tuple[StreamId, ...]]) -> None:
        self._matches = matches

    def __getitem__(self, pseudonym: str) -> tuple[StreamId, ...]:
        found = self._matches.get(pseudonym)
        if found is None:
            raise StreamsNeeded(pseudonyms=frozenset({pseudonym}))
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._matches)

    def __len__(self) -> int:
        return len(self._matches)


class Found(Mapping[Search, tuple[StreamId, ...]]):
    """Search → streams that may be meant: all that are, and perhaps others of their family.

    One that was not made raises `StreamsNeeded`.
    """

    def __init__(self, found: Mapping[Search, tuple[StreamId, ...]]) -> None:
        self._found = found

    def __getitem__(self, search: Search) -> tuple[StreamId, ...]:
        found = self._found.get(search)
        if found is None:
            raise StreamsNeeded(searches=frozenset({search}))
        return found

    def __iter__(self) -> Iterator[Search]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the decision of one action gets beside its stream and command.

    ``now`` is the jurisdiction's clock (aware UTC), ``today`` its date in China.
    """

    request: Request
    action: Action
    now: datetime.datetime
    today: datetime.date
    jurisdiction: Jurisdiction
    streams: Loaded
    matches: Matches
    found: Found
    catalogue: Catalogue

    @property
    def actor(self) -> PersonId:
        """Who acts."""
        return self.request.actor

    @property
    def acting(self) -> PartyId:
        """The party whose act it is: another, where it is entered on its behalf or by somebody lent to it."""
        on_behalf = self.request.command.on_behalf
        if on_behalf is not None:
            return on_behalf.party
        return self.lent or self.request.party

    @property
    def lent(self) -> PartyId | None:
        """With whose handlers the actor is lent to the target; None for whoever acts in their own office."""
        request = self.request
        if request.command.on_behalf is not None:
            return None
        return self.jurisdiction.lent(request.actor, request.party, request.target, self.today)

    @property
    def occurred(self) -> Occurred:
        """Business time: what the command says, else today."""
        return self.request.command.occurred or Occurred(date=self.today)

    def new_stream(self, family: str, suffix: str = "") -> StreamId:
        """A new stream; its id follows from the command. ``suffix`` tells several apart.

        Without suffix it is the id that an opening command has as its target.
        """
        parts = (self.request.jurisdiction, self.request.actor, self.request.id)
        new = stream_id(family, derived_id(*parts, suffix) if suffix else derived_id(*parts))
        if new not in self.streams.changed:
            self.streams.fresh[new] = self.catalogue.family[family_of(new)].empty(new)
        return new

    def having(self, event: str, *, since: datetime.date) -> tuple[StreamState[Any], ...]:
        """The streams with an event of that name recorded since a day, and perhaps others of the family.

        What happened on a day is recorded on it or later: nothing of that day on is missing.
        """
        streams = self.found[Search(event, since)]
        self.streams.require(streams)
        return tuple(self.streams[stream] for stream in streams)

    def require_role(self, *wanted: str, of: PartyId | None = None) -> None:
        """Refuse unless the actor holds one of these roles in ``of`` (default: the acting party).

        For a party that is not on the system the person who enters its letter holds none there:
        who may enter was checked before, so the act counts as done with due authority.
        """
        party = of or self.acting
        if party != self.acting:
            raise self.refused(
                zh=f"须由{self._name(party, 'zh')}办理",
                en=f"it is for {self._name(party, 'en')} to do",
            )
        if self.request.command.on_behalf is not None:
            return
        if self.lent is not None and (roles.HANDLER in wanted or not wanted):
            return
        if not self.jurisdiction.holds(self.actor, party, wanted, self.today):
            raise self.refused(
                zh=f"须担任{'、'.join(self._role(role, 'zh') for role in wanted)}",
                en=f"it needs the role {' or '.join(self._role(role, 'en') for role in wanted)}",
            )

    def require_administrator(self) -> None:
        """Refuse unless the actor administers the jurisdiction (`Jurisdiction.administers`)."""
        if not self.jurisdiction.administers(self.actor, self.request.party, self.today):
            raise self.refused(
                zh="须由管理员办理", en="it is for an administrator of the commission to do"
            )

    def refused(self, *, zh: str, en: str) -> NotAuthorised:
        """The refusal of this action for want of authority, with the reason in both languages."""
        return NotAuthorised(
            actor=self.actor,
            party=self.acting,
            action_zh=self.action.zh,
            action_en=self.action.en,
            reason_zh=zh,
            reason_en=en,
        )

    def wrong_state(self, *, zh: str, en: str) -> WrongState:
        """The refusal of this action in the state that is named in both languages."""
        return WrongState(
            state_zh=zh, state_en=en, action_zh=self.action.zh, action_en=self.action.en
        )

    def _name(self, party: PartyId, language: str) -> str:
        found = self.jurisdiction.parties.get(party)
        return party if found is None else str(getattr(found, language))

    def _role(self, role: str, language: str) -> str:
        scheme = self.jurisdiction.scheme
        found = None if scheme is None else scheme.roles.get(role)
        return role if found is None else str(getattr(found, language))


def instant(occurred: Occurred) -> datetime.datetime:
    """The earliest instant at which something of that business time can have happened."""
    time = occurred.time or datetime.time.min
    return datetime.datetime.combine(occurred.date, time, tzinfo=SHANGHAI)
