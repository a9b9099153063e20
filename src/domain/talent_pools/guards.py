"""What has to be true before an action in a talent pool; each guard raises the refusal it needs."""

from typing import Final, TypeVar

from domain import mending, nominating
from domain.account import invalid
from domain.ids import PartyId, PersonId, StreamId, family_of
from domain.secondments.guards import PROPOSERS
from domain.secondments.state import Secondment
from domain.talent_pools import errors
from domain.talent_pools.account import Account
from domain.talent_pools.commands import Correct, Open
from domain.talent_pools.state import (
    MEMBER_NAMES,
    STAGE_NAMES,
    Group,
    Member,
    MemberStage,
    Session,
)

T = TypeVar("T")

GONE: Final[tuple[MemberStage, ...]] = ("declined", "released")
"""Who may be nominated again."""

PRACTISING: Final = ("proposed", "agreed", "begun", "sent_back")
"""Stages in which a secondment stands."""


def may_open(account: Account, command: Open) -> None:
    """Raise `NotForThePool`; `UnknownParty`, `InvalidField` for whom and when."""
    if command.area is not None:
        of_the_area(account, command)
    elif account.jurisdiction.party(account.acting).kind not in PROPOSERS:
        raise errors.NotForThePool(party=account.acting)
    nominating.asks_others(account, command)
    if (command.area is None) != (command.until is None):
        raise invalid(
            "until", "片区人员库须写期限,其他不写", "a pool of an area has a last day, no other"
        )
    if command.until is not None and command.until <= command.nominate_by:
        raise invalid("until", "须晚于推荐期限", "it lies after the day for nominations")


def of_the_area(account: Account, command: Open) -> None:
    """Raise `NotForThePool` unless the area's lead group acts, `InvalidField` for another area's groups."""
    area = account.scheme.area(command.area or "")
    if area is None:
        raise invalid("area", "方案中没有该片区", "the scheme has no such area")
    if account.acting != area.lead:
        raise errors.NotForThePool(party=account.acting)
    for party in command.parties:
        if party not in area.groups:
            raise invalid("parties", f"“{party}”不在该片区", f"{party} is not of the area")


def open_to(account: Account, *parties: PartyId) -> None:
    """Raise `WrongState` unless the pool is open, `NotForThePool` unless one of these acts."""
    account.stands(account.state.stage, "open", names=STAGE_NAMES)
    if account.acting not in parties:
        raise errors.NotForThePool(party=account.acting)


def open_to_keeper(account: Account) -> None:
    """As `open_to`: for who keeps the pool."""
    open_to(account, account.state.organiser)


def one_of(account: Account, person: PersonId, party: PartyId) -> None:
    """Raise `NotOneOfYours` unless the person is in office in that body."""
    if not account.jurisdiction.holds(person, party, (), account.context.occurred.date):
        raise errors.NotOneOfYours(person=person, party=party)


def new_to_it(account: Account, person: PersonId) -> None:
    """Raise `InThePoolAlready` for somebody nominated by whichever body, under whatever pseudonym."""
    known = (each.person for each in account.state.members if each.stage not in GONE)
    if account.is_any(person, known):
        raise errors.InThePoolAlready(person=person)


def _numbered(found: tuple[T, ...], serial: int) -> T:
    if serial > len(found):
        raise errors.NoSuchMember(serial=serial)
    return found[serial - 1]


def member(account: Account, serial: int, *stages: MemberStage) -> Member:
    """The person of that number; `NoSuchMember`, or `WrongState` unless they stand so."""
    found = _numbered(account.state.members, serial)
    account.stands(found.stage, *stages, names=MEMBER_NAMES)
    return found


def has_place(account: Account) -> None:
    """Raise `PoolIsFull` where no place is left."""
    if account.state.admitted >= account.state.places:
        raise errors.PoolIsFull(places=account.state.places)


def group(account: Account, serial: int) -> Group:
    """The study group of that number; `NoSuchMember`, or `WrongState` once it was disbanded."""
    found = _numbered(account.state.groups, serial)
    if not found.standing:
        raise account.wrong_state("学习小组已解散", "the study group was disbanded")
    return found


def session(account: Account, serial: int) -> Session:
    """The session of that number; `NoSuchMember`, or `WrongState` for one that does not count."""
    found = _numbered(account.state.sessions, serial)
    if not found.standing:
        raise account.wrong_state("该次学习已作废", "the session was annulled")
    return found


def may_study(account: Account, members: tuple[int, ...], mentor: PersonId) -> None:
    """Raise unless they are of the pool, each once and in no other group, the mentor not among them."""
    if len(set(members)) != len(members):
        raise invalid("members", "每人只列一次", "list each person once")
    state = account.state
    studying = {number for each in state.groups if each.standing for number in each.members}
    people = [member(account, number, "admitted").person for number in members]
    for number, person in zip(members, people, strict=True):
        if number in studying:
            raise errors.InThePoolAlready(person=person)
    may_mentor(account, mentor, members)


def may_mentor(account: Account, mentor: PersonId, members: tuple[int, ...]) -> None:
    """Raise `InvalidField` for a mentor of oneself."""
    people = (account.state.members[number - 1].person for number in members)
    if account.is_any(mentor, people):
        raise invalid("mentor", "导师不能是组员", "the mentor is one of the members")


def of_the_group(group: Group, came: tuple[int, ...]) -> None:
    """Raise `InvalidField` for somebody who does not study in the group, or is named twice."""
    if len(set(came)) != len(came) or not set(came) <= set(group.members):
        raise invalid("came", "须为本组组员,每人一次", "members of this group, each once")


def practises(account: Account, found: Member, secondment: StreamId) -> Secondment:
    """The secondment of a member; raises `NotTheirSecondment` for any other, also one unknown."""
    refusal = errors.NotTheirSecondment(secondment=secondment)
    if family_of(secondment) != "secondment" or secondment in found.drawn:
        raise refusal
    stream = account.context.streams[secondment]
    state: Secondment = stream.state
    theirs = account.jurisdiction.one_person(state.person, found.person)
    if account.acting not in stream.insiders or not theirs or state.stage not in PRACTISING:
        raise refusal
    return state


def corrects(command: Correct) -> None:
    """Raise `InvalidField` where a correction changes nothing, or what was studied of no session."""
    mending.corrects(title=command.title, topic=command.topic, came=command.came)
    of_session = command.topic is not None or command.came is not None
    if of_session != (command.session is not None):
        raise invalid("session", "须写明哪次学习", "say of which session")
