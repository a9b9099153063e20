"""Every clock of DOMAIN.md §2 A3, rows 1–16 and 23, as the rules shipped with a city run it.

In 2026 the Spring Festival is off from 15 to 23 February, 14 and 28 February and 9 May are worked
Saturdays. Who starts, stops and restarts each clock stands with its family.
"""

import tomllib
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Final

import pytest

from domain.calendar import Calendar, Limit, StatutoryClock
from domain.catalogue import CATALOGUE
from domain.ids import SYSTEM_PARTY, SYSTEM_PERSON
from domain.obligations import commands
from domain.obligations.arising import due_of
from domain.obligations.paths import Setting
from domain.obligations.state import Obligation
from domain.scheme import Rule, Scheme
from domain.scheme_law import LAW, SHARED
from domain.scheme_text import SchemeError
from processes.scheme_files import read_scheme_files
from tests.domain.recommendations.given import TERMS, Desk, delivered
from tests.domain.small import CALENDAR, COMMISSION, SCHEMES, person, small

ROWS: Final = {
    row["number"]: row
    for row in tomllib.loads((SCHEMES / "time-limits.toml").read_text("utf-8"))["row"]
}
STATED: Final = 23
"""The row of a time that each document states."""
KEYS: Final = {
    key: number for number, row in ROWS.items() if number != STATED for key in row["rules"]
}

MONTH_END, SUNDAY, MAKE_UP_SATURDAY, REST = "month end", "Sunday", "make-up Saturday", "rest"
DAYS: Final = {
    "5 working days": {
        MONTH_END: (date(2026, 1, 31), date(2026, 2, 6)),
        SUNDAY: (date(2026, 3, 1), date(2026, 3, 6)),
        MAKE_UP_SATURDAY: (date(2026, 2, 9), date(2026, 2, 14)),
        REST: (date(2026, 2, 11), date(2026, 2, 25)),
    },
    "7 working days": {
        MONTH_END: (date(2026, 7, 31), date(2026, 8, 11)),
        SUNDAY: (date(2026, 3, 1), date(2026, 3, 10)),
        MAKE_UP_SATURDAY: (date(2026, 2, 5), date(2026, 2, 14)),
        REST: (date(2026, 2, 11), date(2026, 2, 27)),
    },
    "15 working days": {
        MONTH_END: (date(2026, 1, 31), date(2026, 2, 27)),
        SUNDAY: (date(2026, 3, 1), date(2026, 3, 20)),
        MAKE_UP_SATURDAY: (date(2026, 2, 2), date(2026, 2, 28)),
        REST: (date(2026, 2, 11), date(2026, 3, 10)),
    },
    "1 month": {
        MONTH_END: (date(2026, 8, 31), date(2026, 9, 30)),
        SUNDAY: (date(2026, 4, 10), date(2026, 5, 11)),
        MAKE_UP_SATURDAY: (date(2026, 1, 31), date(2026, 2, 28)),
        REST: (date(2026, 1, 16), date(2026, 2, 24)),
    },
    "2 months": {
        MONTH_END: (date(2026, 7, 31), date(2026, 9, 30)),
        SUNDAY: (date(2026, 3, 10), date(2026, 5, 11)),
        MAKE_UP_SATURDAY: (date(2025, 12, 31), date(2026, 2, 28)),
        REST: (date(2025, 12, 16), date(2026, 2, 24)),
    },
    "3 months": {
        MONTH_END: (date(2026, 3, 31), date(2026, 6, 30)),
        SUNDAY: (date(2026, 3, 14), date(2026, 6, 15)),
        MAKE_UP_SATURDAY: (date(2025, 11, 30), date(2026, 2, 28)),
        REST: (date(2025, 11, 16), date(2026, 2, 24)),
    },
    "1 year": {
        MONTH_END: (date(2025, 6, 30), date(2026, 6, 30)),
        SUNDAY: (date(2025, 5, 10), date(2026, 5, 11)),
        MAKE_UP_SATURDAY: (date(2025, 2, 28), date(2026, 2, 28)),
        REST: (date(2025, 2, 16), date(2026, 2, 24)),
    },
    "end of quarter": {  # within the quarter: no rest day moves it into the next
        MONTH_END: (date(2026, 3, 31), date(2026, 3, 31)),
        SUNDAY: (date(2026, 3, 1), date(2026, 3, 31)),
        MAKE_UP_SATURDAY: (date(2026, 2, 28), date(2026, 3, 31)),
        REST: (date(2026, 2, 20), date(2026, 3, 31)),
    },
}
"""Limit → what is special about its last day (of days: its first) → from when to when it runs."""

