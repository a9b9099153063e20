"""Random histories of parties: each stands in the jurisdiction as its own stream says."""

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.ids import PartyId, party_stream
from domain.model import Command
from domain.parties import FAMILY
from domain.parties.commands import Connect, Disconnect
from domain.parties.state import PartyState
from tests.domain import histories
from tests.domain.errands import SCHEME
from tests.domain.founding import CODE, Founding
from tests.domain.parties.test_decisions import BANK, UNIT, bank

WITHOUT_UNIT = SCHEME.replace("[party.unit]", "[party.other]")
STREAMS = {
    PartyId("bank"): BANK,
    PartyId("unit"): UNIT,
    PartyId("office"): party_stream(CODE, PartyId("office")),
}
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "register": st.just(bank()),
    "connect": st.just(Connect(reason="已培训")),
    "disconnect": st.just(Disconnect(reason="改造")),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@settings(max_examples=40)
@given(st.data())
def test_parties_stand_as_their_streams_say(data: st.DataObject) -> None:
    """Registered, on the system and off it, ended and back by the next scheme."""
    world, schemes = Founding.adopted(), 1
    for name in data.draw(st.lists(st.sampled_from((*sorted(ATTEMPTS), "adopt")), max_size=15)):
        try:
            if name == "adopt":
                schemes += 1
                world.adopt(data.draw(st.sampled_from((SCHEME, WITHOUT_UNIT))), number=schemes)
            else:
                stream = data.draw(st.sampled_from(sorted(STREAMS.values())))
                world.do(f"party.{name}", stream, data.draw(ATTEMPTS[name]))
        except Refusal:
            world.pass_to(world.today + datetime.timedelta(days=1))
        for code, stream in STREAMS.items():
            state: PartyState = world.state(stream)
            stands = None if state.ended else state.party
            assert world.jurisdiction.parties.get(code) == stands
    histories.check(world)
