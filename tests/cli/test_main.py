"""The command line as such: help, examples, languages, exit codes, errors without tracebacks."""

import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import orjson
import pytest
import typer
from kafka.errors import KafkaConnectionError
from typer.testing import CliRunner

from cli.exits import CODES, Exit
from cli.language import messages
from cli.main import explained, guarded
from tests.cli.system import run
from tests.docs.commands import parses

ROOT = Path(__file__).parents[2]
COMMANDS = [
    name for name, message in messages().items() if "example" in message and name != "example"
]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_help_with_an_example_that_parses(name: str) -> None:
    example = messages()[name]["example"]
    path = {"guantong": []}.get(name, name.split("_"))
    help_text = run(*path, "--help").stdout

    assert "Example" in help_text
    assert shlex.split(example)[:2] == ["guantong", *(path or ["up"])][:2]
    assert parses(example)


def test_help_lists_every_exit_code() -> None:
    told = run("--help").stdout
    for code in CODES:
        assert f"{code.value:>3}  " in told


def test_help_is_in_the_language_asked_for() -> None:
    command = [sys.executable, "-m", "cli", "--lang", "zh", "status", "--help"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "系统状态" in told


def test_an_unknown_command_is_a_fault_of_usage() -> None:
    assert run("beam").exit_code == Exit.USAGE


def test_version() -> None:
    assert run("--version").stdout.strip() == "0.1.0"


def test_nothing_running_is_said_with_what_to_do(tmp_path: Path) -> None:
    told = run("status", "--data", str(tmp_path))
    assert told.exit_code == Exit.AWAY
    assert told.stderr.startswith("not_running  Nothing runs on the data folder")
    assert "guantong up" in told.stderr


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (KafkaConnectionError(), Exit.AWAY, "kafka_away"),
        (RuntimeError("boom"), Exit.INTERNAL, "internal"),
        (KeyboardInterrupt(), Exit.INTERRUPTED, ""),
    ],
)
def test_errors_are_told_without_a_traceback(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    code: Exit,
    said: str,
) -> None:
    def fail() -> None:
        raise error

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    group = typer.Typer()
    group.command("fail")(guarded(fail))
    told = CliRunner().invoke(group, [])

    assert told.exit_code == code
    assert said in told.stderr
    assert "Traceback" not in told.output


def test_what_nobody_foresaw_is_written_to_the_log(tmp_path: Path) -> None:
    told, code = explained(RuntimeError("boom"), tmp_path)
    assert (told.code, code) == ("internal", Exit.INTERNAL)
    assert "RuntimeError: boom" in (tmp_path / "logs" / "guantong.log").read_text()


def test_api_listens_on_this_machine_only_with_the_built_in_key(tmp_path: Path) -> None:
    told = run("serve", "api", "--host", "192.0.2.1", "--data", str(tmp_path))
    assert told.exit_code == Exit.REFUSED
    assert "built_in_key" in told.stderr


def test_a_scheme_without_faults() -> None:
    told = run("scheme", "check", str(ROOT / "schemes" / "linyi.toml"), "--json")
    assert told.exit_code == Exit.DONE
    assert orjson.loads(told.stdout)["ok"] is True


def test_faults_of_a_scheme_are_named_with_place_and_fix(tmp_path: Path) -> None:
    broken = shutil.copytree(ROOT / "schemes", tmp_path / "schemes") / "linyi.toml"
    leads = broken.parent / "mechanisms" / "leads.toml"
    leads.write_text(leads.read_text().replace('due = "3 working days"', 'due = "3 weeks"', 1))
    told = run("scheme", "check", str(broken))
    assert told.exit_code == Exit.FAULTY
    assert "1 fault" in told.stdout
    assert "(leads.toml, line " in told.stdout
    assert "Fix: " in told.stdout
    faults = orjson.loads(run("scheme", "check", str(broken), "--json").stdout)["faults"]
    assert set(faults[0]) >= {"path", "line", "zh", "en", "fix_zh", "fix_en"}
