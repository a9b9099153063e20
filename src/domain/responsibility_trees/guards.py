"""What has to be true before an action on a tree; each guard raises the refusal it needs."""

import datetime

from domain import mending
from domain.account import invalid
from domain.ids import PartyId
from domain.oversight import group_with
from domain.responsibility_trees import errors
from domain.responsibility_trees.account import Account
from domain.responsibility_trees.commands import Correct
from domain.responsibility_trees.state import LIST_NAMES, STAGE_NAMES, ListStage, Organisation


def is_open(account: Account) -> None:
    """Raise `WrongState` unless the tree is open."""
    account.stands(account.state.stage, "open", names=STAGE_NAMES)


def host_party_group(account: Account) -> PartyId:
    """The group stationed with the acting Party group; `NotThePartyGroup` for any other party."""
    group = group_with(account)
    if group is None:
        raise errors.NotThePartyGroup(party=account.acting)
    return group


def by_party_group(account: Account) -> None:
    """Raise `WrongState`, `NotThePartyGroup` unless the tree is open and its Party group acts."""
    is_open(account)
    if account.acting != account.state.party_group:
        raise errors.NotThePartyGroup(party=account.acting)


def by_who_is_above(account: Account) -> None:
    """Raise `WrongState`, `NotThePartyGroup` unless the Party group or the stationed group acts."""
    is_open(account)
    if account.acting not in (account.state.party_group, account.state.group):
        raise errors.NotThePartyGroup(party=account.acting)


def organisation_at(account: Account, serial: int, *stages: ListStage) -> Organisation:
    """The organisation; raises `NoSuchOrganisation`, or `WrongState` unless its list stands so."""
    if serial > len(account.state.organisations):
        raise errors.NoSuchOrganisation(organisation=serial)
    organisation = account.state.organisations[serial - 1]
    account.stands(organisation.stage, *stages, names=LIST_NAMES)
    return organisation


def nothing_below(account: Account, serial: int) -> None:
    """Raise `OrganisationsBelow` where others are below; the Party group itself stays."""
    if serial == 1:
        raise invalid("organisation", "党委(党组)本身不能撤销", "the Party group itself stays")
    below = (each for each in account.state.organisations if each.above == serial)
    if any(each.stage != "removed" for each in below):
        raise errors.OrganisationsBelow(organisation=serial)


def from_today(account: Account, day: datetime.date) -> None:
    """Raise `InvalidField` for a day before the act itself."""
    if day < account.context.occurred.date:
        raise invalid("due", "日期早于本次办理日期", "the day lies before the act itself")


def corrects(account: Account, command: Correct) -> None:
    """Raise `InvalidField` where a correction changes nothing, `NoSuchOrganisation`.

    Raises `WrongState` for items of a list that is not there, and another day of one that is.
    """
    mending.corrects(title=command.title, items=command.items, due=command.due)
    organisation_at(account, command.organisation, "missing", "handed_in", "returned")
    if command.items is not None:
        organisation_at(account, command.organisation, "handed_in")
    if command.due is not None:
        organisation_at(account, command.organisation, "missing")
        from_today(account, command.due)
