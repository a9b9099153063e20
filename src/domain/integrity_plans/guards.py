"""What has to be true before an action on an integrity plan; each guard raises the refusal it needs."""

import datetime
from collections.abc import Iterable

from domain import mending
from domain.account import invalid
from domain.integrity_plans import errors
from domain.integrity_plans.account import Account
from domain.integrity_plans.commands import Agree, Correct
from domain.integrity_plans.state import ACTIVITY_NAMES, Activity, ActivityStage, IntegrityPlan
from domain.oversight import of_the_pair
from domain.periods import Cadence, CadencePeriod
from domain.streams import StreamState


def period(stream: StreamState[IntegrityPlan], account: Account) -> str:
    """The period of the plan: that of the cadence that asks for it, else the year."""
    if stream.cadence is not None and stream.cadence.period is not None:
        return stream.cadence.period
    return CadencePeriod.containing(Cadence.YEAR, account.context.occurred.date).code


def by_one_of_the_two(account: Account) -> None:
    """Raise `NotItsCommittee` unless the committee or its group acts: who looks on only reads."""
    of_the_pair(account, account.state.committee, account.state.group)


def within(account: Account, days: Iterable[datetime.date]) -> None:
    """Raise `InvalidField` for an activity that would be held outside the period of the plan."""
    code = account.state.period
    found = CadencePeriod.parse(code)
    if not all(found.first_day <= day <= found.last_day for day in days):
        raise invalid("due", f"不在{code}内", f"not within {code}")


def activity(account: Account, key: int, *stages: ActivityStage) -> Activity:
    """The activity of that number, in one of the stages; raises `NoSuchEntry`, `WrongState`."""
    found = account.state.activities[key]
    account.stands(found.state, *stages, names=ACTIVITY_NAMES)
    return found


def to_agree(account: Account, command: Agree) -> tuple[Activity, ...]:
    """What the acting side agrees to. Raises `NothingToAgree`; `NoSuchEntry`, `WrongState`."""
    if command.activities is not None:
        return tuple(
            activity(account, key, "proposed") for key in dict.fromkeys(command.activities)
        )
    waiting = tuple(
        each
        for each in account.state.activities
        if each.state == "proposed" and each.other == account.acting
    )
    if not waiting:
        raise errors.NothingToAgree(party=account.acting)
    return waiting


def corrects(account: Account, command: Correct) -> None:
    """Raise `InvalidField` where a correction changes nothing, or tells a day to come."""
    mending.corrects(title=command.title, attended=command.attended, held=command.held)
    if command.held is not None and command.held > account.context.occurred.date:
        raise invalid("held", "晚于本次办理日期", "the day lies after the act itself")
