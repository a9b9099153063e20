"""Who acts for whom, and when it happened: checked of every command."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from domain.errors import (
    InvalidField,
    LateEntryNeedsReason,
    NotAuthorised,
    Refusal,
    UnknownParty,
    UnknownPerson,
)
from domain.ids import PartyId
from domain.jurisdiction import Appointment
from domain.model import LateEntry, Occurred, OnBehalf
from tests.domain.errands import (
    COMMISSION,
    GROUP,
    MONDAY,
    OFFICE,
    UNIT,
    Errands,
    Tell,
    errand,
    person,
)

ASKED = (("asked", {"task": 1, "to_party": GROUP, "asker": OFFICE}),)


def act(world: Errands, *, actor: str = "director", party: PartyId = OFFICE, **fields: Any) -> None:
    command = Tell(events=ASKED, **fields)
    world.ask("errand.begin", errand(), command, actor=person(actor), party=party)


def on(day: int, *, at: datetime.time | None = None) -> Occurred:
    return Occurred(date=datetime.date(2026, 1, day), time=at)


def late(by: str = "clerk") -> LateEntry:
    return LateEntry(reason="纸质件后到", checked_by=person(by))


def letter(party: PartyId = UNIT, by: str = "other-head") -> OnBehalf:
    return OnBehalf(party=party, letter="临教函〔2026〕3号", scan="a" * 64, checked_by=person(by))


@pytest.mark.parametrize(
    "occurred", [on(6), on(5, at=datetime.time(9, 1)), Occurred(date=datetime.date(2027, 1, 1))]
)
def test_nothing_is_entered_before_it_happens(occurred: Occurred) -> None:
    """DOMAIN.md §1.11: the clock of the place shows nine o'clock on Monday."""
    world = Errands.opened()
    with pytest.raises(InvalidField):
        act(world, occurred=occurred)
    act(world, occurred=on(5, at=datetime.time(9)))


def test_what_is_entered_within_the_limit_needs_no_reason() -> None:
    """``late_entry = "5 working days"``: Monday's acts may be entered until the next Monday."""
    world = Errands.opened(on=datetime.date(2026, 1, 12))
    act(world, occurred=on(5))


def test_what_is_entered_later_needs_a_reason_and_a_second_person() -> None:
    """补录 (DOMAIN.md §1.11)."""
    world = Errands.opened(on=datetime.date(2026, 1, 13))
    with pytest.raises(LateEntryNeedsReason):
        act(world, occurred=on(5))
    act(world, occurred=on(5), late=late())


@pytest.mark.parametrize(
    ("second", "refusal"), [("director", InvalidField), ("nobody", UnknownPerson)]
)
def test_the_second_person_is_registered_and_is_another(
    second: str, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        act(Errands.opened(), late=late(second))
    with pytest.raises(refusal):
        act(Errands.opened(), approved_by=person(second))


def test_the_second_person_is_not_the_actor_under_another_pseudonym() -> None:
    """Persons are linked by events, not merged (DESIGN)."""
    world = Errands.opened()
    world.jurisdiction = world.jurisdiction.with_link(person("director"), person("alias"))
    world.jurisdiction = world.jurisdiction.with_link(person("alias"), person("clerk"))
    with pytest.raises(InvalidField):
        act(world, late=late("clerk"))


def test_the_approver_leads_the_acting_party_or_the_commission() -> None:
    """更正 and 作废 need an approver (DOMAIN.md §1.12)."""
    for approver in ("chief", "leader"):
        act(Errands.opened(), approved_by=person(approver))
    for approver in ("clerk", "other-head", "administrator"):
        with pytest.raises(InvalidField):
            act(Errands.opened(), approved_by=person(approver))


def test_only_who_is_in_office_in_the_party_acts_for_it() -> None:
    world = Errands.opened()
    for actor, party in (("director", GROUP), ("nobody", OFFICE), ("founder", COMMISSION)):
        with pytest.raises(NotAuthorised):
            act(world, actor=actor, party=party)
    with pytest.raises(UnknownParty):
        act(world, party=PartyId("no-such-party"))


def test_the_founder_organises_but_does_not_do_the_work() -> None:
    """Who sets the place up needs no office for that, and has no other power."""
    world = Errands.opened()
    world.jurisdiction = replace(world.jurisdiction, appointments={})
    founder = person("founder")
    assert world.jurisdiction.administers(founder, COMMISSION, MONDAY)
    with pytest.raises(NotAuthorised):
        act(world, actor="founder", party=COMMISSION)


def test_an_appointment_holds_between_its_dates() -> None:
    """The jurisdiction's clock decides, not the business time of the act."""
    world = Errands.opened()
    place = world.jurisdiction.with_person(person("guest"))
    for begins, ends, allowed in (
        (MONDAY, MONDAY, True),
        (MONDAY + datetime.timedelta(1), None, False),
        (datetime.date(2025, 1, 1), datetime.date(2026, 1, 4), False),
    ):
        held = Appointment(serial=1, party=OFFICE, role="member", begins=begins, ends=ends)
        world = replace(
            Errands.opened(), jurisdiction=place.with_appointment(person("guest"), held)
        )
        if allowed:
            act(world, actor="guest")
        else:
            with pytest.raises(NotAuthorised):
                act(world, actor="guest")


def test_the_act_of_a_party_off_the_system_is_entered_from_its_letter() -> None:
    """DOMAIN.md §1.14: by whom the scheme lets, and checked by a second person."""
    world = Errands.opened()
    act(world, actor="group-clerk", party=GROUP, on_behalf=letter())
    told = world.told[0].event
    assert told.on_behalf == letter()
    assert told.concerns.parties[0] == UNIT


@pytest.mark.parametrize(
    ("actor", "party", "on_behalf", "refusal"),
    [
        ("director", OFFICE, letter(), NotAuthorised),
        ("director", OFFICE, letter(PartyId("group")), NotAuthorised),
        ("director", OFFICE, letter(PartyId("nowhere")), UnknownParty),
        ("group-clerk", GROUP, letter(by="group-clerk"), InvalidField),
        ("group-clerk", GROUP, letter(by="nobody"), UnknownPerson),
    ],
)
def test_who_may_not_enter_for_another(
    actor: str, party: PartyId, on_behalf: OnBehalf, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        act(Errands.opened(), actor=actor, party=party, on_behalf=on_behalf)


def test_whoever_holds_no_office_learns_not_even_that_something_is_there() -> None:
    """One answer for what exists and what does not: a token for a party is no office in it."""
    world = Errands.opened()
    act(world)
    refusals = set()
    for target in (errand(), errand("7")):
        with pytest.raises(Refusal) as refusal:
            world.ask(
                "errand.go_on", target, Tell(events=ASKED), actor=person("nobody"), party=OFFICE
            )
        refusals.add(type(refusal.value))
    assert refusals == {NotAuthorised}
