"""Adopting a scheme: whole texts, and what follows for the parties."""

import datetime
from collections import Counter

import pytest

from domain.calendar_text import InvalidCalendar
from domain.errors import InvalidField, NotAuthorised
from domain.ids import PartyId, party_stream
from domain.parties.events import Changed, Ended, Registered
from domain.scheme import SchemeError
from domain.schemes.events import Adopted
from tests.domain.errands import CALENDAR, SCHEME, person
from tests.domain.founding import CODE, Founding


def test_an_adoption_holds_the_whole_texts_and_the_document() -> None:
    """DESIGN: «adoption events contain the whole scheme and calendar text»."""
    world = Founding.begun()
    adopted, *registered = world.adopt()
    assert isinstance(adopted, Adopted)
    assert (adopted.text, adopted.calendar) == (SCHEME, CALENDAR)
    assert (adopted.version, adopted.document) == (1, "试〔2025〕3号")
    assert len(registered) == 5
    assert all(isinstance(event, Registered) for event in registered)
    place = world.jurisdiction
    assert (place.scheme_version, set(place.parties)) == (1, set(adopted.concerns.parties))
    assert place.calendar is not None
    assert place.party_streams[PartyId("office")] == party_stream(CODE, PartyId("office"))


def test_adopting_again_changes_only_what_differs() -> None:
    """Parties are registered, changed and ended with the scheme."""
    world = Founding.adopted()
    text = SCHEME.replace('en = "the supervision office"', 'en = "the first office"').replace(
        "[party.group-2]", "[party.group-3]"
    )
    adopted, *events = world.adopt(text, number=2)
    assert isinstance(adopted, Adopted)
    assert adopted.version == 2
    assert Counter(type(event) for event in events) == {Changed: 1, Registered: 1, Ended: 1}
    place = world.jurisdiction
    assert place.party(PartyId("office")).en == "the first office"
    assert PartyId("group-2") not in place.parties
    assert place.scheme_version == 2
    ended = world.state(party_stream(CODE, PartyId("group-2")))
    assert ended.ended


def test_a_party_that_comes_back_goes_on_in_its_stream() -> None:
    world = Founding.adopted()
    world.adopt(SCHEME.replace("[party.group-2]", "[party.group-3]"), number=2)
    world.adopt(number=3)
    stream = party_stream(CODE, PartyId("group-2"))
    assert world.stream(stream).version == 3
    assert not world.state(stream).ended


def test_faulty_texts_are_not_adopted() -> None:
    world = Founding.begun()
    with pytest.raises(SchemeError):
        world.adopt(SCHEME.replace("errand.asked", "errand.askd"))
    with pytest.raises(InvalidCalendar):
        world.adopt(calendar='id = "x"')
    with pytest.raises(InvalidField):
        world.adopt(
            SCHEME.replace("[party.commission]", "[party.organ]")
            .replace("party.commission", "party.organ")
            .replace('"commission", role', '"organ", role')
        )
    with pytest.raises(InvalidField):
        world.adopt(document_date=datetime.date(2026, 1, 6))
    assert world.jurisdiction.scheme is None


def test_only_who_administers_adopts() -> None:
    """The founder, until there is an administrator; then the administrator."""
    world = Founding.adopted()
    world.register("boss")
    world.appoint("boss", "commission", "administrator")
    with pytest.raises(NotAuthorised):
        world.adopt(number=2)
    assert world.jurisdiction.administers(person("boss"), PartyId("commission"), world.today)
