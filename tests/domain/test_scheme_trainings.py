"""Brands of training (培训品牌) that a scheme has, and who holds sessions of each (DOMAIN.md §5.28)."""

import pytest

from domain.scheme import Scheme, SchemeError
from tests.domain.small import FOLDER

SMALL = (FOLDER / "small.toml").read_text("utf-8")
BRAND = SMALL[SMALL.index("[[training_brand]]") :].partition("\n\n")[0].rstrip() + "\n"
BEFORE = SMALL.replace(BRAND, "")


def test_a_brand_has_its_organisers() -> None:
    brand = Scheme.parse(SMALL).training_brand("office-lecture")
    assert brand is not None
    assert brand.title.zh == "室主任大讲堂"
    assert brand.organisers == ("supervisionOffice", "caseSupervisionOffice")
    assert Scheme.parse(SMALL).training_brand("experts-lecture") is None
    assert Scheme.parse(BEFORE).training_brands == ()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("organisers", BRAND.replace('"supervisionOffice", ', '"office", ')),
        ("organisers", BRAND.replace('"supervisionOffice", "caseSupervisionOffice"', "")),
        ("title.en", BRAND.replace(', en = "Office heads\' lectures"', "")),
        ("basis", BRAND[: BRAND.index("basis")]),
        ("code", BRAND + BRAND),
        ("mentor", BRAND + 'mentor = "x"\n'),
    ],
)
def test_each_fault_of_a_brand_is_found_where_it_stands(path: str, text: str) -> None:
    with pytest.raises(SchemeError) as refusal:
        Scheme.parse(BEFORE + text)
    found = {fault.path: fault for fault in refusal.value.faults}
    assert f"training_brand.office-lecture.{path}" in found
    assert found[f"training_brand.office-lecture.{path}"].line is not None
