"""Areas (片区): groups of a scheme that work together, one of them leading (DOMAIN.md §5.15)."""

import pytest

from domain.ids import PartyId
from domain.scheme import Scheme, SchemeError
from tests.domain.small import FOLDER

SMALL = (FOLDER / "small.toml").read_text("utf-8")
AREA = (SMALL[SMALL.index("[[area]]") :].partition("\n\n")[0]).rstrip() + "\n"
BEFORE = SMALL.replace(AREA, "")


def test_an_area_has_its_groups_and_the_lead_among_them() -> None:
    scheme = Scheme.parse(SMALL)
    area = scheme.area("east")
    assert area is not None
    assert area.lead == PartyId("sg-health")
    assert area.groups == ("sg-education", "sg-health")
    assert scheme.area("west") is None
    assert Scheme.parse(BEFORE).areas == ()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("area.east.groups", AREA.replace('"sg-health"]', '"education"]')),
        ("area.east.groups", AREA.replace(', "sg-health"]', "]")),
        ("area.east.groups", AREA.replace('"sg-education"', '"sg-health"')),
        ("area.east.lead", AREA.replace('lead = "sg-health"', 'lead = "office-1"')),
        ("area.east.title.en", AREA.replace(', en = "East"', "")),
        ("area.east.basis", AREA[: AREA.index("basis")]),
        ("area.east.code", AREA + AREA),
        ("area.west.groups", AREA + AREA.replace("east", "west")),
        ("area.east.pool", AREA + 'pool = "x"\n'),
    ],
)
def test_each_fault_of_an_area_is_found_where_it_stands(path: str, text: str) -> None:
    with pytest.raises(SchemeError) as refusal:
        Scheme.parse(BEFORE + text)
    found = {fault.path: fault for fault in refusal.value.faults}
    assert path in found
    assert found[path].line is not None
    assert found[path].fix_zh
