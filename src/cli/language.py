"""Chinese or English: which one a person is told, and the sentences of `messages.toml`.

The language follows `--lang`, else `GUANTONG_LANG`, else the locale (`LC_ALL`, `LC_MESSAGES`,
`LANG`, in the order of POSIX): Chinese for `zh…`, English for all others.
"""

import os
import sys
import tomllib
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final

from domain.errors import Explained
from embedded.errors import EmbeddedError

MESSAGES: Final = Path(__file__).with_name("messages.toml")
VARIABLES: Final = ("GUANTONG_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


class Language(StrEnum):
    """What people are spoken to in."""

    ZH = "zh"
    EN = "en"


Explains = Explained | EmbeddedError
"""An error that explains itself: those of every package do."""


def detect(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language that a command line and its environment ask for.

    Read before the arguments are parsed, because the help texts are in that language too.
    """
    for place, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            return _language((value or "".join(arguments[place + 1 : place + 2])).lower())
    return _language(next((environment[name] for name in VARIABLES if environment.get(name)), ""))


def _language(text: str) -> Language:
    return Language.ZH if text.lower().startswith("zh") else Language.EN


class _Spoken:
    """The language of this run of the program."""

    language = detect(sys.argv[1:], os.environ)


def language() -> Language:
    """The language in which people are told now."""
    return _Spoken.language


def speak(chosen: Language) -> None:
    """From here on, speak this language (`--lang`)."""
    _Spoken.language = chosen


@cache
def messages() -> Mapping[str, Any]:
    """All of `messages.toml`."""
    return tomllib.loads(MESSAGES.read_text("utf-8"))


def text(key: str, **details: object) -> str:
    """The sentence under a dotted key of `messages.toml`, with its details filled in."""
    found: Any = messages()
    for part in key.split("."):
        found = found[part]
    return str(found[language()]).format(**details)


def sentence(error: Explains) -> str:
    """What an error says is wrong."""
    return error.sentence_zh if language() is Language.ZH else error.sentence_en


def advice(error: Explains) -> str:
    """What an error says to do next."""
    template = error.next_zh if language() is Language.ZH else error.next_en
    return str(template).format_map(_Known(error.details))


class _Known(dict[str, str]):
    """Details for `format_map`: an unknown name stays as it is written."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"
