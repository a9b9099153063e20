"""The topic of a recorder: one partition, kept for ever, checked at every start."""

import contextlib
import re
from collections.abc import Iterator
from typing import Any, Final

from kafka.admin import ConfigResource, ConfigResourceType, KafkaAdminClient
from kafka.errors import TopicAlreadyExistsError

from eventlog.errors import TopicsWrong
from eventlog.recorder.errors import TopicNameRefused
from eventlog.topics import TopicFault, Topics, open_admin, settings

_NAME: Final = re.compile(r"[A-Za-z0-9._-]{1,200}")
"""Kafka allows 249; the rest is for the purpose."""
_REPLICAS: Final = 3
_KEPT: Final = Topics()


def topic_of(application: str, purpose: str) -> str:
    """The topic of an application's recorder: ``BankAccounts.events``."""
    if not _NAME.fullmatch(application):
        raise TopicNameRefused(application=application, reason=f"[{_NAME.pattern}]")
    return f"{application}.{purpose}"


def ensure(kafka: str, application: str, purpose: str) -> str:
    """The name of the topic, created if it is missing; ``TopicsWrong`` if it is not as it must be."""
    topic = topic_of(application, purpose)
    admin = open_admin(kafka)
    try:
        brokers = sum(not broker["is_fenced"] for broker in admin.describe_cluster()["brokers"])
        found = _described(admin, topic, Topics(application).commands)
        if Topics(application).commands in found:
            raise TopicNameRefused(application=application, reason=Topics(application).commands)
        if topic not in found:
            _create(admin, topic, brokers=brokers)
            found = _described(admin, topic)
        faults = list(_faults(admin, topic, found[topic], brokers=brokers))
    finally:
        admin.close()
    if faults:
        raise TopicsWrong(faults=" ".join(map(str, faults)))
    return topic


def _described(admin: KafkaAdminClient, *topics: str) -> dict[str, Any]:
    described = admin.describe_topics(list(topics))
    return {topic["name"]: topic for topic in described if topic["error_code"] == 0}


def _create(admin: KafkaAdminClient, topic: str, *, brokers: int) -> None:
    wanted = {
        "num_partitions": 1,
        "replication_factor": min(_REPLICAS, brokers),
        "configs": settings(_KEPT, _KEPT.events, brokers=brokers),
    }
    with contextlib.suppress(TopicAlreadyExistsError):  # another process was quicker
        admin.create_topics({topic: wanted})
    admin.wait_for_topics([topic])


def _faults(
    admin: KafkaAdminClient, topic: str, described: Any, *, brokers: int
) -> Iterator[TopicFault]:
    count = len(described["partitions"])
    if count != 1:
        yield TopicFault(topic, "partitions", str(count), "1", "use another application name")
    replicas = min(len(partition["replica_nodes"]) for partition in described["partitions"])
    if replicas < min(_REPLICAS, brokers):
        fix = "run «kafka-reassign-partitions» with more replicas"
        yield TopicFault(topic, "replicas", str(replicas), f"{_REPLICAS} or more", fix)
    resource = ConfigResource(ConfigResourceType.TOPIC, topic)
    found = admin.describe_configs([resource], config_filter="all")["topic"][topic]
    for setting, expected in settings(_KEPT, _KEPT.events, brokers=brokers).items():
        actual = found[setting]["value"]
        if actual != expected:
            fix = (
                f"run «kafka-configs --alter --entity-type topics --entity-name {topic}"
                f" --add-config {setting}={expected}»"
            )
            yield TopicFault(topic, setting, actual, expected, fix)
