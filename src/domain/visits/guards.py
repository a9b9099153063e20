"""What has to be true before an action around a visit; each guard raises the refusal it needs."""

import datetime
from typing import Final

from domain import mending
from domain.account import invalid
from domain.ids import PartyId, PersonId
from domain.scheme_parts import STATIONED
from domain.visits import errors
from domain.visits.account import Account
from domain.visits.commands import Correct, Entry, Record
from domain.visits.state import CONCERN_NAMES, STAGE_NAMES, Concern, ConcernStage, Stage

VISITORS: Final = frozenset({"commission", "generalOffice", "organisationOffice"})
"""Who cares for the cadres of the groups (“娘家”): the commission and the offices that serve it."""


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the visit stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def visits(account: Account, command: Record) -> None:
    """Raise `NotAVisitor`; `UnknownParty`, `InvalidField` for what is no group, or a visitor astray."""
    if account.jurisdiction.party(account.acting).kind not in VISITORS:
        raise errors.NotAVisitor(party=account.acting)
    if account.jurisdiction.party(command.group).kind not in STATIONED:
        raise invalid("group", "不是派驻(派出)机构", "not a stationed or dispatched body")
    for person in command.visitors:
        _in_office(account, person)


def _in_office(account: Account, person: PersonId) -> None:
    day = account.context.occurred.date
    if not account.jurisdiction.holds(person, account.acting, (), day):
        raise invalid(
            "visitors", f"{person}当日未在本单位任职", f"{person} held no appointment that day"
        )


def entry_fits(account: Account, group: PartyId, entry: Entry) -> None:
    """Raise `UnknownParty`; `InvalidField` for a day that has passed, or a group to settle its own."""
    from_today(account, entry.due, "concerns")
    may_own(account, group, entry.owner, "concerns")


def from_today(account: Account, day: datetime.date, field: str) -> None:
    """Raise `InvalidField` for a day before the act itself."""
    if day < account.context.occurred.date:
        raise invalid(field, "日期早于本次办理日期", "the day lies before the act itself")


def may_own(account: Account, group: PartyId, owner: PartyId, field: str) -> None:
    """Raise `UnknownParty`; `InvalidField` for a group to settle its own concern."""
    account.jurisdiction.party(owner)
    if owner == group:
        raise invalid(field, "诉求不能由本组自己办理", "a group does not settle its own concern")


def by_visitor(account: Account) -> None:
    """Raise `NotAVisitor` unless who recorded the visit acts."""
    at(account, "recorded")
    if account.acting != account.state.visitor:
        raise errors.NotAVisitor(party=account.acting)


def by_either(account: Account) -> None:
    """Raise `NotAVisitor` unless the visitor or the group itself raises a concern."""
    at(account, "recorded")
    if account.acting not in (account.state.visitor, account.state.group):
        raise errors.NotAVisitor(party=account.acting)


def concern_of(account: Account, serial: int) -> Concern:
    """The concern, or `NoSuchConcern`."""
    at(account, "recorded")
    if serial > len(account.state.concerns):
        raise errors.NoSuchConcern(concern=serial)
    return account.state.concerns[serial - 1]


def acts_on(account: Account, concern: Concern, party: PartyId, *stages: ConcernStage) -> None:
    """Raise `NotYourConcern` unless ``party`` acts, `WrongState` unless the concern stands so."""
    if account.acting != party:
        raise errors.NotYourConcern(
            owner=concern.owner, group=account.state.group, party=account.acting
        )
    account.stands(concern.stage, *stages, names=CONCERN_NAMES)


def passes_on(account: Account, concern: Concern) -> None:
    """Raise `NotYourConcern` unless its owner or the visitor acts, `WrongState` once it is settled."""
    by_visitor = account.acting == account.state.visitor
    party = account.state.visitor if by_visitor else concern.owner
    acts_on(account, concern, party, "open", "returned")


def is_another(owner: PartyId, concern: Concern) -> None:
    """Raise `InvalidField` where the concern is passed on to who has it."""
    if owner == concern.owner:
        raise invalid("owner", "诉求已由该单位办理", "that party has the concern already")


def corrects(account: Account, command: Correct) -> None:
    """Raise `InvalidField` where a correction changes nothing, or leaves open of which concern.

    Raises `NoSuchConcern`; and `WrongState` for another day of what was settled once.
    """
    mending.corrects(summary=command.summary, kind=command.kind, text=command.text, due=command.due)
    of_concern = (command.kind, command.text, command.due)
    if (command.concern is None) == any(each is not None for each in of_concern):
        raise invalid(
            "concern",
            "更正诉求须写明序号和更正内容",
            "to correct a concern, name it and what is corrected",
        )
    if command.concern is None:
        return
    concern = concern_of(account, command.concern)
    if command.due is not None:
        account.stands(concern.stage, "open", names=CONCERN_NAMES)
        from_today(account, command.due, "due")
