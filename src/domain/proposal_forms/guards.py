"""What has to be true before an action on a proposal form; each guard raises the refusal it needs."""

from domain import mending
from domain.consultations.guards import OWN_KINDS
from domain.ids import StreamId, family_of
from domain.proposal_forms import errors
from domain.proposal_forms.account import Account
from domain.proposal_forms.commands import Correct
from domain.proposal_forms.state import STAGE_NAMES, Stage
from domain.task_orders import account as task_orders


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the proposal stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def may_propose(account: Account) -> None:
    """Raise `NotAuthorised` unless a body of the commission's own line proposes (RS 3)."""
    if account.jurisdiction.party(account.acting).kind not in OWN_KINDS:
        raise account.context.refused(
            zh="须由纪检监察机关及其派驻、派出机构发出",
            en="only bodies of the commission's own line send it",
        )


def order_of(account: Account, order: StreamId | None) -> task_orders.Account | None:
    """The account of the order a proposal came of: issued to or by the acting party, and open.

    Raises `NoSuchTaskOrder`, the same for one that is not there and for one that others have.
    """
    if order is None:
        return None
    if family_of(order) == "task_order":
        found = task_orders.Account(account.context.streams[order], account.context)
        if found.state.stage == "issued" and account.acting in found.state.circle:
            return found
    raise errors.NoSuchTaskOrder(party=account.acting)


def corrects(command: Correct) -> None:
    """Raise `InvalidField` where a correction changes nothing."""
    mending.corrects(title=command.title, text=command.text, due=command.due)
