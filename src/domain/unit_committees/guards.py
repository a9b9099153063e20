"""What has to be true before an action on a unit committee; each guard raises the refusal it needs."""

import datetime

from domain import matters, mending
from domain.account import invalid
from domain.cases.state import Case
from domain.errors import NotFound
from domain.handlers import is_any
from domain.ids import PartyId, PersonId, StreamId
from domain.oversight import COMMITTEE_KIND, NotItsCommittee
from domain.two_sides import by_its_recorder, by_the_other
from domain.unit_committees import errors
from domain.unit_committees.account import Account
from domain.unit_committees.commands import Correct, Enlist, Finding
from domain.unit_committees.state import (
    EVIDENCE_NAMES,
    FINDING_NAMES,
    STAGE_NAMES,
    Enlistment,
    Evidence,
    FindingStage,
    Stage,
)


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the guidance stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def guides(account: Account, committee: PartyId) -> PartyId:
    """The acting group, of whose unit the committee is (RS 18, 19); raises `NotItsCommittee`."""
    known = account.jurisdiction.party(committee)
    if known.kind != COMMITTEE_KIND or known.stationed_group != account.acting:
        raise NotItsCommittee(party=account.acting, committee=committee)
    return account.acting


def by_group(account: Account, *stages: Stage) -> None:
    """Raise `WrongState`; `NotItsPart` unless the group acts."""
    at(account, *stages)
    _by(account, account.state.group)


def by_committee(account: Account) -> None:
    """Raise `WrongState`; `NotItsPart` unless the committee acts."""
    at(account, "guided")
    _by(account, account.state.committee)


def by_one_of_the_two(account: Account) -> None:
    """Raise `WrongState`; `NotItsPart` unless group or committee acts: the office only reads."""
    at(account, "guided")
    if account.acting != account.state.committee:
        _by(account, account.state.group)


def _by(account: Account, wanted: PartyId) -> None:
    if account.acting != wanted:
        raise errors.NotItsPart(wanted=wanted, party=account.acting)


def not_acknowledged(account: Account) -> None:
    """Raise `WrongState` once the committee has signed."""
    if account.state.acknowledged:
        raise account.wrong_state("已签收", "signed for already")


def ahead(account: Account, day: datetime.date, field: str) -> None:
    """Raise `InvalidField` for a day before the act itself."""
    if day < account.context.occurred.date:
        raise invalid(field, "早于办理之日", "it lies before the day of the act")


def answerable(account: Account, findings: tuple[Finding, ...]) -> None:
    """Raise `InvalidField` for a reply that would be due before the finding was made."""
    for place, finding in enumerate(findings):
        ahead(account, finding.due, f"findings.{place}.due")


def finding_at(account: Account, serial: int, *stages: FindingStage) -> None:
    """Raise `NoSuchSerial`; `WrongState` unless the finding stands in one of ``stages``."""
    if serial > len(account.state.findings):
        raise errors.NoSuchSerial(serial=serial)
    account.stands(account.state.findings[serial - 1], *stages, names=FINDING_NAMES)


def serves(account: Account, matter: StreamId) -> None:
    """Raise `NotFound` for what is not the group's own and read by the actor; `KeepsOutOfTheMatter`.

    `NoStatePower` for a case about nobody who is under Party discipline.
    """
    matters.readable(matter, account.context)
    state = account.context.streams[matter].state
    hands = {getattr(state, name, None) for name in ("holder", "handling_party", "organiser")}
    if account.acting not in hands:
        raise NotFound(stream=matter)
    if isinstance(state, Case) and not any(person.party_member for person in state.persons):
        raise errors.NoStatePower(matter=matter)
    matters.clean(account.context.actor, (matter,), account.context)


def helps(account: Account, command: Enlist) -> None:
    """Raise `InvalidField` for who is not in office there, or named twice; `KeepsOutOfTheMatter`."""
    context = account.context
    for place, person in enumerate(command.people):
        context.jurisdiction.registered(person)
        if not _in_office(account, person, account.state.committee):
            raise invalid(
                "people", "不是机关纪委人员", "the person is not in office in the committee"
            )
        if account.is_any(person, command.people[:place]):
            raise invalid("people", "重复", "named twice")
        matters.clean(person, (command.matter,), context)
    if len(set(command.tasks)) < len(command.tasks):
        raise invalid("tasks", "重复", "named twice")


