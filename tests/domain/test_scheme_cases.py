"""What a scheme says about cases: faults are told with place and fix, and the table is read by day."""

import datetime

import pytest

from domain.catalogue import CATALOGUE
from domain.scheme import Scheme, SchemeError
from tests.domain.cases.city import text

DAY = datetime.date(2026, 3, 2)


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ('quorum = "2/3"', 'quorum = "4/3"', "sign_off[0].quorum"),
        ('quorum = "2/3"', 'quorum = "most"', "sign_off[0].quorum"),
        ('matters = ["filing",', 'matters = ["filling",', "sign_off[0].matters"),
        ('role = "deputy_head" },', 'role = "deputy" },', "sign_off[0].reviewers[1].role"),
        ('members = ["head",', 'members = ["boss",', "sign_off[0].members"),
        ('\ntrack = "party"', '\ntrack = "line"', "approval_chain.party-light-city.track"),
        (
            'post_levels = ["city_managed"]',
            'post_levels = ["town_managed"]',
            "approval_chain.party-light-city.post_levels",
        ),
        (
            'steps = [{ body = "commission", act = "decides" }]',
            'steps = [{ body = "commission", act = "agrees" }]',
            "approval_chain.party-light-city.steps",
        ),
        (
            'steps = [{ body = "commission", act = "decides" }]',
            'steps = [{ body = "committee", act = "decides" }]',
            "approval_chain.party-light-city.steps[0].body",
        ),
        ('organs = ["partyGroup"]', 'organs = ["partyGrp"]', "organs"),
    ],
)
def test_a_fault_names_its_place(old: str, new: str, path: str) -> None:
    faulty = text()
    assert old in faulty
    with pytest.raises(SchemeError) as refusal:
        Scheme.parse(faulty.replace(old, new, 1), CATALOGUE)
    (fault,) = refusal.value.faults
    assert path in fault.path
    assert fault.line is not None


def test_the_first_level_of_the_table_is_the_highest() -> None:
    scheme = Scheme.parse(text())
    assert scheme.rank("city_managed") < scheme.rank("unit_managed") < scheme.rank("unknown")


def test_a_kind_of_party_without_a_sign_off_owes_none() -> None:
    scheme = Scheme.parse(text())
    assert scheme.sign_off("investigationOffice", DAY) is None
    asked = scheme.sign_off("stationedGroup", DAY)
    assert asked is not None
    assert asked.quorum == (2, 3)


def test_the_chain_is_that_of_its_day() -> None:
    """PGR 4: the 2018 rules until 2025-05-25, those revised from 2025-05-26 on."""
    scheme = Scheme.parse(text())

    def chain(day: datetime.date) -> str | None:
        row = scheme.approval_chain(
            "party", "warning", post_level="unit_managed", organ="partyGroup", on=day
        )
        return None if row is None else row.code

    assert chain(datetime.date(2025, 5, 25)) == "party-light-party-group-2018"
    assert chain(datetime.date(2025, 5, 26)) == "party-light-party-group-2025"
