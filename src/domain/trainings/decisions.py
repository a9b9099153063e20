"""What follows from each action around a training session, or why it is refused.

Basis: training brands that the interview names – leading cadres lecture (领导干部上讲台), office heads'
lectures (室主任大讲堂), lectures of young cadres (青廉讲堂), experts' lectures (专家讲座), training of all
(全员培训), study in groups (分组共学) – DOMAIN.md §5 mechanism 28. Which brands there are and who organises
them stands in the scheme. It is cadre data, apart from all case data.
"""

from collections.abc import Iterable

from domain.context import Context
from domain.ids import PartyId
from domain.model import Draft
from domain.streams import StreamState
from domain.trainings import commands, events, guards
from domain.trainings.account import Account
from domain.trainings.state import Training

Stream = StreamState[Training]


def plan(stream: Stream, command: commands.Plan, context: Context) -> Iterable[Draft]:
    """Plan a session; each body invited is to name who comes.

    Raises `NoSuchBrand`, `NotAnOrganiser`, `UnknownParty`, `InvalidField`.
    """
    account = Account(stream, context)
    guards.may_plan(account, command)
    account.tell(
        events.Planned(
            **account.plain(),
            organiser=account.acting,
            brand=command.brand,
            title=command.title,
            lecturer=command.lecturer,
            planned=command.planned,
            parties=command.parties,
        )
    )
    for party in command.parties:
        account.tell(events.Invited(**account.frame(), party=party, name_by=command.name_by))
    return account


def name_attendees(
    stream: Stream, command: commands.NameAttendees, context: Context
) -> Iterable[Draft]:
    """Say who of the acting body comes: its own people only. Late is late, not refused."""
    account, party = Account(stream, context), context.acting
    guards.at(account, "planned")
    guards.naming_stands(account, party, "invited", "named", "returned")
    guards.of_its_own(account, party, command.persons, context.occurred.date)
    account.tell(events.AttendeesNamed(**account.frame(), party=party, persons=command.persons))
    return account


def return_names(
    stream: Stream, command: commands.ReturnNames, context: Context
) -> Iterable[Draft]:
    """Send back whom a body named; others are owed."""
    account = Account(stream, context)
    guards.by_organiser(account, "planned")
    guards.naming_stands(account, command.party, "named")
    account.tell(
        events.NamesReturned(**account.frame(), party=command.party, reason=command.reason)
    )
    return account


def postpone(stream: Stream, command: commands.Postpone, context: Context) -> Iterable[Draft]:
    """Put it off to another day."""
    account = Account(stream, context)
    guards.by_organiser(account, "planned")
    guards.from_today(account, command.planned, "planned")
    account.tell(
        events.Postponed(**account.frame(), planned=command.planned, reason=command.reason)
    )
    return account


def hold(stream: Stream, command: commands.Hold, context: Context) -> Iterable[Draft]:
    """Say that it was held. Of every body invited it is recorded who came, be it nobody."""
    account = Account(stream, context)
    guards.by_organiser(account, "planned")
    guards.attended(account, command.attendance, context.occurred.date)
    came = {each.party: each.persons for each in command.attendance}
    account.tell(events.Held(**account.frame(), material=command.material))
    for party in account.state.invited:
        persons = came.get(party, ())
        account.tell(events.AttendanceRecorded(**account.frame(), party=party, persons=persons))
        _took_part(account, party, len(persons))
    return account


def _took_part(account: Account, party: PartyId, came: int) -> None:
    if came:
        account.tell(events.TookPart(**account.frame(), party=party, came=came))


def cancel(stream: Stream, command: commands.Cancel, context: Context) -> Iterable[Draft]:
    """Call it off; whoever was to be trained shows in the coverage."""
    account = Account(stream, context)
    guards.by_organiser(account, "planned")
    account.tell(events.Cancelled(**account.frame(), reason=command.reason))
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正: title, day, or who came from one body (DOMAIN.md §1.12)."""
    account = Account(stream, context)
    guards.by_organiser(account, "planned", "held")
    guards.corrects(account, command)
    account.tell(
        events.Corrected(
            **account.frame(),
            reason=command.reason,
            approved_by=command.approved_by,
            title=command.title,
            held=command.held,
        )
    )
    if command.attendance is not None:
        account.tell(
            events.AttendanceCorrected(
                **account.frame(),
                party=command.attendance.party,
                persons=command.attendance.persons,
            )
        )
        _took_part(account, command.attendance.party, len(command.attendance.persons))
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: it trained nobody, what is owed is withdrawn."""
    account = Account(stream, context)
    guards.by_organiser(account, "planned", "held")
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account
