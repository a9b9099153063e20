"""Faulty calendars: every fault at once, with path, line and fix."""

from datetime import date
from pathlib import Path

import pytest

from domain.calendar import Calendar
from domain.calendar_text import InvalidCalendar

GOOD = """\
id = "test"
basis = ["Notice 1"]
published_from = 2026-01-01
published_through = 2026-12-31

[holiday.spring]
name = { zh = "春节", en = "Spring Festival" }
from = 2026-02-15
to = 2026-02-23
make_up = [2026-02-14, 2026-02-28]

[holiday.labour] # five days
name = { zh = "劳动节", en = "Labour Day" }
from = 2026-05-01
to = 2026-05-05
make_up = []
"""


def faults(text: str) -> list[tuple[str, int | None, str]]:
    with pytest.raises(InvalidCalendar) as caught:
        Calendar.parse(text)
    for fault in caught.value.faults:
        assert fault.zh
        assert fault.fix_zh
        assert fault.fix_en
        assert fault.path in caught.value.sentence_en
        assert fault.path in caught.value.sentence_zh
    return [(fault.path, fault.line, fault.en) for fault in caught.value.faults]


def test_a_good_text_is_read_whole() -> None:
    calendar = Calendar.parse(GOOD)
    assert calendar.id == "test"
    assert calendar.basis == ("Notice 1",)
    assert calendar.published_from == date(2026, 1, 1)
    assert calendar.published_through == date(2026, 12, 31)
    assert len(calendar.holidays) == 14
    assert calendar.make_up_days == {date(2026, 2, 14), date(2026, 2, 28)}


def test_the_calendar_of_the_project_is_good() -> None:
    path = Path(__file__).parents[2] / "schemes/calendars/china.toml"
    calendar = Calendar.parse(path.read_text(encoding="utf-8"))
    assert calendar.basis == (
        "国办发明电〔2023〕7号",
        "国办发明电〔2024〕12号",
        "国办发明电〔2025〕7号",
    )


def test_equal_texts_give_equal_calendars() -> None:
    assert Calendar.parse(GOOD) == Calendar.parse(GOOD.replace("\n\n", "\r\n\r\n"))
    assert hash(Calendar.parse(GOOD)) == hash(Calendar.parse(GOOD))


@pytest.mark.parametrize(
    ("old", "new", "path", "line", "says"),
    [
        ('id = "test"\n', "", "id", None, "missing"),
        ('id = "test"', 'id = ""', "id", 1, "text in quotes"),
        ('["Notice 1"]', '"Notice 1"', "basis", 2, "list"),
        ('["Notice 1"]', "[]", "basis", 2, "no notice"),
        ('["Notice 1"]', "[1]", "basis", 2, "text in quotes"),
        ("2026-01-01", "2026-01-01T00:00:00", "published_from", 3, "not a date"),
        ("2026-12-31", "2027-12-31", "published_through", 4, "no holiday in 2027"),
        ("2026-12-31", "2026-02-28", "holiday.labour.from", 14, "2026-05-01 is outside"),
        ("2026-12-31", "2025-12-31", "published_through", 4, "not all published"),
        ("[holiday.labour]", "[holiday]\nlabour = 1\n[x]", "holiday.labour", 13, "not a table"),
        ("[holiday.labour]", "[holidays.labour]", "holidays", None, "no such key"),
        ("[holiday.labour]", "[holiday.labour.x]", "holiday.labour.x", 12, "no such key"),
        ("from = 2026-05-01\n", "", "holiday.labour.from", 12, "missing"),
        ("from = 2026-05-01", 'from = "2026-05-01"', "holiday.labour.from", 14, "not a date"),
        ("from = 2026-05-01", "form = 2026-05-01", "holiday.labour.form", 14, "no such key"),
        ("to = 2026-05-05", "to = 2026-04-30", "holiday.labour.to", 15, "not the span"),
        ("to = 2026-05-05", "to = 2062-05-05", "holiday.labour.to", 15, "not the span"),
        ("make_up = []", "make_up = [2026-05-08]", "holiday.labour.make_up", 16, "a weekday"),
        ("make_up = []", "make_up = [2026-02-28]", "holiday.labour.make_up", 16, "listed already"),
        ("make_up = []", "make_up = [2026-05-03]", "holiday.labour.make_up", 16, "also a day off"),
        ("make_up = []", "make_up = [2027-05-08]", "holiday.labour.make_up", 16, "is outside"),
        ("make_up = []", "make_up = [true]", "holiday.labour.make_up", 16, "not a date"),
        ("make_up = []", "", "holiday.labour.make_up", 12, "missing"),
        (', en = "Labour Day"', "", "holiday.labour.name.en", 13, "missing"),
        ('en = "Labour Day"', "en = 1", "holiday.labour.name.en", 13, "text in quotes"),
        ('{ zh = "劳动节", en = "Labour Day" }', '"劳动节"', "holiday.labour.name", 13, "a table"),
        ("from = 2026-05-01", "from = 2026-05-32", "calendar", 14, "not TOML"),
        ('id = "test"', "id = ", "calendar", 1, "not TOML"),
    ],
)
def test_a_fault_names_its_place(
    old: str, new: str, path: str, line: int | None, says: str
) -> None:
    assert old in GOOD
    found = faults(GOOD.replace(old, new))
    assert any(f[:2] == (path, line) and says in f[2] for f in found), found


def test_overlapping_holidays_name_each_other() -> None:
    text = GOOD.replace("from = 2026-05-01\nto = 2026-05-05", "from = 2026-02-23\nto = 2026-02-24")
    assert faults(text) == [
        ("holiday.labour.from", 14, "2026-02-23 is listed already in holiday.spring.from.")
    ]


def test_all_faults_are_reported_at_once() -> None:
    text = GOOD.replace('id = "test"', "id = 3").replace("to = 2026-05-05", "too = 2026-05-05")
    text = text.replace("2026-02-28]", "2026-02-27]")
    assert [(path, line) for path, line, _ in faults(text)] == [
        ("id", 1),
        ("holiday.labour.to", 12),
        ("holiday.labour.too", 15),
        ("holiday.spring.make_up", 10),
    ]


def test_a_calendar_without_anything_lists_what_it_needs() -> None:
    assert [path for path, _, _ in faults("")] == [
        "id",
        "basis",
        "published_from",
        "published_through",
        "holiday",
    ]


def test_a_quoted_holiday_is_read_and_its_line_is_found_from_its_neighbours() -> None:
    text = GOOD.replace("[holiday.labour]", '[holiday."labour.day"]')
    assert Calendar.parse(text) == Calendar.parse(GOOD)
    assert faults(text.replace("make_up = []", "make_up = [1]"))[0][:2] == (
        "holiday.labour.day.make_up",
        None,
    )
