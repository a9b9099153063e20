"""Channels: with which other jurisdictions this one exchanges what (DOMAIN.md §1.15)."""

import pytest

from domain.ids import JurisdictionCode, PartyId
from domain.scheme import Scheme, SchemeError
from tests.domain.small import CASE_SUPERVISION, COUNTY, EDUCATION_GROUP, FOLDER, OFFICE, PROVINCE

SMALL = (FOLDER / "small.toml").read_text("utf-8")
CHANNEL = """
[channel.lanshan]
party = "cc-lanshan"
level = "below"
sends = ["lead"]
accepts = ["lead"]
receiver = "cs"
receivers = { task_order = "office-1" }
systems = { sg-there = "sg-education" }
basis = "b"
"""
UPWARD = """
[channel.province]
party = "provincial-commission"
level = "above"
sends = ["lead"]
basis = "b"
"""


def test_another_jurisdiction_is_a_party_here() -> None:
    scheme = Scheme.parse(SMALL + CHANNEL + UPWARD)
    below = scheme.channel_to(COUNTY)
    assert below is scheme.channels[JurisdictionCode("lanshan")]
    assert (below.level, below.sends, below.receiver) == ("below", ("lead",), CASE_SUPERVISION)
    above = scheme.channel_to(PROVINCE)
    assert above is not None
    assert (above.accepts, above.receiver) == ((), None)
    assert scheme.channel_to(CASE_SUPERVISION) is None
    assert below.receiver_of("lead", PartyId("cs")) == CASE_SUPERVISION
    assert below.receiver_of("task_order", PartyId("cs")) == OFFICE
    assert below.receiver_of("task_order", PartyId("sg-there")) == EDUCATION_GROUP
    assert Scheme.parse(SMALL).channels == {}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("channel.lanshan.party", CHANNEL.replace('"cc-lanshan"', '"cc-nowhere"')),
        ("channel.lanshan.level", CHANNEL.replace('"below"', '"under"')),
        ("channel.lanshan.sends", CHANNEL.replace('sends = ["lead"]', 'sends = ["case"]')),
        ("channel.lanshan.accepts", CHANNEL.replace('accepts = ["lead"]', 'accepts = ["all"]')),
        ("channel.lanshan.receiver", CHANNEL.replace('receiver = "cs"', "")),
        ("channel.lanshan.receiver", CHANNEL.replace('receiver = "cs"', 'receiver = "nobody"')),
        ("channel.lanshan.receivers.task_order", CHANNEL.replace('"office-1"', '"nobody"')),
        ("channel.lanshan.receivers.case", CHANNEL.replace("task_order =", "case =")),
        ("channel.lanshan.systems.sg-there", CHANNEL.replace('"sg-education"', '"nobody"')),
        ("channel.lanshan.basis", CHANNEL.replace('basis = "b"', "")),
        ("channel.lanshan.owner", CHANNEL + 'owner = "x"\n'),
        ("channel.Lan", CHANNEL.replace("channel.lanshan", "channel.Lan")),
        ("channel.hedong.party", CHANNEL + CHANNEL.replace("channel.lanshan", "channel.hedong")),
    ],
)
def test_each_fault_of_a_channel_is_found_where_it_stands(path: str, text: str) -> None:
    with pytest.raises(SchemeError) as refusal:
        Scheme.parse(SMALL + text)
    found = {fault.path: fault for fault in refusal.value.faults}
    assert path in found
    assert found[path].line is not None
    assert found[path].fix_zh
