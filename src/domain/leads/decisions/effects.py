"""What an approved submission brings about at once."""

from typing import Any

from domain.leads import events, guards
from domain.leads.account import Account
from domain.leads.state import Pending
from domain.leads.values import CLOSED, SHELVED, Disposal, Milestone
from domain.model import Occurred


def carry(account: Account, pending: Pending, occurred: Occurred | None = None) -> None:
    """Tell that it was approved, and what that brings about."""
    match pending.matter:
        case "allocation":
            _allocated(account, pending, occurred)
        case "reallocation":
            _reallocated(account, pending, occurred)
        case "disposal" | "outcome":
            _disposed(account, pending, occurred)


def _allocated(account: Account, pending: Pending, occurred: Occurred | None) -> None:
    account.tell(
        events.Allocated(
            **account.frame(occurred=occurred, handling_party=pending.party),
            **_people(account, pending),
        )
    )


def _reallocated(account: Account, pending: Pending, occurred: Occurred | None) -> None:
    former_party = account.lead.handling_party
    if former_party is None:
        return
    account.tell(
        events.Reallocated(
            **account.frame(occurred=occurred, handling_party=pending.party),
            former_party=former_party,
            **_people(account, pending),
        )
    )


def _people(account: Account, pending: Pending) -> dict[str, Any]:
    """Who was proposed, less those who have to keep out since."""
    lead, context = account.lead, account.context
    handlers = tuple(
        person for person in pending.handlers if not guards.barred(person, lead, context)
    )
    keeper = pending.keeper
    if keeper is not None and guards.barred(keeper, lead, context):
        keeper = None
    return {"handlers": handlers, "keeper": keeper}


def _disposed(account: Account, pending: Pending, occurred: Occurred | None) -> None:
    disposal = pending.disposal
    if disposal is None:
        return
    approved = events.DisposalApproved if pending.matter == "disposal" else events.OutcomeApproved
    account.tell(
        approved(
            **account.frame(occurred=occurred),
            way=disposal.way,
            rule_set=pending.rule_set,
            closing=disposal.closing,
            measure=disposal.measure,
            review_on=disposal.review_on,
            to_party=disposal.to_party,
            group=disposal.group,
            four_forms=disposal.four_forms,
        )
    )
    _at_once(account, disposal, occurred)


def _at_once(account: Account, disposal: Disposal, occurred: Occurred | None) -> None:
    """Shelving and closing need no further act; every other way is carried out by its own."""
    if disposal.way == SHELVED and disposal.review_on is not None:
        account.tell(
            events.Shelved(**account.frame(occurred=occurred), review_on=disposal.review_on)
        )
    elif disposal.way == CLOSED and disposal.closing is not None:
        account.tell(
            events.Closed(
                **account.frame(occurred=occurred),
                closing=disposal.closing,
                informing=disposal.closing != "triage",
                real_name_reported=real_name_reported(account),
                measure=disposal.measure,
                four_forms=disposal.four_forms,
            )
        )
        reach(account, "closed", occurred)
    else:
        reach(account, "under_way", occurred)


def real_name_reported(account: Account) -> bool:
    """Whether a reporter must be told the result (R 209)."""
    confidence = account.lead.confidence
    return confidence is not None and confidence.real_name


def reach(account: Account, milestone: Milestone, occurred: Occurred | None = None) -> None:
    """Tell every sender that waits, once, how far it is: the status, never the content."""
    for leg in account.lead.transfers:
        if leg.running and leg.milestone != milestone:
            account.tell(
                events.MilestoneReached(
                    **account.plain(occurred),
                    transfer=leg.serial,
                    from_party=leg.from_party,
                    to_party=leg.to_party,
                    milestone=milestone,
                )
            )
