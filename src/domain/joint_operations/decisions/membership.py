"""Asking parties to join, and what they answer: the decisions."""

from collections.abc import Iterable

from domain.account import invalid
from domain.context import Context
from domain.ids import PartyId
from domain.joint_operations import commands, events, guards
from domain.joint_operations.account import Account
from domain.joint_operations.state import JointOperation
from domain.model import Draft
from domain.streams import StreamState

Stream = StreamState[JointOperation]


def ask_each(account: Account, parties: tuple[PartyId, ...], reason: str | None = None) -> None:
    """Ask parties to join: each is told title, kind and duration, nothing of the matter."""
    state = account.state
    for party in parties:
        account.tell(
            events.Asked(
                **account.frame(),
                to=party,
                title=state.title,
                kind=state.kind,
                cooperation=state.cooperation,
                until=state.until,
                reason=reason,
            )
        )


def ask(stream: Stream, command: commands.Ask, context: Context) -> Iterable[Draft]:
    """Ask one more party. It fits the kind and the area, and handles nothing that is adjudicated."""
    account = guards.known(stream, context)
    guards.at(account, "open")
    guards.by_lead_body(account)
    state, party = account.state, command.party
    context.jurisdiction.party(party)
    if party in (*state.members, *state.asked):
        raise invalid("party", "已参加或已邀请", "it takes part or was asked already")
    guards.formation(
        account,
        state.kind,
        (*state.parties, party),
        lead_body=state.lead_body,
        proposer=state.proposer,
    )
    guards.within_area(account, (party,))
    guards.adjudicated_by_others(account, (party,))
    ask_each(account, (party,), command.reason)
    return account


def join(stream: Stream, _: commands.Join, context: Context) -> Iterable[Draft]:
    """Join: from now on the party reads the operation. Raises `NotAsked`."""
    account = guards.known(stream, context)
    guards.at(account, "open")
    guards.was_asked(account)
    account.tell(events.Joined(**account.frame(), by=account.acting))
    return account


def decline(stream: Stream, command: commands.Decline, context: Context) -> Iterable[Draft]:
    """Not join. Raises `NotAsked`."""
    account = guards.known(stream, context)
    guards.at(account, "open")
    guards.was_asked(account)
    account.tell(events.Declined(**account.frame(), by=account.acting, reason=command.reason))
    return account
