"""Each sentence of the interview has its mechanisms, lines and tests, and `docs/interview.md` says so."""

from tests.docs.interview import DOCUMENT, written
from tests.docs.sentences import faults, read


def test_no_sentence_lacks_anything() -> None:
    assert list(faults(read())) == []


def test_the_page_is_up_to_date() -> None:
    assert DOCUMENT.read_text("utf-8") == written(read()), "python -m tests.docs.interview"
