"""The codes of the field."""

from typing import get_args

from domain.leads.values import Source


def test_sources_are_the_channels_of_the_rules() -> None:
    """DOMAIN.md §2 A1: four channels of reports, twelve others: three of them other commissions."""
    assert len(get_args(Source)) == 16
