"""Meetings whose members a scheme fixes (DOMAIN.md §5.25: members of five kinds)."""

import pytest

from domain.scheme import Scheme, SchemeError
from tests.domain.small import FOLDER

SMALL = (FOLDER / "small.toml").read_text("utf-8")
MEETING = """
[[meeting]]
kind = "joint_meeting"
title = { zh = "联席会议", en = "Joint meeting" }
basis = "b"
[[meeting.members]]
title = { zh = "领导", en = "leaders" }
kinds = ["commission"]
[[meeting.members]]
title = { zh = "派驻机构", en = "stationed groups" }
kinds = ["stationedGroup", "dispatchedBody"]
"""


def test_a_meeting_has_its_kinds_of_members() -> None:
    meeting = Scheme.parse(SMALL + MEETING).meeting("joint_meeting")
    assert meeting is not None
    assert [group.kinds for group in meeting.members] == [
        ("commission",),
        ("stationedGroup", "dispatchedBody"),
    ]
    assert Scheme.parse(SMALL).meeting("joint_meeting") is None


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("meeting.joined.kind", MEETING.replace('"joint_meeting"', '"joined"')),
        ("meeting.joint_meeting.members[0].kinds", MEETING.replace('"commission"', '"leaders"')),
        ("meeting.joint_meeting.members", MEETING.partition("[[meeting.members]]")[0]),
        ("meeting.joint_meeting.kind", MEETING + MEETING),
        ("meeting.joint_meeting.basis", MEETING.replace('basis = "b"\n', "")),
        ("meeting.joint_meeting.members[1].chair", MEETING + 'chair = "x"\n'),
    ],
)
def test_each_fault_of_a_meeting_is_found_where_it_stands(path: str, text: str) -> None:
    with pytest.raises(SchemeError) as refusal:
        Scheme.parse(SMALL + text)
    found = {fault.path: fault for fault in refusal.value.faults}
    assert path in found
    assert found[path].line is not None
    assert found[path].fix_zh
