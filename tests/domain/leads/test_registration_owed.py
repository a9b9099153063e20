"""Whoever holds a lead that is in no register yet owes that it is entered there (R 198, 203)."""

from typing import Final

import pytest

from domain.ids import StreamId
from domain.leads import commands, events
from domain.leads.values import Part
from tests.domain.leads.given import (
    ACCEPT,
    FOUND,
    MATERIALS,
    TAKE,
    Office,
    handing,
    on_behalf,
    only,
    person,
    subject,
)

REGISTER: Final = commands.Register()
SUN: Final = Part(persons=(person("sun"),), reason="管辖不同")
TWO: Final = (subject("zhang"), subject("sun", level="county_staff", unit=None))


def office() -> Office:
    """The small world under the rules of «lead-management», as every city has them."""
    return Office.under("lead-management")


def owed(office: Office, lead: StreamId) -> list[tuple[str, str]]:
    """Who owes the registration of a lead, and by when."""
    return [
        (each.arisen.owner, each.arisen.due.isoformat())
        for each in office.world.stream(lead).obligations.values()
        if each.arisen.mechanism == "lead-management" and "registration" in each.arisen.rule
    ]


@pytest.mark.parametrize(
    ("keeper", "holder"),
    [
        ("clerk", "case-supervision"),
        ("group-keeper", "sg-education"),
        ("lanshan-keeper", "lanshan"),
    ],
)
def test_what_came_in_is_registered_by_whoever_received_it(keeper: str, holder: str) -> None:
    city = office()
    lead = city.received(keeper)
    assert owed(city, lead) == [(holder, "2026-03-04")]
    city.do(keeper, "register", lead, REGISTER)
    assert owed(city, lead) == []


def test_a_group_that_took_a_lead_over_registers_it() -> None:
    """What it may still return it need not register; from accepting on it has two days."""
    city = office()
    lead = city.sent(to="sg-education")
    city.do("group-keeper", "acknowledge_transfer", lead, TAKE)
    assert owed(city, lead) == []
    city.do("group-keeper", "accept", lead, ACCEPT)
    assert owed(city, lead) == [("sg-education", "2026-03-04")]
    city.do("group-keeper", "register", lead, REGISTER)
    assert owed(city, lead) == []


def test_what_was_registered_elsewhere_is_registered_anew_by_who_takes_it_over() -> None:
    """DOMAIN.md §1.15: one number per level."""
    city = office()
    lead = city.registered(subjects=TWO[1:])
    city.do("clerk", "transfer", lead, handing("lanshan"))
    city.do("lanshan-keeper", "acknowledge_transfer", lead, TAKE)
    city.do("lanshan-keeper", "accept", lead, ACCEPT)
    assert owed(city, lead) == [("lanshan", "2026-03-04")]


def test_what_came_with_a_letter_is_registered_once_it_was_accepted() -> None:
    """Its papers are here from the beginning, and it may go back until then."""
    city = office()
    lead = city.received(
        "clerk",
        source="functional_department",
        document="统〔2026〕1号",
        materials=MATERIALS,
        on_behalf=on_behalf("statistics"),
        found_on=FOUND,
    )
    assert owed(city, lead) == []
    city.do("clerk", "accept", lead, ACCEPT)
    assert owed(city, lead) == [("case-supervision", "2026-03-04")]
    city.do("clerk", "register", lead, REGISTER)
    assert owed(city, lead) == []


def test_of_what_was_taken_in_part_the_rest_is_for_its_sender_to_see_to() -> None:
    """R 201: the receiver registers what it took; the part goes elsewhere, or into the sender's register."""
    city = office()
    lead = city.sent(subjects=TWO)
    city.do("clerk", "acknowledge_transfer", lead, TAKE)
    taken = commands.AcceptPart(transfer=1, refused=SUN)
    part = only(city.do("clerk", "accept_part", lead, taken), events.PartAccepted).part
    assert owed(city, lead) == [("case-supervision", "2026-03-04")]
    assert owed(city, part) == []


def test_a_part_that_was_split_off_is_registered_by_its_holder() -> None:
    city = office()
    lead = city.registered(subjects=TWO)
    told = city.do("clerk", "split", lead, commands.Split(parts=(SUN,)))
    part = only(told, events.Split).part
    assert (owed(city, lead), owed(city, part)) == ([], [("case-supervision", "2026-03-04")])
    city.do("clerk", "register", part, REGISTER)
    assert owed(city, part) == []


def test_what_goes_elsewhere_is_not_for_its_holder_to_register() -> None:
    """An office has no register: it files with case supervision, and a department hands over (R 202)."""
    city = office()
    lead = city.received("office-keeper")
    assert owed(city, lead) == [("office-1", "2026-03-04")]
    city.do("office-keeper", "transfer", lead, handing("case-supervision"))
    assert owed(city, lead) == []
    other = city.received("auditor", tag="2", source="audit")
    assert owed(city, other) == []
