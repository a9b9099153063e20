"""What has to be true before an action on a pooled stationing; each guard raises the refusal it needs."""

from typing import Final

from domain import matters, mending, roles
from domain.account import invalid
from domain.ids import PartyId, PersonId
from domain.pooled_stationings import errors
from domain.pooled_stationings.account import Account
from domain.pooled_stationings.commands import Assign, Correct
from domain.pooled_stationings.state import STAGE_NAMES, Assignment, Stage
from domain.scheme import PartyKind

POOLING: Final[tuple[PartyKind, ...]] = ("commission", "countyCommission")
"""Who pools groups."""


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the pool stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def may_pool(account: Account) -> None:
    """Raise `NotAuthorised` unless a leader of a commission acts."""
    if account.jurisdiction.party(account.acting).kind not in POOLING:
        raise account.context.refused(
            zh="须由纪委监委办理", en="it is for the commission of the level to do"
        )
    account.context.require_role(*roles.LEADING)


def by_commission(account: Account) -> None:
    """Raise `NotAuthorised` unless the commission acts that pooled the group."""
    account.context.require_role(*roles.LEADING, of=account.state.commission)


def by_group(account: Account) -> None:
    """Raise `NotAuthorised` unless the group acts, in the person of one who leads it."""
    account.context.require_role(*roles.LEADING, of=account.state.group)


def its_units(account: Account, group: PartyId, units: tuple[PartyId, ...]) -> None:
    """Raise `UnknownParty`, `NotItsUnit`, and `InvalidField` for a unit named twice or held already."""
    account.jurisdiction.party(group)
    for number, unit in enumerate(units):
        if account.jurisdiction.party(unit).stationed_group != group:
            raise errors.NotItsUnit(unit=unit, group=group)
        if unit in (*account.state.units, *units[:number]):
            raise invalid("unit", f"“{unit}”重复", f"{unit} is there already")


def of_the_pool(account: Account, unit: PartyId) -> None:
    """Raise `NotItsUnit` for a unit that the pool does not have."""
    if unit not in account.state.units:
        raise errors.NotItsUnit(unit=unit, group=account.state.group)


def one_thing(account: Account, command: Assign) -> None:
    """Raise `InvalidField`: a unit, or a matter with its last day and who approved reading it."""
    if (command.unit is None) == (command.matter is None):
        raise invalid("unit", "须写单位或事项之一", "name a unit or a matter, one of them")
    if command.matter is not None and (command.until is None or command.approved_by is None):
        raise invalid(
            "until",
            "安排事项须写明截止日和批准人",
            "an assignment to a matter has a last day and an approver",
        )
    if command.until is not None and command.until < account.context.occurred.date:
        raise invalid("until", "早于办理日期", "it lies before the act itself")


def in_office(account: Account, person: PersonId) -> None:
    """Raise `UnknownPerson`, or `NotOfThePool` for somebody who is not of the group."""
    account.jurisdiction.registered(person)
    day, group = account.context.occurred.date, account.state.group
    if not account.jurisdiction.holds(person, group, (), day):
        raise errors.NotOfThePool(person=person, group=group)


def clean(account: Account, command: Assign) -> None:
    """Refuse a person who keeps out of the unit or the matter (SL 67, R 295).

    Raises `RecusedFromTheUnit` by what was declared and by offices held in the unit; `NotFound` for a
    matter that the actor does not read, `KeepsOutOfTheMatter`.
    """
    if command.matter is not None:
        matters.readable(command.matter, account.context)
        matters.clean(command.person, (command.matter,), account.context)
        return
    jurisdiction = account.jurisdiction
    declared = (person for person, unit in account.state.recused if unit == command.unit)
    in_the_unit = jurisdiction.appointments.get(command.unit or PartyId(""), {})
    for other in (*declared, *in_the_unit):
        if jurisdiction.one_person(command.person, other):
            raise errors.RecusedFromTheUnit(person=command.person, unit=command.unit)


def not_yet(account: Account, command: Assign) -> None:
    """Raise `AssignedAlready` where the person has that unit or matter."""
    for each in account.state.running:
        same = (each.unit, each.matter) == (command.unit, command.matter)
        if same and account.jurisdiction.one_person(each.person, command.person):
            raise errors.AssignedAlready(person=command.person)


def returnable(account: Account, serial: int) -> tuple[Assignment, PartyId]:
    """The running assignment to a unit, and the unit; one to a matter is not the commission's to know.

    Raises `WrongState`, `NotAuthorised`, `NoSuchAssignment`.
    """
    at(account, "established")
    by_commission(account)
    found = running(account, serial)
    if found.unit is None:
        raise errors.NoSuchAssignment(assignment=serial)
    return found, found.unit


def running(account: Account, serial: int) -> Assignment:
    """The running assignment of that number; raises `NoSuchAssignment`."""
    found = account.state.assignments[serial - 1 : serial]
    if not found or not found[0].running:
        raise errors.NoSuchAssignment(assignment=serial)
    return found[0]


def corrects(account: Account, command: Correct) -> None:
    """Raise `InvalidField` where a correction changes nothing, or leaves open of which assignment.

    Raises `NotAuthorised` unless the commission corrects the office, the group an assignment.
    """
    of_assignment = (command.duty, command.until)
    mending.corrects(office=command.office, duty=command.duty, until=command.until)
    if (command.assignment is None) == any(each is not None for each in of_assignment):
        raise invalid(
            "assignment",
            "更正人员安排须写明序号和更正内容",
            "to correct an assignment, name it and what is corrected",
        )
    if command.office is not None:
        by_commission(account)
    if command.assignment is not None:
        by_group(account)


def assignment_is_corrected(account: Account, command: Correct, serial: int) -> Assignment:
    """The running assignment; `NoSuchAssignment`, `InvalidField` for a day gone by, or that of a matter.

    To a matter one is assigned with leave to read it until a day: that is released and given anew.
    """
    found = running(account, serial)
    if command.until is None:
        return found
    if found.matter is not None:
        raise invalid(
            "until",
            "事项安排的截止日不能更正,请解除后重新安排",
            "the last day of a matter stays: release the person and assign them anew",
        )
    if command.until < account.context.occurred.date:
        raise invalid("until", "早于办理日期", "it lies before the act itself")
    return found
