"""What has to be true before an action on a joint theme; each guard raises the refusal it needs."""

from domain import asking, mending
from domain.account import invalid
from domain.ids import PartyId
from domain.joint_themes import errors
from domain.joint_themes.account import Account
from domain.joint_themes.commands import Correct, Effect, Step
from domain.joint_themes.state import STAGE_NAMES, Record, RecordStage, Stage
from domain.oversight import of_the_pair


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the theme stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def by_one_of_the_two(account: Account) -> None:
    """Raise `NotItsCommittee` unless the committee or its group acts: who looks on only reads."""
    of_the_pair(account, account.state.committee, account.state.group)


def step_due(account: Account, step: Step) -> None:
    """Raise `WrongState`, `StepNotDue` unless a step may be recorded now by one of the two."""
    at(account, "open", "annulled")
    by_one_of_the_two(account)
    state = account.state
    if step not in state.steps or state.is_waiting:
        raise errors.StepNotDue(step=step, first=(*state.steps, step)[0])


def record(account: Account, serial: int, *stages: RecordStage) -> Record:
    """The record of that number, in one of the stages; raises `NoSuchRecord`."""
    found = account.state.records[serial - 1 : serial]
    if not found or found[0].stage not in stages:
        raise errors.NoSuchRecord(record=serial)
    return found[0]


def open_problems(account: Account, numbers: tuple[int, ...]) -> None:
    """Raise `NoSuchEntry`; `InvalidField` for a problem named twice, or not open any more."""
    for place, number in enumerate(numbers):
        if number in numbers[:place] or not account.state.problems[number].is_open:
            raise invalid(
                "settled",
                f"第{number}个问题重复,或者已经解决",
                f"problem {number} is named twice, or is solved already",
            )


def effect(account: Account, found: Effect) -> None:
    """Raise `ProblemsStillOpen` for a good effect while problems are open."""
    count = len(account.state.problems.open)
    if found == "effective" and count:
        raise errors.ProblemsStillOpen(count=count)


def shared_with_others(account: Account, parties: tuple[PartyId, ...]) -> None:
    """Raise `UnknownParty`; `InvalidField` for a party named twice, or one of the two."""
    asking.of_others(account, parties)
    if {account.state.committee, account.state.group} & {*parties}:
        raise invalid("shared_with", "双方本来知悉", "the two know of it already")


def corrects(command: Correct, of: Record) -> None:
    """Raise `InvalidField` where nothing is corrected, or what the record does not say."""
    mending.corrects(title=command.title, text=command.text)
    for name in ("title", "text"):
        if getattr(command, name) is not None and not hasattr(of.event, name):
            raise invalid(name, "该登记没有此项", "the record has no such field")
