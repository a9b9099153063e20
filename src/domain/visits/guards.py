"""What has to be true before an action around a visit; each guard raises the refusal it needs."""

from typing import Final

from domain.account import invalid
from domain.ids import PartyId, PersonId
from domain.visits import errors
from domain.visits.account import Account
from domain.visits.commands import Entry, Record
from domain.visits.state import CONCERN_NAMES, STAGE_NAMES, Concern, ConcernStage, Stage

VISITORS: Final = frozenset({"commission", "generalOffice", "organisationOffice"})
"""Who cares for the cadres of the groups (“娘家”): the commission and the offices that serve it."""

VISITED: Final = frozenset({"stationedGroup", "dispatchedBody"})


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the visit stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def visits(account: Account, command: Record) -> None:
    """Raise `NotAVisitor`; `UnknownParty`, `InvalidField` for what is no group, or a visitor astray."""
    if account.jurisdiction.party(account.acting).kind not in VISITORS:
        raise errors.NotAVisitor(party=account.acting)
    if account.jurisdiction.party(command.group).kind not in VISITED:
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
    account.jurisdiction.party(entry.owner)
    if entry.due < account.context.occurred.date:
        raise invalid("concerns", "日期早于本次办理日期", "the day lies before the act itself")
    if entry.owner == group:
        raise invalid(
            "concerns", "诉求不能由本组自己办理", "a group does not settle its own concern"
        )


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
