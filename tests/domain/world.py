"""A jurisdiction in memory, decided by the domain alone: no log, no database, a clock one can move."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from domain.calendar import SHANGHAI, local_date
from domain.catalogue import CATALOGUE
from domain.deciding import Decision, Request, decide, evolve, index_keys
from domain.ids import (
    SYSTEM_PARTY,
    SYSTEM_PERSON,
    CaseTag,
    PartyId,
    PersonId,
    StreamId,
    derived_id,
    family_of,
)
from domain.jurisdiction import Jurisdiction
from domain.model import Command, Event
from domain.obligations import commands as obligations
from domain.obligations.periodic import openings
from domain.quality_bulletins.commands import NoteRunning
from domain.quality_bulletins.running import look_at, noted_in
from domain.quality_reviews.subjects import REVIEWED
from domain.registry import Catalogue
from domain.streams import Search, StreamsNeeded, StreamState


@dataclass(frozen=True, slots=True)
class Told:
    """One event as it was decided: where, when, by whom."""

    stream: StreamId
    event: Event
    name: str
    today: datetime.date
    actor: PersonId
    party: PartyId
    case: CaseTag | None


@dataclass
class World:
    """Streams by id, the jurisdiction, and everything that happened, in order."""

    jurisdiction: Jurisdiction
    now: datetime.datetime
    streams: dict[StreamId, StreamState[Any]] = field(default_factory=dict)
    carriers: dict[str, tuple[StreamId, ...]] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    catalogue: Catalogue = CATALOGUE

    @property
    def today(self) -> datetime.date:
        """The date on the jurisdiction's clock."""
        return local_date(self.now)

    def state(self, stream: StreamId) -> Any:
        """What a stream's family folded."""
        return self.stream(stream).state

    def stream(self, stream: StreamId) -> StreamState[Any]:
        """A stream; an empty one of its family if nothing happened in it."""
        return self.streams.get(stream) or self.catalogue.family[family_of(stream)].empty(stream)

    def ask(
        self,
        action: str,
        target: StreamId,
        command: Command,
        *,
        actor: PersonId,
        party: PartyId,
        id: UUID | None = None,  # noqa: A002 - the attribute's name
    ) -> list[Event]:
        """Decide ``lead.receive`` and the like and keep what it causes; a `Refusal` changes nothing."""
        request = Request(
            id=id or derived_id("world", len(self.told), action, target),
            type=f"guantong.{action}",
            jurisdiction=self.jurisdiction.code,
            target=target,
            command=command,
            actor=actor,
            party=party,
        )
        decision = self._decide(request)
        self.jurisdiction = decision.jurisdiction
        self.streams.update(decision.streams)
        for placed in decision.events:
            name = self.catalogue.short_name_of[type(placed.event)]
            told = Told(placed.stream, placed.event, name, self.today, actor, party, placed.case)
            self.told.append(told)
            for key in index_keys(placed.event):
                known = self.carriers.get(key, ())
                self.carriers[key] = tuple(dict.fromkeys((*known, placed.stream)))
        return [placed.event for placed in decision.events]

    def _decide(self, request: Request) -> Decision:
        """Decide as the writer does: load what the decision asks for, and decide again."""
        streams = {request.target: self.stream(request.target)}
        matches: dict[str, tuple[StreamId, ...]] = {}
        found: dict[Search, tuple[StreamId, ...]] = {}
        while True:
            try:
                return decide(
                    request,
                    now=self.now,
                    jurisdiction=self.jurisdiction,
                    streams=streams,
                    matches=matches,
                    found=found,
                    catalogue=self.catalogue,
                )
            except StreamsNeeded as needed:
                streams |= {stream: self.stream(stream) for stream in needed.streams}
                matches |= {key: self.carriers.get(key, ()) for key in needed.pseudonyms}
                found |= {search: self._having(search) for search in needed.searches}

    def _having(self, search: Search) -> tuple[StreamId, ...]:
        """The streams with an event of that name since the day, in the order of their first."""
        told = (t.stream for t in self.told if t.name == search.event and t.today >= search.since)
        return tuple(dict.fromkeys(told))

    def pass_to(self, day: datetime.date) -> None:
        """Let the days pass, each with what falls due on it, until it is nine o'clock of ``day``."""
        while self.today < day:
            next_day = self.today + datetime.timedelta(days=1)
            self.advance(datetime.datetime.combine(next_day, datetime.time(9), tzinfo=SHANGHAI))
            self.settle()

    def advance(self, to: datetime.datetime) -> None:
        """Set the clock on; never back."""
        self.now = max(self.now, to.astimezone(datetime.UTC))
        self.jurisdiction = replace(self.jurisdiction, simulated_now=self.now)

    def settle(self) -> None:
        """Send what the clock process would send, until nothing is due."""
        while due := list(self._due()):
            self._send(due)
        self._send(list(self._notes()))

    def _send(self, due: list[tuple[str, StreamId, Command]]) -> None:
        for action, stream, command in due:
            self.ask(action, stream, command, actor=SYSTEM_PERSON, party=SYSTEM_PARTY)

    def _due(self) -> Iterator[tuple[str, StreamId, Command]]:
        for opening in openings(self.jurisdiction, after=None, until=self.today):
            if opening.stream not in self.streams:
                opened = obligations.Open(
                    rule=opening.rule.key, period=opening.period.code, party=opening.party
                )
                yield "obligation.open", opening.stream, opened
        for stream in self.streams.values():
            for owed in stream.obligations.values():
                steps = owed.arisen.escalation
                if owed.status == "open" and owed.due < self.today:
                    yield "obligation.lapse", stream.stream, obligations.Lapse(obligation=owed.id)
                elif (
                    owed.status == "overdue"
                    and owed.escalated < len(steps)
                    and steps[owed.escalated].on < self.today
                ):
                    step = owed.escalated + 1
                    further = obligations.Escalate(obligation=owed.id, step=step)
                    yield "obligation.escalate", stream.stream, further

    def _notes(self) -> Iterator[tuple[str, StreamId, Command]]:
        """What the clock notes once a day: the running matters that a bulletin owed has to look at."""
        owed = [
            (each.owner, each.arisen.period)
            for stream in self.streams.values()
            if family_of(stream.stream) == "quality_bulletin"
            for each in stream.obligations.values()
            if each.status in ("open", "overdue") and each.arisen.period is not None
        ]
        scheme = self.jurisdiction.scheme
        scoring = None if scheme is None or not owed else scheme.scoring
        if scoring is None:
            return
        running = (
            look_at(stream, self.jurisdiction, scoring)
            for stream in self.streams.values()
            if family_of(stream.stream) in REVIEWED
        )
        matters = tuple(each.matter for each in running if each is not None)
        for issuer, period in owed:
            stream = noted_in(self.jurisdiction.code, issuer, period)
            if self.state(stream).noted != matters:
                noted = NoteRunning(issuer=issuer, period=period, matters=matters)
                yield "quality_bulletin.note_running", stream, noted


def refolded(world: World) -> Mapping[StreamId, StreamState[Any]]:
    """Every stream folded afresh from what happened."""
    folded: dict[StreamId, StreamState[Any]] = {}
    for told in world.told:
        empty = world.catalogue.family[family_of(told.stream)].empty(told.stream)
        before = folded.get(told.stream, empty)
        folded[told.stream] = evolve(before, told.event, world.catalogue)
    return folded