STATED_DAYS: Final = [
    pytest.param(date(2026, 6, 30), date(2026, 6, 30), id=MONTH_END),
    pytest.param(date(2026, 1, 31), date(2026, 2, 2), id=f"{MONTH_END}, {REST}"),
    pytest.param(date(2026, 5, 10), date(2026, 5, 11), id=SUNDAY),
    pytest.param(date(2026, 5, 9), date(2026, 5, 9), id=MAKE_UP_SATURDAY),
    pytest.param(date(2026, 2, 16), date(2026, 2, 24), id=REST),
]
"""The day that a document states, and when it is due."""


@cache
def linyi() -> Scheme:
    return Scheme.parse(read_scheme_files(SCHEMES / "linyi.toml").text, CATALOGUE)


@cache
def calendar() -> Calendar:
    return Calendar.parse(CALENDAR.read_text("utf-8"))


def rule_of(key: str) -> Rule:
    return linyi().rules[key]


@pytest.mark.parametrize("special", [MONTH_END, SUNDAY, MAKE_UP_SATURDAY, REST])
@pytest.mark.parametrize("key", [pytest.param(k, id=f"{n}-{k}") for k, n in KEYS.items()])
def test_it_ends_on_the_day_that_the_law_says(key: str, special: str) -> None:
    """R 326–327: the first day is not counted, months keep their end, a rest day moves the last day."""
    rule = rule_of(key)
    start, due = DAYS[str(rule.due)][special]
    setting = Setting(jurisdiction=small().jurisdiction, acting=COMMISSION)
    found = due_of(rule, start, setting=setting, calendar=calendar())
    assert found is not None
    assert (found.date, found.provisional) == (due, False)


def feedback_by(day: date) -> Desk:
    """A recommendation, delivered, that states by when to feed back."""
    return delivered(terms=replace(TERMS, feedback_due=day))


def feedback(desk: Desk) -> Obligation:
    """The feedback as it is owed now."""
    owed = desk.world.stream(desk.stream).obligations.values()
    return next(each for each in owed if each.arisen.rule == "feedback")


@pytest.mark.parametrize(("stated", "due"), STATED_DAYS)
def test_a_day_that_a_recommendation_states_moves_off_a_rest_day(stated: date, due: date) -> None:
    """Row 23: R 235 leaves the time to the document; its last day is one of the law still (R 327)."""
    owed = feedback(feedback_by(stated)).arisen
    assert (owed.due, owed.stated, owed.provisional) == (due, stated, False)


def test_more_time_runs_on_from_the_stated_day() -> None:
    """R 327 moves the last day, it gives no more time: ten days from Sunday, not from Monday."""
    desk = feedback_by(date(2026, 5, 10))
    owed = feedback(desk)
    more = commands.Extend(
        obligation=owed.id,
        by="10 days",
        reason="整改未完",
        document="批示〔2026〕1号",
        approved_by=person("leader"),
    )
    desk.world.ask("obligation.extend", desk.stream, more, actor=person("chief"), party=COMMISSION)
    later = feedback(desk)
    assert (later.due, later.arisen.stated) == (date(2026, 5, 20), date(2026, 5, 10))
    assert later.arisen.start == owed.arisen.start


def test_a_stated_day_in_a_year_without_a_calendar_is_revised_by_the_next_one() -> None:
    """1 May 2027 is a Saturday; that the Monday after it is off too is not known yet."""
    desk = feedback_by(date(2027, 5, 1))
    owed = feedback(desk)
    assert (owed.due, owed.arisen.provisional) == (date(2027, 5, 3), True)
    rest = frozenset({*calendar().holidays, *(date(2027, 5, day) for day in range(1, 6))})
    known = replace(calendar(), holidays=rest, published_through=date(2027, 12, 31))
    desk.world.jurisdiction = replace(desk.world.jurisdiction, calendar=known)
    revise = commands.Revise(obligation=owed.id)
    desk.world.ask(
        "obligation.revise", desk.stream, revise, actor=SYSTEM_PERSON, party=SYSTEM_PARTY
    )
    revised = feedback(desk)
    assert (revised.due, revised.arisen.provisional) == (date(2027, 5, 6), False)


