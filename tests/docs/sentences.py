"""The sentences of the interview: how many there are, what supports each, and what one lacks.

Sentences are numbered per city as one reads, by 。？！ within the answers of its speaker, and nothing of
them is quoted: how many there are is all that is known here. `docs/interview.toml` says what a sentence
comes to, with which mechanisms and tests; which lines of the years show it is marked where they stand
(`tests.docs.marks`).
"""

import ast
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from domain.scheme import Scheme
from processes.scheme_files import read_scheme_files
from tests.docs.marks import Mark, Misplaced, marks_of

ROOT = Path(__file__).parents[2]
SENTENCES: Mapping[str, int] = {"linyi": 14, "wuhu": 12, "liuzhou": 9}
"""How many sentences each city has in the interview."""
TOLD: Sequence[str] = ("linyi", "wuhu", "liuzhou")
"""The cities whose year is told."""
STORIES, YEARS = "tests/stories/", "tests/scenarios/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: what of it is supported, in our own words, and by what."""

    city: str
    number: int
    zh: str
    en: str
    mechanisms: tuple[str, ...]
    tests: tuple[str, ...]


@dataclass(frozen=True)
class Interview:
    """All that the document is made of."""

    title: str
    introduction: tuple[str, str]
    sentences: Sequence[Sentence]
    schemes: Mapping[str, Scheme]
    marks: Sequence[Mark | Misplaced]
    tests: frozenset[str]

    @property
    def lines(self) -> Mapping[tuple[str, int], Sequence[Mark]]:
        """The marked lines of each sentence."""
        found: dict[tuple[str, int], list[Mark]] = {}
        for mark in self.marks:
            if isinstance(mark, Mark):
                found.setdefault((mark.city, mark.number), []).append(mark)
        return found


def read(root: Path = ROOT) -> Interview:
    """Everything, from the files of the project."""
    told = tomllib.loads((root / "docs" / "interview.toml").read_text("utf-8"))
    sentences = [
        Sentence(**{**each, "mechanisms": tuple(each["mechanisms"]), "tests": tuple(each["tests"])})
        for each in told["sentence"]
    ]
    schemes = {
        city: Scheme.parse(read_scheme_files(root / "schemes" / f"{city}.toml").text)
        for city in TOLD
    }
    marks = [mark for city in TOLD for mark in marks_of(root / "scenarios" / city)]
    return Interview(
        title=told["title"],
        introduction=(told["introduction"]["zh"].strip(), told["introduction"]["en"].strip()),
        sentences=sentences,
        schemes=schemes,
        marks=marks,
        tests=frozenset(_tests(root)),
    )


def _tests(root: Path) -> Iterator[str]:
    """Every story, and every test of a city's year, as pytest names them."""
    for folder in (STORIES, YEARS):
        for path in sorted((root / folder).glob("test_*.py")):
            for node in ast.parse(path.read_text("utf-8")).body:
                if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                    yield f"{folder}{path.name}::{node.name}"


def faults(interview: Interview) -> Iterator[str]:
    """What is missing or names something that is not there."""
    for mark in interview.marks:
        if isinstance(mark, Misplaced):
            yield f"{mark.place}: the mark {mark.reason}"
    wanted = Counter((city, 1 + n) for city in TOLD for n in range(SENTENCES[city]))
    given = Counter((each.city, each.number) for each in interview.sentences)
    yield from (f"{city} {number} stands nowhere" for city, number in wanted - given)
    yield from (f"{city} {number} is one too many" for city, number in given - wanted)
    for city, number in interview.lines.keys() - wanted.keys():
        yield f"a line is marked {city} {number}, which there is not"
    for sentence in interview.sentences:
        if sentence.city in TOLD:
            yield from (
                f"{sentence.city} {sentence.number} {f}" for f in _lacks(sentence, interview)
            )


def _lacks(sentence: Sentence, interview: Interview) -> Iterator[str]:
    """What one sentence lacks."""
    rules = {
        each.id: {event.partition(".")[0] for rule in each.rules for event in rule.ending}
        for each in interview.schemes[sentence.city].mechanisms
    }
    lines = interview.lines.get((sentence.city, sentence.number), ())
    shown = {mark.family for mark in lines}
    if not (sentence.zh.strip() and sentence.en.strip()):
        yield "does not say in both languages what is supported"
    if not sentence.mechanisms:
        yield "names no mechanism"
    if not lines:
        yield "is marked above no line of the scenario"
    if not sentence.tests:
        yield "names no test"
    for mechanism in sentence.mechanisms:
        if mechanism not in rules:
            yield f"names the mechanism «{mechanism}», which the scheme has not"
        elif lines and not rules[mechanism] & shown:
            yield f"names the mechanism «{mechanism}», which no marked line shows"
    for test in sentence.tests:
        if test not in interview.tests:
            yield f"names «{test}», which is no story and no test of a year"
