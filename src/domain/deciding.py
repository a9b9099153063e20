"""Deciding: one command, one atomic batch of events, or one refusal.

Pure: the same request, time, jurisdiction and streams give the same decision, on every machine.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Final

from domain import attachments, obligations
from domain.attachments.events import AttachmentEvent
from domain.calendar import Calendar, local_date
from domain.catalogue import CATALOGUE
from domain.checks import check_entry, check_target, check_version
from domain.context import Context, Found, Loaded, Matches, Request
from domain.errors import NotAuthorised, NotFound, NothingToDo, Refusal, TooManyEvents
from domain.ids import CaseTag, PersonId, StreamId, family_of, is_stream_id
from domain.jurisdiction import Jurisdiction, Lending
from domain.jurisdictions.commands import Resume
from domain.jurisdictions.decisions import require_open
from domain.jurisdictions.events import Begun, ClockAdvanced, Closed, Opened, Resumed
from domain.model import Draft, Event, Number
from domain.obligations.arising import Cause
from domain.obligations.events import Fulfilled, ObligationEvent
from domain.obligations.following import follow, reached
from domain.parties.events import Changed, Connected, Disconnected, Ended
from domain.parties.events import Registered as PartyRegistered
from domain.persons.events import Appointed, AppointmentEnded, LendingEnded, Lent, Linked
from domain.persons.events import Registered as PersonRegistered
from domain.persons.state import appointment_of
from domain.registry import Catalogue
from domain.scheme import Scheme
from domain.schemes.events import Adopted
from domain.streams import Search, StreamsNeeded, StreamState

MAX_EVENTS: Final = 500
"""The most events that one command may cause: they stand or fall together in one batch."""

Streams = Mapping[StreamId, StreamState[Any]]


@dataclass(frozen=True, slots=True)
class Placed:
    """An event with its place in its stream."""

    stream: StreamId
    version: int
    event: Event
    case: CaseTag | None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a command causes: its events, and the streams and jurisdiction as they then stand."""

    events: tuple[Placed, ...]
    streams: Streams
    jurisdiction: Jurisdiction


def decide(
    request: Request,
    *,
    now: datetime.datetime,
    jurisdiction: Jurisdiction,
    streams: Streams,
    matches: Mapping[str, tuple[StreamId, ...]],
    found: Mapping[Search, tuple[StreamId, ...]] = MappingProxyType({}),
    catalogue: Catalogue = CATALOGUE,
) -> Decision:
    """Decide one command at ``now``, the jurisdiction's clock (aware UTC).

    Raises `Refusal`, or `StreamsNeeded` where the decision looks at what was not loaded. Order:
    who acts for whom and when it happened, so that nobody out of office learns what is there; then the
    target, the action's own rules and the version; then what follows from each event.
    """
    family, action = catalogue.actions[request.type]
    context = Context(
        request=request,
        action=action,
        now=now,
        today=local_date(now),
        jurisdiction=jurisdiction,
        streams=Loaded(streams, catalogue.family),
        matches=Matches(matches),
        found=Found(found),
        catalogue=catalogue,
    )
    if not isinstance(request.command, Resume):
        require_open(jurisdiction)
    stream = context.streams[request.target]
    check_entry(context)
    check_target(context, family, stream)
    drafts = _decided(context, stream)
    if not drafts:
        raise NothingToDo(action_zh=action.zh, action_en=action.en)
    context.streams.require(draft.stream for draft in drafts)
    batch = _Batch(context)
    for draft in drafts:
        batch.add_own(draft)
    return batch.decision()


def _decided(context: Context, stream: StreamState[Any]) -> tuple[Draft, ...]:
    """The action's own decision. A stale version is told only to whom the action is open."""
    try:
        drafts = tuple(context.action.decide(stream, context.request.command, context))
    except (NotFound, NotAuthorised):
        raise
    except Refusal:
        check_version(context, stream)
        raise
    check_version(context, stream)
    return drafts


class _Batch:
    """The events of one decision while they are gathered."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.jurisdiction = context.jurisdiction
        self.placed: list[Placed] = []

    def add_own(self, draft: Draft) -> None:
        """Add an event of the action, and what follows from it."""
        command, event = self.context.request.command, draft.event
        if command.late is not None or command.on_behalf is not None:
            event = replace(event, late=command.late, on_behalf=command.on_behalf)
        draft = replace(draft, event=event, case=draft.case or self._case_of(draft.stream))
        stream = self._add(draft)
        if isinstance(event, ObligationEvent):
            return
        cause = Cause(
            stream=stream,
            event=event,
            name=self.context.catalogue.short_name_of[type(event)],
            acting=self.context.acting,
            case=draft.case,
            jurisdiction=self.jurisdiction,
        )
        self.context.streams.require(reached(cause))
        for following in follow(cause, self.context.streams):
            self._add(following)

    def _case_of(self, stream: StreamId) -> CaseTag | None:
        """The tag of a stream that is a case; it goes on what the clock does there too."""
        family = self.context.catalogue.family[family_of(stream)]
        return CaseTag(stream) if family.is_case else None

    def _add(self, draft: Draft) -> StreamState[Any]:
        before = self.context.streams[draft.stream]
        after = evolve(before, draft.event, self.context.catalogue)
        self.context.streams.changed[draft.stream] = after
        self.jurisdiction = evolve_jurisdiction(
            self.jurisdiction, draft.event, stream=draft.stream, actor=self.context.actor
        )
        self.placed.append(Placed(draft.stream, after.version, draft.event, draft.case))
        if len(self.placed) > MAX_EVENTS:
            raise TooManyEvents(count=len(self.placed), limit=MAX_EVENTS)
        return after

    def decision(self) -> Decision:
        """The batch, whole."""
        changed = dict(self.context.streams.changed)
        return Decision(tuple(self.placed), changed, self.jurisdiction)


def evolve(
    stream: StreamState[Any], event: Event, catalogue: Catalogue = CATALOGUE
) -> StreamState[Any]:
    """Fold one event into a stream: its family's state, what is owed in it, or what is attached to it."""
    state, owed, attached = stream.state, stream.obligations, stream.attachments
    late = stream.late
    if isinstance(event, ObligationEvent):
        if isinstance(event, Fulfilled) and event.late_working_days:
            cause = owed[event.obligation].arisen.cause
            late = late if cause is None else late | {(cause, event.owner)}
        owed = obligations.evolve(owed, event)
    elif isinstance(event, AttachmentEvent):
        attached = attachments.evolve(attached, event)
    else:
        state = catalogue.family[family_of(stream.stream)].evolve(state, event)
    concerns = event.concerns
    circle = frozenset((*concerns.parties, *concerns.observers))
    circles = stream.circles
    if circles.get(concerns.visibility) != circle:
        circles = {**circles, concerns.visibility: circle}
    insiders = stream.insiders
    if concerns.visibility == family_of(stream.stream):
        insiders = frozenset(concerns.parties)
    observers = stream.observers
    if observers.get(concerns.visibility, frozenset()) != frozenset(concerns.observers):
        observers = {**observers, concerns.visibility: frozenset(concerns.observers)}
    return StreamState(
        stream.stream, stream.version + 1, state, owed, circles, insiders, observers, attached, late
    )


