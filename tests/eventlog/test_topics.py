"""The topics' settings: made right, checked at every start, each fault named with its fix."""

import pytest

from eventlog import topics
from eventlog.errors import TopicsWrong
from eventlog.topics import Topics
from tests.waiting import until


@pytest.fixture
def names(suffix: str) -> Topics:
    return Topics(f"test-{suffix}")


def test_created_topics_pass_the_check(kafka: str, names: Topics) -> None:
    topics.create(kafka, names, partitions=3)
    topics.create(kafka, names, partitions=3)
    assert topics.check(kafka, names) == 3


def test_partitions_are_added_and_never_taken_away(kafka: str, names: Topics) -> None:
    topics.create(kafka, names)
    topics.grow(kafka, names, partitions=3)
    topics.grow(kafka, names, partitions=3)
    assert topics.check(kafka, names) == 3
    topics.grow(kafka, names, partitions=2)
    assert topics.check(kafka, names) == 3


def test_growing_goes_on_where_it_was_interrupted(kafka: str, names: Topics) -> None:
    topics.create(kafka, names)
    admin = topics.open_admin(kafka)
    admin.create_partitions({names.events: 2})
    admin.close()
    until(lambda: "run «guantong topics --partitions 2»" in _faults(kafka, names))
    topics.grow(kafka, names, partitions=2)
    assert topics.check(kafka, names) == 2


def test_topics_that_are_missing_do_not_grow(kafka: str, names: Topics) -> None:
    with pytest.raises(TopicsWrong, match="guantong topics --create"):
        topics.grow(kafka, names, partitions=2)


def _faults(kafka: str, names: Topics) -> str:
    try:
        topics.check(kafka, names)
    except TopicsWrong as error:
        return str(error)
    return ""


def test_missing_topics_are_named(kafka: str, names: Topics) -> None:
    with pytest.raises(TopicsWrong) as raised:
        topics.check(kafka, names)
    for name in names.names:
        assert f"{name}: topic is missing" in str(raised.value)


def test_every_wrong_setting_is_named_with_its_fix(kafka: str, names: Topics) -> None:
    admin = topics.open_admin(kafka)
    wrong = {
        "cleanup.policy": "compact",
        "retention.ms": "1000000",
        "message.timestamp.type": "CreateTime",
        "unclean.leader.election.enable": "true",
    }
    plain = {"num_partitions": 1, "replication_factor": 1}
    events = {"num_partitions": 2, "replication_factor": 1, "configs": wrong}
    admin.create_topics({names.commands: plain, names.events: events, names.outcomes: plain})
    admin.wait_for_topics(list(names.names))
    admin.close()
    with pytest.raises(TopicsWrong) as raised:
        topics.check(kafka, names)
    text = str(raised.value)
    for setting, value in wrong.items():
        assert f"{names.events}: {setting} is {value}, must be" in text
        assert f"--entity-name {names.events} --add-config {setting}=" in text
    assert f"{names.commands}: partitions is 1, must be 2, as in the others" in text


def test_with_three_brokers_two_replicas_hold_each_record() -> None:
    names = Topics()
    assert topics.settings(names, names.events, brokers=3)["min.insync.replicas"] == "2"
    assert topics.settings(names, names.events, brokers=3)["retention.ms"] == "-1"
    assert "flush.messages" not in topics.settings(names, names.events, brokers=3)
    assert topics.settings(names, names.commands, brokers=1)["retention.ms"] == "2592000000"
    assert topics.settings(names, names.commands, brokers=1)["flush.messages"] == "1"
