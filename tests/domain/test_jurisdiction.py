"""What a jurisdiction knows of its parties."""

from dataclasses import replace

import pytest

from domain.errors import UnknownParty, UnknownPerson
from domain.ids import INSTALLATION, PartyId
from domain.jurisdiction import Jurisdiction
from tests.domain.errands import COMMISSION, GROUP, GROUP_2, MONDAY, OFFICE, UNIT, person, place


def test_relations_lead_from_unit_to_group_to_office() -> None:
    """Mechanism 1, guidance contact: who belongs to whom."""
    known = place()
    assert known.relation(UNIT, "stationed_group") == GROUP
    assert known.relation(UNIT, "supervising_office") == OFFICE
    assert known.relation(GROUP, "supervising_office") == OFFICE
    assert known.relation(UNIT, "entered_by") == GROUP
    assert known.relation(COMMISSION, "supervising_office") is None
    assert [party.code for party in known.host_units(GROUP)] == [UNIT]
    assert known.host_units(GROUP_2) == ()
    with pytest.raises(KeyError):
        known.relation(UNIT, "cousin")


def test_who_is_unknown_is_refused_by_name() -> None:
    with pytest.raises(UnknownParty):
        place().party(PartyId("nowhere"))
    with pytest.raises(UnknownPerson):
        place().registered(person("nobody"))
    assert place().registered(person("chief")) == person("chief")


def test_who_administers() -> None:
    known = place()
    assert known.administers(person("administrator"), COMMISSION, MONDAY)
    assert not known.administers(person("administrator"), OFFICE, MONDAY)
    assert not known.administers(person("founder"), COMMISSION, MONDAY)
    empty = replace(known, appointments={})
    assert empty.administers(person("founder"), COMMISSION, MONDAY)
    operated = Jurisdiction(code=INSTALLATION)
    assert operated.administers(person("anyone"), COMMISSION, MONDAY)
    operated = replace(operated, founder=person("operator"))
    assert not operated.administers(person("anyone"), COMMISSION, MONDAY)


def test_without_roles_any_office_counts() -> None:
    assert place().holds(person("clerk"), OFFICE, (), MONDAY)
    assert not place().holds(person("clerk"), GROUP, (), MONDAY)
