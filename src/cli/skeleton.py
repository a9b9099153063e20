"""The skeleton of a city's scheme: all that cities share is included, what only a city knows is blank."""

import json
import os
import re
from pathlib import Path
from string import Template
from typing import Final

MECHANISMS: Final = Path(__file__).parents[2] / "schemes" / "mechanisms"
"""What all cities share, a file each."""

_SKELETON: Final = Path(__file__).with_name("skeleton.template")
_BLANK: Final = re.compile(r'(?<== )""')


def skeleton(folder: Path, *, identifier: str, title_zh: str, title_en: str) -> str:
    """The text of a scheme that stands in ``folder``, with all that cities share included from there."""
    shared = sorted(MECHANISMS.glob("*.toml"), key=lambda part: (part.stem != "common", part.stem))
    return Template(_SKELETON.read_text("utf-8")).substitute(
        id=_quoted(identifier),
        title_zh=" ".join(title_zh.split()),
        title_en=" ".join(title_en.split()),
        quoted_zh=_quoted(title_zh),
        quoted_en=_quoted(title_en),
        include="".join(f"    {_quoted(_seen_from(folder, part))},\n" for part in shared),
    )


def blanks_of(scheme: str) -> int:
    """How many blanks are to be filled in: empty texts, of which a check names each that is left."""
    return sum(len(_BLANK.findall(line.partition("#")[0])) for line in scheme.splitlines())


def _seen_from(folder: Path, part: Path) -> str:
    """A file's path from a folder, as `include` takes it."""
    return Path(os.path.relpath(part, folder.resolve())).as_posix()


def _quoted(words: str) -> str:
    """A text as TOML writes it: its basic strings take what JSON writes."""
    return json.dumps(words, ensure_ascii=False)
