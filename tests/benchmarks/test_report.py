"""What the table shows of a row, and how figures are written."""

import io
import json
from pathlib import Path

from rich.console import Console

from benchmarks.report import Report, amount, cells, show
from benchmarks.rows import Row, at_least

ROW = Row(
    group="append, direct",
    name="64 threads",
    unit="events/s",
    figures=[5123.4, 4000.0, 6000.0],
    peer="eventsourcing.postgres",
    peer_figures=[1000.0],
    target=at_least(6),
)


def test_ratios_come_first_and_losing_rows_are_shown() -> None:
    assert cells(ROW) == (
        "5.12×",
        "≥ 6×",
        "✗",
        "64 threads",
        "5,123",
        "1,000",
        "events/s",
        "eventsourcing.postgres",
    )


def test_figures_have_three_digits_or_all_before_the_point() -> None:
    assert [amount(value) for value in (1_234_567.8, 99.94, 4.3213, 0.98765)] == [
        "1,234,568",
        "99.9",
        "4.32",
        "0.988",
    ]


def test_every_row_is_in_the_table_and_on_a_line_of_the_file(tmp_path: Path) -> None:
    report = Report(tmp_path / "results.jsonl")
    report.add(ROW)
    printed = io.StringIO()
    show(report.rows, Console(file=printed, width=140))
    assert "64 threads" in printed.getvalue()
    lines = (tmp_path / "results.jsonl").read_text().splitlines()
    assert json.loads(lines[0])["peer_figures"] == [1000.0]
