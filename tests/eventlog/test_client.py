"""The client: nothing is acknowledged before it counts, and not more is sent than may wait."""

import datetime

import pytest

from domain.ids import JurisdictionCode
from eventlog.errors import Busy, ClientStopped, NotPlacedHere
from eventlog.partition_log import PartitionLog
from eventlog.records import OutcomeRecord
from tests.eventlog.diary import WITH_DIARIES
from tests.eventlog.town import TOWN, WAIT_S, Town, answer


def test_what_is_in_flight_is_limited_by_jurisdiction(town: Town) -> None:
    with town.client(in_flight_max=3) as client:
        with town.writer():
            town.found(client)
        waiting = [client.submit(town.diary()) for _ in range(3)]
        with pytest.raises(Busy) as raised:
            client.submit(town.diary())
        assert raised.value.status == 429
        assert raised.value.details["retry_after"] == "1"
        waiting[0].cancel()  # nobody waits for it any more, but it waits still
        with pytest.raises(Busy):
            client.submit(town.diary())
        with town.writer():
            assert waiting[1].result(timeout=WAIT_S).status == "accepted"
            assert answer(client, town.diary()).status == "accepted"


def test_a_jurisdiction_that_was_never_opened_is_unknown(town: Town) -> None:
    with town.client() as client, pytest.raises(NotPlacedHere):
        client.submit(town.command("diary.open", {"title": "x"}, code=JurisdictionCode("wuhu")))


def test_a_client_that_begins_later_knows_where_the_town_stands(town: Town) -> None:
    with town.writer(), town.client() as client:
        town.found(client)
        command = town.diary()
        first = answer(client, command)
        with town.client() as later:
            assert later.position(TOWN) == 2
            assert answer(later, command).last_hash == first.last_hash


def test_an_outcome_whose_events_do_not_count_is_not_passed_on(town: Town) -> None:
    with town.client() as client:
        with town.writer():
            town.found(client)
        command = town.diary()
        future = client.submit(command)
        forged = OutcomeRecord(
            id=command.id,
            status="accepted",
            jurisdiction=TOWN,
            actor=command.actor,
            digest=command.digest,
            offset=2,
            stream=command.target,
            version=1,
            first_position=2,
            last_position=2,
            last_hash="sha256:" + "0" * 64,
            events=1,
        )
        with PartitionLog(
            town.settings.kafka,
            town.topics,
            0,
            transactional_id="forger",
            knows=WITH_DIARIES.events.__contains__,
        ) as log:
            log.open()
            log.wait_caught_up(timeout_s=WAIT_S)
            log.write([], [forged])
        with pytest.raises(TimeoutError):
            future.result(timeout=1)
        with town.writer():
            assert future.result(timeout=WAIT_S).last_hash != forged.last_hash


def test_a_command_nobody_answers_is_given_up_after_it_expired(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eventlog.client._GRACE_S", 0.0)
    monkeypatch.setattr("eventlog.client._SWEEP_S", 0.1)
    with town.client() as client:
        with town.writer():
            town.found(client)
        soon = datetime.datetime.now(datetime.UTC) + datetime.timedelta(milliseconds=200)
        with pytest.raises(TimeoutError):
            client.submit(town.diary(expires=soon)).result(timeout=WAIT_S)


def test_a_closed_client_lets_nobody_wait(town: Town) -> None:
    with town.client() as client:
        with town.writer():
            town.found(client)
        future = client.submit(town.diary())
    with pytest.raises(ClientStopped):
        future.result(timeout=0)
    with pytest.raises(ClientStopped):
        client.submit(town.diary())
