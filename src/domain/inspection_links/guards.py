"""What has to be true before an action on an inspection link; each guard raises the refusal it needs."""

import datetime
from typing import Final

from domain import matters, mending, roles
from domain.account import invalid
from domain.errors import NotFound
from domain.ids import PartyId, PersonId, StreamId, family_of
from domain.inspection_links import errors
from domain.inspection_links.account import Account
from domain.inspection_links.commands import Correct, Open
from domain.inspection_links.state import STAGE_NAMES, Stage, Step, Steps, StepStage
from domain.leads.state import Lead
from domain.scheme_parts import STATIONED, PartyKind

LINKING: Final[tuple[PartyKind, ...]] = ("inspectionOffice", "commission")
"""Who links group and team, and authorises."""


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the link stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def by(account: Account, wanted: PartyId) -> None:
    """Raise `NotForThisSide` unless that party acts."""
    if account.acting != wanted:
        raise errors.NotForThisSide(wanted=wanted, party=account.acting)


def by_a_side(account: Account) -> None:
    """Raise `NotForThisSide` unless group or team acts."""
    if account.acting not in account.state.sides:
        raise errors.NotForThisSide(wanted=account.state.team, party=account.acting)


def may_link(account: Account) -> None:
    """Raise `NotAuthorised` unless a leader of the inspection office or the commission acts."""
    if account.jurisdiction.party(account.acting).kind not in LINKING:
        raise account.context.refused(
            zh="须由巡察办或纪委监委办理", en="it is for the inspection office or the commission"
        )
    account.context.require_role(*roles.LEADING)


def between_team_and_group(account: Account, command: Open) -> None:
    """Raise `NotAnInspectionTeam`, `UnknownParty`, and `InvalidField` for units or days that cannot be."""
    team, group = (
        account.jurisdiction.party(command.team),
        account.jurisdiction.party(command.group),
    )
    if team.kind != "inspectionTeam" or group.kind not in STATIONED:
        raise errors.NotAnInspectionTeam(team=command.team, group=command.group)
    units_once(account, command.units)
    if command.until < max(command.begins, account.context.occurred.date):
        raise invalid("until", "早于开始日或办理日", "it lies before the start or the act itself")


def units_once(account: Account, units: tuple[PartyId, ...]) -> None:
    """Raise `UnknownParty`, and `InvalidField` for a unit named twice."""
    for number, unit in enumerate(units):
        account.jurisdiction.party(unit)
        if unit in units[:number]:
            raise invalid("units", f"“{unit}”重复", f"{unit} is named twice")


def in_the_round(account: Account) -> None:
    """Raise `RoundIsOver` outside the days of the round."""
    state, day = account.state, account.context.occurred.date
    if not state.begins <= day <= state.until:
        raise errors.RoundIsOver(on=day, begins=state.begins, until=state.until)


def within_the_round(account: Account, day: datetime.date) -> None:
    """Raise `InvalidField` for a day that has gone by, or comes after the round."""
    if not account.context.occurred.date <= day <= account.state.until:
        raise invalid("due", "不在本轮巡察期内", "it lies outside the round")


def leads_the_group(account: Account, person: PersonId) -> None:
    """Raise `UnknownPerson`, or `NotTheHeadOfTheGroup` (派驻纪检监察组负责同志)."""
    jurisdiction, group = account.jurisdiction, account.state.group
    jurisdiction.registered(person)
    day = account.context.occurred.date
    if not jurisdiction.holds(person, group, (roles.HEAD, roles.DEPUTY_HEAD), day):
        raise errors.NotTheHeadOfTheGroup(person=person, group=group)


def clean_of_the_units(account: Account, person: PersonId) -> None:
    """Raise `RecusedFromTheRound` for a person recused from an inspected unit, or ever in office there."""
    jurisdiction = account.jurisdiction
    for unit in account.state.units:
        declared = (other for other, where in account.state.recused if where == unit)
        in_office = jurisdiction.appointments.get(unit, {})
        if any(jurisdiction.one_person(person, other) for other in (*declared, *in_office)):
            raise errors.RecusedFromTheRound(person=person, unit=unit)


def nobody_authorised(account: Account) -> None:
    """Raise `AlreadyAuthorised` while somebody is deputy team leader."""
    if account.state.deputy is not None:
        raise errors.AlreadyAuthorised(person=account.state.deputy[0])


def step(account: Account, steps: Steps, serial: int, *stages: StepStage) -> Step:
    """The step of that number, in one of the stages, if it is the acting party's turn.

    Raises `NoSuchStep`, `NotForThisSide`.
    """
    found = steps[serial - 1 : serial]
    if not found or found[0].stage not in stages:
        raise errors.NoSuchStep(serial=serial)
    by(account, found[0].turn)
    return found[0]


def recorded_by_itself(account: Account, serial: int) -> None:
    """Raise `NoSuchStep` for no consultation that can still change; `NotForThisSide` for the other's."""
    found = account.state.consultations[serial - 1 : serial]
    if not found or found[0].stage not in ("held", "returned"):
        raise errors.NoSuchStep(serial=serial)
    turn = found[0].turn
    by(account, turn if found[0].stage == "returned" else account.state.other(turn))


def own_lead(account: Account, lead: StreamId) -> None:
    """Raise `NotFound` unless the group has the lead and the actor reads it; `KeepsOutOfTheMatter`."""
    context = account.context
    if family_of(lead) != "lead":
        raise NotFound(stream=lead)
    matters.readable(lead, context)
    state = context.streams[lead].state
    if not isinstance(state, Lead) or account.acting not in (state.holder, state.handling_party):
        raise NotFound(stream=lead)
    matters.clean(context.actor, (lead,), context)


def clean_of(account: Account, about: StreamId | None) -> StreamId:
    """The lead that a step is about; raises `KeepsOutOfTheMatter` for whoever keeps out of it."""
    if about is None:
        raise NotFound(stream=account.stream)
    matters.clean(account.context.actor, (about,), account.context)
    return about


def one_item(account: Account, item: StreamId | None, *, but: int = 0) -> None:
    """Raise `NotFound` for an item that is not the party's; `RectifiedAlready` for another problem's.

    No double reporting (mechanism 17): a problem is rectified in one item, and an item is of one problem.
    """
    if item is None:
        return
    if family_of(item) != "rectification":
        raise NotFound(stream=item)
    stream = account.context.streams[item]
    if stream.version == 0 or account.acting not in stream.insiders:
        raise NotFound(stream=item)
    for serial, other in enumerate(account.state.problems, start=1):
        if other.about == item and other.stage != "declined" and serial != but:
            raise errors.RectifiedAlready(problem=serial)


def all_came_back(account: Account) -> None:
    """Raise `AnswersOwed` while a lead that was passed has not come back."""
    waiting = sum(passing.stage != "accepted" for passing in account.state.passings)
    if waiting:
        raise errors.AnswersOwed(count=waiting)


def corrects(command: Correct) -> None:
    """Raise `InvalidField` where a correction changes nothing."""
    mending.corrects(round=command.round, units=command.units)
