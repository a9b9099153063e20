"""The drill: a log is backed up, lost, and restored elsewhere; everything goes on by position."""

from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from domain.ids import INSTALLATION, StreamId
from eventlog import topics
from eventlog.backup.errors import (
    BackupDamaged,
    LogNotEmpty,
    OtherInstallation,
    TooFewPartitions,
)
from eventlog.backup.restoring import restore
from eventlog.counting import CountedBatch
from eventlog.errors import LogCutShort
from eventlog.index import Index
from eventlog.reading import EventReader, Tracking
from eventlog.records import OutcomeRecord
from tests.eventlog.backup.copies import backed_up, positions, segments
from tests.eventlog.town import TOWN, Town, answer


@pytest.fixture
def other(town: Town, suffix: str) -> Town:
    """The same installation elsewhere: topics of other names, not made yet, the same database and vault."""
    return Town(replace(town.settings, prefix=f"other-{suffix}"))


def worked(town: Town, *, entries: int = 5) -> StreamId:
    """Found the town, and write a diary."""
    with town.writer(), town.client() as client:
        town.found(client)
        diary = answer(client, town.diary("First", owner="王某")).stream
        assert diary is not None
        for _ in range(entries):
            answer(client, town.entry(diary))
    return diary


def write_more(town: Town, diary: StreamId) -> OutcomeRecord:
    with town.writer(), town.client() as client:
        return answer(client, town.entry(diary))


def batches(town: Town) -> list[CountedBatch]:
    with EventReader(
        town.settings.kafka, town.topics, name="judge", knows=lambda _: True
    ) as reader:
        reader.start()
        return [batch for reading in reader.read_to_end(timeout_s=30) for batch in reading.batches]


def links(town: Town) -> list[tuple[str, int, str]]:
    return [(batch.jurisdiction, batch.head.position, batch.head.hash) for batch in batches(town)]


def indexed(town: Town) -> list[Tracking]:
    with Index(town.settings.postgres) as index:
        return index.trackings()


def told(outcome: OutcomeRecord) -> OutcomeRecord:
    """An outcome but for the offset of its command, which no client sees."""
    return replace(outcome, offset=0)


@pytest.mark.parametrize("database_survives", [True, False])
def test_after_a_restore_everything_goes_on(
    town: Town, suffix: str, tmp_path: Path, database_survives: bool
) -> None:
    accepted = town.diary("First", owner="王某")
    with town.writer(), town.client() as client:
        town.found(client)
        diary = answer(client, accepted)
        assert diary.stream is not None
        for _ in range(20):
            answer(client, town.entry(diary.stream))
        refused = town.entry(diary.stream, if_match=1)
        refusal = answer(client, refused)
    assert refusal.status == "rejected"
    checked = backed_up(town.settings, tmp_path / "backup", vault=tmp_path / "keys")
    assert positions(checked) == {INSTALLATION: 1, TOWN: 22}
    assert (checked.rejected, checked.keys_missing) == (1, ())
    before = batches(town)

    settings = replace(town.settings, prefix=f"other-{suffix}", vault=tmp_path / "elsewhere")
    if not database_survives:
        with psycopg.connect(town.settings.postgres, autocommit=True) as connection:
            connection.execute("DROP SCHEMA eventlog CASCADE")
    restored = restore(settings, tmp_path / "backup", vault=tmp_path / "keys")
    assert (restored.events, restored.rejected) == (23, 1)
    other = Town(settings)
    after = batches(other)
    assert [[each.record for each in batch.events] for batch in after] == [
        [each.record for each in batch.events] for batch in before
    ]
    assert [batch.head.offset for batch in after] != [batch.head.offset for batch in before]

    with other.writer(), other.client() as client:
        assert told(answer(client, accepted)) == told(diary)
        assert told(answer(client, refused)) == told(refusal)
        more = answer(client, other.entry(diary.stream))
        assert (more.status, more.last_position, more.version) == ("accepted", 23, 22)
        assert answer(client, other.diary("Another", owner="王某")).status == "accepted"
    *_, entry, namesake = batches(other)
    assert entry.first.prev == after[-1].head.hash
    assert namesake.first.data["others"] == [diary.stream], "the same name has the same pseudonym"


