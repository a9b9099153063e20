"""What has to be true before an action in daily supervision; each guard raises the refusal it needs."""

from collections.abc import Mapping
from typing import Final

from domain import mending
from domain.account import invalid
from domain.checks import is_concerned
from domain.daily_supervisions import errors
from domain.daily_supervisions.account import Account
from domain.daily_supervisions.commands import Correct, FeedBack, Outcome, Result, Stay
from domain.daily_supervisions.state import STAGE_NAMES, Done, Stage
from domain.errors import NotFound
from domain.ids import PartyId, StreamId, family_of
from domain.integrity_opinions.state import IntegrityOpinion
from domain.oversight import stationed_at

GOES_ON_IN: Final[Mapping[Outcome, str]] = {
    "lead": "lead",
    "problem": "rectification",
    "reminder": "notice",
}
"""The family in which each outcome goes on."""


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the record stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def by_group(account: Account) -> None:
    """Raise `NotTheSupervisor` unless the group that supervised acts."""
    if account.acting != account.state.group:
        raise errors.NotTheSupervisor(group=account.state.group, party=account.acting)


def method_fits(account: Account, done: Done) -> None:
    """Raise unless a stay has its dates and team, an opinion the one given, and no other method has."""
    if (done.method == "stay") != (done.stay is not None):
        raise invalid("stay", "驻点须写起止日期和人员,其他方式不写", "a stay has dates and a team")
    if (done.method == "integrity_opinion") != (done.opinion is not None):
        raise invalid(
            "opinion", "廉政意见须写明所复意见,其他方式不写", "name the integrity opinion given"
        )
    if len(set(done.focuses)) != len(done.focuses):
        raise invalid("focuses", "重点不得重复", "name each focus once")
    if done.stay is not None:
        _stayed(account, done.stay)
    if done.opinion is not None:
        _opinion_given(account, done.unit, done.opinion)


def _stayed(account: Account, stay: Stay) -> None:
    """The stay is over when it is recorded, and the team belonged to the group."""
    if not stay.begins <= stay.ends <= account.context.occurred.date:
        raise invalid("stay", "起止日期有误", "it begins, ends, and is recorded afterwards")
    for person in stay.team:
        if not account.jurisdiction.holds(person, account.acting, (), stay.begins):
            raise invalid(
                "stay.team",
                f"{person}当时未在本组任职",
                f"{person} held no appointment in the group then",
            )


def _opinion_given(account: Account, unit: PartyId, opinion: StreamId) -> None:
    known(account, opinion)
    state: IntegrityOpinion = account.context.streams[opinion].state
    fits = family_of(opinion) == "integrity_opinion" and state.given
    if not fits or (state.unit, state.group) != (unit, account.acting):
        raise invalid(
            "opinion", "不是本组就该单位所复意见", "it is no opinion of the group's there"
        )


def known(account: Account, matter: StreamId) -> None:
    """Raise `NotFound` for a matter that does not exist or that does not concern the group."""
    stream = account.context.streams[matter]
    if stream.version == 0 or not is_concerned(account.context, stream):
        raise NotFound(stream=matter)


def results_fit(account: Account, results: tuple[Result, ...]) -> None:
    """Raise unless «nothing» stands alone, a lead is named, and each goes on in a matter of its kind."""
    if len(results) > 1 and any(each.outcome == "nothing" for each in results):
        raise invalid("results", "未发现问题须单独填写", "«nothing» stands alone")
    for each in results:
        if each.outcome == "lead" and each.matter is None:
            raise invalid("results", "线索须写明已登记的线索", "name the lead that was registered")
        if each.matter is None:
            continue
        if family_of(each.matter) != GOES_ON_IN.get(each.outcome):
            raise errors.MatterDoesNotFit(outcome=each.outcome, matter=each.matter)
        known(account, each.matter)


def may_be_told(account: Account, command: FeedBack) -> None:
    """Raise `UnknownParty`; `InvalidField` for a party of another group, or one told already."""
    party = account.jurisdiction.party(command.to)
    if party.stationed_group != account.state.group:
        raise invalid("to", "不是本组驻在单位", "the group is not stationed there")
    if command.to in account.state.told:
        raise invalid("to", "已反馈", "it was told already")


def corrects(account: Account, command: Correct) -> None:
    """Raise `InvalidField` where a correction changes nothing, `WrongState` for results not there yet."""
    fields = ("title", "unit", "method", "focuses", "findings", "stay", "opinion", "results")
    mending.corrects(**{name: getattr(command, name) for name in fields})
    if command.results is not None:
        at(account, "concluded")
        results_fit(account, command.results)


def done_instead(account: Account, command: Correct) -> Done:
    """What was really done. Raises `UnknownParty`, `NotStationedThere`, `InvalidField`, `NotFound`."""
    done = account.state.done
    method = command.method or done.method
    right = Done(
        unit=command.unit or done.unit,
        method=method,
        focuses=command.focuses or done.focuses,
        stay=command.stay or (done.stay if method == "stay" else None),
        opinion=command.opinion or (done.opinion if method == "integrity_opinion" else None),
    )
    if right != done:
        stationed_at(account, right.unit)
        method_fits(account, right)
    return right
