"""Names in the clear: opened with the vault's keys, gone for good once a key is erased."""

import datetime
import uuid
from pathlib import Path

import pytest

from domain.catalogue import CATALOGUE
from eventlog import forms
from eventlog.codec import event_to_data, to_recorded
from eventlog.records import EventRecord, first_link
from eventlog.sealing import PersonalText, keyid_of, seal
from eventlog.vault import FileVault
from projections import names
from projections.folding import Entry
from tests.projections.making import ACTOR, BEGAN, PARTY, Connection, build, fold, rows
from tests.projections.reports import report, submitted

SOURCE = "test/linyi"
SUMMARY = "张三的情况"


@pytest.fixture
def vault(tmp_path: Path) -> FileVault:
    return FileVault(tmp_path / "vault")


def sealed_report(vault: FileVault) -> Entry:
    """A work report whose summary is sealed under the key of its stream."""
    command = uuid.UUID(int=1)
    text = PersonalText(path="/summary", subject=report(1), text=SUMMARY)
    sealed = seal([text], source=SOURCE, command_id=command, vault=vault)
    event = submitted()
    data = event_to_data(event) | {"summary": sealed.commitments["/summary"]}
    record = EventRecord(
        source=SOURCE,
        type=CATALOGUE.type_of[type(event)],
        subject=report(1),
        time=BEGAN + datetime.timedelta(minutes=1),
        position=1,
        streamversion=1,
        commandid=command,
        commanddigest=forms.sha256(b"command"),
        commandevent=1,
        commandevents=1,
        actor=ACTOR,
        party=PARTY,
        schemeversion=1,
        prev=first_link(SOURCE),
        data=data,
        commitments=sealed.commitments,
        header=sealed.header,
    )
    return Entry(to_recorded(record), record)


def texts(connection: Connection) -> list[tuple[object, ...]]:
    return connection.execute("select scope, keyid, path, text from read.names").fetchall()


def test_a_sealed_text_stands_in_the_clear_under_its_commitment(
    connection: Connection, vault: FileVault
) -> None:
    entry = sealed_report(vault)
    built = build(connection, [names.model(vault)])
    assert fold(connection, built, [entry]) == []
    key = keyid_of(source=SOURCE, subject=report(1))
    assert texts(connection) == [("work_report", key, "/summary", SUMMARY)]
    found = connection.execute("select commitment from read.names").fetchone()
    assert found == (entry.event.commitments["/summary"],)


def test_what_was_erased_is_emptied_and_comes_back_empty(
    connection: Connection, vault: FileVault
) -> None:
    entry = sealed_report(vault)
    (before,) = build(connection, [names.model(vault)])
    fold(connection, [before], [entry])
    key = keyid_of(source=SOURCE, subject=report(1))
    vault.erase(key)
    assert names.forget(connection, key) == 1
    assert [row[3] for row in texts(connection)] == [None]
    emptied = rows(connection, before)
    (after,) = build(connection, [names.model(vault)])
    fold(connection, [after], [entry])
    assert rows(connection, after) == emptied


def test_a_text_that_is_not_what_was_committed_to_parks_its_stream(
    connection: Connection, vault: FileVault, tmp_path: Path
) -> None:
    entry = sealed_report(FileVault(tmp_path / "another"))
    vault.key(keyid_of(source=SOURCE, subject=report(1)), create=True)
    built = build(connection, [names.model(vault)])
    (parking,) = fold(connection, built, [entry])
    assert "SealBroken" in parking.error
    assert SUMMARY not in parking.error
    assert texts(connection) == []
