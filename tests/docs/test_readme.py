"""The READMEs: their commands exist, their files exist, both languages say the same."""

import re
import tomllib

import pytest

from cli.exits import CODES
from cli.language import messages
from cli.samples import curl
from tests.docs.commands import ROOT, lines_of, parses

READMES = ("README.md", "README.zh-CN.md")


def read(document: str) -> str:
    return (ROOT / document).read_text("utf-8")


def rows(document: str, table: int) -> list[list[str]]:
    """The cells of a table, header left out."""
    tables = re.findall(r"(?:^\|.*\n)+", read(document), re.MULTILINE)
    lines = tables[table].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.mark.parametrize("line", sorted({line for each in READMES for line in lines_of(each)}))
def test_every_command_line_is_understood(line: str) -> None:
    assert parses(line)


@pytest.mark.parametrize("document", READMES)
def test_every_file_named_exists(document: str) -> None:
    kept = {"data/", "logs/", "data/try.env", ".venv", ".cache", ".venv/bin/guantong"}
    named = set(re.findall(r"`([\w./-]+(?:\.md|/|\.toml))`", read(document)))
    named |= set(re.findall(r"\]\(([\w./-]+)\)", read(document)))
    missing = [name for name in named - kept if not (ROOT / name).exists()]
    assert missing == []


@pytest.mark.parametrize("document", READMES)
def test_every_command_is_in_the_table(document: str) -> None:
    told = {" ".join(row[0].strip("`").split()[1:3]) for row in rows(document, 0)}
    for name, message in messages().items():
        if "example" in message and name not in ("guantong", "serve", "scheme", "example"):
            words = name.split("_")
            assert any(line.split()[: len(words)] == words for line in told), name


@pytest.mark.parametrize("document", READMES)
def test_exit_codes_are_those_of_the_program(document: str) -> None:
    assert [int(row[0]) for row in rows(document, 1)] == [code.value for code in CODES]


def test_both_languages_name_the_same_commands() -> None:
    first, second = (lines_of(document) for document in READMES)
    assert first == second


def test_both_languages_show_the_same_code() -> None:
    def blocks(document: str) -> list[str]:
        found = re.findall(r"```sh\n(.*?)```", read(document), re.DOTALL)
        return [re.sub(r"^#.*\n", "", block, flags=re.MULTILINE) for block in found]

    assert blocks(READMES[0]) == blocks(READMES[1])


@pytest.mark.parametrize("document", READMES)
def test_the_requests_are_those_that_up_prints(document: str) -> None:
    tour = tomllib.loads(read("scenarios/linyi/tour.toml"))
    shown = re.findall(r"^curl .+$", read(document), re.MULTILINE)
    assert shown == [curl(request) for request in tour["request"]]
