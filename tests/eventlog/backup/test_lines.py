"""The lines of a backup: written one way only, and read back as they were written."""

import pytest

from eventlog.backup.lines import LineRefused, Reached, parse
from tests.eventlog.backup.golden import LINES, TEXT


def test_the_lines_are_those_that_are_kept_for_ever() -> None:
    assert b"".join(line.line() for line in LINES) == TEXT


def test_every_kind_of_line_is_read_back() -> None:
    assert tuple(map(parse, TEXT.splitlines(keepends=True))) == LINES


@pytest.mark.parametrize(
    "text",
    [
        b"reached\t00\t1\t2\n",
        b"reached\t0\t+1\t2\n",
        b"reached\t0\t1\t2",
        b"reached\t0\t1\t2\t3\n",
        b"event\t0\t1\t2\tlinyi\t{}\n",
        b"current\t\n",
        b"unheard\t1\n",
        b"segment\t{}\n",
        b"segment\t" + TEXT.partition(b"\t")[2].splitlines()[0].replace(b"-1", b"-2", 1) + b"\n",
        b"\n",
    ],
)
def test_a_line_written_otherwise_is_refused(text: bytes) -> None:
    with pytest.raises(LineRefused):
        parse(text)


def test_a_line_is_what_it_says() -> None:
    assert parse(b"reached\t3\t17\t9\n") == Reached(3, 17, 9)
