"""`guantong scheme new`: a check names its blanks and nothing else; filled in, it has no fault."""

import tomllib
from pathlib import Path

import orjson
import pytest

from cli.exits import Exit
from cli.skeleton import MECHANISMS, skeleton
from domain.catalogue import CATALOGUE
from domain.scheme import Scheme
from processes.scheme_files import read_scheme_files
from tests.cli.system import run

TITLES = ("--title-zh", "新城“试点”方案", "--title-en", 'A "trial" scheme')


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A new scheme, in a folder that was not there."""
    file = tmp_path / "city" / "xincheng.toml"
    told = run("scheme", "new", str(file), "--id", "xincheng", *TITLES, "--json")
    assert told.exit_code == Exit.DONE, told.output
    assert orjson.loads(told.stdout)["blanks"] == len(blank(file))
    return file


def blank(file: Path) -> list[str]:
    """Where a check finds faults."""
    faults = orjson.loads(run("scheme", "check", str(file), "--json").stdout)["faults"]
    assert {fault["file"] for fault in faults} == {file.name}
    return [fault["path"] for fault in faults]


def filled(text: str) -> str:
    """A scheme with something in each blank."""
    text = text.replace('date = ""', "date = 2026-01-05")
    text = text.replace('format = ""', 'format = "新〔{year}〕{serial}号"')
    return text.replace('= ""', '= "新"')


def test_a_check_names_every_blank(file: Path) -> None:
    paths = blank(file)
    assert len(paths) == len(set(paths)) > 20
    assert {"basis.date", "party.sg-1.zh", "numbering[0].format"} <= set(paths)


def test_filled_in_it_has_all_that_cities_share(file: Path) -> None:
    file.write_text(filled(file.read_text("utf-8")), "utf-8")
    assert run("scheme", "check", str(file)).exit_code == Exit.DONE
    scheme = Scheme.parse(read_scheme_files(file).text, CATALOGUE)
    assert (scheme.id, scheme.title.zh, scheme.title.en) == ("xincheng", TITLES[1], TITLES[3])
    shared = {
        mechanism["id"]
        for part in MECHANISMS.glob("*.toml")
        for mechanism in tomllib.loads(part.read_text("utf-8")).get("mechanism", [])
    }
    assert shared < {mechanism.id for mechanism in scheme.mechanisms}


def test_what_is_shared_is_seen_from_where_the_scheme_stands() -> None:
    beside = skeleton(MECHANISMS.parent, identifier="x", title_zh="新", title_en="New")
    assert 'include = [\n    "mechanisms/common.toml",\n' in beside
    assert '    "mechanisms/leads.toml",\n' in beside


def test_nothing_is_written_over(file: Path) -> None:
    before = file.read_text("utf-8")
    told = run("scheme", "new", str(file), "--id", "other", *TITLES)
    assert (told.exit_code, "file_there" in told.stderr) == (Exit.REFUSED, True)
    assert file.read_text("utf-8") == before
