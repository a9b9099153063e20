"""Planning a campaign, fixing its list, giving its objects out: the decisions."""

from collections.abc import Iterable
from typing import Final

from domain.campaigns import commands, errors, events, guards, quarter_events
from domain.campaigns.account import Account
from domain.campaigns.state import Campaign
from domain.campaigns.values import Part
from domain.context import Context
from domain.ids import PartyId
from domain.model import Draft
from domain.periods import Cadence, CadencePeriod
from domain.responsibility import Responsibility
from domain.streams import StreamState

Stream = StreamState[Campaign]

PRINCIPAL: Final[Responsibility | None] = "principal"
"""主体责任: a unit's."""


def plan(stream: Stream, command: commands.Plan, context: Context) -> Iterable[Draft]:
    """Plan a campaign. Raises `NotADisciplineBody`, `InvalidField`."""
    account = Account(stream, context)
    guards.may_organise(account)
    guards.plan_fits(command)
    account.tell(
        events.Planned(
            **account.plain(),
            organiser=account.acting,
            kind=command.kind,
            title=command.title,
            basis=command.basis,
            begins=command.begins,
            ends=command.ends,
            decision=command.decision,
        )
    )
    return account


def record_consultation(
    stream: Stream, command: commands.RecordConsultation, context: Context
) -> Iterable[Draft]:
    """专题会商: it was held (mechanism 12). Raises `NoSuchConsultation`."""
    account = Account(stream, context)
    guards.at(account, "planned")
    guards.by_organiser(account)
    guards.consultation_held(account, command.consultation)
    account.tell(events.Consulted(**account.frame(), consultation=command.consultation))
    return account


def list_objects(
    stream: Stream, command: commands.ListObjects, context: Context
) -> Iterable[Draft]:
    """Put objects on the list; once it was fixed, with the reason why they were missing."""
    account = Account(stream, context)
    guards.at(account, "planned", "listed")
    guards.by_organiser(account)
    if account.state.stage == "listed" and command.reason is None:
        raise account.wrong_state(
            "清单已确定,补列须说明原因", "the list is fixed: adding to it needs a reason"
        )
    for number, line in enumerate(command.objects):
        guards.line_fits(account, line, f"objects[{number}]")
        account.tell(
            events.ObjectListed(
                **account.frame(),
                object=account.state.objects.next_key,
                line=line,
                reason=command.reason,
            )
        )
    return account


def fix_list(stream: Stream, _: commands.FixList, context: Context) -> Iterable[Draft]:
    """Fix the list: what stands on it is screened one by one.

    Raises `ConsultationFirst` where the scheme has it come first, `WrongState` for an empty list.
    """
    account = Account(stream, context)
    guards.at(account, "planned")
    guards.by_organiser(account)
    guards.consulted_first(stream, account)
    counted = account.state.counted
    if not counted:
        raise account.wrong_state("清单为空", "the list is empty")
    amount = sum(each.line.amount or 0 for each in counted)
    account.tell(events.ListFixed(**account.frame(), objects=len(counted), amount=amount))
    day = account.context.occurred.date
    ask_report(account, CadencePeriod.containing(Cadence.QUARTER, day))
    return account


def ask_report(account: Account, quarter: CadencePeriod) -> None:
    """The report of a quarter is owed from now on."""
    account.tell(
        quarter_events.ReportAsked(**account.frame(), to=account.founding, period=quarter.code)
    )


def assign(stream: Stream, command: commands.Assign, context: Context) -> Iterable[Draft]:
    """Give objects to a party to screen; from another that had them, whose assignment may end so.

    Raises `OwnObject`, `NoSuchEntry`, `WrongState` for one that is screened already.
    """
    account = Account(stream, context)
    guards.at(account, "listed")
    guards.by_organiser(account)
    account.jurisdiction.party(command.party)
    guards.each_once(command.objects)
    guards.day_ahead(account, command.due, "due")
    had = [guards.object_at(account, key, "listed", "assigned") for key in command.objects]
    for entry in had:
        guards.may_screen(command.party, entry)
    join(account, command.party, "screener")
    account.tell(
        events.ObjectsAssigned(
            **account.frame(),
            assignment=account.state.assignments + 1,
            to=command.party,
            objects=command.objects,
            due=command.due,
        )
    )
    for entry in had:
        if entry.assignment is not None and entry.party is not None:
            settle_assignment(account, entry.assignment, entry.party)
    return account


def join(account: Account, party: PartyId, part: Part) -> None:
    """A party that was not in it yet takes part from now on, under its responsibility."""
    if part == "unit":
        known, responsibility = account.state.units, PRINCIPAL
    else:
        known, responsibility = account.state.screeners, guards.responsibility_of(account, party)
    if party not in known:
        account.tell(
            events.Joined(**account.frame(), by=party, part=part, responsibility=responsibility)
        )


def settle_assignment(account: Account, assignment: int, party: PartyId) -> None:
    """Say that an assignment is over, if nothing of it is open any more; each is over once."""
    left = account.state.left(assignment)
    if assignment in account.state.over or any(entry.is_open for entry in left):
        return
    screened = any(entry.state == "screened" for entry in left)
    over = events.AssignmentCompleted if screened else events.AssignmentWithdrawn
    account.tell(over(**account.frame(), assignment=assignment, by=party))


def engage(stream: Stream, command: commands.Engage, context: Context) -> Iterable[Draft]:
    """Tell a unit what is its own to do on its objects (主体责任, mechanism 31): on each of them.

    Raises `NotYourObject` for objects of another unit.
    """
    account = Account(stream, context)
    guards.at(account, "listed")
    guards.by_organiser(account)
    guards.each_once(command.objects)
    guards.day_ahead(account, command.due, "due")
    for key in command.objects:
        entry = guards.object_at(account, key, "listed", "assigned", "screened")
        if entry.line.unit != command.unit:
            raise errors.NotYourObject(party=command.unit)
    join(account, command.unit, "unit")
    for key in command.objects:
        account.tell(
            events.UnitEngaged(
                **account.frame(),
                unit=command.unit,
                object=key,
                task=command.task,
                due=command.due,
            )
        )
    return account


def withdraw_duty(
    stream: Stream, command: commands.WithdrawDuty, context: Context
) -> Iterable[Draft]:
    """Take back what a unit was told to do and did not. Raises `WrongState` where nothing is owed."""
    account = Account(stream, context)
    guards.at(account, "listed")
    guards.by_organiser(account)
    duty = guards.duty_on(account, command.object)
    account.tell(
        events.DutyWithdrawn(
            **account.frame(),
            unit=duty.unit,
            object=duty.object,
            reason=command.reason,
            approved_by=command.approved_by,
        )
    )
    return account
