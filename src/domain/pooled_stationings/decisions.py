"""What follows from each action on a pooled stationing, or why it is refused.

Basis: the interview (Wuhu: 县市区推行综合派驻并集中办公,人员力量统筹用于专项监督、案件查办等工作),
DOMAIN.md §5 mechanism 24. That every unit has somebody, and by when, stands in the scheme.
"""

from collections.abc import Iterable
from typing import Final

from domain import matters, mending, roles
from domain.context import Context
from domain.ids import PartyId, StreamId
from domain.model import Draft
from domain.persons import account as persons
from domain.persons import readings
from domain.pooled_stationings import commands, events, guards
from domain.pooled_stationings.account import Account
from domain.pooled_stationings.state import Assignment, PooledStationing
from domain.streams import StreamState

Stream = StreamState[PooledStationing]

READS: Final = "综合派驻统筹安排 assigned by the pooled group"
RECUSED: Final = "回避 recused from the unit"
"""Why a person may read, and why an assignment ends, where nobody says another reason."""


def establish(stream: Stream, command: commands.Establish, context: Context) -> Iterable[Draft]:
    """Pool a group for several units at which the scheme stations it.

    Raises `NotAuthorised`, `UnknownParty`, `NotItsUnit`, `InvalidField`.
    """
    account = Account(stream, context)
    guards.may_pool(account)
    guards.its_units(account, command.group, command.units)
    account.tell(
        events.Established(
            **account.plain(),
            commission=account.acting,
            group=command.group,
            office=command.office,
        )
    )
    for unit in command.units:
        account.tell(events.UnitAdded(**account.frame(), unit=unit))
    return account


def add_unit(stream: Stream, command: commands.AddUnit, context: Context) -> Iterable[Draft]:
    """One more unit; somebody is to be assigned to it."""
    account = Account(stream, context)
    guards.at(account, "established")
    guards.by_commission(account)
    guards.its_units(account, account.state.group, (command.unit,))
    account.tell(events.UnitAdded(**account.frame(), unit=command.unit))
    return account


def drop_unit(stream: Stream, command: commands.DropUnit, context: Context) -> Iterable[Draft]:
    """A unit fewer; whoever was assigned to it is released."""
    account = Account(stream, context)
    guards.at(account, "established")
    guards.by_commission(account)
    guards.of_the_pool(account, command.unit)
    account.tell(events.UnitDropped(**account.frame(), unit=command.unit, reason=command.reason))
    for each in account.state.running:
        if each.unit == command.unit:
            _end(account, each, command.reason)
    return account


def assign(stream: Stream, command: commands.Assign, context: Context) -> Iterable[Draft]:
    """Assign one of the group's people to a unit or a matter; recusal is checked on assignment.

    Whoever is assigned to a matter reads it until the last day, and handles it with the party that does,
    where a leader of the commission approves. Raises `NotItsUnit`, `NotOfThePool`,
    `RecusedFromTheUnit`, `KeepsOutOfTheMatter`, `AssignedAlready`, `NotFound`, `InvalidField`.
    """
    account = Account(stream, context)
    guards.at(account, "established")
    guards.by_group(account)
    guards.one_thing(account, command)
    if command.unit is not None:
        guards.of_the_pool(account, command.unit)
    guards.in_office(account, command.person)
    guards.clean(account, command)
    guards.not_yet(account, command)
    person = persons.Account(context.streams[StreamId(command.person)], context)
    grant = _let_read(person, command)
    if grant is not None:
        _let_act(account, person, command, grant)
    account.tell(
        events.Assigned(
            **account.frame(),
            assignment=len(account.state.assignments) + 1,
            person=command.person,
            duty=command.duty,
            unit=command.unit,
            matter=command.matter,
            until=command.until,
            grant=grant,
            approved_by=command.approved_by,
        ),
        case=account.case_of(command.matter),
    )
    return (*account, *person)


def _let_read(person: persons.Account, command: commands.Assign) -> int | None:
    if command.matter is None or command.until is None or command.approved_by is None:
        return None
    return readings.grant(
        person,
        command.matter,
        scope="content",
        reason=READS,
        approved_by=command.approved_by,
        expires=command.until,
    )


