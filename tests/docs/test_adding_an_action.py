"""docs/adding-an-action.md: done as it is written, on a copy of the sources, the action works."""

from pathlib import Path

from tests.docs.workshop import Workshop


def test_what_the_document_says_is_done_step_by_step(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    assert workshop.follow("docs/adding-an-action.md") == {"diff", "python", "toml", "sh"}
    code = " ".join(sorted(file for file in workshop.written if file.endswith(".py")))
    workshop.run(f"python -m ruff format --check {code}")
    workshop.run(f"python -m ruff check {code}")
