"""One poll of commands, decided one after the other on an overlay; nothing leaves it before the commit."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from typing import Any, Final

from domain.deciding import Decision, Request, decide, pseudonyms_named, streams_named
from domain.errors import Explained, NotFound
from domain.ids import JurisdictionCode, StreamId, family_of
from domain.registry import Catalogue
from domain.streams import Search, StreamsNeeded, StreamState
from eventlog.codec import command_of, event_to_data
from eventlog.errors import (
    CommandExpired,
    CommandIdReused,
    NotPlacedHere,
)
from eventlog.index import is_remembered, pseudonyms_in
from eventlog.index_keys import CommandKey, Known, PseudonymKey, StreamKey
from eventlog.partition_log import Batch
from eventlog.records import CommandRecord, EventRecord, OutcomeRecord, first_link, link
from eventlog.sealing import carried
from eventlog.writer_answers import accepted, incident, rejected
from eventlog.writer_memory import Memory, Standing
from eventlog.writer_tail import Added

RECORD_BYTES_MAX: Final = 1_000_000
"""Greatest record of an event, value and header; Kafka takes 1 MiB."""

ROUNDS_MAX: Final = 20
"""How often a decision may ask for more streams before it counts as failed."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A command, its offset on the commands topic, what makes it the same command, and its digest."""

    offset: int
    record: CommandRecord
    key: CommandKey = field(init=False)
    digest: str = field(init=False)

    def __post_init__(self) -> None:
        record = self.record
        key = CommandKey(record.jurisdiction, record.actor, record.id)
        object.__setattr__(self, "key", key)
        object.__setattr__(self, "digest", record.digest)


@dataclass(slots=True)
class Decided:
    """What a poll came to: to write in one transaction, and to remember after its commit."""

    batches: list[Batch] = field(default_factory=list)
    outcomes: list[OutcomeRecord] = field(default_factory=list)
    added: list[Added] = field(default_factory=list)
    rejected: dict[CommandKey, Known] = field(default_factory=dict)
    streams: dict[StreamKey, StreamState[Any]] = field(default_factory=dict)
    standings: dict[JurisdictionCode, Standing] = field(default_factory=dict)
    events: int = 0


