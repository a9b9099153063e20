"""Ledgers on the command line: one is tried, and a register is written as a workbook."""

from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest
from openpyxl import load_workbook

from cli.exits import Exit
from tests.cli.system import System, run

HEAD = "cs"
LINYI = Path(__file__).parents[2] / "scenarios" / "linyi"
SAMPLE = (str(LINYI / "ledger.xlsx"), "--map", str(LINYI / "ledger.toml"))
STRANGER = "person/00000000-0000-5000-8000-000000000000"


@pytest.fixture
def system(tmp_path: Path) -> Iterator[System]:
    system = System(tmp_path)
    system.start()
    yield system
    system.close()


def test_a_ledger_is_tried_and_a_register_written(system: System, tmp_path: Path) -> None:
    persons = system.request("GET", "/v1/town/appointments", person="DIRECTOR").json()["items"]
    head = next(row["stream"] for row in persons if row["party"] == HEAD)
    who = ("--person", head, "--party", HEAD)

    tried = system.run("import", "leads", *SAMPLE, *who, "--dry-run", "--json")
    assert tried.exit_code == Exit.FAULTY, tried.output
    told = orjson.loads(tried.stdout)
    assert (told["dry_run"], told["known"], told["taken"] + told["faulty"]) == (True, 0, 3)
    assert {"row": 5, "column": "来源"}.items() <= told["faults"][-1].items()

    file = tmp_path / "consultations.xlsx"
    written = system.run("export", "consultations", str(file), *who)
    assert written.exit_code == Exit.DONE, written.output
    titles, row = load_workbook(file).active.iter_rows(values_only=True)  # type: ignore[union-attr]
    shown = dict(zip(titles, row, strict=True))
    assert shown["Convener"] == HEAD
    assert "Scope" not in shown

    system.run("export", "consultations", str(file), "--person", STRANGER, "--party", HEAD)
    assert len(list(load_workbook(file).active.iter_rows())) == 1  # type: ignore[union-attr]


def test_a_register_and_its_map_have_to_agree(tmp_path: Path) -> None:
    who = ("--person", STRANGER, "--party", HEAD)
    none = run("export", "leades", str(tmp_path / "a.xlsx"), *who)
    assert (none.exit_code, "unknown_register" in none.stderr) == (Exit.USAGE, True)
