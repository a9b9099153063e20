"""`guantong up` as a new user meets it: started, used, killed, started again, stopped."""

import re
import signal
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import orjson
import pytest
from openpyxl import load_workbook

from cli.exits import Exit
from embedded.ports import HOST, free_ports
from tests.cli.system import SCENARIO, System, run
from tests.waiting import until

HEAD = "cs"
LINYI = Path(__file__).parents[2] / "scenarios" / "linyi"
LEDGER = (str(LINYI / "ledger.xlsx"), "--map", str(LINYI / "ledger.toml"))
STRANGER = "person/00000000-0000-5000-8000-000000000000"


@pytest.fixture(scope="module")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    """A system at its first start, for all that leaves it running."""
    system = System(tmp_path_factory.mktemp("up"))
    system.start()
    yield system
    system.close()


def head_of(system: System) -> str:
    persons = system.request("GET", "/v1/town/appointments", person="DIRECTOR").json()["items"]
    return next(str(row["stream"]) for row in persons if row["party"] == HEAD)


def consultations(system: System) -> list[dict[str, Any]]:
    answer = system.request("GET", "/v1/town/consultations", person="DIRECTOR")
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


def convene(system: System, title: str) -> None:
    body = {
        "kind": "topical",
        "title": title,
        "parties": ["sg-education"],
        "planned": "2026-02-20",
        "agenda": [{"title": "食堂"}],
    }
    answer = system.request("POST", "/v1/town/consultations", person="DIRECTOR", json=body)
    assert answer.status_code in {201, 202}, (
        answer.text
    )  # decided, or as soon as a writer stands again


def test_histories_are_told_to_readers_and_auditors(system: System) -> None:
    (item,) = consultations(system)
    stream = item["stream"]
    head = head_of(system)

    told = system.run("replay", stream, "--person", head, "--party", HEAD)
    assert told.exit_code == Exit.DONE, told.output
    assert "丙拟一" in told.stdout
    chinese = system.run("replay", stream, "--person", head, "--party", HEAD, "--lang", "zh")
    assert "案件监督管理室" in chinese.stdout
    audited = orjson.loads(system.run("replay", "party", HEAD, "--auditor", "--json").stdout)
    positions = [row["position"] for row in audited]
    assert positions == sorted(positions)
    assert "丙拟一" not in str(audited)
    earlier = system.run("replay", stream, "--auditor", "--as-of", "2026-01-06", "--json")
    assert len(orjson.loads(earlier.stdout)) < len(positions)

    denied = system.run("replay", stream, "--person", STRANGER, "--party", HEAD)
    assert (denied.exit_code, "nothing_there" in denied.stderr) == (Exit.REFUSED, True)
    token = system.run("token", "--person", head, "--party", HEAD)
    assert token.stdout.count(".") == 2
    assert "Nothing is parked" in system.run("unpark").stdout
    assert "partitions: 2" in system.run("topics", "--partitions", "2").stdout
    (port,) = free_ports(1)
    second = run("up", "--data", str(system.data), "--port", str(port))
    assert (second.exit_code, "folder_locked" in second.stderr) == (Exit.OBSTRUCTED, True)


def test_a_ledger_is_tried_and_a_register_written(system: System, tmp_path: Path) -> None:
    who = ("--person", head_of(system), "--party", HEAD)

    tried = system.run("import", "leads", *LEDGER, *who, "--dry-run", "--json")
    assert tried.exit_code == Exit.FAULTY, tried.output
    told = orjson.loads(tried.stdout)
    assert (told["dry_run"], told["known"], told["taken"] + told["faulty"]) == (True, 0, 3)
    assert {"row": 5, "column": "来源"}.items() <= told["faults"][-1].items()

    file = tmp_path / "consultations.xlsx"
    written = system.run("export", "consultations", str(file), *who)
    assert written.exit_code == Exit.DONE, written.output
    titles, row = load_workbook(file).active.iter_rows(values_only=True)  # type: ignore[union-attr]
    shown = dict(zip(titles, row, strict=True))
    assert shown["Convener"] == HEAD
    assert "Scope" not in shown

    system.run("export", "consultations", str(file), "--person", STRANGER, "--party", HEAD)
    assert len(list(load_workbook(file).active.iter_rows())) == 1  # type: ignore[union-attr]


