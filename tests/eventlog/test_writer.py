"""The writer on real Kafka and PostgreSQL: one outcome per command, decided once."""

import datetime
import threading
import uuid
from concurrent.futures import wait
from dataclasses import replace
from typing import Any

import pytest
from kafka import KafkaConsumer, KafkaProducer
from kafka.errors import KafkaConnectionError

from domain.ids import JurisdictionCode, StreamId, stream_id
from eventlog.client import CommandClient
from eventlog.counting import CountedBatch
from eventlog.errors import TopicsWrong
from eventlog.index import Index
from eventlog.reading import EventReader, Outcomes
from eventlog.records import EventRecord, OutcomeRecord
from eventlog.topics import open_admin
from eventlog.writer import Writer
from tests.eventlog.diary import WITH_DIARIES
from tests.eventlog.proxy import Fate, Proxy
from tests.eventlog.town import TOWN, WAIT_S, Town, answer, drop_index


def produce(town: Town, *records: tuple[bytes | None, bytes | None]) -> None:
    """Put raw records on the commands topic."""
    producer = KafkaProducer(bootstrap_servers=town.settings.kafka, metrics_enabled=False)
    for key, value in records:
        producer.send(town.topics.commands, value, key, partition=0).get(timeout=WAIT_S)
    producer.close()


def batches(town: Town) -> list[CountedBatch]:
    """Everything that counts in the town, from its first record on."""
    with EventReader(
        town.settings.kafka, town.topics, name="test", knows=WITH_DIARIES.events.__contains__
    ) as reader:
        reader.start()
        readings = list(reader.read_to_end(timeout_s=WAIT_S))
    return [b for reading in readings for b in reading.batches if b.jurisdiction == TOWN]


def positions(town: Town) -> list[tuple[int, int]]:
    """First and last position of each counted batch of the town."""
    return [(batch.first.position, batch.head.position) for batch in batches(town)]


def open_diary(client: CommandClient, town: Town) -> StreamId:
    stream = answer(client, town.diary()).stream
    assert stream is not None
    return stream


def test_a_command_travels_to_its_event_and_its_outcome(town: Town) -> None:
    with town.writer(), town.client() as client:
        town.found(client)
        opened = answer(client, town.diary())
        assert opened.status == "accepted"
        assert opened.stream is not None
        written = answer(client, town.entry(opened.stream))
        assert (written.stream, written.version) == (opened.stream, 2)
        assert written.first_position == written.last_position == 3
        assert client.position(TOWN) == 3
    assert positions(town) == [(1, 1), (2, 2), (3, 3)]


