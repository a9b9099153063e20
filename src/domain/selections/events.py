"""What happened in a selection. Each nomination and each objection has a circle of its own."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Le, MaxLen, MinLen

from domain import nominating
from domain.ids import PartyId, PersonId, StreamId
from domain.model import Personal, Text, Value
from domain.selections.commands import Kind
from domain.serials import Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Value):
    """One that was chosen: which nomination, of which body, what or whom."""

    nomination: Serial
    party: PartyId
    subject: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class NominationEvent(nominating.BodyEvent):
    """Base of what happened to one nomination: which, and of which body."""

    nomination: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionEvent(nominating.OrganisedEvent):
    """Base of what happened to one objection: which, and by which body."""

    objection: Serial
    party: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(nominating.OrganisedEvent):
    """A selection of one kind was opened."""

    kind: Kind
    title: Text
    parties: Annotated[tuple[PartyId, ...], MinLen(1), MaxLen(100)]
    nominate_by: datetime.date
    places: Annotated[int, Ge(1), Le(200)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited(nominating.Invited):
    """A body is to nominate by a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominated(NominationEvent):
    """A body nominated a recommendation, a project or a person."""

    subject: StreamId
    merits: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Waived(nominating.Waived):
    """A body has nothing, or nobody, to propose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NominationReturned(NominationEvent):
    """The nomination went back to be made better."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class NominationRevised(NominationEvent):
    """The body said the merits anew."""

    merits: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class NominationReviewed(NominationEvent):
    """The nomination is put forward, or is not."""

    put_forward: bool
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen(nominating.OrganisedEvent):
    """These were chosen; until a day one may object."""

    choices: Annotated[tuple[Choice, ...], MinLen(1), MaxLen(200)]
    object_by: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Objected(ObjectionEvent):
    """A body objects to one that was chosen."""

    nomination: Serial
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionAnswered(ObjectionEvent):
    """The objection was answered."""

    nomination: Serial
    upheld: bool
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Published(nominating.OrganisedEvent):
    """What came of it was published: none where every one was objected to with success."""

    choices: Annotated[tuple[Choice, ...], MaxLen(200)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(nominating.OrganisedEvent):
    """Its title was wrong."""

    reason: Text
    approved_by: PersonId
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(nominating.OrganisedEvent):
    """The selection does not count."""

    reason: Text
    approved_by: PersonId
