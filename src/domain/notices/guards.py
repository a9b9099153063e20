"""What has to be true before an action on a notice; each guard raises the refusal it needs."""

from domain import asking, mending
from domain.asking import AnswerStage
from domain.ids import PartyId
from domain.notices.account import Account
from domain.notices.commands import Correct
from domain.notices.state import STAGE_NAMES, Stage


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the notice stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def by_issuer(account: Account) -> None:
    """Raise `NotTheIssuer` unless the issuer acts."""
    asking.by_issuer(account, account.state.issuer)


def answered(account: Account, party: PartyId, *stages: AnswerStage) -> None:
    """Raise `WrongState` unless a party's answer stands in one of ``stages``."""
    asking.answer_stands(account, account.state.asked, party, *stages)


def corrects(command: Correct) -> None:
    """Raise `InvalidField` where a correction changes nothing."""
    mending.corrects(title=command.title, text=command.text, paper=command.paper)
