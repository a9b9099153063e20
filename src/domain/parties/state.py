"""The state of a party's stream."""

from dataclasses import dataclass, replace

from domain.model import Event
from domain.parties.events import Changed, Connected, Disconnected, Ended, Registered
from domain.scheme import Party


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyState:
    """The party as it stands; None before it was registered. ``ended``: in no scheme any more."""

    party: Party | None = None
    ended: bool = False


def evolve(state: PartyState, event: Event) -> PartyState:
    """Fold one event of the family."""
    match event:
        case Registered() | Changed():
            return PartyState(party=event.party)
        case Ended():
            return replace(state, ended=True)
        case Connected() | Disconnected():
            if state.party is None:
                raise AssertionError("a party is registered before it is connected")
            return replace(
                state, party=replace(state.party, on_system=isinstance(event, Connected))
            )
        case _:
            raise AssertionError(f"not an event of parties: {type(event).__name__}")
