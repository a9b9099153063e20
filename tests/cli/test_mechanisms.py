"""What `guantong mechanisms` counts, on real Kafka and PostgreSQL: other acts, other figures."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest

from cli.exits import Exit
from domain.ids import PersonId
from tests.cli.system import run
from tests.processes.city import CODE, SCHEME, City, running, settings_of

REPORT = {
    "kind": "quarterly",
    "period": "2026-Q1",
    "to": "office-1",
    "title": "一季度工作报告",
    "summary": "监督检查情况",
}
NOTHING = {
    "open": 0,
    "overdue": 0,
    "met_on_time": 0,
    "met_late": 0,
    "withdrawn": 0,
    "missed": 0,
    "last_event": None,
}


@pytest.fixture
def city(tmp_path: Path, kafka: str, database: str, suffix: str) -> Iterator[City]:
    with running(settings_of(tmp_path, kafka, database, f"test-{suffix}")) as city:
        city.open(starts="2026-01-05")
        yield city


def told(city: City, *more: str) -> Any:
    """What the command prints as JSON."""
    servers = ("--kafka", city.settings.kafka, "--postgres", city.settings.postgres)
    result = run("mechanisms", "--json", *servers, *more)
    assert result.exit_code == Exit.DONE, result.output
    return orjson.loads(result.stdout)


def settled(city: City, day: str) -> dict[str, dict[str, Any]]:
    """Each mechanism by its name, once time has brought about what it does until a day."""
    city.advance(day)
    with city.clock() as clock:
        city.position = clock.settle(CODE, position=city.position)
    return {row["mechanism"]: row for row in told(city)}


def report(city: City, head: PersonId, group: str) -> None:
    """Hand in the report of the first quarter."""
    rows = city.ask(
        "select stream, owner from read.obligations where until_position is null"
        " and rule = 'quarterly' and period = '2026-Q1'"
    )
    (stream,) = [row["stream"] for row in rows if row["owner"] == group]
    sent = city.send("work_report.submit", REPORT, target=stream, by=head, party=group)
    city.must(sent)


def test_what_is_owed_under_each_mechanism_is_counted(city: City) -> None:
    heads = {
        group: city.appoint(name, group, "head")
        for name, group in (("张明", "sg-education"), ("王立", "sg-health"))
    }
    begun = settled(city, "2026-01-06")
    assert list(begun) == ["consultations", "work-reports", "notices"]
    assert begun["notices"] == {
        "jurisdiction": "small",
        "mechanism": "notices",
        "zh": "通报",
        "en": "Notices",
        "rules": 4,
        **NOTHING,
    }
    assert (begun["work-reports"]["rules"], begun["work-reports"]["open"]) == (4, 2)

    settled(city, "2026-04-10")
    report(city, heads["sg-education"], "sg-education")
    due = settled(city, "2026-04-16")["work-reports"]
    # the second quarter of both groups and the answer to one report; the other report is overdue
    assert (due["open"], due["overdue"], due["met_on_time"], due["met_late"]) == (3, 1, 1, 0)

    report(city, heads["sg-health"], "sg-health")
    late = settled(city, "2026-04-17")["work-reports"]
    assert (late["open"], late["overdue"], late["met_on_time"], late["met_late"]) == (4, 0, 1, 1)
    assert datetime.date.fromisoformat(late["last_event"]) == datetime.date(2026, 4, 16)


def test_a_mechanism_that_the_scheme_dropped_is_told_as_long_as_something_was_owed(
    city: City,
) -> None:
    settled(city, "2026-01-06")
    assert told(city, "--jurisdiction", "small") == told(city)
    renamed = SCHEME.replace('id = "work-reports"', 'id = "reports"')
    city.adopt(renamed.replace('zh = "会商"', 'zh = "专题会商"'))
    after = settled(city, "2026-01-07")
    assert list(after) == ["consultations", "reports", "notices", "work-reports"]
    assert after["consultations"]["zh"] == "专题会商"
    assert (after["work-reports"]["zh"], after["work-reports"]["rules"]) == (None, 0)
    assert after["work-reports"]["open"] == 2


def test_a_jurisdiction_that_is_not_there_is_said_so(city: City) -> None:
    servers = ("--kafka", city.settings.kafka, "--postgres", city.settings.postgres)
    settled(city, "2026-01-06")
    none = run("mechanisms", "--jurisdiction", "elsewhere", *servers)
    assert (none.exit_code, "nothing_there" in none.stderr) == (Exit.REFUSED, True)
    shown = run("mechanisms", *servers)
    assert "met late" in shown.stdout
    assert "Notices" in shown.stdout
