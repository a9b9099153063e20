"""What has to be true before an action on a duty matrix; each guard raises the refusal it needs."""

import datetime
from collections.abc import Sequence
from typing import Final, TypeVar

from domain.account import invalid
from domain.duty_matrices import errors
from domain.duty_matrices.account import Account
from domain.duty_matrices.state import (
    RESULT_NAMES,
    SHARE_NAMES,
    STAGE_NAMES,
    Result,
    ResultStage,
    Share,
    ShareStage,
)
from domain.ids import PartyId
from domain.oversight import UNIT_KINDS
from domain.scheme_parts import PartyKind

T = TypeVar("T")

OPENERS: Final[tuple[PartyKind, ...]] = (
    "commission",
    "countyCommission",
    "generalOffice",
    "caseSupervisionOffice",
    "supervisionOffice",
)
"""Who may keep a matrix: the commission and its offices, never a party that has a duty in it."""


def may_open(account: Account) -> None:
    """Raise `NotAuthorised` unless the commission or one of its offices acts."""
    if account.jurisdiction.party(account.acting).kind not in OPENERS:
        raise account.context.refused(
            zh="须由纪委监委机关建立", en="the commission or one of its offices opens it"
        )


def is_open(account: Account) -> None:
    """Raise `WrongState` unless the matrix is open."""
    account.stands(account.state.stage, "open", names=STAGE_NAMES)


def stands(account: Account) -> None:
    """Raise `WrongState` unless the matrix counts."""
    account.stands(account.state.stage, "open", "closed", names=STAGE_NAMES)


def by_opener(account: Account) -> None:
    """Raise `NotTheKeeperOfTheMatrix` unless who opened it acts."""
    if account.acting != account.state.opener:
        raise errors.NotTheKeeperOfTheMatrix(opener=account.state.opener, party=account.acting)


def kept(account: Account) -> None:
    """Raise `WrongState`, `NotTheKeeperOfTheMatrix` unless it is open and who opened it acts."""
    is_open(account)
    by_opener(account)


def pursued(account: Account, item: int) -> None:
    """Raise `NotInTheMatrix`, `ItemNotPursued` unless an item is pursued."""
    if not _at(account.state.items, item, "民生实事", "item"):
        raise errors.ItemNotPursued(item=item)


def duty_at(account: Account, duty: int) -> int:
    """The item of a duty; raises `NotInTheMatrix`, `ItemNotPursued`."""
    item = _at(account.state.duties, duty, "职责", "duty")
    pursued(account, item)
    return item


def is_unit(account: Account, party: PartyId) -> None:
    """Raise `UnknownParty`, `NotAUnit` unless a party is a unit of the city."""
    if account.jurisdiction.party(party).kind not in UNIT_KINDS:
        raise errors.NotAUnit(party=party)


def is_group(account: Account, party: PartyId) -> None:
    """Raise `UnknownParty`, `NotAGroup` unless a party is a stationed group."""
    if account.jurisdiction.party(party).kind != "stationedGroup":
        raise errors.NotAGroup(party=party)


def new_share(account: Account, share: Share) -> None:
    """Raise `HeldAlready` where the party has that share, settled or not."""
    for each in account.state.shares:
        same = (each.item, each.duty, each.party) == (share.item, share.duty, share.party)
        if same and each.stage != "withdrawn":
            raise errors.HeldAlready(party=share.party)


def share_at(account: Account, serial: int, *stages: ShareStage) -> Share:
    """A share; raises `NotInTheMatrix`, or `WrongState` unless it stands in one of ``stages``."""
    share = _at(account.state.shares, serial, "分工", "share")
    account.stands(share.stage, *stages, names=SHARE_NAMES)
    return share


def own_share(account: Account, serial: int, *stages: ShareStage) -> None:
    """Raise as `share_at`, and `NotYourShare` unless the party whose share it is acts."""
    is_open(account)
    share = share_at(account, serial, *stages)
    if account.acting != share.party:
        raise errors.NotYourShare(share=serial, owner=share.party, party=account.acting)


def no_results(account: Account, serial: int) -> None:
    """Raise `ResultsStand` where results of a share are recorded."""
    if any(result.share == serial for result in account.state.results):
        raise errors.ResultsStand(share=serial)


def result_at(account: Account, serial: int, *stages: ResultStage) -> Result:
    """A result; raises `NotInTheMatrix`, or `WrongState` unless it stands in one of ``stages``."""
    is_open(account)
    result = _at(account.state.results, serial, "成效", "result")
    account.stands(result.stage, *stages, names=RESULT_NAMES)
    return result


def supervises(account: Account, result: Result) -> None:
    """Raise `NotTheSupervisor` unless a group acts that took up the supervision of a unit's item."""
    share = account.state.shares[result.share - 1]
    groups = (
        each.party
        for each in account.state.shares
        if (each.item, each.responsibility) == (share.item, "supervisory")
        and each.stage == "confirmed"
    )
    if share.responsibility != "principal" or account.acting not in groups:
        raise errors.NotTheSupervisor(item=share.item, party=account.acting)


def judges(account: Account, result: Result) -> None:
    """Raise `NotTheSupervisor` unless the keeper acts, or a group that supervises the item."""
    if account.acting != account.state.opener:
        supervises(account, result)


def not_joined(account: Account, result: Result) -> None:
    """Raise `InvalidField` where the group joined a result before."""
    if account.acting in result.joined:
        raise invalid("result", "已登记为共同成效", "it is joint work already")


def corrects_one(account: Account, item: int | None, duty: int | None) -> None:
    """Raise unless an item or a duty of the matrix is called otherwise, or the matrix itself."""
    if item is not None and duty is not None:
        raise invalid("duty", "一次只更正一处", "one title is corrected at a time")
    if item is not None:
        pursued(account, item)
    if duty is not None:
        duty_at(account, duty)


def clear(account: Account) -> None:
    """Raise `NotClear` while there are holes, overlaps, or anything not settled."""
    state = account.state
    holes, overlaps, unsettled = map(tuple, (state.holes, state.overlaps, state.unsettled))
    if holes or overlaps or unsettled:
        raise errors.NotClear(
            holes="、".join(holes) or "0",
            overlaps="、".join(overlaps) or "0",
            unsettled="、".join(unsettled) or "0",
        )


def from_today(account: Account, day: datetime.date) -> None:
    """Raise `InvalidField` for a day before the act itself."""
    if day < account.context.occurred.date:
        raise invalid("results_due", "日期早于本次办理日期", "the day lies before the act itself")


def _at(found: Sequence[T], serial: int, zh: str, en: str) -> T:
    if serial > len(found):
        raise errors.NotInTheMatrix(serial=serial, what_zh=zh, what_en=en)
    return found[serial - 1]
