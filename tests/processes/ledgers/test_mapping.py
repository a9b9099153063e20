"""What the columns of a ledger mean, and what is wrong with a map."""

from pathlib import Path

import pytest

from processes.ledgers.errors import MapInvalid
from processes.ledgers.mapping import read_map
from tests.processes.ledgers.sheets import MAP, ledger


def test_the_map_of_a_city() -> None:
    found = ledger()
    assert (found.action, found.then) == ("guantong.lead.receive", ("guantong.lead.register",))
    assert (found.sheet, found.header, found.key) == ("问题线索台账", 2, ("原编号",))
    assert found.column_of("subjects.0.name") == "被反映人"
    assert found.column_of("subjects") == "被反映人"
    assert found.column_of("rule") is None


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('action = "lead.receive"', 'action = "lead.recieve"', "lead.receive"),
        ('action = "lead.receive"', 'action = "lead.register"', "action"),
        ('then = ["lead.register"]', 'then = ["lead.enrol"]', "then"),
        ("header = 2", "header = 0", "header"),
        ('kind = "date"', 'kind = "day"', "column.受理日期.kind"),
        ('key = ["原编号"]', "", "key"),
        ("[fixed]", '[fixd]\nx = "y"\n[fixed]', "fixd"),
        ("header = 2", "header = ", "TOML"),
    ],
)
def test_faults_of_a_map_are_named_with_a_fix(
    tmp_path: Path, right: str, wrong: str, said: str
) -> None:
    file = tmp_path / "map.toml"
    file.write_text(MAP.read_text("utf-8").replace(right, wrong, 1))
    with pytest.raises(MapInvalid) as refused:
        read_map(file)
    assert said in str(refused.value)
