"""Which language people are told in, and that every sentence exists in both."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cli import language
from cli.language import Language, detect, messages, speak, text

SOURCES = Path(language.__file__).parent


@pytest.fixture(autouse=True)
def spoken() -> Iterator[None]:
    before = language.language()
    yield
    speak(before)


def sentences(tree: Any, path: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    for name, value in tree.items():
        if isinstance(value, dict):
            place = f"{path}.{name}".lstrip(".")
            if "zh" in value or "en" in value:
                yield place, value
            yield from sentences(value, place)


def fields(template: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        (["status"], {}, Language.EN),
        (["status"], {"LANG": "zh_CN.UTF-8"}, Language.ZH),
        (["status"], {"LANG": "de_DE.UTF-8"}, Language.EN),
        (["status"], {"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, Language.EN),
        (["status"], {"LC_ALL": "", "LANG": "zh_CN.UTF-8"}, Language.ZH),
        (["status"], {"GUANTONG_LANG": "zh", "LC_ALL": "C"}, Language.ZH),
        (["--lang", "zh", "status"], {"LANG": "C"}, Language.ZH),
        (["--lang=en", "status"], {"LANG": "zh_CN"}, Language.EN),
        (["status", "--lang"], {"LANG": "zh_CN"}, Language.EN),
    ],
)
def test_language_follows_option_then_environment(
    arguments: list[str], environment: dict[str, str], expected: Language
) -> None:
    assert detect(arguments, environment) is expected


def test_text_is_in_the_language_spoken() -> None:
    speak(Language.ZH)
    assert text("topics.well", partitions=8) == "主题正常(分区:8)"
    speak(Language.EN)
    assert text("topics.well", partitions=8) == "The topics are as they must be (partitions: 8)"


def test_every_message_has_both_languages_with_the_same_fields() -> None:
    for place, value in sentences(messages()):
        assert {"zh", "en"} <= set(value), place
        assert fields(value["zh"]) == fields(value["en"]), place


def test_every_message_used_in_the_code_exists() -> None:
    known = {place for place, _ in sentences(messages())}
    used = set()
    for file in SOURCES.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == "text"
            ):
                (key,) = node.args
                used |= {key.value} if isinstance(key, ast.Constant) else set()
    assert used <= known