def test_a_poll_that_finds_no_broker_is_not_the_end_of_the_writer(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    poll, raised = KafkaConsumer.poll, threading.Event()

    def away_once(self: KafkaConsumer, *args: Any, **named: Any) -> Any:
        if self.config["group_id"] is not None and not raised.is_set():
            raised.set()
            raise KafkaConnectionError
        return poll(self, *args, **named)

    with town.writer(), town.client() as client:
        town.found(client)
        monkeypatch.setattr(KafkaConsumer, "poll", away_once)
        assert raised.wait(WAIT_S)
        assert answer(client, town.diary()).status == "accepted"


def test_the_writer_refuses_to_start_on_wrong_topics(town: Town) -> None:
    settings = town.settings
    missing = type(settings)(
        kafka=settings.kafka,
        postgres=settings.postgres,
        vault=settings.vault,
        installation="test",
        prefix="nowhere",
    )
    with pytest.raises(TopicsWrong), Town(missing).writer() as writer:
        assert isinstance(writer, Writer)


def test_a_batch_of_events_stands_together(town: Town) -> None:
    with town.writer(), town.client() as client:
        town.found(client)
        diary = open_diary(client, town)
        outcome = answer(client, town.entry(diary, data={"entries": 500}))
        assert (outcome.events, outcome.version) == (500, 501)
    assert positions(town)[-1] == (3, 502)


def test_many_commands_at_once_are_decided_in_order(town: Town) -> None:
    with town.writer(), town.client() as client:
        town.found(client)
        diaries = [open_diary(client, town) for _ in range(3)]
        commands = [town.entry(diaries[i % 3]) for i in range(600)]
        futures = [client.submit(command) for command in commands]
        wait(futures, timeout=WAIT_S)
        last = [future.result(timeout=0).last_position for future in futures]
    assert last == sorted(set(last))  # type: ignore[type-var]
    assert [first for first, _ in positions(town)] == list(range(1, 605))


def test_a_transaction_has_at_most_about_five_thousand_events(town: Town) -> None:
    with town.client() as client:
        with town.writer():
            town.found(client)
            diaries = [open_diary(client, town) for _ in range(4)]
        commands = [town.entry(diaries[i % 4], data={"entries": 400}) for i in range(16)]
        futures = [client.submit(command) for command in commands]
        with town.writer():
            assert {future.result(timeout=WAIT_S).status for future in futures} == {"accepted"}
    assert positions(town)[-1][1] == 1 + 4 + 16 * 400


# --- what a decision looks up ---------------------------------------------------------------------


def test_a_decision_gets_the_streams_it_asks_for(town: Town) -> None:
    with town.writer(), town.client() as client:
        town.found(client)
        one, other = open_diary(client, town), open_diary(client, town)
        outcome = answer(client, town.entry(one, data={"copy_to": other}))
        assert (outcome.stream, outcome.version, outcome.events) == (one, 2, 2)
        nowhere = stream_id("planet", uuid.uuid4())
        refused = answer(client, town.entry(one, data={"copy_to": nowhere}))
        assert refused.problem is not None
        assert refused.problem.code == "not_found"


def test_matches_are_found_in_the_index_in_the_tail_and_in_the_same_poll(town: Town) -> None:
    with town.client() as client:
        with town.writer():
            town.found(client)
            first = open_diary_of(client, town, "王明")
        later = [client.submit(town.diary(owner=name)) for name in ("王明", "李四", "王 明")]
        with town.writer():
            streams = [future.result(timeout=WAIT_S).stream for future in later]
            last = open_diary_of(client, town, "王明")
    others: dict[StreamId | None, list[str]] = {
        event.subject: event.data.get("others", []) for event in opened_diaries(town)
    }
    assert others[first] == []
    assert set(others[streams[0]]) == {first}
    assert others[streams[1]] == []
    assert set(others[streams[2]]) == {first, streams[0]}
    assert set(others[last]) == {first, streams[0], streams[2]}


def open_diary_of(client: CommandClient, town: Town, owner: str) -> StreamId:
    stream = answer(client, town.diary(owner=owner)).stream
    assert stream is not None
    return stream


def opened_diaries(town: Town) -> list[EventRecord]:
    events = [counted.record for batch in batches(town) for counted in batch.events]
    return [event for event in events if event.type == "guantong.diary.opened.v1"]


# --- idempotency ----------------------------------------------------------------------------------


def test_an_honest_retry_gets_the_same_outcome(town: Town) -> None:
    with town.writer(), town.client() as client:
        town.found(client)
        diary = open_diary(client, town)
        command = town.entry(diary, data={"entries": 3})
        first = answer(client, command)
        for _ in range(3):
            again = answer(client, command)
            assert again == same_but_offset(first, again)
        twice = [client.submit(command), client.submit(command)]
        assert {future.result(timeout=WAIT_S).last_position for future in twice} == {
            first.last_position
        }
    assert len(positions(town)) == 3


def same_but_offset(outcome: OutcomeRecord, other: OutcomeRecord) -> OutcomeRecord:
    attributes = {
        name: getattr(outcome, name) for name in outcome.__dataclass_fields__ if name != "value"
    }
    return OutcomeRecord(**attributes | {"offset": other.offset})


def test_retries_doubled_and_reordered_count_once(town: Town) -> None:
    with town.client() as client:
        with town.writer():
            town.found(client)
            diary = open_diary(client, town)
        commands = [town.entry(diary, text=f"entry {i}") for i in range(40)]
        shuffled = [commands[(7 * i) % 40] for i in range(120)]
        futures = [client.submit(command) for command in shuffled]
        with town.writer():
            wait(futures, timeout=WAIT_S)
        by_id: dict[uuid.UUID, set[int | None]] = {}
        for future in futures:
            outcome = future.result(timeout=0)
            by_id.setdefault(outcome.id, set()).add(outcome.last_position)
    assert len(by_id) == 40
    assert all(len(places) == 1 for places in by_id.values())
    assert len(positions(town)) == 42


def test_the_same_id_with_another_content_is_refused(town: Town) -> None:
    with town.writer(), town.client() as client:
        town.found(client)
        diary = open_diary(client, town)
        command_id = uuid.uuid4()
        first = answer(client, town.entry(diary, text="one", command_id=command_id))
        other = answer(client, town.entry(diary, text="two", command_id=command_id))
        assert other.problem is not None
        assert (other.problem.code, other.problem.status) == ("command_id_reused", 422)
        again = answer(client, town.entry(diary, text="one", command_id=command_id))
        assert again.last_position == first.last_position


def test_a_rejection_is_remembered_across_writers(town: Town) -> None:
    with town.client() as client:
        with town.writer():
            town.found(client)
            diary = open_diary(client, town)
            command = town.entry(diary, if_match=7)
            first = answer(client, command)
            assert first.problem is not None
            assert first.problem.code == "stale_version"
        drop_index(town.settings.postgres)
        with town.writer():
            answer(client, town.entry(diary, data={"entries": 6}))  # now it is at version 7
            again = answer(client, command)
            assert again == same_but_offset(first, again)


def test_an_expired_command_is_refused_and_never_decided(town: Town) -> None:
    with town.client() as client:
        with town.writer():
            town.found(client)
            diary = open_diary(client, town)
            known = town.entry(diary)
            accepted = answer(client, known)
        soon = datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=1)
        late = client.submit(town.entry(diary, expires=soon))

        def tomorrow() -> datetime.datetime:
            return datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=1)

        with town.writer(wall=tomorrow):
            outcome = late.result(timeout=WAIT_S)
            assert outcome.problem is not None
            assert outcome.problem.code == "command_expired"
            assert answer(client, known).last_position == accepted.last_position


