"""Lending people and sending them home: the decisions.

The home agrees by offering, whoever reads the matters admits: a home that reads nothing of them is not
told why somebody was not taken (R 299).
"""

from collections.abc import Iterable
from typing import Any, Final

from domain import matters
from domain.context import Context
from domain.ids import PartyId, StreamId
from domain.joint_operations import commands, errors, events, guards
from domain.joint_operations.account import Account
from domain.joint_operations.state import JointOperation, Lending
from domain.model import Draft
from domain.persons import account as persons
from domain.persons import readings
from domain.streams import StreamState

Stream = StreamState[JointOperation]

REASON: Final = "联动协作借用 lent to a joint operation"
"""Why a lent person may read: stands in the grant."""


def request_people(
    stream: Stream, command: commands.RequestPeople, context: Context
) -> Iterable[Draft]:
    """Ask a party to lend people, within the days of the operation."""
    account = guards.known(stream, context)
    guards.at(account, "open")
    guards.by_those_who_run_it(account)
    context.jurisdiction.party(command.home)
    guards.adjudicated_by_others(account, (command.home,))
    guards.within_the_operation(account, command.until)
    account.tell(
        events.PeopleRequested(
            **frame(account, command.home),
            request=account.state.requests + 1,
            count=command.count,
            duty=command.duty,
            until=command.until,
        )
    )
    return account


def frame(account: Account, home: PartyId) -> dict[str, Any]:
    """The fields that every event of a lending has."""
    return {**account.frame(), "home": home}


def refuse_people(
    stream: Stream, command: commands.RefusePeople, context: Context
) -> Iterable[Draft]:
    """Lend nobody. Raises `NotAsked`."""
    account = guards.known(stream, context)
    guards.at(account, "open")
    guards.may_lend(account, command.request)
    account.tell(
        events.PeopleRefused(
            **frame(account, account.acting), request=command.request, reason=command.reason
        )
    )
    return account


def offer_person(
    stream: Stream, command: commands.OfferPerson, context: Context
) -> Iterable[Draft]:
    """Lend one of its people: a leader of the home agrees. Members may offer unasked.

    Raises `NotAsked`, `HandlerMayNotAdjudicate` for who handled what is to be adjudicated, `InvalidField`
    for a person of another party, one lent already, or days beyond the operation.
    """
    account = guards.known(stream, context)
    guards.at(account, "open")
    guards.may_lend(account, command.request)
    guards.adjudicated_by_others(account, (account.acting,))
    guards.lends(account, command.person, account.acting)
    guards.within_the_operation(account, command.until)
    account.tell(
        events.PersonOffered(
            **frame(account, account.acting),
            lending=len(account.state.lendings) + 1,
            request=command.request,
            person=command.person,
            duty=command.duty,
            until=command.until,
            document=command.document,
        )
    )
    return account


def admit_person(
    stream: Stream, command: commands.AdmitPerson, context: Context
) -> Iterable[Draft]:
    """Take a lent person in. They read the operation and its matters, and no longer than lent.

    Where a member handles a matter, they do there meanwhile what its handlers do, and approve nothing;
    a case that is adjudicated together they adjudicate with the people of the lead body.
    Nobody lets others read more than they may themselves: `NotFound` for a matter that the actor does
    not read. `KeepsOutOfTheMatter` where the person must keep out (SL 67, R 295), or handles what is to
    be adjudicated (R 222).
    """
    account = guards.known(stream, context)
    guards.at(account, "open")
    guards.by_those_who_run_it(account)
    lending = guards.lending(account, command.lending, "offered")
    guards.ahead(account, lending.until, "lending")
    return take_in(account, lending)


def take_in(account: Account, lending: Lending) -> Iterable[Draft]:
    """Let a person read and act as long as they are lent; raises as `admit_person`."""
    context = account.context
    for matter in account.state.matters:
        matters.readable(matter, context)
    guards.fit_to_join(account, lending.person)
    person = _person(lending, context)
    granted = tuple(_let_read(account, person, lending, each) for each in _read_by_lent(account))
    for reading in granted[1:]:
        _let_act(account, person, lending, reading)
    account.tell(
        events.PersonAdmitted(
            **frame(account, lending.home),
            lending=lending.serial,
            person=lending.person,
            until=lending.until,
            readings=granted,
        )
    )
    return (*account, *person)


def _read_by_lent(account: Account) -> tuple[StreamId, ...]:
    return (account.stream, *account.state.matters)


def _person(lending: Lending, context: Context) -> persons.Account:
    return persons.Account(context.streams[StreamId(lending.person)], context)


def _let_read(
    account: Account, person: persons.Account, lending: Lending, stream: StreamId
) -> events.Reading:
    approver = account.state.approved_by
    if approver is None:
        raise account.wrong_state("待批准", "waiting for approval")
    serial = readings.grant(
        person,
        stream,
        scope="content",
        reason=REASON,
        approved_by=approver,
        expires=lending.until,
    )
    return events.Reading(stream=stream, grant=serial)


def _let_act(
    account: Account, person: persons.Account, lending: Lending, reading: events.Reading
) -> None:
    state = account.state
    party: PartyId | None = state.lead_body
    if state.cooperation != "adjudication":
        party = matters.handling_party(reading.stream, account.context)
    if party is not None and party in state.members and party != lending.home:
        readings.lend(person, reading.grant, home=lending.home, to=party)


def decline_offer(
    stream: Stream, command: commands.DeclineOffer, context: Context
) -> Iterable[Draft]:
    """Not take a person who was offered; why they keep out, if they do, need not be told."""
    account = guards.known(stream, context)
    guards.at(account, "open")
    guards.by_those_who_run_it(account)
    _turn_down(account, guards.lending(account, command.lending, "offered"), command.reason)
    return account


def _turn_down(account: Account, lending: Lending, reason: str) -> None:
    account.tell(
        events.OfferDeclined(**frame(account, lending.home), lending=lending.serial, reason=reason)
    )


def return_person(
    stream: Stream, command: commands.ReturnPerson, context: Context
) -> Iterable[Draft]:
    """Send a lent person home, or call them home; from now on they read nothing of it."""
    account = guards.known(stream, context)
    guards.at(account, "open")
    lending = guards.lending(account, command.lending, "lent")
    if account.acting not in (account.state.lead_body, account.state.proposer, lending.home):
        raise errors.NoSuchLending(lending=command.lending)
    taken_back = _send_home(account, lending, command.reason)
    return (*account, *taken_back)


def end_all(account: Account, reason: str) -> tuple[Draft, ...]:
    """End every lending; returns what happens in the streams of the people who go home."""
    for lending in account.state.lendings:
        if lending.stage == "offered":
            _turn_down(account, lending, reason)
    homeward = (_send_home(account, lending, reason) for lending in account.state.people)
    return tuple(draft for drafts in homeward for draft in drafts)


def _send_home(account: Account, lending: Lending, reason: str) -> tuple[Draft, ...]:
    """End a lending; returns how what the person was let read is taken back."""
    person = _person(lending, account.context)
    for reading in lending.readings:
        readings.revoke(person, reading.grant, reason)
    account.tell(
        events.PersonReturned(
            **frame(account, lending.home),
            lending=lending.serial,
            person=lending.person,
            reason=reason,
        )
    )
    return tuple(person)
