"""What follows from an event: which obligations it ends, stops or moves, and which arise from it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from domain.calendar import Calendar, working_days_late
from domain.ids import StreamId, family_of, is_stream_id
from domain.model import Draft, Event, Occurred
from domain.obligations.arising import Cause, Change, about, arising, clock_of, redated, succeed
from domain.obligations.counting import ahead_of_the_clock, shares_of
from domain.obligations.events import Arisen, Fulfilled, Stopped, Withdrawn
from domain.obligations.paths import key_of
from domain.obligations.state import Obligation
from domain.period_limits import counting
from domain.streams import StreamState

Streams = Mapping[StreamId, StreamState[Any]]


def reached(cause: Cause) -> tuple[StreamId, ...]:
    """The streams whose obligations an event may change.

    Its own, those that it names in a field by which the scheme matches, and those of the cadences in
    which it counts.
    """
    scheme = cause.jurisdiction.scheme
    names = () if scheme is None else scheme.reaching.get(cause.name, ())
    own = cause.stream.stream
    values = (value for name in sorted(names) for value in key_of(cause.event, name, own))
    others = (StreamId(value) for value in values if is_stream_id(value))
    shares = (share.stream for shares in shares_of(cause) for share in shares)
    return tuple(dict.fromkeys((own, *others, *shares)))


def follow(cause: Cause, streams: Streams) -> Iterator[Draft]:
    """Give the events that follow from one event: first what it ends, then what arises.

    ``streams`` holds the streams of `reached`. An event never ends what arises from it.
    """
    calendar = cause.jurisdiction.calendar
    if calendar is None:
        return
    own = cause.stream.stream
    new = list(arising(cause))
    for stream in reached(cause):
        for obligation in streams[stream].obligations.values():
            changed = _changed(obligation, stream, cause, calendar=calendar)
            if not changed and stream == own:
                changed = _renewed(obligation, new, cause)
            yield from (Draft(stream, event, cause.case) for event in changed)
    yield from _counted(cause, streams, calendar=calendar)
    yield from (Draft(own, arisen, cause.case) for arisen in new)


def _counted(cause: Cause, streams: Streams, *, calendar: Calendar) -> Iterator[Draft]:
    """What an event does to the cadences in which it counts: for each rule to one share, the first owed."""
    for shares in shares_of(cause):
        owed = [
            (share.stream, obligation)
            for share in shares
            for obligation in streams[share.stream].obligations.values()
        ]
        last = shares[-1]
        if not owed and not streams[last.stream].version:
            arisen = ahead_of_the_clock(last, cause)
            if arisen is not None and _says(Obligation(arisen), cause):
                yield Draft(last.stream, arisen)
                owed.append((last.stream, Obligation(arisen)))
        for stream, obligation in owed[:1]:
            if _says(obligation, cause):
                changed = _by_rule(obligation, cause, calendar=calendar)
                yield from (Draft(stream, event) for event in changed)


def _renewed(obligation: Obligation, new: list[Arisen], cause: Cause) -> Sequence[Event]:
    """What is asked anew goes on as the obligation that arises; that one keeps the due dates."""
    place = _renewing(obligation, new)
    if place is None:
        return ()
    change = Change(why="renewed", occurred=cause.event.occurred)
    superseded, new[place] = succeed(obligation, new[place], change)
    return (superseded,)


def _renewing(obligation: Obligation, new: list[Arisen]) -> int | None:
    """Which of the obligations arising takes the place of one still owed under the same rule.

    The one with the same owner; or the only one, where it went to another party (reallocation).
    """
    old = obligation.arisen
    same = [
        place
        for place, arisen in enumerate(new)
        if (arisen.mechanism, arisen.rule, arisen.match) == (old.mechanism, old.rule, old.match)
    ]
    of_owner = [place for place in same if new[place].owner == old.owner]
    return next(iter(of_owner or (same if len(same) == 1 else [])), None)


def _is_tied(obligation: Obligation, cause: Cause, stream: StreamId) -> bool:
    """Whether an event speaks of this obligation of a stream.

    In the obligation's own stream an event without a match field speaks of all that is owed there;
    an event of another stream must name this one.
    """
    named = (_keys(cause, match.field) or () for match in obligation.arisen.match)
    here = stream == cause.stream.stream or any(stream in values for values in named)
    return here and _says(obligation, cause)


def _says(obligation: Obligation, cause: Cause) -> bool:
    """Whether every match field that an event has says the obligation's value.

    Its owner is who acts, or whoever the event says is ``answerable``: another may enter it.
    """
    owner = getattr(cause.event, "answerable", cause.acting)
    found = (
        (match.value, (owner,) if match.field == "owner" else _keys(cause, match.field))
        for match in obligation.arisen.match
    )
    return all(values is None or value in values for value, values in found)


def _keys(cause: Cause, field: str) -> tuple[str, ...] | None:
    """The values of a match field in the event; None where it has no such field."""
    own = cause.stream.stream
    if hasattr(cause.event, field) or family_of(own) == field:
        return key_of(cause.event, field, own)
    return None


def _changed(
    obligation: Obligation, stream: StreamId, cause: Cause, *, calendar: Calendar
) -> Sequence[Event]:
    """What an event does to an obligation of a stream; nothing, if it does not speak of it."""
    changed = None
    if stream == cause.stream.stream:
        changed = _set_right(obligation, cause, calendar=calendar)
    if changed is None and _is_tied(obligation, cause, stream):
        changed = _by_rule(obligation, cause, calendar=calendar)
    return changed or ()


def _by_rule(obligation: Obligation, cause: Cause, *, calendar: Calendar) -> Sequence[Event]:
    """What an event that is tied to an obligation does to it; nothing, if its rule names it not."""
    arisen, name, occurred = obligation.arisen, cause.name, cause.event.occurred
    stopped = obligation.status == "stopped"
    fields = about(obligation, occurred)
    if name in arisen.fulfilled_by:
        late = 0 if stopped else working_days_late(arisen.due, occurred.date, calendar)
        return (Fulfilled(**fields, by=name, late_working_days=late),)
    if name in arisen.withdrawn_by:
        return (Withdrawn(**fields, by=name),)
    if name in arisen.stopped_by and not stopped:
        return (Stopped(**fields, by=name),)
    clock = clock_of(obligation)
    if clock is not None and name in arisen.resumed_by and stopped:
        change = Change(why="resumed", occurred=occurred)
        return redated(obligation, clock.resumed(occurred.date), change, calendar)
    if clock is not None and name in arisen.restarted_by:
        change = Change(why="restarted", occurred=occurred)
        return redated(obligation, clock.restarted(occurred.date), change, calendar)
    return ()


def _about_paper(obligation: Obligation) -> bool:
    """Whether it ends by what becomes of an original, which is there whatever the matter counts for."""
    return any(name.startswith("attachment.") for name in obligation.arisen.fulfilled_by)


def _set_right(
    obligation: Obligation, cause: Cause, *, calendar: Calendar
) -> Sequence[Event] | None:
    """What 作废 and 更正 do, whether or not the rule says so (DOMAIN.md §1.12); None: neither is it.

    What was annulled owes nothing but the originals that are out. Where the day of the causing event is
    corrected, the due date follows: ``corrected`` says which ``version`` of the stream ``happened`` when.
    """
    family = family_of(cause.stream.stream)
    if cause.name == f"{family}.annulled" and not _about_paper(obligation):
        return (Withdrawn(**about(obligation, cause.event.occurred), by=cause.name),)
    happened = getattr(cause.event, "happened", None)
    version = getattr(cause.event, "version", None)
    clock, limit = clock_of(obligation), obligation.arisen.limit
    if (
        cause.name != f"{family}.corrected"
        or not isinstance(happened, Occurred)
        or version != obligation.arisen.cause_version
        or clock is None
        or limit is None
        or obligation.status == "stopped"
    ):
        return None
    change = Change(why="corrected", occurred=cause.event.occurred)
    moved = replace(clock, start=counting(limit, happened.date)[0])
    return redated(obligation, moved, change, calendar)
