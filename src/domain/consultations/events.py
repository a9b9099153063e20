"""What happened around a consultation.

One event per thing owed, so that one obligation follows from each.
"""

import datetime
from dataclasses import dataclass

from domain.cases.values import View
from domain.consultations.commands import Absence, AgendaItem, Attendance, Kind
from domain.figures import Figures, Period
from domain.ids import PartyId, PersonId, StreamId
from domain.model import Code, Event, Personal, Text, Value
from domain.serials import Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Convened(Event):
    """A consultation is called for a day. The agenda follows as events of its own."""

    kind: Kind
    title: Text
    convener: PartyId
    parties: tuple[PartyId, ...]
    planned: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItemAdded(Event):
    """A point was put on the agenda by a party; it may table a lead."""

    item: Serial
    by: PartyId
    agenda_item: AgendaItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Postponed(Event):
    """The day was moved."""

    convener: PartyId
    planned: datetime.date
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyFigures(Value):
    """What the log says of one body in the period of a pack."""

    party: PartyId
    figures: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class PackIssued(Event):
    """The pack of the meeting went to whoever is invited: counted from the log right before this event.

    ``begins`` and ``ends`` are the first and the last day of ``period``. A later one takes its place.
    """

    convener: PartyId
    period: Period
    begins: datetime.date
    ends: datetime.date
    bodies: tuple[BodyFigures, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelled(Event):
    """The consultation was called off."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Held(Event):
    """The meeting took place. From here on only those present are concerned; about leads, as persons."""

    kind: Kind
    convener: PartyId
    present: tuple[Attendance, ...]
    absent: tuple[Absence, ...] = ()
    minutes: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewGiven(Event):
    """What somebody present held of a tabled lead; carries the lead's case tag."""

    lead: StreamId
    given_by: PersonId
    view: View
    text: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Concluded(Event):
    """The conclusions are fixed."""

    conclusions: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadResolved(Event):
    """The meeting resolved on a tabled lead, for ``owner`` to carry out; carries the lead's case tag."""

    lead: StreamId
    way: Code
    text: Text
    owner: PartyId
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionItemAssigned(Event):
    """A party took on an action item."""

    item: Serial
    owner: PartyId
    owed_to: PartyId
    due: datetime.date
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Released(Event):
    """A party that was not present may read the minutes and conclusions."""

    to: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionItemReported(Event):
    """The owner reported an action item as done."""

    item: Serial
    owner: PartyId
    reported_by: PersonId
    report: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionItemConfirmed(Event):
    """The convener confirmed that an action item is done."""

    item: Serial
    owner: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionItemReturned(Event):
    """The convener returned a report; the item stays owed."""

    item: Serial
    owner: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(Event):
    """The record was corrected; corrected action items follow as events of their own."""

    reason: Text
    approved_by: PersonId
    title: Text | None = None
    minutes: Personal | None = None
    conclusions: tuple[Text, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionItemCorrected(Event):
    """An action item as it should have been from the start: whole, so that its due date follows."""

    item: Serial
    owner: PartyId
    owed_to: PartyId
    due: datetime.date
    text: Text
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceCorrected(Event):
    """Who was there, as it should have been recorded; of a meeting on leads those read it, and only those."""

    present: tuple[Attendance, ...]
    absent: tuple[Absence, ...] = ()
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionCorrected(Event):
    """A resolution as it should have been recorded; carries the lead's case tag."""

    lead: StreamId
    way: Code
    text: Text
    owner: PartyId
    due: datetime.date
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewCorrected(Event):
    """A view as it should have been recorded, and what stood there; carries the lead's case tag."""

    lead: StreamId
    given_by: PersonId
    was: View
    view: View
    text: Personal | None = None
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(Event):
    """The consultation does not count."""

    reason: Text
    approved_by: PersonId