@pytest.mark.parametrize("number", [n for n, row in ROWS.items() if row["rules"]])
def test_rules_are_as_their_row_says(number: int) -> None:
    limits = [str(rule_of(key).due) for key in ROWS[number]["rules"]]
    assert list(dict.fromkeys(limits)) == ROWS[number]["limits"]


def test_more_time_is_given_as_the_law_says_and_by_nobody_else() -> None:
    """R 215, 224, 233, 235; of any other clock of the law nobody gives more."""
    told = {key: words for row in ROWS.values() for key, words in row.get("extended", {}).items()}
    for key in LAW:
        rule = rule_of(key)
        words = [rule.extended_by, *([] if rule.longest is None else [str(rule.longest)])]
        assert ", ".join(words) == told.pop(key, "nobody"), key
    assert told == {}
    assert all(
        rule.extended_by == "approval" for rule in linyi().rules.values() if not rule.statutory
    )


def test_rows_17_to_22_are_data_alone_and_no_statutory_clock_is_without_a_row() -> None:
    assert list(ROWS) == list(range(1, 24))
    assert [n for n, row in ROWS.items() if not row["rules"]] == list(range(17, 23))
    statutory = {key for key, rule in linyi().rules.items() if rule.statutory}
    assert statutory <= {key for row in ROWS.values() for key in row["rules"]}


def test_the_law_that_a_text_is_held_to_is_that_of_the_shared_rules() -> None:
    assert set(LAW) == {key for key, rule in linyi().rules.items() if rule.statutory}
    assert {key: str(rule_of(key).due) for key in LAW} == {
        key: course["due"] for key, course in LAW.items()
    }


def shared(name: str) -> str:
    """The text of Linyi's scheme, with the mechanisms that it includes."""
    return read_scheme_files(SCHEMES / f"{name}.toml").text


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('due = "1 year"\nstatutory', 'due = "17 months"\nstatutory', "decision.due"),
        ('due = "1 year"\nstatutory = true', 'due = "1 year"', "decision.statutory"),
        (
            'due = "7 working days"\nstatutory',
            'due = "10 working days"\nstatutory',
            "withdrawal-report.due",
        ),
        ('on = ["case.filed"]\n', 'on = ["case.sent"]\n', "decision.on"),
        (
            'stopped_by = ["case.investigation_suspended"]',
            'stopped_by = ["case.investigation_suspended", "case.sent"]',
            "decision.stopped_by",
        ),
        ('when = { report = "real_name" }\n', 'when = { report = "anonymous" }\n', "accepted.when"),
        ('longest = "18 months"', 'longest = "2 years"', "decision.extend"),
        ('by = "level_above", longest', 'by = "approval", longest', "decision.extend"),
        (
            'due = "7 working days"\nstatutory = true',
            'due = "7 working days"\nstatutory = true\nextend = { by = "approval" }',
            "withdrawal-report.extend",
        ),
        ('id = "withdrawal-report"', 'id = "report"', "case-investigation.obligation"),
        ('id = "complaint-intake"', 'id = "complaint-intake"\nuntil = 2026-12-31', "until"),
    ],
)
def test_no_text_of_a_city_loosens_what_the_law_gives(old: str, new: str, fault: str) -> None:
    """Whoever copies a shared mechanism and writes it otherwise is told at the rule, and adopts nothing."""
    text = shared("linyi")
    assert old in text
    with pytest.raises(SchemeError) as refusal:
        Scheme.parse(text.replace(old, new, 1), CATALOGUE)
    assert any(each.path.endswith(fault) for each in refusal.value.faults)
    Scheme.parse(text.replace(old, new, 1))  # as it was adopted once, it is read


@pytest.mark.parametrize("name", ["linyi", "wuhu", "liuzhou", "yinan", "fanchang"])
def test_the_law_is_in_every_scheme_that_is_shipped(name: str) -> None:
    """A county with a jurisdiction of its own is under it as much as a city."""
    rules = Scheme.parse(shared(name), CATALOGUE).rules
    assert {key for key in LAW if key in rules and rules[key].statutory} == set(LAW)


