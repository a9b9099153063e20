"""Who may write a topic: the one member of its group that its one partition is assigned to.

Kafka's fencing alone would let any newcomer end the work of the present writer. So a recorder first joins
this group, and fences only what it was assigned. The sticky assignor leaves the partition where it is while
its holder lives; a holder that died or was paused for longer than the session loses it. Correctness does not
hang on this: whoever believes wrongly to be the owner is fenced by Kafka, or void by the rule of `chain`.
"""

import os
import socket
import time
from typing import Any, Final

from kafka import TopicPartition
from kafka.consumer.subscription_state import ConsumerRebalanceListener
from kafka.coordinator.assignors.sticky.sticky_assignor import StickyPartitionAssignor

from eventlog.reading import committed_consumer
from eventlog.recorder.errors import OwnedElsewhere, OwnershipUnsettled
from eventlog.topics import open_admin

SESSION_MS: Final = 6_000
"""A holder that is silent for so long has lost the topic."""
HEARTBEAT_MS: Final = 1_500
SETTLE_S_MAX: Final = 45.0
"""Longest wait for the group: a holder that hangs is thrown out after 30 s of it."""
_HANG_MS_MAX: Final = 30_000
_POLL_MS: Final = 100
_ASK_S: Final = 0.1


class Ownership:
    """A place in the group of one topic. Use from one thread at a time."""

    def __init__(self, kafka: str, topic: str) -> None:
        self._kafka = kafka
        self._topic = topic
        self._listener = _Listener(TopicPartition(topic, 0))
        self._consumer = committed_consumer(
            kafka,
            f"{socket.gethostname()}:{os.getpid()}",
            group_id=_group(topic),
            session_timeout_ms=SESSION_MS,
            heartbeat_interval_ms=HEARTBEAT_MS,
            max_poll_interval_ms=_HANG_MS_MAX,
            partition_assignment_strategy=[StickyPartitionAssignor],
        )
        self._listener.consumer = self._consumer
        self._asks_again = 0.0
        self._consumer.subscribe([topic], listener=self._listener)

    def hold(self) -> None:
        """Return if the topic is ours; call it often. ``OwnedElsewhere`` names who holds it otherwise.

        What the group said a moment ago is taken as said: asking costs a save a third of a millisecond.
        """
        if time.monotonic() < self._asks_again:
            return
        self._ask()
        self._asks_again = time.monotonic() + _ASK_S

    def _ask(self) -> None:
        limit = time.monotonic() + SETTLE_S_MAX
        while not self._consumer.partitions_for_topic(self._topic):
            self._check(limit)  # joining without metadata, it would be assigned nothing
        self._consumer.poll(0)
        while self._listener.ours is None:
            self._check(limit)
            self._consumer.poll(_POLL_MS)
        while not self._listener.ours:
            owner = self._owner()
            if owner is not None:
                raise OwnedElsewhere(topic=self._topic, owner=owner)
            self._check(limit)
            self._consumer.poll(_POLL_MS)

    def confirm(self) -> None:
        """Like ``hold``, but on what the group says now: before fencing anybody, after something failed.

        A holder that was paused and lost the topic learns it with its next heartbeats.
        """
        limit = time.monotonic() + 2 * HEARTBEAT_MS / 1000
        while time.monotonic() < limit:
            self._consumer.poll(_POLL_MS)
        self._ask()

    def close(self) -> None:
        """Leave the group: another may come at once."""
        self._consumer.close()

    def _check(self, limit: float) -> None:
        if time.monotonic() > limit:
            raise OwnershipUnsettled(topic=self._topic, limit=int(SETTLE_S_MAX))

    def _owner(self) -> str | None:
        """The process that the partition is assigned to; None while the group is not settled."""
        admin = open_admin(self._kafka)
        try:
            group = admin.describe_groups([_group(self._topic)])[_group(self._topic)]
        finally:
            admin.close()
        for member in group["members"]:
            assignment = member["member_assignment"]
            if assignment and assignment["assigned_partitions"]:
                return f"{member['client_id']} ({member['client_host']})"
        return None


class _Listener(ConsumerRebalanceListener):  # type: ignore[misc] # kafka-python has no types
    """Notes whether the partition is ours; None while the group is joining anew."""

    def __init__(self, partition: TopicPartition) -> None:
        self.ours: bool | None = None
        self.consumer: Any = None
        self._partition = partition

    def on_partitions_revoked(self, revoked: Any) -> None:  # noqa: ARG002 - its interface
        """Called by the consumer before it joins again."""
        self.ours = None

    def on_partitions_assigned(self, assigned: Any) -> None:
        """Called by the consumer once the group has settled."""
        self.ours = self._partition in assigned
        if self.ours:
            self.consumer.seek(self._partition, 0)
            self.consumer.pause(self._partition)  # membership only: nothing is read here


def _group(topic: str) -> str:
    return f"{topic}.recorder"