def test_the_same_backup_goes_on_in_the_restored_cluster(
    town: Town, other: Town, tmp_path: Path
) -> None:
    diary = worked(town)
    backed_up(town.settings, tmp_path)
    restore(other.settings, tmp_path)
    write_more(other, diary)
    checked = backed_up(other.settings, tmp_path)
    assert positions(checked) == {INSTALLATION: 1, TOWN: 8}
    assert (checked.segments, checked.events) == (2, 9)
    again = Town(replace(other.settings, prefix=f"{other.settings.prefix}-again"))
    assert restore(again.settings, tmp_path).events == 9
    assert links(again) == links(other)


def test_a_cluster_in_use_is_left_alone(town: Town, tmp_path: Path) -> None:
    diary = worked(town)
    backed_up(town.settings, tmp_path)
    write_more(town, diary)
    before = links(town)
    with pytest.raises(LogNotEmpty, match="empty cluster only"):
        restore(town.settings, tmp_path)
    assert links(town) == before


def test_a_cluster_with_another_history_is_left_alone(
    town: Town, other: Town, tmp_path: Path
) -> None:
    diary = worked(town)
    backed_up(town.settings, tmp_path / "old")
    write_more(town, diary)
    backed_up(town.settings, tmp_path / "new")
    restore(other.settings, tmp_path / "new")
    with pytest.raises(LogNotEmpty, match=r"linyi 8"):
        restore(other.settings, tmp_path / "old")


def test_a_restore_that_was_interrupted_goes_on(town: Town, other: Town, tmp_path: Path) -> None:
    diary = worked(town)
    backed_up(town.settings, tmp_path / "old")
    write_more(town, diary)
    backed_up(town.settings, tmp_path / "new")
    restore(other.settings, tmp_path / "old")  # the beginning is what an interruption leaves
    restored = restore(other.settings, tmp_path / "new")
    assert restored.events == 1
    assert links(other) == links(town)
    assert restore(other.settings, tmp_path / "new").events == 0
    assert write_more(other, diary).last_position == 9


def test_positions_that_the_backup_lacks_are_named_and_nothing_is_written(
    town: Town, other: Town, tmp_path: Path
) -> None:
    diary = worked(town)
    backed_up(town.settings, tmp_path)
    write_more(town, diary)
    write_more(town, diary)
    with pytest.raises(LogCutShort, match="linyi 8–9"):
        restore(other.settings, tmp_path, derived=indexed(town))
    topics.create(other.settings.kafka, other.topics)
    assert links(other) == []

    restore(other.settings, tmp_path)  # with that database all the same
    with (
        EventReader(
            other.settings.kafka, other.topics, name="index", knows=lambda _: True
        ) as reader,
        pytest.raises(LogCutShort, match="linyi 8–9"),
    ):
        reader.start(indexed(town))


def test_damage_is_named_and_nothing_is_restored(town: Town, other: Town, tmp_path: Path) -> None:
    worked(town)
    backed_up(town.settings, tmp_path)
    (segment,) = segments(tmp_path)
    content = bytearray(segment.read_bytes())
    content[-40] ^= 1
    segment.write_bytes(content)
    with pytest.raises(BackupDamaged, match=r"at byte \d+ of segment 0000000001.gz"):
        restore(other.settings, tmp_path)
    topics.create(other.settings.kafka, other.topics)
    assert links(other) == []


def test_a_backup_of_another_installation_is_refused(
    town: Town, other: Town, tmp_path: Path
) -> None:
    worked(town)
    backed_up(town.settings, tmp_path)
    with pytest.raises(OtherInstallation, match="of installation «test»"):
        restore(replace(other.settings, installation="elsewhere"), tmp_path)


def test_partitions_come_back_as_they_were(town: Town, other: Town, tmp_path: Path) -> None:
    wide = Town(replace(town.settings, prefix=f"{town.settings.prefix}-wide"))
    topics.create(wide.settings.kafka, wide.topics, partitions=3)
    worked(wide)
    backed_up(wide.settings, tmp_path)
    narrow = Town(replace(other.settings, prefix=f"{other.settings.prefix}-narrow"))
    narrow.create()
    with pytest.raises(TooFewPartitions, match="have 1 partitions; the backup needs 3"):
        restore(narrow.settings, tmp_path)
    restore(other.settings, tmp_path)
    assert topics.check(other.settings.kafka, other.topics) == 3
    assert links(other) == links(wide)