def test_a_register_and_its_map_have_to_agree(tmp_path: Path) -> None:
    who = ("--person", STRANGER, "--party", HEAD)
    none = run("export", "leades", str(tmp_path / "a.xlsx"), *who)
    assert (none.exit_code, "unknown_register" in none.stderr) == (Exit.USAGE, True)


def test_everything_is_started_loaded_and_used(system: System) -> None:
    """After those for which the town is the only jurisdiction: here another one is simulated."""
    told = system.printed.read_text()
    assert "First run: loading" in told
    assert re.search(r"Ready after \d+", told)
    assert told.count("export ") == 2
    assert told.count("curl -s") == 2
    assert (system.data / "try.env").stat().st_mode & 0o777 == 0o600
    assert [item["stage"] for item in consultations(system)] == ["cancelled"]

    status = system.run("status", "--json")
    assert status.exit_code == Exit.DONE, status.output
    health = orjson.loads(status.stdout)
    (town,) = [row for row in health["jurisdictions"] if row["jurisdiction"] == "town"]
    assert town["head"] == town["projected"] > 0
    assert health["ok"] is True
    counted = orjson.loads(system.run("mechanisms", "--json").stdout)
    (held,) = [row for row in counted if row["mechanism"] == "consultations"]
    assert (held["withdrawn"], held["last_event"]) == (1, "2026-01-21")

    again = orjson.loads(system.run("load", str(SCENARIO), "--json").stdout)
    assert (again["accepted"], again["rejected"], again["problems"]) == (0, 0, [])
    many = ("--jurisdictions", "1", "--leads", "3", "--seed", "1")
    simulated = orjson.loads(system.run("simulate", *many, "--json").stdout)
    assert (simulated["rejected"], simulated["accepted"] > 3) == (0, True)
    rebuilt = system.run("rebuild")
    assert rebuilt.exit_code == Exit.DONE, rebuilt.output
    assert "Every row is as it was before" in rebuilt.stdout


def test_it_is_stopped_in_order_and_says_so(system: System) -> None:
    """Last of those that share the system."""
    assert system.end(signal.SIGINT) == Exit.DONE
    assert "Stopped" in system.printed.read_text()
    away = system.run("status")
    assert (away.exit_code, "not_running" in away.stderr) == (Exit.AWAY, True)


def test_nothing_is_lost_when_processes_or_everything_is_killed(tmp_path: Path) -> None:
    with closing(System(tmp_path)) as system:
        system.start()
        convene(system, "第一次")
        writer = system.children()["writer"]
        writer.kill()
        until(lambda: "writer ended" in system.printed.read_text())
        convene(system, "第二次")
        system.children()["java"].kill()
        until(lambda: "Kafka ended by itself" in system.printed.read_text())
        until(lambda: system.request("GET", "/health/ready", person="DIRECTOR").is_success)
        convene(system, "第三次")
        wanted = {"第一次", "第二次", "第三次"}
        until(lambda: {item["title"] for item in consultations(system)} >= wanted)
        before = consultations(system)

        system.end(signal.SIGKILL)
        told = system.start()

        assert "First run" not in told
        until(lambda: consultations(system) == before)
        assert system.end(signal.SIGTERM) == Exit.DONE


def test_a_port_in_the_way_is_named_before_anything_is_started(tmp_path: Path) -> None:
    with socket.create_server((HOST, 0)) as taken:
        port = taken.getsockname()[1]
        refused = run("up", "--data", str(tmp_path / "data"), "--port", str(port))
    assert (refused.exit_code, "port_taken" in refused.stderr) == (Exit.OBSTRUCTED, True)
    assert not (tmp_path / "data").exists()
