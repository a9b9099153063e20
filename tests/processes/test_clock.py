"""The clock sends what time brings about, each once, whoever sends it and however often."""

import datetime

import pytest

from domain.calendar import local_date
from processes import clock as clocks
from processes.errors import ReadModelsBehind
from tests.domain.small import CALENDAR
from tests.processes.city import CODE, SCHEME, City, in_thread
from tests.waiting import until

ESCALATING = SCHEME.replace(
    'fulfilled_by = ["work_report.submitted"]',
    'fulfilled_by = ["work_report.submitted"]\n'
    'escalate = [{ after = "3 working days", to = "party.cs" },'
    ' { after = "10 working days", to = "party.commission" }]',
)
THROUGH_2026 = "published_through = 2026-12-31"
IN_2027 = """
[holiday.2027-new-year]
name = { zh = "元旦", en = "New Year's Day" }
from = 2027-01-01
to = 2027-01-03
make_up = []
"""
GROUPS = ["sg-education", "sg-health"]


def owed(city: City) -> list[tuple[str, str, str, int]]:
    return [
        (row["owner"], row["period"], row["status"], row["escalated"]) for row in city.obligations()
    ]


def test_a_period_that_runs_is_opened_for_each_party_that_owes_its_share(city: City) -> None:
    city.open(starts="2026-01-05")
    with city.clock() as clock:
        clock.settle(CODE, position=city.position)
    assert owed(city) == [(group, "2026-Q1", "open", 0) for group in GROUPS]
    assert {row["due"] for row in city.obligations()} == {datetime.date(2026, 4, 15)}


def test_what_is_not_due_is_left_alone_and_what_was_due_lapses_and_escalates_step_by_step(
    city: City,
) -> None:
    city.open(starts="2026-01-05", scheme=ESCALATING)
    with city.clock() as clock:
        for day, expected in (
            ("2026-03-31", ("open", 0)),
            ("2026-04-15", ("open", 0)),
            ("2026-04-16", ("overdue", 0)),
            ("2026-04-21", ("overdue", 1)),
            ("2026-06-01", ("overdue", 2)),
        ):
            city.advance(day)
            clock.settle(CODE, position=city.position)
            found = {owner: rest for owner, period, *rest in owed(city) if period == "2026-Q1"}
            assert found == {group: list(expected) for group in GROUPS}, day


def test_a_long_leap_opens_lapses_and_escalates_all_that_lay_in_it(city: City) -> None:
    city.open(starts="2026-01-05", scheme=ESCALATING)
    city.advance("2026-12-30")
    with city.clock() as clock:
        clock.settle(CODE, position=city.position)
    assert owed(city) == [
        *((group, "2026-Q1", "overdue", 2) for group in GROUPS),
        *((group, "2026-Q2", "overdue", 2) for group in GROUPS),
        *((group, "2026-Q3", "overdue", 2) for group in GROUPS),
        *((group, "2026-Q4", "open", 0) for group in GROUPS),
    ]


def test_two_clocks_and_a_clock_that_forgot_send_nothing_twice(city: City) -> None:
    city.open(starts="2026-01-05", scheme=ESCALATING)
    city.advance("2026-06-01")
    with city.clock() as one, city.clock() as other:
        one.settle(CODE, position=city.position)
        other.settle(CODE, position=city.position)
    with city.clock() as new:
        assert new.step(CODE, position=city.position) == 0
    counted = city.ask(
        "select stream, type, count(*) as times from eventlog.history"
        " where type like 'guantong.obligation.%' and type not like '%escalated%' group by 1, 2"
    )
    assert {row["times"] for row in counted} == {1}


def test_a_quarter_that_was_reported_does_not_lapse(city: City) -> None:
    city.open(starts="2026-01-05")
    head = city.appoint("张明", "sg-education", "head")
    with city.clock() as clock:
        city.position = clock.settle(CODE, position=city.position)
        (opened,) = city.ask(
            "select stream from read.obligations"
            " where until_position is null and owner = 'sg-education'"
        )
        city.advance("2026-04-10")
        report = {
            "kind": "quarterly",
            "period": "2026-Q1",
            "to": "office-1",
            "title": "一季度工作报告",
            "summary": "监督检查情况",
        }
        sent = city.send(
            "work_report.submit", report, target=opened["stream"], by=head, party="sg-education"
        )
        city.must(sent)
        city.advance("2026-04-16")
        clock.settle(CODE, position=city.position)
    first = [row for row in owed(city) if row[1] == "2026-Q1"]
    assert first == [
        ("sg-education", "2026-Q1", "fulfilled", 0),
        ("sg-health", "2026-Q1", "overdue", 0),
    ]


def test_a_newer_calendar_settles_due_dates_that_were_provisional(city: City) -> None:
    city.open(starts="2026-10-08")
    known = CALENDAR.read_text("utf-8")
    with city.clock() as clock:
        city.position = clock.settle(CODE, position=city.position)
        assert [row["provisional"] for row in city.obligations()] == [True, True]
        city.adopt(SCHEME, known.replace(THROUGH_2026, "published_through = 2027-12-31") + IN_2027)
        clock.settle(CODE, position=city.position)
    revised = {row["status"]: row["provisional"] for row in city.obligations()}
    assert revised == {"superseded": True, "open": False}


def test_settling_waits_for_the_read_models_and_says_when_they_are_behind(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clocks, "REACH_SECONDS_MAX", 0.5)
    city.open(starts="2026-01-05")
    with city.clock() as clock, pytest.raises(ReadModelsBehind):
        clock.settle(CODE, position=city.position + 1_000)


def test_the_process_follows_a_simulated_clock_by_itself(city: City) -> None:
    city.open(starts="2026-01-05")
    with in_thread(lambda stop: clocks.run(city.settings, stop)):
        until(lambda: len(owed(city)) == 2)
        city.advance("2026-04-16")
        until(
            lambda: (
                {status for _, period, status, _ in owed(city) if period == "2026-Q1"}
                == {"overdue"}
            )
        )


def test_the_process_opens_what_is_owed_today_on_a_real_clock(city: City) -> None:
    city.open(starts=None)
    today = local_date(datetime.datetime.now(datetime.UTC))
    quarter = f"{today.year}-Q{(today.month - 1) // 3 + 1}"
    with in_thread(lambda stop: clocks.run(city.settings, stop)):
        until(lambda: [period for _, period, _, _ in owed(city)] == [quarter, quarter])
