"""What has to be true before an action in a joint enforcement; each guard raises its refusal."""

import datetime

from domain import asking
from domain.account import invalid
from domain.ids import PartyId
from domain.joint_enforcements import errors
from domain.joint_enforcements.account import Account
from domain.joint_enforcements.commands import Correct, Plan
from domain.joint_enforcements.state import (
    JOINING_NAMES,
    SHARE_NAMES,
    STAGE_NAMES,
    Share,
    ShareStage,
    Stage,
)
from domain.leads.circle import DISCIPLINE_BODIES, OWN_REGISTER
from domain.rectifications.guards import of_own_unit


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the joint enforcement stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def by_head(account: Account) -> None:
    """Raise `NotTheHead` unless the body acts that planned it."""
    if account.acting != account.state.head:
        raise errors.NotTheHead(head=account.state.head, party=account.acting)


def may_plan(account: Account, command: Plan) -> None:
    """Refuse who is no discipline body, partners that are not its own units, days in the wrong order.

    Basis: 联合监督执纪 of a group with the Party group of its host (mechanism 8); criminal and
    duty-related matters stay with the group (RS 19, 21).
    """
    if account.jurisdiction.party(account.acting).kind not in (*DISCIPLINE_BODIES, *OWN_REGISTER):
        raise account.context.refused(
            zh="须由纪检监察机构牵头", en="it is for a discipline body to lead"
        )
    asking.of_others(account, command.partners)
    for partner in command.partners:
        of_own_unit(account, account.jurisdiction.party(partner))
    if command.ends < command.begins or command.ends < account.context.occurred.date:
        raise invalid("ends", "早于开始或办理之日", "it lies before the beginning or the act")


def joining(account: Account) -> None:
    """Raise `WrongState` unless the acting party was asked to join and has not answered."""
    account.stands(account.state.joining(account.acting), "asked", names=JOINING_NAMES)


def joined(account: Account, party: PartyId) -> None:
    """Raise `NotJoined` unless the party takes part."""
    if party != account.state.head and account.state.joining(party) != "agreed":
        raise errors.NotJoined(party=party)


def ahead(account: Account, due: datetime.date) -> None:
    """Raise `InvalidField` for a day before the act itself."""
    if due < account.context.occurred.date:
        raise invalid("due", "早于办理之日", "it lies before the day of the act")


def own_share(account: Account, place: int) -> Share:
    """The acting party's own share; raises `NotItsShare` for any other, whether it exists or not."""
    shares = account.state.shares
    if place > len(shares) or shares[place - 1].owner != account.acting:
        raise errors.NotItsShare(party=account.acting, share=place)
    return shares[place - 1]


def share(account: Account, place: int) -> Share:
    """The share of that place; raises `InvalidField`."""
    if place > len(account.state.shares):
        raise invalid("share", "没有该项任务", "there is no such share")
    return account.state.shares[place - 1]


def share_at(account: Account, found: Share, *stages: ShareStage) -> None:
    """Raise `WrongState` unless the share stands in one of ``stages``."""
    account.stands(found.stage, *stages, names=SHARE_NAMES)


def shares_done(account: Account) -> None:
    """Raise `SharesOpen` while a share is open, or before there is one."""
    if account.state.open_shares or not account.state.shares:
        raise errors.SharesOpen(count=account.state.open_shares)


def corrects(account: Account, command: Correct) -> None:
    """Raise `InvalidField` where nothing is corrected, or figures that were never reported."""
    figures = command.problems is not None or command.handled is not None
    if command.title is None and not figures:
        raise invalid("title", "没有更正内容", "nothing is corrected")
    if figures != (command.share is not None):
        raise invalid("share", "须注明更正哪项任务的数字", "say of which share the figures are")
    if command.share is not None:
        share_at(account, share(account, command.share), "reported", "accepted")