# --- poison ---------------------------------------------------------------------------------------


def test_what_a_decision_raises_becomes_an_outcome_with_an_incident(town: Town) -> None:
    with town.writer(), town.client() as client:
        town.found(client)
        diary = open_diary(client, town)
        outcome = answer(client, town.command("diary.misbehave", {"how": "fail"}, target=diary))
        assert outcome.problem is not None
        assert (outcome.problem.code, outcome.problem.status) == ("command_failed", 500)
        assert outcome.problem.details["incident"]
        assert answer(client, town.entry(diary)).status == "accepted"


def test_a_malformed_command_is_answered_if_it_says_whose_it_is(town: Town) -> None:
    with town.writer(), town.client() as client:
        town.found(client)
        diary = open_diary(client, town)
        whole = town.entry(diary)
        cut = whole.value.replace(b'"party":"commission",', b"")
        produce(
            town,
            (b"linyi", b"\xff\xfe"),
            (None, b"{}"),
            (b"linyi", b"[]"),
            (b"linyi", None),
            (b"linyi", cut),
        )
        assert answer(client, whole).status == "accepted"
    with EventReader(town.settings.kafka, town.topics, name="test", knows=lambda _: True) as reader:
        reader.start(outcomes=Outcomes.REJECTED)
        outcomes = [
            outcome.record
            for reading in reader.read_to_end(timeout_s=WAIT_S)
            for outcome in reading.outcomes
        ]
    assert [(o.id, o.problem.code) for o in outcomes if o.problem] == [
        (whole.id, "malformed_command")
    ]


def test_a_jurisdiction_that_is_not_placed_here_is_refused(town: Town) -> None:
    with town.writer(), town.client() as client:
        town.found(client)
        elsewhere = town.command("diary.open", {"title": "x"}, code=JurisdictionCode("wuhu"))
        produce(town, (elsewhere.key, elsewhere.value))
        assert answer(client, town.diary()).status == "accepted"
    assert len(positions(town)) == 2


# --- foreign events, unknown fates -----------------------------------------------------------------


def test_foreign_bytes_among_the_events_are_void_and_listed(town: Town) -> None:
    producer = KafkaProducer(bootstrap_servers=town.settings.kafka, metrics_enabled=False)
    with town.writer(), town.client() as client:
        town.found(client)
        for key, value in ((b"linyi", b"junk"), (None, b"{}"), (b"linyi", b'{"position":2}')):
            producer.send(town.topics.events, value, key, partition=0).get(timeout=WAIT_S)
        assert answer(client, town.diary()).last_position == 2
    producer.close()
    with Index(town.settings.postgres) as index:
        assert [void.reason.value for _, void in index.voids()] == ["foreign"] * 3


@pytest.mark.parametrize("fate", [Fate.LOSE_ANSWER, Fate.LOSE])
def test_a_writer_outlives_a_commit_of_unknown_fate(town: Town, fate: Fate) -> None:
    """It starts over and learns from the log what became of it; nobody has to start it again."""
    with Proxy(town.settings.kafka) as proxy:
        behind = Town(replace(town.settings, kafka=proxy.address))
        with behind.writer(), town.client() as client:
            town.found(client)
            for _ in range(2):
                proxy.next(fate)
                assert answer(client, town.diary()).status == "accepted"
    assert positions(town) == [(1, 1), (2, 2), (3, 3)]


def test_without_a_committed_offset_known_commands_are_skipped(town: Town) -> None:
    with town.client() as client:
        with town.writer():
            town.found(client)
            diary = open_diary(client, town)
            commands = [town.entry(diary) for _ in range(5)]
            wait([client.submit(command) for command in commands], timeout=WAIT_S)
        admin = open_admin(town.settings.kafka)
        admin.delete_groups([f"{town.settings.prefix}-writers"])
        admin.close()
        with town.writer():
            assert answer(client, town.entry(diary)).version == 7
    assert len(positions(town)) == 8
