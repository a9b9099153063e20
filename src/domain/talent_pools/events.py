"""What happened in a talent pool. What each body nominated, and each study group, has its own circle."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Le, MaxLen, MinLen

from domain import nominating
from domain.ids import PartyId, PersonId, StreamId
from domain.model import Code, Personal, Text
from domain.serials import Serial
from domain.talent_pools.commands import Members


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberEvent(nominating.BodyEvent):
    """Base of what happened to one person whom a body nominated."""

    member: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupEvent(nominating.OrganisedEvent):
    """Base of what happened in one study group, and which body leads it."""

    group: Serial
    leader: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(nominating.OrganisedEvent):
    """A pool was opened."""

    title: Text
    parties: Annotated[tuple[PartyId, ...], MinLen(1), MaxLen(100)]
    nominate_by: datetime.date
    places: Annotated[int, Ge(1), Le(500)]
    area: Code | None = None
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited(nominating.Invited):
    """A body is to nominate by a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominated(MemberEvent):
    """A body nominated a person of its own."""

    person: PersonId
    merits: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Waived(nominating.Waived):
    """A body nominates nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NominationReturned(MemberEvent):
    """A nomination went back."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class NominationRevised(MemberEvent):
    """The body said the merits anew."""

    merits: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted(MemberEvent):
    """The person is of the pool."""

    person: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined(MemberEvent):
    """The person was not taken."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupFormed(GroupEvent):
    """Members study together, with a mentor."""

    title: Text
    mentor: PersonId
    members: Members


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyAwaited(GroupEvent):
    """The group is to study again: the time for it counts from when it last did, or was formed."""

    since: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class MentorChanged(GroupEvent):
    """Another person is the mentor."""

    mentor: PersonId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionHeld(GroupEvent):
    """The group studied together."""

    session: Serial
    topic: Text
    came: Members
    text: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupDisbanded(GroupEvent):
    """The group studies no longer."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn(MemberEvent):
    """A member was drawn for a secondment at another body."""

    person: PersonId
    secondment: StreamId
    host: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Released(MemberEvent):
    """The member left the pool, and their study group."""

    person: PersonId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(nominating.OrganisedEvent):
    """The title of the pool was wrong."""

    reason: Text
    approved_by: PersonId
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionCorrected(GroupEvent):
    """A session as it should have been recorded."""

    session: Serial
    reason: Text
    approved_by: PersonId
    topic: Text | None = None
    came: Members | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionAnnulled(GroupEvent):
    """A session does not count; its number is kept."""

    session: Serial
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(nominating.OrganisedEvent):
    """The pool does not count."""

    reason: Text
    approved_by: PersonId
