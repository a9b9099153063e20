"""What has to be true before an action on a talk; each guard raises the refusal it needs."""

import datetime

from domain import mending, roles
from domain.account import invalid
from domain.ids import PartyId
from domain.oversight import NotStationedThere, watches
from domain.talks import errors
from domain.talks.account import Account
from domain.talks.commands import Correct, FollowUp, Kind, Plan
from domain.talks.state import (
    PROMISE_NAMES,
    RECORD_NAMES,
    STAGE_NAMES,
    PromiseStage,
    RecordStage,
    Stage,
)


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the talk stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def by_holder(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` or `NotWhoHoldsIt` unless the talk stands so and who planned it acts."""
    at(account, *stages)
    if account.acting != account.state.by:
        raise errors.NotWhoHoldsIt(by=account.state.by, party=account.acting)


def may_talk(account: Account, command: Plan) -> PartyId:
    """The group at the person's unit; raises unless the acting party may talk to them in that way.

    同级谈心谈话 is the group's own, with a leading member; with a «first hand» the linked office and the
    commission talk too.
    """
    group = watches(account, command.unit)
    if command.kind == "peer" and account.acting != group:
        raise NotStationedThere(unit=command.unit, group=group, party=account.acting)
    if command.kind == "first_hand" and not command.person.first_hand:
        raise invalid("person", "不是“一把手”", "not the principal head of the unit")
    return group


def by_a_leader(account: Account, kind: Kind) -> None:
    """Raise `NotAuthorised` unless the talk is held by who leads: the group's head, an office's, a leader."""
    if kind == "peer":
        account.context.require_role(roles.HEAD, roles.DEPUTY_HEAD)
    else:
        account.context.require_role(*roles.LEADING)


def by_another_leader(account: Account, *stages: RecordStage) -> None:
    """Raise unless the record stands so, and another who leads there than who held the talk reads it."""
    by_holder(account, "held")
    by_a_leader(account, account.state.kind)
    holder = account.state.held_by
    if holder is not None and account.is_any(account.context.actor, (holder,)):
        raise account.context.refused(
            zh="须由未主持该次谈话的负责人审阅", en="it is for a leader who did not hold the talk"
        )
    record_stands(account, *stages)


def record_stands(account: Account, *stages: RecordStage) -> None:
    """Raise `WrongState` unless the record stands in one of ``stages``."""
    account.stands(account.state.record, *stages, names=RECORD_NAMES)


def from_today(account: Account, day: datetime.date, field: str) -> None:
    """Raise `InvalidField` for a day before the act itself."""
    if day < account.context.occurred.date:
        raise invalid(field, "日期早于本次办理日期", "the day lies before the act itself")


def promise_stands(account: Account, serial: int, *stages: PromiseStage) -> None:
    """Raise `NoSuchPromise`, or `WrongState` unless the promise stands in one of ``stages``."""
    if serial > len(account.state.promises):
        raise errors.NoSuchPromise(promise=serial)
    account.stands(account.state.promises[serial - 1], *stages, names=PROMISE_NAMES)


def promised(account: Account, command: FollowUp) -> None:
    """Raise unless the promise is open, and one that was not kept is looked at again."""
    promise_stands(account, command.promise, "open")
    if (command.kept == "kept") != (command.due is None):
        raise invalid(
            "due",
            "未全部兑现的须写明再次回访日期,已兑现的不写",
            "name the day to look again unless the promise was kept",
        )
    if command.due is not None:
        from_today(account, command.due, "due")


def corrects(account: Account, command: Correct) -> None:
    """Raise `InvalidField` where a correction changes nothing, or names a day to come.

    Raises `NoSuchPromise`; and `WrongState` for another day of a promise that was kept.
    """
    mending.corrects(text=command.text, held=command.held, due=command.due)
    if command.promise is None and command.due is not None:
        raise invalid("promise", "更正回访日期须写明承诺序号", "name the promise of that day")
    if command.promise is not None:
        promise_is_corrected(account, command, command.promise)
    if command.held is not None and command.held > account.context.occurred.date:
        raise invalid("held", "晚于本次办理日期", "it lies after the act itself")


def promise_is_corrected(account: Account, command: Correct, promise: int) -> None:
    """Raise `NoSuchPromise`, `InvalidField`; `WrongState` for another day of what was kept."""
    mending.corrects(text=command.text, due=command.due)
    promise_stands(account, promise, "open", "closed")
    if command.due is not None:
        promise_stands(account, promise, "open")
        from_today(account, command.due, "due")
