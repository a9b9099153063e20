"""docs/a-new-city.md: done as it is written, a city has a scheme that is adopted and owed by."""

from pathlib import Path

import pytest

from processes import scenario
from tests.docs.commands import lines_of, parses
from tests.docs.workshop import Workshop

DOCUMENT = "docs/a-new-city.md"
ROOT = Path(__file__).parents[2]


def test_what_the_document_says_is_done_step_by_step(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    assert workshop.follow(DOCUMENT) == {"diff", "python", "scenario", "sh", "text"}
    (story,) = (file for file in workshop.written if file.endswith(".scenario"))
    read = scenario.read(tmp_path / story)
    assert read.code == "xincheng"
    (head,) = (
        line.target
        for line in read.lines
        if line.type == "guantong.person.appoint" and line.data["party"] == "sg-finance"
    )
    assert f"--person {head} --party sg-finance" in (ROOT / DOCUMENT).read_text("utf-8")
    workshop.run("python -m ruff check tests/domain/test_xincheng.py")


@pytest.mark.parametrize("line", lines_of(DOCUMENT))
def test_every_command_line_is_understood(line: str) -> None:
    known = line.replace("scenarios/xincheng.scenario", "scenarios/linyi").partition("  # ")[0]
    assert parses(known.replace("xincheng.toml", "linyi.toml"))