def _let_act(
    account: Account, person: persons.Account, command: commands.Assign, grant: int
) -> None:
    """Where the commission's leader approves, not the group's own, the person handles it with who does."""
    context, approver = account.context, command.approved_by
    if command.matter is None or approver is None:
        return
    party = matters.handling_party(command.matter, context)
    if party is None or party == account.state.group:
        return
    commission = account.state.commission
    if context.jurisdiction.holds(approver, commission, roles.LEADING, context.today):
        readings.lend(person, grant, home=account.state.group, to=party)


def return_(stream: Stream, command: commands.Return, context: Context) -> Iterable[Draft]:
    """Send an assignment back: it ends, and where nobody is left the unit is owed somebody else."""
    account = Account(stream, context)
    assignment, unit = guards.returnable(account, command.assignment)
    account.tell(
        events.AssignmentReturned(
            **account.frame(),
            assignment=assignment.serial,
            person=assignment.person,
            unit=unit,
            by=account.acting,
            reason=command.reason,
        )
    )
    taken_back = _end(account, assignment, command.reason)
    return (*account, *taken_back)


def release(stream: Stream, command: commands.Release, context: Context) -> Iterable[Draft]:
    """Release somebody; a matter they were assigned to they read no more."""
    account = Account(stream, context)
    guards.at(account, "established")
    guards.by_group(account)
    taken_back = _end(account, guards.running(account, command.assignment), command.reason)
    return (*account, *taken_back)


def _end(account: Account, assignment: Assignment, reason: str) -> tuple[Draft, ...]:
    """End an assignment; returns how reading is taken back in the person's stream."""
    left = [
        each
        for each in account.state.running
        if each.unit == assignment.unit and each.serial != assignment.serial
    ]
    account.tell(
        events.Released(
            **account.frame(),
            assignment=assignment.serial,
            person=assignment.person,
            unit=assignment.unit,
            matter=assignment.matter,
            reason=reason,
            left=_left(account, assignment.unit, len(left)),
        ),
        case=account.case_of(assignment.matter),
    )
    person = persons.Account(account.context.streams[StreamId(assignment.person)], account.context)
    if assignment.grant is not None:
        readings.revoke(person, assignment.grant, reason)
    return tuple(person)


def _left(account: Account, unit: PartyId | None, left: int) -> int | None:
    """How many still have a unit; nothing where nobody need have it (any more)."""
    standing = account.state.stage == "established" and unit in account.state.units
    return left if standing else None


def declare_recusal(
    stream: Stream, command: commands.DeclareRecusal, context: Context
) -> Iterable[Draft]:
    """A person keeps out of a unit; what they have there ends at once."""
    account = Account(stream, context)
    guards.at(account, "established")
    guards.of_the_pool(account, command.unit)
    context.jurisdiction.registered(command.person)
    account.tell(
        events.RecusalDeclared(
            **account.frame(), person=command.person, unit=command.unit, reason=command.reason
        )
    )
    for each in account.state.running:
        same = context.jurisdiction.one_person(each.person, command.person)
        if same and each.unit == command.unit:
            _end(account, each, RECUSED)
    return account


def dissolve(stream: Stream, command: commands.Dissolve, context: Context) -> Iterable[Draft]:
    """The pool ends, and with it every assignment."""
    account = Account(stream, context)
    guards.at(account, "established")
    guards.by_commission(account)
    account.tell(events.Dissolved(**account.frame(), reason=command.reason))
    taken_back = _end_all(account, command.reason)
    return (*account, *taken_back)


def _end_all(account: Account, reason: str) -> tuple[Draft, ...]:
    ended = [_end(account, each, reason) for each in account.state.running]
    return tuple(draft for drafts in ended for draft in drafts)


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正 (DOMAIN.md §1.12): where the office is; duty and last day of an assignment, which is owed then."""
    account = Account(stream, context)
    guards.at(account, "established")
    guards.corrects(account, command)
    by = mending.approval(command)
    if command.office is not None:
        account.tell(events.Corrected(**account.frame(), **by, office=command.office))
    if command.assignment is not None:
        assignment = guards.assignment_is_corrected(account, command, command.assignment)
        account.tell(
            events.AssignmentCorrected(
                **account.frame(),
                **by,
                assignment=assignment.serial,
                person=assignment.person,
                unit=assignment.unit,
                matter=assignment.matter,
                duty=command.duty,
                until=command.until,
            ),
            case=account.case_of(assignment.matter),
        )
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: what is owed is withdrawn, every assignment ends."""
    account = Account(stream, context)
    guards.at(account, "established", "dissolved")
    guards.by_commission(account)
    taken_back = _end_all(account, command.reason)
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return (*account, *taken_back)
