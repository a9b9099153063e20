"""`docs/interview.md`: each sentence of the interview, the mechanisms, scenario lines and tests behind it.

``python -m tests.docs.interview`` brings it up to date, or says what a sentence lacks. ``make check``
(`tests/tidy/test_interview.py`) fails while anything is lacking or the page is not what its sources give.
"""

import re
import sys
from collections.abc import Iterator

from domain.catalogue import ACTIONS
from tests.docs.marks import Mark
from tests.docs.sentences import ROOT, TOLD, Interview, Sentence, faults, read

DOCUMENT = ROOT / "docs" / "interview.md"
NAMES = {"linyi": ("临沂", "Linyi"), "wuhu": ("芜湖", "Wuhu"), "liuzhou": ("柳州", "Liuzhou")}
HEADS = (
    ("句", "支持什么", "机制", "情景中的事项", "测试"),
    ("No.", "What is supported", "Mechanisms", "Lines of the year", "Tests"),
)


def written(interview: Interview) -> str:
    """The whole page: a table for each city, first in Chinese, then in English."""
    parts = [f"# {interview.title}\n"]
    for language, title in enumerate(("中文", "English")):
        parts.append(f"## {title}\n\n{interview.introduction[language]}\n")
        parts.extend(_city(interview, city, language) for city in TOLD)
    return "\n".join(parts)


def _city(interview: Interview, city: str, language: int) -> str:
    sentences = sorted(
        (each for each in interview.sentences if each.city == city), key=lambda each: each.number
    )
    links = (
        f"[{('方案', 'scheme')[language]}](../schemes/{city}.toml)",
        f"[{('情景', 'year')[language]}](../scenarios/{city}/)",
        f"[{('情景的测试', 'its tests')[language]}](../tests/scenarios/test_{city}.py)",
    )
    rows = [HEADS[language], ("---",) * len(HEADS[language])]
    rows += [tuple(_cells(interview, sentence, language)) for sentence in sentences]
    table = "".join(f"| {' | '.join(row)} |\n" for row in rows)
    return f"### {NAMES[city][language]}\n\n{' · '.join(links)}\n\n{table}"


def _cells(interview: Interview, sentence: Sentence, language: int) -> Iterator[str]:
    titles = {
        each.id: (each.title.zh, each.title.en)[language]
        for each in interview.schemes[sentence.city].mechanisms
    }
    lines = interview.lines[sentence.city, sentence.number]
    yield str(sentence.number)
    yield (sentence.zh, sentence.en)[language]
    yield "<br>".join(f"{titles[each]} `{each}`" for each in sentence.mechanisms)
    yield "<br>".join(dict.fromkeys(_line(mark, language) for mark in lines))
    yield "<br>".join(_test(test) for test in sentence.tests)


def _line(mark: Mark, language: int) -> str:
    """A line by its day, or by the table it is repeated for, and by what was done."""
    family, action = ACTIONS[f"guantong.{mark.action}"]
    what = (f"{family.zh}:{action.zh}", f"{family.en}: {action.en}")[language]
    when = mark.table or re.split("[T+]", mark.day)[0]
    return f"[{when} {what}](../scenarios/{mark.city}/{mark.file})"


def _test(test: str) -> str:
    """A test by its name, which is a sentence."""
    path, _, name = test.partition("::")
    return f"[{name.removeprefix('test_').replace('_', ' ')}](../{path})"


def main() -> int:
    """Write the page, or say what is lacking."""
    interview = read()
    found = list(faults(interview))
    sys.stderr.writelines(f"{fault}\n" for fault in found)
    if not found:
        DOCUMENT.write_text(written(interview), "utf-8")
    return len(found)


if __name__ == "__main__":
    sys.exit(main() > 0)
