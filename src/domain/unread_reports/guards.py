"""What has to be true before an action on reports of the level above."""

import datetime

from domain.account import invalid
from domain.errors import NotFound
from domain.leads.guards import STAFF
from domain.model import Occurred
from domain.unread_reports import errors
from domain.unread_reports.account import Account
from domain.unread_reports.state import STAGE_NAMES, Stage


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless they stand in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def by_keeper(account: Account) -> None:
    """Raise `NotFound` unless who keeps them acts: others do not know of them."""
    if account.acting != account.state.kept_by:
        raise NotFound(stream=account.stream)
    account.context.require_role(*STAFF)


def nothing_else(account: Account) -> None:
    """Raise `NothingElseMayBeEntered` where what every command may carry would say more (RC 15)."""
    command = account.context.request.command
    if command.occurred is not None or command.late is not None or command.on_behalf is not None:
        raise errors.NothingElseMayBeEntered


def on_day(account: Account, day: datetime.date) -> Occurred:
    """Business time of a day; raises `InvalidField` for one to come, or before they came in."""
    came_in = account.state.came_in
    if day > account.context.today or (came_in is not None and day < came_in):
        raise invalid("day", "日期不对", "it lies in the future, or before they came in")
    return Occurred(date=day)
