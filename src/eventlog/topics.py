"""The three topics of an installation: their names, their settings, and the check at every start.

``events`` is kept for ever; ``commands`` and ``outcomes`` for 30 days, longer than any command can wait
or be retried. All have the same number of partitions, and the broker's clock as timestamp.
"""

import contextlib
import datetime
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from kafka.admin import ConfigResource, ConfigResourceType, KafkaAdminClient
from kafka.errors import KafkaTimeoutError, TopicAlreadyExistsError

from eventlog.errors import TopicsWrong

PREFIX: Final = "guantong"
_KEPT: Final = datetime.timedelta(days=30)
_REPLICAS: Final = 3
_TOLD_S: Final = 10.0
_ASK_AGAIN_S: Final = 0.1


@dataclass(frozen=True, slots=True)
class Topics:
    """The names of an installation's topics."""

    prefix: str = PREFIX

    @property
    def commands(self) -> str:
        """What people and processes want done."""
        return f"{self.prefix}.commands"

    @property
    def events(self) -> str:
        """What happened: the truth."""
        return f"{self.prefix}.events"

    @property
    def outcomes(self) -> str:
        """What became of each command."""
        return f"{self.prefix}.outcomes"

    @property
    def names(self) -> tuple[str, str, str]:
        """All three."""
        return self.commands, self.events, self.outcomes


@dataclass(frozen=True, slots=True)
class TopicFault:
    """One thing wrong with a topic: what was found, what must be, and how to come there."""

    topic: str
    setting: str
    found: str
    expected: str
    fix: str

    def __str__(self) -> str:
        return f"{self.topic}: {self.setting} is {self.found}, must be {self.expected}; {self.fix}."


def open_admin(kafka: str) -> KafkaAdminClient:
    """An administration client that waits at most 10 s for an answer."""
    return KafkaAdminClient(
        bootstrap_servers=kafka, client_id="guantong-topics", request_timeout_ms=10_000
    )


def create(kafka: str, topics: Topics, *, partitions: int = 1) -> None:
    """Create the topics that are missing, with the settings that ``check`` wants."""
    admin = open_admin(kafka)
    try:
        brokers = _brokers(admin)
        present = _described(admin, topics)
        missing = {
            name: {
                "num_partitions": partitions,
                "replication_factor": min(_REPLICAS, brokers),
                "configs": settings(topics, name, brokers=brokers),
            }
            for name in topics.names
            if name not in present
        }
        if missing:
            with contextlib.suppress(TopicAlreadyExistsError):  # another process was quicker
                admin.create_topics(missing)
            admin.wait_for_topics(list(missing))
    finally:
        admin.close()


def grow(kafka: str, topics: Topics, *, partitions: int) -> None:
    """Add partitions until each of the topics has at least so many; none is ever taken away.

    Nothing that lives on one is moved; jurisdictions opened later may be placed on the new ones, which
    running processes find by themselves. Raises ``TopicsWrong`` if a topic is missing.
    """
    admin = open_admin(kafka)
    try:
        present = _partition_counts(admin, topics)
        if len(present) < len(topics.names):
            raise TopicsWrong(faults=" ".join(map(str, _faults(admin, topics))))
        wanted = max(partitions, *present.values())
        short = {name: wanted for name, count in present.items() if count < wanted}
        if short:
            admin.create_partitions(short)
            _await_partitions(admin, topics, wanted)
    finally:
        admin.close()


def _partition_counts(admin: KafkaAdminClient, topics: Topics) -> Mapping[str, int]:
    return {name: len(topic["partitions"]) for name, topic in _described(admin, topics).items()}


def _await_partitions(admin: KafkaAdminClient, topics: Topics, partitions: int) -> None:
    """Wait until the brokers tell of them: they were added, but not every broker has heard of it yet."""
    limit = time.monotonic() + _TOLD_S
    while set(_partition_counts(admin, topics).values()) != {partitions}:
        if time.monotonic() > limit:
            raise KafkaTimeoutError(f"{partitions} partitions were added, but are not told of")
        time.sleep(_ASK_AGAIN_S)


def check(kafka: str, topics: Topics) -> int:
    """The number of partitions, if all topics are as they must be; else ``TopicsWrong`` names every fault."""
    admin = open_admin(kafka)
    try:
        faults = list(_faults(admin, topics))
        if faults:
            raise TopicsWrong(faults=" ".join(map(str, faults)))
        return len(_described(admin, topics)[topics.events]["partitions"])
    finally:
        admin.close()


def settings(topics: Topics, name: str, *, brokers: int) -> Mapping[str, str]:
    """The settings one topic must have in a cluster of so many brokers.

    With three brokers or more two replicas hold each record before it is acknowledged; with fewer there
    is one, which flushes each message to its disk.
    """
    wanted = {
        "cleanup.policy": "delete",
        "retention.bytes": "-1",
        "retention.ms": "-1"
        if name == topics.events
        else str(_KEPT // datetime.timedelta(milliseconds=1)),
        "message.timestamp.type": "LogAppendTime",
        "unclean.leader.election.enable": "false",
        "min.insync.replicas": "2" if brokers >= _REPLICAS else "1",
    }
    return wanted if brokers >= _REPLICAS else wanted | {"flush.messages": "1"}


def _brokers(admin: KafkaAdminClient) -> int:
    return sum(not broker["is_fenced"] for broker in admin.describe_cluster()["brokers"])


def _described(admin: KafkaAdminClient, topics: Topics) -> Mapping[str, Mapping[str, Any]]:
    present = admin.describe_topics(list(topics.names))
    return {topic["name"]: topic for topic in present if topic["error_code"] == 0}


def _faults(admin: KafkaAdminClient, topics: Topics) -> Iterator[TopicFault]:
    brokers = _brokers(admin)
    present = _described(admin, topics)
    for name in topics.names:
        if name not in present:
            yield TopicFault(name, "topic", "missing", "present", "run «guantong topics --create»")
    yield from _partition_faults(present, brokers=brokers)
    yield from _setting_faults(admin, topics, present, brokers=brokers)


def _partition_faults(
    present: Mapping[str, Mapping[str, Any]], *, brokers: int
) -> Iterator[TopicFault]:
    most = max((len(topic["partitions"]) for topic in present.values()), default=0)
    replicas = min(_REPLICAS, brokers)
    for name, topic in present.items():
        count = len(topic["partitions"])
        if count != most:
            fix = f"run «guantong topics --partitions {most}»"
            yield TopicFault(name, "partitions", str(count), f"{most}, as in the others", fix)
        least = min(len(partition["replica_nodes"]) for partition in topic["partitions"])
        if least < replicas:
            fix = "run «kafka-reassign-partitions» with more replicas"
            yield TopicFault(name, "replicas", str(least), f"{replicas} or more", fix)


def _setting_faults(
    admin: KafkaAdminClient, topics: Topics, present: Mapping[str, Any], *, brokers: int
) -> Iterator[TopicFault]:
    if not present:
        return
    resources = [ConfigResource(ConfigResourceType.TOPIC, name) for name in present]
    found = admin.describe_configs(resources, config_filter="all")["topic"]
    for name in present:
        for setting, expected in settings(topics, name, brokers=brokers).items():
            actual = found[name][setting]["value"]
            if actual != expected:
                fix = (
                    f"run «kafka-configs --alter --entity-type topics --entity-name {name}"
                    f" --add-config {setting}={expected}»"
                )
                yield TopicFault(name, setting, actual, expected, fix)
