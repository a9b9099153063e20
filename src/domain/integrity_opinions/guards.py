"""What has to be true before an action on an integrity opinion; each guard raises the refusal it needs."""

from domain import asking, mending
from domain.account import invalid
from domain.ids import PartyId
from domain.integrity_opinions import errors
from domain.integrity_opinions.account import Account
from domain.integrity_opinions.commands import Correct
from domain.integrity_opinions.state import STAGE_NAMES, Stage


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the opinion stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def by_asker(account: Account) -> None:
    """Raise `NotTheIssuer` unless who asked acts."""
    asking.by_issuer(account, account.state.asker)


def by_group(account: Account) -> None:
    """Raise `NotAskedOfYou` unless the group that was asked acts."""
    if account.acting != account.state.group:
        raise errors.NotAskedOfYou(group=account.state.group, party=account.acting)


def asks_another(account: Account, group: PartyId) -> None:
    """Raise `InvalidField` where a group would ask itself."""
    if account.acting == group:
        raise invalid("unit", "不能向本组征求意见", "a group asks itself for no opinion")


def corrects(command: Correct) -> None:
    """Raise `InvalidField` where a correction changes nothing."""
    mending.corrects(text=command.text, view=command.view)
