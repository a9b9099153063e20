"""The steps of the responsibility chain (八步强责): which level owes which step (DOMAIN.md §5.22)."""

import pytest

from domain.scheme import Scheme, SchemeError
from tests.domain.small import FOLDER

SMALL = (FOLDER / "small.toml").read_text("utf-8")
STEP = """
[[chain_step]]
code = "examine"
title = { zh = "细查", en = "Examine" }
levels = ["section_heads", "desk_officers"]
due = "10 working days"
basis = "b"
"""


def test_steps_stand_in_the_order_in_which_they_are_taken() -> None:
    scheme = Scheme.parse(SMALL + STEP + STEP.replace("examine", "take_up"))
    assert [step.code for step in scheme.chain_steps] == ["examine", "take_up"]
    assert scheme.chain_steps[0].levels == ("section_heads", "desk_officers")
    assert Scheme.parse(SMALL).chain_steps == ()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("chain_step.examine.levels", STEP.replace('"desk_officers"', '"everybody"')),
        (
            "chain_step.examine.levels",
            STEP.replace('levels = ["section_heads", "desk_officers"]', ""),
        ),
        ("chain_step.examine.due", STEP.replace("10 working days", "soon")),
        ("chain_step.examine.title.en", STEP.replace(', en = "Examine"', "")),
        ("chain_step.examine.basis", STEP.replace('basis = "b"', "")),
        ("chain_step.examine.code", STEP + STEP),
        ("chain_step.examine.owner", STEP + 'owner = "x"\n'),
    ],
)
def test_each_fault_of_a_step_is_found_where_it_stands(path: str, text: str) -> None:
    with pytest.raises(SchemeError) as refusal:
        Scheme.parse(SMALL + text)
    found = {fault.path: fault for fault in refusal.value.faults}
    assert path in found
    assert found[path].line is not None
    assert found[path].fix_zh
