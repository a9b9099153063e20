"""docs/adding-an-action.md: done as it is written, on a copy of the sources, the action works."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.commands import ROOT

TEXT = (ROOT / "docs" / "adding-an-action.md").read_text("utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PATH = re.compile(r"`((?:src|tests|schemes)/[\w./-]+\.\w+)`")
COPIED = ("src", "tests", "schemes", "catalogue.json", "pyproject.toml")


def steps() -> Iterator[tuple[str, str, str]]:
    """Every block: its kind, the file that was named last before it, and its lines."""
    for block in BLOCK.finditer(TEXT):
        *_, path = PATH.findall(TEXT[: block.start()])
        yield block[1], path, block[2]


def changed(text: str, block: str) -> str:
    """A file after a block of lines to keep, to add and to take away; they are found once in it."""
    lines = block.splitlines(keepends=True)
    before = "".join(line[1:] for line in lines if line[0] in " -")
    after = "".join(line[1:] for line in lines if line[0] in " +")
    assert text.count(before) == 1, before
    return text.replace(before, after)


def run(command: str, copy: Path) -> None:
    """Run a command line of the document in the copy."""
    if command.startswith("guantong "):
        command = command.replace("guantong", "python -m cli", 1)
    program, *arguments = command.split()
    assert program == "python"
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The sources, to be changed."""
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__")
            )
        else:
            shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_what_the_document_says_is_done_step_by_step(copy: Path) -> None:
    kinds, written = set(), set()
    for kind, path, block in steps():
        kinds.add(kind)
        file = copy / path
        match kind:
            case "diff":
                file.write_text(changed(file.read_text("utf-8"), block), "utf-8")
                written.add(path)
            case "python":
                assert not file.exists()
                file.parent.mkdir(exist_ok=True)
                file.write_text(block, "utf-8")
                written.add(path)
            case "toml":
                file.write_text(file.read_text("utf-8") + block, "utf-8")
            case "sh":
                for command in block.splitlines():
                    run(command, copy)
            case _:
                pytest.fail(kind)
    assert kinds == {"diff", "python", "toml", "sh"}
    files = " ".join(sorted(written))
    run(f"python -m ruff format --check {files}", copy)
    run(f"python -m ruff check {files}", copy)