def evolve_jurisdiction(
    jurisdiction: Jurisdiction, event: Event, *, stream: StreamId, actor: PersonId
) -> Jurisdiction:
    """Fold one event into the jurisdiction: the organisational ones, and any with a number."""
    del actor  # the events say themselves whom they concern
    if event.organisational:
        return _organised(jurisdiction, event, stream)
    number = getattr(event, "number", None)
    return jurisdiction.with_number(number) if isinstance(number, Number) else jurisdiction


def _organised(jurisdiction: Jurisdiction, event: Event, stream: StreamId) -> Jurisdiction:
    match event:
        case Opened():
            return replace(jurisdiction, founder=event.operator)
        case Begun():
            return _begun(jurisdiction, event)
        case ClockAdvanced():
            return replace(jurisdiction, simulated_now=event.to)
        case Closed():
            return replace(jurisdiction, moved_to=event.to, moved_address=event.address)
        case Resumed():
            return replace(jurisdiction, moved_to=None, moved_address=None)
        case Adopted():
            return replace(
                jurisdiction,
                scheme=Scheme.parse(event.text),
                scheme_version=event.version,
                calendar=Calendar.parse(event.calendar),
            )
        case PartyRegistered() | Changed():
            return jurisdiction.with_party(event.party, stream)
        case Ended():
            return jurisdiction.without_party(event.code)
        case Connected() | Disconnected():
            party = jurisdiction.party(event.code)
            connected = isinstance(event, Connected)
            return jurisdiction.with_party(replace(party, on_system=connected), stream)
        case _:
            return _staffed(jurisdiction, event, PersonId(stream))


def _staffed(jurisdiction: Jurisdiction, event: Event, person: PersonId) -> Jurisdiction:
    match event:
        case PersonRegistered():
            return jurisdiction.with_person(person)
        case Appointed() | AppointmentEnded():
            return jurisdiction.with_appointment(person, appointment_of(event))
        case Lent():
            lending = Lending(
                person=person,
                grant=event.grant,
                home=event.home,
                to=event.to,
                until=event.until,
            )
            return jurisdiction.with_lending(event.stream, lending)
        case LendingEnded():
            return jurisdiction.without_lending(event.stream, person, event.grant)
        case Linked():
            return jurisdiction.with_link(person, event.other)
        case _:
            raise AssertionError(f"an organisational event that nobody folds: {type(event)}")


def _begun(jurisdiction: Jurisdiction, event: Begun) -> Jurisdiction:
    return replace(
        jurisdiction,
        source=event.source,
        clock=event.clock,
        simulated_now=event.starts,
        begun=event.occurred.date,
        founder=event.founder,
        founding_party=event.founding_party,
    )


def streams_named(data: Mapping[str, Any]) -> frozenset[StreamId]:
    """Every stream that a command's data name: the writer loads them with the first query."""
    return frozenset(StreamId(text) for text in _texts(data) if is_stream_id(text))


def pseudonyms_named(data: Mapping[str, Any]) -> frozenset[str]:
    """Every pseudonym in a command's data."""
    return frozenset(text for text in _texts(data) if text.startswith("hmac:"))


def index_keys(event: Event) -> tuple[str, ...]:
    """The pseudonyms that an event carries, by which other streams find it (`Context.matches`)."""
    return tuple(dict.fromkeys(t for t in _texts(event) if t.startswith("hmac:")))


def _texts(value: object) -> Iterable[str]:
    match value:
        case str():
            yield value
        case Mapping():
            for item in value.values():
                yield from _texts(item)
        case list() | tuple():
            for item in value:
                yield from _texts(item)
        case _:
            fields = getattr(value, "__dataclass_fields__", None)
            for name in fields or ():
                yield from _texts(getattr(value, name))


__all__ = [
    "MAX_EVENTS",
    "Context",
    "Decision",
    "Placed",
    "Request",
    "StreamsNeeded",
    "decide",
    "evolve",
    "evolve_jurisdiction",
    "index_keys",
    "pseudonyms_named",
    "streams_named",
]
