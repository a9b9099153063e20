"""The round: linking, authorising a deputy team leader, recusal, the end. The decisions."""

import datetime
from collections.abc import Iterable

from domain import roles
from domain.context import Context
from domain.ids import StreamId
from domain.inspection_links import commands, events, guards
from domain.inspection_links.account import Account
from domain.inspection_links.state import InspectionLink
from domain.model import Draft
from domain.persons import account as persons
from domain.persons import offices
from domain.streams import StreamState

Stream = StreamState[InspectionLink]

RECUSED = "回避 recused from a unit of the round"
OVER = "本轮巡察结束 the round is over"
"""Why an authorisation ends where nobody says another reason."""


def open_(stream: Stream, command: commands.Open, context: Context) -> Iterable[Draft]:
    """Link a group and a team for one round.

    Raises `NotAuthorised`, `NotAnInspectionTeam`, `UnknownParty`, `InvalidField`.
    """
    account = Account(stream, context)
    guards.may_link(account)
    guards.between_team_and_group(account, command)
    account.tell(
        events.Opened(
            **account.plain(),
            office=account.acting,
            team=command.team,
            group=command.group,
            round=command.round,
            units=command.units,
            begins=command.begins,
            until=command.until,
        )
    )
    return account


def authorise(stream: Stream, command: commands.Authorise, context: Context) -> Iterable[Draft]:
    """Authorise the head of the group as deputy team leader for this round.

    It is an appointment in the team that ends with the round: whoever acts or reads by it can no
    longer then. Raises `NotTheHeadOfTheGroup`, `RecusedFromTheRound`, `AlreadyAuthorised`, `RoundIsOver`.
    """
    account = Account(stream, context)
    guards.at(account, "open")
    guards.by(account, account.state.office)
    context.require_role(*roles.LEADING)
    guards.nobody_authorised(account)
    guards.leads_the_group(account, command.person)
    guards.clean_of_the_units(account, command.person)
    day, until = context.occurred.date, account.state.until
    if day > account.state.begins:
        guards.in_the_round(account)
    person = persons.Account(context.streams[StreamId(command.person)], context)
    serial = offices.appoint(
        person,
        account.state.team,
        roles.DEPUTY_HEAD,
        begins=max(day, account.state.begins),
        ends=until,
        document=command.document,
    )
    account.tell(
        events.Authorised(
            **account.frame(),
            person=command.person,
            appointment=serial,
            until=until,
            document=command.document,
            approved_by=command.approved_by,
        )
    )
    return (*account, *person)


def acknowledge(stream: Stream, _: commands.Acknowledge, context: Context) -> Iterable[Draft]:
    """The group signs for the authorisation, once."""
    account = Account(stream, context)
    guards.at(account, "open")
    guards.by(account, account.state.group)
    if not account.state.unacknowledged:
        raise account.wrong_state("没有待签收的授权", "there is no authorisation to sign for")
    account.tell(events.Acknowledged(**account.frame()))
    return account


def declare_recusal(
    stream: Stream, command: commands.DeclareRecusal, context: Context
) -> Iterable[Draft]:
    """A person keeps out of inspecting a unit; if they are deputy team leader, no longer."""
    account = Account(stream, context)
    guards.at(account, "open")
    context.jurisdiction.registered(command.person)
    context.jurisdiction.party(command.unit)
    account.tell(
        events.RecusalDeclared(
            **account.frame(), person=command.person, unit=command.unit, reason=command.reason
        )
    )
    deputy = account.state.deputy
    concerned = deputy is not None and context.jurisdiction.one_person(deputy[0], command.person)
    ended = concerned and command.unit in account.state.units
    taken_back = _end_authority(account, RECUSED) if ended else ()
    return (*account, *taken_back)


def end_authorisation(
    stream: Stream, command: commands.EndAuthorisation, context: Context
) -> Iterable[Draft]:
    """Take the authorisation back before the round is over."""
    account = Account(stream, context)
    guards.at(account, "open")
    guards.by(account, account.state.office)
    taken_back = _end_authority(account, command.reason)
    return (*account, *taken_back)


def _end_authority(account: Account, reason: str) -> tuple[Draft, ...]:
    """End it from this day on; returns what happens to the person's office in the team."""
    deputy, context = account.state.deputy, account.context
    if deputy is None:
        return ()
    person, serial = deputy
    account.tell(
        events.AuthorisationEnded(
            **account.frame(), person=person, appointment=serial, reason=reason
        )
    )
    office = persons.Account(context.streams[StreamId(person)], context)
    held, day = office.state.appointments[serial], context.occurred.date
    if held.ends is None or held.ends >= day:
        offices.end(office, held, day - datetime.timedelta(days=1), reason)
    return tuple(office)


def end(stream: Stream, _: commands.End, context: Context) -> Iterable[Draft]:
    """The round is over: what was passed has come back, and the authorisation ends.

    Raises `AnswersOwed`.
    """
    account = Account(stream, context)
    guards.at(account, "open")
    guards.by(account, account.state.office)
    guards.all_came_back(account)
    taken_back = _end_authority(account, OVER)
    account.tell(events.Ended(**account.frame()))
    return (*account, *taken_back)


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正 (DOMAIN.md §1.12). A deputy team leader has to be clean of the units as corrected."""
    account = Account(stream, context)
    guards.at(account, "open", "ended")
    guards.by(account, account.state.office)
    guards.corrects(command)
    guards.units_once(account, command.units or ())
    account.tell(
        events.Corrected(
            **account.frame(),
            reason=command.reason,
            approved_by=command.approved_by,
            round=command.round,
            units=command.units,
        )
    )
    if account.state.deputy is not None:
        guards.clean_of_the_units(account, account.state.deputy[0])
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: what is owed is withdrawn, an authorisation ends."""
    account = Account(stream, context)
    guards.at(account, "open", "ended")
    guards.by(account, account.state.office)
    taken_back = _end_authority(account, command.reason)
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return (*account, *taken_back)
