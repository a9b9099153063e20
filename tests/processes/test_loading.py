"""Scenarios are loaded over real Kafka and PostgreSQL: each line once, time passing in between."""

import shutil
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from domain.calendar import local_date
from processes.errors import ScenarioInvalid
from processes.loading import Loaded, Progress, load
from processes.scenario import read
from tests.processes.city import City
from tests.scenarios import year
from tests.scenarios.year import without_clock

ROOT: Final = Path(__file__).parents[2]
SMALL: Final = Path(__file__).with_name("small.scenario")


def loaded(city: City, path: Path, report: Callable[[Progress], None] = lambda _: None) -> Loaded:
    return load(city.settings, path, report=report, stop=threading.Event())


def copied(tmp_path: Path, old: str = "", new: str = "") -> Path:
    """The small scenario in a folder of its own, with one passage changed."""
    place = tmp_path / "a" / "b"
    place.mkdir(parents=True, exist_ok=True)
    shutil.copytree(ROOT / "schemes", tmp_path / "schemes", dirs_exist_ok=True)
    shutil.copytree(ROOT / "tests" / "domain", tmp_path / "a" / "domain", dirs_exist_ok=True)
    text = SMALL.read_text("utf-8")
    assert old in text
    path = place / SMALL.name
    path.write_text(text.replace(old, new), "utf-8")
    return path


def counted(city: City, code: str = "small") -> Counter[str]:
    """How many events of each type the log of a jurisdiction has."""
    rows = city.ask("select jurisdiction, type, count(*) from eventlog.history group by 1, 2")
    return Counter(
        {
            ".".join(row["type"].split(".")[1:3]): row["count"]
            for row in rows
            if row["jurisdiction"] == code
        }
    )


def test_a_scenario_happens_line_by_line_while_its_days_pass(city: City) -> None:
    told: list[Progress] = []
    result = loaded(city, SMALL, told.append)
    assert result.problems == []
    assert result.rejected == 2
    assert [progress.done for progress in told] == list(range(1, len(told) + 1))
    assert told[-1].done == told[-1].total == len(read(SMALL).lines)
    pure = year.run(read(SMALL))
    pure.world.pass_to(read(SMALL).ends.date())
    assert without_clock(counted(city)) == without_clock(Counter(t.name for t in pure.world.told))
    overdue = [row for row in city.obligations() if row["status"] == "overdue"]
    assert [(row["owner"], row["period"]) for row in overdue] == [("sg-health", "2026-Q1")]


def test_what_was_loaded_the_read_models_have(city: City) -> None:
    """So that who asks next finds it: `guantong up` reads from them whose tokens it shows."""
    loaded(city, SMALL)
    heads = "select position from {}.heads where jurisdiction = 'small'"
    shown = city.ask(heads.format("projections") + " and reader = 'live'")
    assert shown == city.ask(heads.format("eventlog"))


def test_loading_twice_changes_nothing(city: City) -> None:
    first = loaded(city, SMALL)
    before = city.ask("select jurisdiction, position from eventlog.heads order by 1")
    again = loaded(city, SMALL)
    assert city.ask("select jurisdiction, position from eventlog.heads order by 1") == before
    assert (again.accepted, again.rejected, again.problems) == (0, 0, [])
    assert first.accepted >= again.known > 20


def test_an_unexpected_refusal_stops_at_its_line_and_the_mended_text_goes_on(
    city: City, tmp_path: Path
) -> None:
    wrong = copied(tmp_path, "item=1 report=已检查", "item=2 report=已检查")
    ((line, problem),) = loaded(city, wrong).problems
    texts = wrong.read_text("utf-8").splitlines()
    assert line == f"{SMALL.name}:{1 + next(n for n, t in enumerate(texts) if 'item=2' in t)}"
    assert problem["code"] == "no_such_item"
    assert "work_report.submitted" not in counted(city)
    mended = loaded(city, copied(tmp_path))
    assert mended.problems == []
    assert counted(city)["work_report.submitted"] == 1


def test_an_unexpected_acceptance_is_a_problem_too(city: City, tmp_path: Path) -> None:
    hopeful = copied(
        tmp_path,
        "title=一季度工作报告\n",
        "title=一季度工作报告\n    @expect not_what_is_owed\n",
    )
    ((_, problem),) = loaded(city, hopeful).problems
    assert problem["code"] == "accepted_unexpectedly"


def test_a_text_with_faults_is_refused_before_anything_is_sent(city: City, tmp_path: Path) -> None:
    with pytest.raises(ScenarioInvalid):
        loaded(city, copied(tmp_path, "sg-education planned", "sg-eduction planned"))
    assert city.ask("select * from eventlog.heads") == []


def test_stopping_leaves_what_is_done_and_another_load_goes_on(city: City) -> None:
    stop = threading.Event()

    def report(progress: Progress) -> None:
        if progress.done == 18:
            stop.set()

    load(city.settings, SMALL, report=report, stop=stop)
    assert "work_report.submitted" not in counted(city)
    assert loaded(city, SMALL).problems == []
    assert counted(city)["work_report.accepted"] == 1


def test_scenarios_beside_each_other_go_on_in_step(city: City) -> None:
    """What one sends is at the other on its day, as it is in memory; loading again changes nothing."""
    path = SMALL.with_name("city-beside.scenario")
    result = loaded(city, path)
    assert result.problems == []
    first = year.run(read(path))
    assert first.surprises == []
    for level in (first, *first.beside):
        code = level.scenario.code
        level.world.pass_to(local_date(level.scenario.ends))
        told = Counter(told.name for told in level.world.told)
        assert without_clock(counted(city, code)) == without_clock(told)
    (late,) = city.ask(
        "select stage, timeliness, returned from read.feedback_forms"
        " where jurisdiction = 'yinan' and until_position is null"
    )
    assert (late["stage"], late["timeliness"], late["returned"]) == ("accepted", "late", 1)
    before = counted(city, "yinan"), counted(city, "linyi")
    again = loaded(city, path)
    assert (again.problems, again.accepted) == ([], 0)
    assert (counted(city, "yinan"), counted(city, "linyi")) == before
