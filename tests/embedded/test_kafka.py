"""What a new cluster is called, and how Java is helped to start it."""

import uuid
from pathlib import Path

import pytest

from embedded import kafka
from embedded.kafka import new_cluster
from embedded.ports import free_ports


def test_no_id_of_a_cluster_looks_like_an_option(monkeypatch: pytest.MonkeyPatch) -> None:
    ids = iter([uuid.UUID(int=0xFB << 120), uuid.UUID(int=1)])
    monkeypatch.setattr(uuid, "uuid4", lambda: next(ids))
    assert new_cluster() == "AAAAAAAAAAAAAAAAAAAAAQ"


def test_notes_of_a_start_that_do_not_fit_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kafka, "STARTED", tmp_path / "notes")
    kafka.STARTED.write_bytes(b"of another Java")
    port, controller_port = free_ports(2)
    node = kafka.Kafka(tmp_path / "kafka", port=port, controller_port=controller_port)
    node.begin_format()
    node.finish_format()
    node.start()
    assert node.pid is not None
    node.kill()


def test_a_start_is_noted_once_for_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[str] = []
    monkeypatch.setattr(kafka, "STARTED", tmp_path / "notes")
    kafka.note_start(lines.append)
    assert lines == ["Kafka's first start, to make the later ones quick"]
    assert kafka.STARTED.stat().st_size > 1_000_000