@pytest.mark.parametrize("file", SHARED)
def test_no_scheme_is_silent_about_a_mechanism_of_the_law(file: str) -> None:
    """It is told which file has what it lacks; a trial says that it is one, and old texts are read."""
    part = (SCHEMES / file).read_text("utf-8").rstrip() + "\n"
    text = shared("yinan")
    assert part in text
    without = text.replace(part, "")
    with pytest.raises(SchemeError) as refusal:
        Scheme.parse(without, CATALOGUE)
    (fault,) = [each for each in refusal.value.faults if each.path == "include"]
    for said, fix in ((fault.zh, fault.fix_zh), (fault.en, fault.fix_en)):
        assert ", ".join(SHARED[file]) in said
        assert file in fix
        assert "trial = true" in fix
    trial = without.replace('id = "yinan"\n', 'id = "yinan"\ntrial = true\n')
    assert Scheme.parse(trial, CATALOGUE).rules.keys() < Scheme.parse(text, CATALOGUE).rules.keys()
    Scheme.parse(without)  # as it was adopted once, it is read


def test_each_mechanism_of_the_law_stands_in_the_file_that_a_scheme_is_told() -> None:
    assert {name for names in SHARED.values() for name in names} == {
        key.rpartition(".")[0] for key in LAW
    }
    for file, names in SHARED.items():
        written = tomllib.loads((SCHEMES / file).read_text("utf-8"))["mechanism"]
        assert set(names) <= {mechanism["id"] for mechanism in written}


def test_a_text_of_a_city_may_give_less_time_than_the_law() -> None:
    text = shared("linyi").replace(
        'due = "7 working days"\nstatutory', 'due = "5 working days"\nstatutory'
    )
    assert str(Scheme.parse(text, CATALOGUE).rules["case-investigation.withdrawal-report"].due) == (
        "5 working days"
    )


def test_only_investigation_and_adjudication_are_ever_stopped() -> None:
    """R 215 and 226, rows 11 and 12: no other clock of the law stands, for whatever reason."""
    stopped = {key for key in KEYS if rule_of(key).stopped_by}
    assert stopped == {"case-investigation.decision", "case-adjudication.adjudication"}
    year, month = map(rule_of, sorted(stopped, reverse=True))
    assert (year.resumed_by, year.restarted_by) == ((), ("case.investigation_restarted",))
    assert month.resumed_by == ("case.supplement_completed",)
    assert month.restarted_by == ("case.reinvestigation_completed",)


@pytest.mark.parametrize(
    ("back", "due"),
    [
        (date(2026, 1, 31), date(2026, 2, 24)),  # from a month end, over the festival
        (date(2026, 2, 5), date(2026, 2, 28)),  # a make-up Saturday
        (date(2026, 2, 6), date(2026, 3, 2)),  # a Sunday
    ],
)
def test_what_was_left_of_the_month_runs_on(back: date, due: date) -> None:
    """R 226, row 12: of the month from 5 January, 23 days are left on the 13th, when it is stopped."""
    month = rule_of("case-adjudication.adjudication")
    assert isinstance(month.due, Limit)
    clock = StatutoryClock(start=date(2026, 1, 5), limit=month.due).stopped(date(2026, 1, 13))
    assert clock.due(calendar()) is None
    found = clock.resumed(back).due(calendar())
    assert found is not None
    assert found.date == due


@pytest.mark.parametrize("key", ["case-investigation.decision", "case-adjudication.adjudication"])
@pytest.mark.parametrize("special", [MONTH_END, SUNDAY, MAKE_UP_SATURDAY, REST])
def test_what_begins_anew_has_its_whole_time_again(key: str, special: str) -> None:
    """R 215 (a fugitive is back) and R 226 (re-investigation), rows 11 and 12."""
    rule = rule_of(key)
    assert isinstance(rule.due, Limit)
    anew, due = DAYS[str(rule.due)][special]
    clock = StatutoryClock(start=date(2025, 1, 2), limit=rule.due).stopped(date(2025, 1, 10))
    found = clock.restarted(anew).due(calendar())
    assert found is not None
    assert found.date == due
