"""Correcting and annulling: the decisions."""

from collections.abc import Iterable
from typing import Final

from domain.context import Context
from domain.model import Draft
from domain.recommendations import commands, events, guards
from domain.recommendations.state import Recommendation, Stage
from domain.rectifications import commands as rectifications
from domain.rectifications.account import Account as Item
from domain.rectifications.decisions import annulled
from domain.streams import StreamState

Stream = StreamState[Recommendation]

OUT: Final[tuple[Stage, ...]] = (
    "issued",
    "delivered",
    "objected",
    "rectifying",
    "demanded",
    "refused",
    "fed_back",
    "accepted",
    "signed_off",
    "recurred",
    "settled",
)
"""Issued, and neither withdrawn nor annulled."""


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正 of what was issued (DOMAIN.md §1.12); before that it is written anew."""
    account = guards.known(stream, context)
    guards.at(account, *OUT)
    guards.by_issuer(account)
    guards.corrects(command)
    account.tell(
        events.Corrected(
            **account.frame(),
            reason=command.reason,
            approved_by=command.approved_by,
            title=command.title,
            advice=command.advice,
            paper=command.paper,
        )
    )
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: the number is kept (DOMAIN.md §1.15); what is owed is withdrawn, in its items too."""
    account = guards.known(stream, context)
    guards.at(account, "drafted", "submitted", "approved", *OUT)
    guards.by_issuer(account)
    account.tell(
        events.Annulled(
            **account.plain(),
            issuer=account.state.issuer,
            reason=command.reason,
            approved_by=command.approved_by,
        )
    )
    context.streams.require(account.state.items)
    items = [Item(context.streams[item], context) for item in account.state.items]
    wrong = rectifications.Annul(reason=command.reason, approved_by=command.approved_by)
    standing = [item for item in items if item.state.stage != "annulled"]
    for item in standing:
        annulled(item, wrong)
    return (*account, *(told for item in standing for told in item))
