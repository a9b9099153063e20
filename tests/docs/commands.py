"""Command lines of `guantong` in texts, and whether the program understands them."""

import re
import shlex
from pathlib import Path
from typing import Any

from typer import Context
from typer.main import get_command

from cli.main import app

ROOT = Path(__file__).parents[2]


def lines_of(document: str) -> list[str]:
    """Every command line of a document: of its code blocks, and between backticks."""
    text = (ROOT / document).read_text("utf-8")
    blocks = re.findall(r"^(guantong .+)$", text, re.MULTILINE)
    return [*blocks, *re.findall(r"`(guantong [^`…]+)`", text)]


def parses(line: str) -> bool:
    """Whether a command line names a command and options that exist, with values they take.

    Nothing is run; paths in it are seen from the project's root.
    """
    command: Any = get_command(app)
    words = shlex.split(line)[1:]
    while getattr(command, "commands", None) and words:
        _, command, words = command.resolve_command(Context(command), words)
    if getattr(command, "commands", None):
        return True
    command.make_context(line, [_rooted(word) for word in words])
    return True


def _rooted(word: str) -> str:
    return str(ROOT / word) if (ROOT / word).exists() else word
