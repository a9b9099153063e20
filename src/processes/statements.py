"""SQL statements kept in files of their own, each under a line `-- name: …`."""

import re
from collections.abc import Mapping
from importlib.resources import files
from typing import Final, LiteralString, cast

_PART: Final = re.compile(r"^-- name: (\w+)\n(.*?)(?=^-- name: |\Z)", re.MULTILINE | re.DOTALL)


def statements(package: str, file: str) -> Mapping[str, LiteralString]:
    """The statements of ``file`` in ``package``, by name. They are this project's own: trusted text."""
    text = files(package).joinpath(file).read_text("utf-8")
    return {name: cast("LiteralString", statement) for name, statement in _PART.findall(text)}
