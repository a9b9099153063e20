"""What parties can do around a consultation (会商): convene, table, hold, conclude, follow up."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from annotated_types import MaxLen, MinLen

from domain.cases.values import View
from domain.figures import Period
from domain.ids import PartyId, PersonId, StreamId
from domain.model import Code, Command, Personal, Text, Value
from domain.scheme_parts import MeetingKind
from domain.serials import Serial

Kind = MeetingKind
"""What kind of meeting it is; of some a scheme fixes the members."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem(Value):
    """One point of the agenda. The title names nobody; a tabled lead is named by its stream.

    ``campaign`` is the one that the point is about, of which a topical consultation comes first.
    """

    title: Text
    lead: StreamId | None = None
    campaign: StreamId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Value):
    """A party that was present, and who came for it (nobody named where it is off the system)."""

    party: PartyId
    persons: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence(Value):
    """An invited party that did not come, and why."""

    party: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution(Value):
    """What a lead assessment meeting resolved on one tabled lead.

    ``way`` is a way of disposal of the scheme, or ``defer`` (a later meeting takes it again).
    The resolution advises: the lead's own approval route still decides (R 204-205). Whoever handles the
    lead owes it by ``due``.
    """

    lead: StreamId
    way: Code
    text: Text
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadView(Value):
    """What somebody present held of a tabled lead; who dissents says why."""

    lead: StreamId
    given_by: PersonId
    view: View
    text: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionItem(Value):
    """Something a party took on at the meeting, with its day."""

    owner: PartyId
    due: datetime.date
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemCorrection(Value):
    """What an action item should have said from the beginning; fields left out stay."""

    item: Serial
    owner: PartyId | None = None
    due: datetime.date | None = None
    text: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Convene(Command):
    """Invite parties to a consultation on a day, with a first agenda of the convener's own."""

    kind: Kind
    title: Text
    parties: Annotated[tuple[PartyId, ...], MinLen(1), MaxLen(100)]
    planned: datetime.date
    agenda: Annotated[tuple[AgendaItem, ...], MaxLen(200)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AddAgendaItem(Command):
    """Put a point on the agenda; any invited party may (双向议题)."""

    agenda_item: AgendaItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Postpone(Command):
    """Move the day of a consultation that was not held yet."""

    planned: datetime.date
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuePack(Command):
    """Count the figures of the meeting's pack and give it to whoever is invited, again if need be.

    ``period`` is that for which the meeting is owed, unless it is named.
    """

    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancel(Command):
    """Call off a consultation that was not held."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold(Command):
    """Record that the meeting took place: who was there, who was not and why, and the minutes."""

    present: Annotated[tuple[Attendance, ...], MinLen(2), MaxLen(100)]
    absent: Annotated[tuple[Absence, ...], MaxLen(100)] = ()
    minutes: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveView(Command):
    """Put one's view of a tabled lead on record, or put right with a ``reason`` what stands there."""

    lead: StreamId
    view: View
    text: Personal | None = None
    reason: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclude(Command):
    """Fix what was concluded, who does what by when, and the resolution on each tabled lead.

    ``views`` are those that nobody gave themselves; who of those present gave none raised none of their own.
    """

    conclusions: Annotated[tuple[Text, ...], MinLen(1), MaxLen(100)]
    action_items: Annotated[tuple[ActionItem, ...], MaxLen(100)] = ()
    resolutions: Annotated[tuple[Resolution, ...], MaxLen(200)] = ()
    views: Annotated[tuple[LeadView, ...], MaxLen(400)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Release(Command):
    """Let named parties that were not present read minutes and conclusions."""

    parties: Annotated[tuple[PartyId, ...], MinLen(1), MaxLen(100)]
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportActionItem(Command):
    """The owner reports an action item as done."""

    item: Serial
    report: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmActionItem(Command):
    """The convener accepts the owner's report: the item is done."""

    item: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnActionItem(Command):
    """The convener finds the report insufficient: the item stays owed."""

    item: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: what was recorded wrongly, with reason and approver; the original stays visible.

    ``present`` and ``absent`` replace the attendance together; ``resolutions`` those on the leads they name,
    and ``views`` those of the persons they name.
    """

    reason: Text
    approved_by: PersonId
    title: Text | None = None
    minutes: Personal | None = None
    conclusions: Annotated[tuple[Text, ...], MaxLen(100)] | None = None
    action_items: Annotated[tuple[ItemCorrection, ...], MaxLen(100)] = ()
    present: Annotated[tuple[Attendance, ...], MinLen(2), MaxLen(100)] | None = None
    absent: Annotated[tuple[Absence, ...], MaxLen(100)] = ()
    resolutions: Annotated[tuple[Resolution, ...], MaxLen(200)] = ()
    views: Annotated[tuple[LeadView, ...], MaxLen(400)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: entered by mistake; nothing of it counts, all of it stays visible."""

    reason: Text
    approved_by: PersonId
