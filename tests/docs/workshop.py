"""Does what a document says, block by block, on a copy of the sources.

Before a block the document names its file in backticks. A ``diff`` block keeps, adds and takes away
lines; ``python`` and ``scenario`` are new files; ``toml`` is added at a file's end. The lines of ``sh``
are run, and a ``text`` block after them shows lines of what they printed.
"""

import contextlib
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from cli.exits import Exit
from tests.cli import system
from tests.docs.commands import ROOT

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"`((?:src|tests|schemes|scenarios)/[\w./-]+\.\w+)`")
_ENDING = re.compile(r"  # ends with (\d+)$")
_COPIED = ("src", "tests", "benchmarks", "schemes", "catalogue.json", "pyproject.toml")


class Workshop:
    """The copy, with what was written there and what the last commands printed.

    ``environment`` says where the servers are that commands of `guantong` need.
    """

    def __init__(self, folder: Path, **environment: str) -> None:
        self.folder, self._environment = folder, environment
        self.written: set[str] = set()
        self.printed = ""
        for name in _COPIED:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, folder / name)
            else:
                shutil.copy(ROOT / name, folder / name)

    def follow(self, document: str) -> set[str]:
        """Do everything that a document says; returns the kinds of its blocks."""
        kinds = set()
        for kind, file, block in _steps((ROOT / document).read_text("utf-8")):
            kinds.add(kind)
            match kind:
                case "diff":
                    self._write(file, _changed(self._read(file), block))
                case "python" | "scenario":
                    assert not (self.folder / file).exists(), file
                    self._write(file, block)
                case "toml":
                    self._write(file, self._read(file) + block)
                case "sh":
                    self.printed = "".join(map(self.run, block.splitlines()))
                case "text":
                    for line in block.splitlines():
                        assert line in self.printed, f"{line}\n{self.printed}"
                case _:
                    raise AssertionError(kind)
        return kinds

    def run(self, line: str) -> str:
        """Run a command line; returns what it printed. It ends as the line says, else with 0."""
        ending = _ENDING.search(line)
        program, *arguments = shlex.split(_ENDING.sub("", line))
        if program != "guantong":
            code, printed, complaint = self._python(arguments)
        elif any(file.startswith("src/") for file in self.written):
            code, printed, complaint = self._python(["-m", "cli", "--lang", "en", *arguments])
        else:
            code, printed, complaint = self._guantong(arguments)
        wanted = Exit(int(ending[1])) if ending else Exit.DONE
        assert code == wanted, f"{line}\n{printed}{complaint}"
        return printed

    def _guantong(self, arguments: list[str]) -> tuple[int, str, str]:
        """In this process, which has the same sources and need not start."""
        with contextlib.chdir(self.folder):
            done = system.run(*arguments, **self._environment)
        return done.exit_code, done.stdout, done.stderr

    def _python(self, arguments: list[str]) -> tuple[int, str, str]:
        """With the sources of the copy."""
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder,
            env={
                **os.environ,
                "PYTHONPATH": str(self.folder / "src"),
                "PYTHONDONTWRITEBYTECODE": "",  # each command finds compiled what the one before imported
                "PYTEST_DEBUG_TEMPROOT": str(self.folder),
            },
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout, done.stderr

    def _read(self, file: str) -> str:
        return (self.folder / file).read_text("utf-8")

    def _write(self, file: str, text: str) -> None:
        path = self.folder / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
        self.written.add(file)


def _steps(text: str) -> Iterator[tuple[str, str, str]]:
    """Every block: its kind, the file that was named last before it, and its lines."""
    for block in _BLOCK.finditer(text):
        named = _FILE.findall(text[: block.start()])
        yield block[1], named[-1] if named else "", block[2]


def _changed(text: str, block: str) -> str:
    """A text after a block of lines to keep, to add and to take away; it is found once."""
    lines = block.splitlines(keepends=True)
    before = "".join(line[1:] for line in lines if line[0] in " -")
    after = "".join(line[1:] for line in lines if line[0] in " +")
    assert text.count(before) == 1, before
    return text.replace(before, after)
