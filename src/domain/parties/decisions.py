"""Decisions about parties beside the adoption of a scheme."""

from collections.abc import Iterable

from domain.context import Context
from domain.errors import AlreadyExists, InvalidField
from domain.model import Concerns, Draft
from domain.parties.commands import Connect, Disconnect, Register
from domain.parties.events import Connected, Disconnected, Registered
from domain.parties.state import PartyState
from domain.scheme import Party
from domain.streams import StreamState

Stream = StreamState[PartyState]


def _circle(party: Party, context: Context) -> Concerns:
    founding = context.jurisdiction.founding_party or context.request.party
    return Concerns(parties=tuple(dict.fromkeys((founding, party.code))), visibility="organisation")


def register(stream: Stream, command: Register, context: Context) -> Iterable[Draft]:
    """Register a party beside the scheme's; its code must be free, its relations known."""
    context.require_administrator()
    jurisdiction, party = context.jurisdiction, command.party
    if party.code in jurisdiction.parties:
        raise AlreadyExists(stream=party.code)
    for related in (party.supervising_office, party.stationed_group, party.entered_by):
        if related is not None:
            jurisdiction.party(related)
    if not party.on_system and party.entered_by is None:
        raise InvalidField(
            field="party.entered_by",
            reason_zh="未使用系统的单位须指定代录单位",
            reason_en="a party that is not on the system needs one that enters its acts",
        )
    yield Draft(
        stream.stream,
        Registered(
            occurred=context.occurred,
            concerns=_circle(party, context),
            party=party,
            name_zh=party.zh,
            name_en=party.en,
        ),
    )


def _current(stream: Stream, context: Context) -> Party:
    """The party of a stream, unless it has ended."""
    if stream.state.party is None or stream.state.ended:
        raise context.wrong_state(zh="已撤销", en="ended")
    return stream.state.party


def connect(stream: Stream, command: Connect, context: Context) -> Iterable[Draft]:
    """Put a party on the system."""
    context.require_administrator()
    party = _current(stream, context)
    if party.on_system:
        raise context.wrong_state(zh="已使用系统", en="on the system")
    yield Draft(
        stream.stream,
        Connected(
            occurred=context.occurred,
            concerns=_circle(party, context),
            code=party.code,
            name_zh=party.zh,
            name_en=party.en,
            reason=command.reason,
        ),
    )


def disconnect(stream: Stream, command: Disconnect, context: Context) -> Iterable[Draft]:
    """Take a party off the system; the scheme must name who enters its acts."""
    context.require_administrator()
    party = _current(stream, context)
    if not party.on_system or party.entered_by is None:
        raise context.wrong_state(
            zh="未使用系统,或未指定代录单位", en="not on the system, or nobody may enter for it"
        )
    yield Draft(
        stream.stream,
        Disconnected(
            occurred=context.occurred,
            concerns=_circle(party, context),
            code=party.code,
            name_zh=party.zh,
            name_en=party.en,
            reason=command.reason,
        ),
    )