def enlistment(account: Account, serial: int) -> Enlistment:
    """The enlistment, as long as it has not ended; raises `NoSuchSerial`, `EnlistmentOver`."""
    if serial > len(account.state.enlistments):
        raise errors.NoSuchSerial(serial=serial)
    found = account.state.enlistments[serial - 1]
    if found.ended:
        raise errors.EnlistmentOver(enlistment=serial, until=found.until)
    return found


def running(account: Account, serial: int) -> Enlistment:
    """The enlistment on a day within its time, for an actor who need not keep out of what it serves.

    Raises `NoSuchSerial`, `EnlistmentOver`; `NotFound` for who is named in the matter, who learns nothing of
    it (R 299); `KeepsOutOfTheMatter`.
    """
    found = enlistment(account, serial)
    if account.context.occurred.date > found.until:
        raise errors.EnlistmentOver(enlistment=serial, until=found.until)
    if found.matter is not None:
        _clean(account, found.matter)
    return found


def _clean(account: Account, matter: StreamId) -> None:
    context = account.context
    if is_any(context.actor, matters.named((matter,), context), context):
        raise NotFound(stream=account.stream)
    matters.clean(context.actor, (matter,), context)


def later(account: Account, serial: int, day: datetime.date) -> None:
    """Raise `InvalidField` for a new last day that is not later; `NoSuchSerial`, `EnlistmentOver`."""
    if day <= enlistment(account, serial).until:
        raise invalid("until", "须晚于原期限", "it has to be later than the day before")
    ahead(account, day, "until")


def taken_together(account: Account, serial: int, collectors: tuple[PersonId, ...]) -> None:
    """Raise `NotTakenTogether` unless persons of both sides took it, and nobody else (R 77, 90)."""
    people = running(account, serial).people
    enlisted = [account.is_any(person, people) for person in collectors]
    own = [_in_office(account, person, account.state.group) for person in collectors]
    if not (any(enlisted) and any(own)) or not all(map(any, zip(enlisted, own, strict=True))):
        raise errors.NotTakenTogether(group=account.state.group, enlistment=serial)


def _in_office(account: Account, person: PersonId, party: PartyId) -> bool:
    return account.jurisdiction.holds(person, party, (), account.context.occurred.date)


def _evidence(account: Account, serial: int) -> Evidence:
    if serial > len(account.state.evidence):
        raise errors.NoSuchSerial(serial=serial)
    return account.state.evidence[serial - 1]


def came_back(account: Account, enlistment: int, serial: int) -> None:
    """Raise `NoSuchSerial`, `WrongState`, `NotAuthorised` unless its recorder got that evidence back."""
    found = _evidence(account, serial)
    if found.enlistment != enlistment:
        raise errors.NoSuchSerial(serial=serial)
    account.stands(found.stage, "returned", names=EVIDENCE_NAMES)
    by_its_recorder(account, found)


def to_confirm(account: Account, serial: int) -> Evidence:
    """Evidence for the acting side to confirm; `NoSuchSerial`, `OtherSideConfirms`, `WrongState`."""
    found = _evidence(account, serial)
    running(account, found.enlistment)
    account.stands(found.stage, "recorded", names=EVIDENCE_NAMES)
    by_the_other(account, found)
    return found


def settled(account: Account) -> None:
    """Raise `StillOpen` while a finding is not settled or somebody is enlisted."""
    findings, enlistments = account.state.open_findings, account.state.running
    if findings or enlistments:
        raise errors.StillOpen(findings=findings, enlistments=enlistments)


def corrects(account: Account, command: Correct) -> None:
    """Raise `InvalidField` where a correction changes nothing; `NoSuchSerial`."""
    mending.corrects(title=command.title, text=command.text)
    if command.finding is not None and command.finding > len(account.state.findings):
        raise errors.NoSuchSerial(serial=command.finding)


def nobody_enlisted(account: Account) -> None:
    """Raise `StillOpen` while somebody is enlisted: the committee must not go on reading the evidence."""
    if account.state.running:
        raise errors.StillOpen(
            findings=account.state.open_findings, enlistments=account.state.running
        )
