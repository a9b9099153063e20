"""The check of `docs/interview.md` finds what is missing, and a page is what its sources give."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.docs.interview import written
from tests.docs.marks import Mark, Misplaced, marks_of
from tests.docs.sentences import SENTENCES, TOLD, Interview, faults, read

LINE = "2026-02-02 sg-education/head  dossier.open  DOS  unit=education\n"


@pytest.fixture(scope="module")
def interview() -> Interview:
    """As it stands in the project."""
    return read()


def changed(interview: Interview, **fields: Any) -> list[str]:
    """What is found once the third sentence of Linyi says something else."""
    third = next(each for each in interview.sentences if (each.city, each.number) == ("linyi", 3))
    others = [each for each in interview.sentences if each is not third]
    return list(faults(replace(interview, sentences=[*others, replace(third, **fields)])))


def test_the_project_lacks_nothing(interview: Interview) -> None:
    assert list(faults(interview)) == []
    assert len(interview.sentences) == sum(SENTENCES[city] for city in TOLD)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"number": 4}, ["linyi 3 stands nowhere", "linyi 4 is one too many"]),
        ({"mechanisms": ()}, ["linyi 3 names no mechanism"]),
        ({"tests": ()}, ["linyi 3 names no test"]),
        ({"en": " "}, ["linyi 3 does not say in both languages what is supported"]),
        (
            {"mechanisms": ("dossier",)},
            ["linyi 3 names the mechanism «dossier», which the scheme has not"],
        ),
        (
            {"mechanisms": ("dossiers", "complaint-intake")},
            ["linyi 3 names the mechanism «complaint-intake», which no marked line shows"],
        ),
        (
            {"tests": ("tests/tidy/test_size.py::test_f",)},
            [
                "linyi 3 names «tests/tidy/test_size.py::test_f», which is no story and no test of a year"
            ],
        ),
    ],
)
def test_what_a_sentence_lacks_is_found(
    interview: Interview, fields: Mapping[str, Any], found: list[str]
) -> None:
    assert set(found) <= set(changed(interview, **fields))


def test_a_sentence_without_a_line_is_found(interview: Interview) -> None:
    kept = [m for m in interview.marks if not (isinstance(m, Mark) and m.number == 3)]
    assert "linyi 3 is marked above no line of the scenario" in faults(
        replace(interview, marks=kept)
    )


def test_a_line_marked_with_a_number_too_high_is_found(interview: Interview) -> None:
    (first, *_) = (each for each in interview.marks if isinstance(each, Mark))
    beyond = replace(first, number=15)
    assert "a line is marked linyi 15, which there is not" in faults(
        replace(interview, marks=[*interview.marks, beyond])
    )


def folder(path: Path, text: str) -> Path:
    """A scenario of Linyi with one file."""
    city = path / "linyi"
    city.mkdir()
    (city / "60-daily.scenario").write_text(text, "utf-8")
    return city


def test_a_mark_gives_each_of_its_numbers_to_the_line_below(tmp_path: Path) -> None:
    first, second = marks_of(folder(tmp_path, f"# interview: linyi 3, 11\n{LINE}"))
    assert isinstance(first, Mark)
    assert isinstance(second, Mark)
    assert (first.number, first.action, first.day) == (3, "dossier.open", "2026-02-02")
    assert (second.number, second.family, second.table) == (11, "dossier", None)


def test_a_line_that_a_table_repeats_is_known_by_the_table(tmp_path: Path) -> None:
    text = f"@each units.table where kind=own\n# interview: linyi 3\n{LINE}@end\n"
    (mark,) = marks_of(folder(tmp_path, text))
    assert isinstance(mark, Mark)
    assert mark.table == "units.table"


@pytest.mark.parametrize(
    "text",
    [
        f"# interview: linyi three\n{LINE}",
        f"# interview: wuhu 3\n{LINE}",
        f"# interview: linyi 3\n\n{LINE}",
        f"# interview: linyi 3\n@end\n{LINE}",
        f"{LINE}    # interview: linyi 3\n    person: name=某\n",
        "# interview: linyi 3",
    ],
    ids=["no number", "another city", "a gap", "no action", "inside", "the end"],
)
def test_a_mark_that_marks_nothing_is_found(tmp_path: Path, text: str) -> None:
    (mark,) = marks_of(folder(tmp_path, text))
    assert isinstance(mark, Misplaced)
    assert mark.place.startswith("60-daily.scenario:")


def test_the_page_shows_each_city_in_both_languages(interview: Interview) -> None:
    page = written(interview)
    for city in TOLD:
        assert page.count(f"(../scenarios/{city}/)") == 2
    rows = [line for line in page.splitlines() if line.startswith("| ") and line[2].isdigit()]
    assert len(rows) == 2 * len(interview.sentences)


def test_every_link_of_the_page_leads_somewhere(interview: Interview) -> None:
    docs = Path(__file__).parents[2] / "docs"
    page = written(interview)
    links = {part.partition(")")[0] for part in page.split("](")[1:]}
    assert [link for link in links if not (docs / link).exists() and link != "#english"] == []
