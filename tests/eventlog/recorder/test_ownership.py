"""One process writes; another learns its name, or takes over when it is gone."""

import os
import signal
from contextlib import closing

import pytest

from eventlog.recorder import KafkaRecorder
from eventlog.recorder.errors import OwnedElsewhere, RecorderClosed
from tests.eventlog.recorder.conftest import Open
from tests.eventlog.recorder.process import Other
from tests.eventlog.recorder.saved import event
from tests.waiting import until


def test_a_second_process_gets_an_error_that_names_the_owner(
    opened: Open, kafka: str, topic: str
) -> None:
    with Other(kafka, topic) as owner:
        assert owner.says() == "ready"
        with pytest.raises(OwnedElsewhere, match=owner.name):
            opened()
        owner.record()
        assert owner.says() == "[1]"


def test_a_second_recorder_in_the_same_process_does_too(opened: Open) -> None:
    first = opened()
    with pytest.raises(OwnedElsewhere, match=f":{os.getpid()} "):
        opened()
    assert first.insert_events([event()]) == [1]


def test_whoever_leaves_in_order_is_followed_at_once(opened: Open) -> None:
    first = opened()
    first.insert_events([event("a")])
    first.close()
    with pytest.raises(RecorderClosed):
        first.insert_events([event()])
    with pytest.raises(RecorderClosed):
        first.select_events("a")
    second = opened()
    assert [each.originator_version for each in second.select_events("a")] == [1]


def test_whoever_was_killed_is_followed_and_nothing_is_lost(
    opened: Open, kafka: str, topic: str
) -> None:
    with Other(kafka, topic) as owner:
        assert owner.says() == "ready"
        for position in range(1, 6):
            owner.record()
            assert owner.says() == f"[{position}]"
        owner.process.kill()
        successor = opened()
    assert successor.max_notification_id() == 5
    assert successor.insert_events([event()]) == [6]


def test_whoever_was_paused_finds_its_successor_in_place(
    opened: Open, kafka: str, topic: str
) -> None:
    """It is fenced, does not fence back, and says who owns the topic now."""
    with Other(kafka, topic) as paused:
        assert paused.says() == "ready"
        paused.record()
        assert paused.says() == "[1]"
        os.kill(paused.process.pid, signal.SIGSTOP)
        successor = opened()
        assert successor.insert_events([event()]) == [2]
        os.kill(paused.process.pid, signal.SIGCONT)
        paused.record()
        assert paused.says().startswith(("not_recorded", "fate_unknown", "recorder_closed"))
        assert successor.insert_events([event()]) == [3]
        paused.record()
        assert paused.says().startswith("recorder_closed")
        assert successor.insert_events([event()]) == [4]


def test_a_subscription_learns_that_its_recorder_was_closed(kafka: str, topic: str) -> None:
    with closing(KafkaRecorder(kafka, topic)) as recorder:
        subscription = recorder.subscribe()
    with subscription, pytest.raises(RecorderClosed):
        next(subscription)


def test_it_joins_again_without_a_word_while_nobody_else_came(opened: Open) -> None:
    recorder = opened()
    recorder._appender._ownership._consumer._coordinator.maybe_leave_group()
    until(lambda: recorder.insert_events([event()]) is not None)
