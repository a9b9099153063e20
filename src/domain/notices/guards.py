"""What has to be true before an action on a notice; each guard raises the refusal it needs."""

from domain.account import invalid
from domain.ids import PartyId
from domain.notices import errors
from domain.notices.account import Account
from domain.notices.commands import Correct, Issue
from domain.notices.state import REPLY_NAMES, STAGE_NAMES, ReplyStage, Stage


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the notice stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def answered(account: Account, party: PartyId, *stages: ReplyStage) -> None:
    """Raise `WrongState` unless a party's answer stands in one of ``stages``."""
    account.stands(account.state.reply(party), *stages, names=REPLY_NAMES)


def by_issuer(account: Account) -> None:
    """Raise `NotTheIssuer` unless the issuer acts."""
    if account.acting != account.state.issuer:
        raise errors.NotTheIssuer(issuer=account.state.issuer, party=account.acting)


def addressed_to_others(account: Account, command: Issue) -> None:
    """Raise `UnknownParty`; `InvalidField` for a party named twice, or a notice to oneself."""
    for number, party in enumerate(command.parties):
        account.jurisdiction.party(party)
        if party in command.parties[:number]:
            raise invalid("parties", f"“{party}”重复", f"{party} is named twice")
        if party == account.acting:
            raise invalid("parties", "不能发给本单位", "a party sends itself no notice")


def due_ahead(account: Account, command: Issue) -> None:
    """Raise `InvalidField` for an answer that would be due before the notice is out."""
    if command.reply_due is not None and command.reply_due < account.context.occurred.date:
        raise invalid("reply_due", "早于印发之日", "before the day of issue")


def to_sign(account: Account) -> None:
    """Raise `NothingToSign` unless the acting party still has to sign."""
    if account.acting not in account.state.pending:
        raise errors.NothingToSign(party=account.acting)


def corrects(command: Correct) -> None:
    """Raise `InvalidField` where a correction changes nothing."""
    if command.title is None and command.text is None and command.paper is None:
        raise invalid("title", "没有更正内容", "nothing is corrected")
