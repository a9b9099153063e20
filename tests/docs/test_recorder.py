"""docs/recorder.md: its application runs as it stands there, and what it names exists."""

import importlib
import re
from pathlib import Path

import pytest

from eventlog.recorder import errors
from tests.docs.commands import ROOT

TEXT = (ROOT / "docs" / "recorder.md").read_text("utf-8")


def test_its_application_runs_on_kafka(
    kafka: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    monkeypatch.setenv("PERSISTENCE_MODULE", "eventlog.recorder")
    monkeypatch.setenv("KAFKA_BOOTSTRAP_SERVERS", kafka)
    (tmp_path / "rooms_of_the_document.py").write_text(code, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.import_module("rooms_of_the_document")
    assert "has an event of version 2 already" in capsys.readouterr().out


@pytest.mark.parametrize(
    "name", ["FateUnknown", "NotRecorded", "NotStorable", "OwnedElsewhere", "VersionConflict"]
)
def test_every_error_it_names_exists(name: str) -> None:
    assert f"`{name}`" in TEXT
    assert hasattr(errors, name)