class Poll:
    """Decides the commands of one poll of one partition, in order.

    ``tip`` is that of the partition's log, ``limit`` guards each call of ``decide``.
    What ``decide`` raises becomes a rejected outcome. What PostgreSQL raises goes through: nothing was done.
    """

    def __init__(
        self,
        memory: Memory,
        *,
        partition: int,
        catalogue: Catalogue,
        tip: Callable[[JurisdictionCode], tuple[int, str]],
        wall: Callable[[], datetime.datetime],
        limit: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self.decided = Decided()
        self._memory = memory
        self._partition = partition
        self._catalogue = catalogue
        self._tip = tip
        self._wall = wall
        self._limit = limit
        self._known: dict[CommandKey, Known] = {}
        self._tips: dict[JurisdictionCode, tuple[int, str]] = {}
        self._matches: dict[PseudonymKey, tuple[StreamId, ...]] = {}

    def load(self, commands: Sequence[Waiting]) -> None:
        """Look up what the commands declare: known ids, streams and pseudonyms, a query each.

        Raises ``LogOvertaken`` if the memory is behind what counts.
        """
        self._memory.require_current({each.record.jurisdiction for each in commands})
        self._known |= self._memory.known({each.key: each.record.target for each in commands})
        self._load_streams(
            StreamKey(each.record.jurisdiction, stream)
            for each in commands
            for stream in _streams_declared(each.record)
        )
        self._load_matches(
            PseudonymKey(each.record.jurisdiction, pseudonym)
            for each in commands
            for pseudonym in pseudonyms_named(each.record.data)
        )

    def take(self, waiting: Waiting, *, undecided: Explained | None = None) -> None:
        """Answer one command; with ``undecided`` refuse it so, unless it is known."""
        known = self._known.get(waiting.key)
        if known is not None and not self._is_past(known.expires):
            self._answer_again(waiting, known)
            return
        try:
            if undecided is not None:
                raise undecided
            self._decide(waiting)
        except Explained as error:
            self._refuse(waiting, error)

    def _refuse(self, waiting: Waiting, error: Explained) -> None:
        record = waiting.record
        try:
            outcome = rejected(record, waiting.digest, waiting.offset, error)
        except Exception as failure:  # noqa: BLE001 - whatever it is, it must not end the writer
            error = incident(record, failure)
            outcome = rejected(record, waiting.digest, waiting.offset, error)
        if outcome.problem is not None and is_remembered(outcome.problem):
            known = Known(waiting.digest, outcome=outcome.value, expires=record.expires)
            self._known[waiting.key] = self.decided.rejected[waiting.key] = known
        self.decided.outcomes.append(outcome)

    # --- deciding ---------------------------------------------------------------------------------

    def _decide(self, waiting: Waiting) -> None:
        record = waiting.record
        if self._is_past(record.expires):
            raise CommandExpired(expires=record.expires)
        standing = self._standing(record.jurisdiction)
        if standing is None:
            raise NotPlacedHere(partition=self._partition, jurisdiction=record.jurisdiction)
        now = standing.jurisdiction.clock_at(self._wall())
        if standing.time is not None and now < standing.time:
            now = standing.time
        request = Request(
            id=record.id,
            type=record.type,
            jurisdiction=record.jurisdiction,
            target=record.target,
            command=command_of(record, catalogue=self._catalogue),
            actor=record.actor,
            party=record.party,
            if_match=record.if_match,
        )
        decision = self._decision(request, standing, now, record)
        try:
            events = self._records(waiting, decision, standing, now)
        except Exception as error:
            raise incident(record, error) from error
        self._accept(waiting, decision, events)

    def _decision(
        self, request: Request, standing: Standing, now: datetime.datetime, record: CommandRecord
    ) -> Decision:
        """Decide, and again whenever the decision asks for streams that are not at hand."""
        code = record.jurisdiction
        streams = {StreamKey(code, stream) for stream in _streams_declared(record)}
        pseudonyms = {PseudonymKey(code, pseudonym) for pseudonym in pseudonyms_named(record.data)}
        found: dict[Search, tuple[StreamId, ...]] = {}
        for _ in range(ROUNDS_MAX):
            states = {
                key.stream: state for key in streams if (state := self._stream(key)) is not None
            }
            matches = {key.pseudonym: self._matches[key] for key in pseudonyms}
            needed = StreamsNeeded()
            try:
                with self._limit():
                    return decide(
                        request,
                        now=now,
                        jurisdiction=standing.jurisdiction,
                        streams=states,
                        matches=matches,
                        found=found,
                        catalogue=self._catalogue,
                    )
            except StreamsNeeded as more:
                needed = more
            except Explained:
                raise
            except Exception as error:
                raise incident(record, error) from error
            absent = {StreamKey(code, stream) for stream in needed.streams}
            if absent and absent <= streams:  # no family has such streams
                raise NotFound(stream=min(needed.streams))
            streams |= absent
            pseudonyms |= {PseudonymKey(code, pseudonym) for pseudonym in needed.pseudonyms}
            self._load_streams(streams)
            self._load_matches(pseudonyms)
            found |= {search: self._found(code, search) for search in needed.searches}
        raise incident(record, RecursionError(f"asked for more streams {ROUNDS_MAX} times"))

    def _records(
        self, waiting: Waiting, decision: Decision, standing: Standing, now: datetime.datetime
    ) -> list[EventRecord]:
        """The event records of a decision, each following the one before."""
        record = waiting.record
        jurisdiction = standing.jurisdiction
        position, prev = self._tip_of(record.jurisdiction)
        prev = prev or first_link(jurisdiction.source)
        events: list[EventRecord] = []
        for index, placed in enumerate(decision.events, start=1):
            data = event_to_data(placed.event)
            seals = carried(data, record.commitments, record.header)
            event = EventRecord(
                source=jurisdiction.source,
                type=self._catalogue.type_of[type(placed.event)],
                subject=placed.stream,
                time=now,
                position=position + index,
                streamversion=placed.version,
                commandid=record.id,
                commanddigest=waiting.digest,
                commandevent=index,
                commandevents=len(decision.events),
                actor=record.actor,
                party=record.party,
                casetag=placed.case,
                schemeversion=jurisdiction.scheme_version,
                prev=prev,
                data=data,
                commitments=seals.commitments,
                header=seals.header,
            )
            prev = link(event.value)
            if len(event.value) + len(event.header or b"") > RECORD_BYTES_MAX:
                raise ValueError(f"event {index} has {len(event.value)} bytes")
            events.append(event)
        return events

    # --- answering --------------------------------------------------------------------------------

    def _accept(self, waiting: Waiting, decision: Decision, events: list[EventRecord]) -> None:
        record, decided = waiting.record, self.decided
        code, last = record.jurisdiction, events[-1]
        versions = {event.subject: event.streamversion for event in events}
        stream = record.target if record.target in versions else events[0].subject
        last_hash = link(last.value)
        known = Known(
            waiting.digest,
            events[0].position,
            last.position,
            last_hash,
            stream=stream,
            version=versions[stream],
        )
        pseudonyms = frozenset(
            (PseudonymKey(code, pseudonym), event.subject)
            for event in events
            for pseudonym in pseudonyms_in(event)
        )
        self._known[waiting.key] = known
        self._tips[code] = (last.position, last_hash)
        for key, subject in pseudonyms:
            if key in self._matches and subject not in self._matches[key]:
                self._matches[key] += (subject,)
        decided.streams.update(
            (StreamKey(code, stream), state) for stream, state in decision.streams.items()
        )
        decided.standings[code] = Standing(decision.jurisdiction, last.position, last.time)
        decided.added.append(
            Added(waiting.key, known, frozenset(versions), pseudonyms, len(events))
        )
        decided.batches.append(Batch(events))
        decided.outcomes.append(accepted(record, waiting.offset, known))
        decided.events += len(events)

    def _answer_again(self, waiting: Waiting, known: Known) -> None:
        record = waiting.record
        if known.digest != waiting.digest:
            self._refuse(waiting, CommandIdReused(id=record.id))
        elif known.outcome is None:
            self.decided.outcomes.append(accepted(record, waiting.offset, known))
        else:
            again = OutcomeRecord.from_kafka(key=record.key, value=known.outcome)
            self.decided.outcomes.append(replace(again, offset=waiting.offset))

    # --- looking up -------------------------------------------------------------------------------

    def _stream(self, key: StreamKey) -> StreamState[Any] | None:
        return self.decided.streams.get(key) or self._memory.stream(key)

    def _standing(self, code: JurisdictionCode) -> Standing | None:
        return self.decided.standings.get(code) or self._memory.standing(code)

    def _tip_of(self, code: JurisdictionCode) -> tuple[int, str]:
        return self._tips.get(code) or self._tip(code)

    def _load_streams(self, keys: Iterable[StreamKey]) -> None:
        self._memory.streams({key for key in keys if key not in self.decided.streams})

    def _load_matches(self, keys: Iterable[PseudonymKey]) -> None:
        missing = {key for key in keys if key not in self._matches}
        self._matches |= self._memory.matches(missing)
        for key in missing:
            here = (
                stream for added in self.decided.added for k, stream in added.pseudonyms if k == key
            )
            self._matches[key] = tuple(dict.fromkeys((*self._matches[key], *here)))

    def _found(self, code: JurisdictionCode, search: Search) -> tuple[StreamId, ...]:
        family, _, _ = search.event.partition(".")
        here = (
            key.stream
            for key in self.decided.streams
            if key.jurisdiction == code and family_of(key.stream) == family
        )
        return tuple(dict.fromkeys((*self._memory.having(code, search), *here)))

    def _is_past(self, moment: datetime.datetime | None) -> bool:
        return moment is not None and moment <= self._wall()


def _streams_declared(record: CommandRecord) -> frozenset[StreamId]:
    return streams_named(record.data) | {record.target}
