"""Parties beside the scheme, and parties that come onto the system or leave it."""

import pytest

from domain.errors import AlreadyExists, InvalidField, NotAuthorised, UnknownParty, WrongState
from domain.ids import PartyId, StreamId, derived_id, party_stream, stream_id
from domain.parties.commands import Connect, Disconnect, Register
from domain.parties.events import Registered
from domain.scheme import Party
from tests.domain.errands import SCHEME
from tests.domain.founding import CODE, Founding

BANK = stream_id("party", derived_id("bank"))
UNIT = party_stream(CODE, PartyId("unit"))


def bank(**changed: object) -> Register:
    fields: dict[str, object] = {
        "code": PartyId("bank"),
        "kind": "other",
        "zh": "农商行",
        "en": "the bank",
        "on_system": False,
        "entered_by": PartyId("group"),
        **changed,
    }
    return Register(party=Party(**fields))  # type: ignore[arg-type]


def test_a_party_may_be_registered_beside_the_scheme_and_outlives_the_next() -> None:
    world = Founding.adopted()
    (event,) = world.do("party.register", BANK, bank())
    assert isinstance(event, Registered)
    world.adopt(SCHEME, number=2)
    assert world.jurisdiction.party(PartyId("bank")).zh == "农商行"
    with pytest.raises(AlreadyExists):
        world.do("party.register", StreamId(stream_id("party", derived_id("again"))), bank())


def test_what_a_registered_party_refers_to_must_exist() -> None:
    world = Founding.adopted()
    with pytest.raises(UnknownParty):
        world.do("party.register", BANK, bank(entered_by=PartyId("nobody")))
    with pytest.raises(InvalidField):
        world.do("party.register", BANK, bank(entered_by=None))
    world.register("clerk")
    world.appoint("clerk", "office", "member")
    with pytest.raises(NotAuthorised):
        world.do("party.register", BANK, bank(), actor="clerk", party=PartyId("office"))


def test_a_party_comes_onto_the_system_and_leaves_it() -> None:
    """DOMAIN.md §1.14: parties that are not on the system."""
    world = Founding.adopted()
    with pytest.raises(WrongState):
        world.do("party.disconnect", UNIT, Disconnect(reason="改造"))
    world.do("party.connect", UNIT, Connect(reason="已培训"))
    assert world.jurisdiction.party(PartyId("unit")).on_system
    assert world.state(UNIT).party.on_system
    with pytest.raises(WrongState):
        world.do("party.connect", UNIT, Connect(reason="已培训"))
    world.do("party.disconnect", UNIT, Disconnect(reason="改造"))
    assert not world.jurisdiction.party(PartyId("unit")).on_system
    office = party_stream(CODE, PartyId("office"))
    with pytest.raises(WrongState):
        world.do("party.disconnect", office, Disconnect(reason="无人代录"))


def test_an_ended_party_is_not_connected() -> None:
    world = Founding.adopted()
    text = SCHEME.replace("[party.unit]", "[party.other]")
    world.adopt(text, number=2)
    with pytest.raises(WrongState):
        world.do("party.connect", UNIT, Connect(reason="已培训"))
