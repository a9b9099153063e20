"""Decisions about parties beside the adoption of a scheme."""

from collections.abc import Iterable

from domain.account import invalid
from domain.context import Context
from domain.errors import AlreadyExists
from domain.model import Draft
from domain.parties.account import Account
from domain.parties.commands import Connect, Disconnect, Register
from domain.parties.events import Connected, Disconnected, Registered
from domain.parties.state import PartyState
from domain.scheme import Party
from domain.streams import StreamState

Stream = StreamState[PartyState]


def register(stream: Stream, command: Register, context: Context) -> Iterable[Draft]:
    """Register a party beside the scheme's; its code must be free, its relations known."""
    account, party = Account(stream, context), command.party
    context.require_administrator()
    if party.code in account.jurisdiction.parties:
        raise AlreadyExists(stream=party.code)
    for related in (party.supervising_office, party.stationed_group, party.entered_by):
        if related is not None:
            account.jurisdiction.party(related)
    if not party.on_system and party.entered_by is None:
        raise invalid(
            "party.entered_by",
            "未使用系统的单位须指定代录单位",
            "a party that is not on the system needs one that enters its acts",
        )
    account.tell(Registered(**account.plain(), party=party, name_zh=party.zh, name_en=party.en))
    return account


def _current(account: Account) -> Party:
    """The party of a stream, unless it has ended."""
    if account.state.party is None or account.state.ended:
        raise account.wrong_state("已撤销", "ended")
    return account.state.party


def connect(stream: Stream, command: Connect, context: Context) -> Iterable[Draft]:
    """Put a party on the system."""
    account = Account(stream, context)
    context.require_administrator()
    party = _current(account)
    if party.on_system:
        raise account.wrong_state("已使用系统", "on the system")
    account.tell(Connected(**account.frame(party), reason=command.reason))
    return account


def disconnect(stream: Stream, command: Disconnect, context: Context) -> Iterable[Draft]:
    """Take a party off the system; the scheme must name who enters its acts."""
    account = Account(stream, context)
    context.require_administrator()
    party = _current(account)
    if not party.on_system or party.entered_by is None:
        raise account.wrong_state(
            "未使用系统,或未指定代录单位", "not on the system, or nobody may enter for it"
        )
    account.tell(Disconnected(**account.frame(party), reason=command.reason))
    return account
