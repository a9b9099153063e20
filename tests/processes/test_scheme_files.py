"""A scheme in several files is one text when it is adopted, and its faults are found in their files."""

from pathlib import Path

import pytest

from processes.errors import IncludedFileMissing
from processes.scheme_files import read_scheme_files


def test_a_scheme_without_includes_is_its_file(tmp_path: Path) -> None:
    file = tmp_path / "city.toml"
    file.write_text('id = "city"\n')
    assert read_scheme_files(file).text == 'id = "city"\n'


def test_included_files_follow_and_lines_lead_back_to_them(tmp_path: Path) -> None:
    city, part, other = (tmp_path / name for name in ("city.toml", "part.toml", "other.toml"))
    city.write_text('include = [\n  "part.toml",\n  "other.toml",\n]\nid = "city"\n')
    part.write_text("[a]\nx = 1\n\n")
    other.write_text("[b]\ny = 2")
    joined = read_scheme_files(city)
    lines = joined.text.splitlines()
    assert lines[:5] == [
        "# include = [",
        '#   "part.toml",',
        '#   "other.toml",',
        "# ]",
        'id = "city"',
    ]
    found = {line: joined.place(number) for number, line in enumerate(lines, start=1)}
    assert found['id = "city"'] == (city, 5)
    assert found["x = 1"] == (part, 2)
    assert found["y = 2"] == (other, 2)


def test_an_included_file_that_is_missing_is_named(tmp_path: Path) -> None:
    city = tmp_path / "city.toml"
    city.write_text('include = ["mechanisms/none.toml"]\n')
    with pytest.raises(IncludedFileMissing, match=r"mechanisms/none\.toml"):
        read_scheme_files(city)


def test_what_is_no_toml_is_left_to_whoever_reads_the_scheme(tmp_path: Path) -> None:
    city = tmp_path / "city.toml"
    city.write_text('include = ["none.toml"]\nid = \n')
    assert "id = " in read_scheme_files(city).text
