from pathlib import Path

import pytest

from embedded import jars
from embedded.errors import KafkaMissing


def test_the_class_path_has_kafka_and_its_log() -> None:
    assert "/kafka_2.13-4.3.0.jar" in jars.classpath()
    assert "/slf4j-simple-" in jars.classpath()


def test_a_jar_never_fetched_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jars, "CACHE", tmp_path)
    with pytest.raises(KafkaMissing, match=r"kafka_2\.13.*make setup"):
        jars.classpath()


def test_what_is_in_the_cache_is_checked_and_not_fetched_again() -> None:
    lines: list[str] = []
    jars.fetch(lines.append)
    assert lines[0] == f"Kafka 1/{len(lines)} kafka_2.13-4.3.0.jar"
