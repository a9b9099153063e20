"""What happens to an obligation. These events live in the stream that caused it, of any family.

``arisen`` says everything that decides later what ends it: an obligation is judged by the rules of
the day on which it arose, whatever scheme is in force when it ends.
"""

import datetime
from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Ge

from domain.calendar import ExtendedBy
from domain.ids import ObligationId, PartyId, PersonId
from domain.model import Event, Text, Value

EventName = str
"""The name of an event as schemes write it: ``lead.transferred``."""

Superseding = Literal["extended", "renewed", "resumed", "restarted", "revised", "corrected"]
"""Why a due date changed: more time given · caused anew · the clock runs on after standing ·
the clock began anew (R 226) · a newer calendar · the day of the cause was corrected (更正)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match(Value):
    """What an event must say to end the obligation: the field of that name has this value.

    An event without such a field speaks of all that is owed in its stream. ``owner`` is not a
    field: the party that acts must be the owner.
    """

    field: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Value):
    """A step of escalation: on which day who learns of it, if nothing came."""

    on: datetime.date
    to: PartyId
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standstill(Value):
    """A time that does not count (R 226). Without ``until`` the clock stands."""

    since: datetime.date
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierDue(Value):
    """A due date that held before, and why it no longer does; ``granted_by`` is who gave more time."""

    due: datetime.date
    superseded_on: datetime.date
    why: Superseding
    reason: Text | None = None
    document: Text | None = None
    approved_by: PersonId | None = None
    granted_by: PartyId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ObligationEvent(Event):
    """Base of them all: which obligation, what it is called, who owes it to whom."""

    obligation: ObligationId
    title_zh: str
    title_en: str
    owner: PartyId
    owed_to: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Arisen(ObligationEvent):
    """Something is owed from now on.

    ``limit`` is missing where the causing event names the ``due`` date itself, which is ``stated`` besides
    where a rest day moves it (R 235, 327). ``start`` is the day from which the limit counts. ``cause``
    names the event and ``cause_version`` its place in the stream, unless ``period`` says that a cadence
    made it: then ``cause`` names what counted in it before the clock opened it. ``share_of`` is the party
    whose share of the period it is, where another owes it: a unit, whose group does. ``revision`` counts
    the due dates from 0. ``extended_by`` gives more time, up to ``longest`` in all.
    """

    mechanism: str
    rule: str
    basis: str
    cause: EventName | None = None
    cause_version: Annotated[int, Ge(1)] | None = None
    period: str | None = None
    share_of: PartyId | None = None
    start: datetime.date
    limit: str | None = None
    stated: datetime.date | None = None
    custody: bool = False
    extended_by: ExtendedBy = "approval"
    longest: str | None = None
    extensions: tuple[str, ...] = ()
    standstills: tuple[Standstill, ...] = ()
    due: datetime.date
    provisional: bool = False
    match: tuple[Match, ...] = ()
    fulfilled_by: tuple[EventName, ...] = ()
    withdrawn_by: tuple[EventName, ...] = ()
    stopped_by: tuple[EventName, ...] = ()
    resumed_by: tuple[EventName, ...] = ()
    restarted_by: tuple[EventName, ...] = ()
    escalation: tuple[Step, ...] = ()
    revision: Annotated[int, Ge(0)] = 0
    earlier: tuple[EarlierDue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdue(ObligationEvent):
    """The due date passed. Not an end: it stays owed."""

    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalated(ObligationEvent):
    """A party learns that it is overdue: of the obligation, not of the matter."""

    due: datetime.date
    step: Annotated[int, Ge(1)]
    to: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped(ObligationEvent):
    """The clock stands from ``occurred`` on. Not an end."""

    due: datetime.date
    by: EventName


@dataclass(frozen=True, slots=True, kw_only=True)
class Fulfilled(ObligationEvent):
    """It was done, on time (0) or so many working days late; measured by when it was done."""

    due: datetime.date
    by: EventName
    late_working_days: Annotated[int, Ge(0)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn(ObligationEvent):
    """It is no longer owed: an event took its ground away, or somebody decided so."""

    due: datetime.date
    by: EventName | None = None
    reason: Text | None = None
    approved_by: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Superseded(ObligationEvent):
    """It goes on as another obligation, ``successor``, with another due date."""

    due: datetime.date
    successor: ObligationId
    why: Superseding
    reason: Text | None = None
    document: Text | None = None
    approved_by: PersonId | None = None
    granted_by: PartyId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedAsMissed(ObligationEvent):
    """The period of a cadence was closed without it, by a signed decision."""

    due: datetime.date
    period: str
    reason: Text
    document: Text
    decided_on: datetime.date
    approved_by: PersonId
