"""Transactional producers, and the one override of kafka-python that exactly once needs.

kafka-python 3 speaks EndTxn up to v3, so the broker does not bump the epoch with each transaction
(KIP-890 v2). After a disconnect it re-queues an EndTxn that may have reached the broker, and says
nothing: the first one, late, could then end a *later* transaction in its middle. Here such a retry is a
fatal error instead. The writer starts over with a new producer, whose epoch makes the late one void.
"""

from typing import Any, Final

from kafka import KafkaProducer
from kafka.errors import ProducerFencedError
from kafka.producer.transaction_manager import EndTxnHandler, TransactionManager

from eventlog.errors import CommitUncertain

TRANSACTION_TIMEOUT_MS: Final = 15_000
"""The broker aborts a transaction older than this, and fences its producer."""


class _EndOnce(EndTxnHandler):  # type: ignore[misc] # kafka-python has no types
    """An EndTxn that is never sent again when its fate is unknown."""

    def on_complete(self, correlation_id: int, response_or_exc: Any) -> None:
        if isinstance(response_or_exc, Exception):
            self.transaction_manager.clear_in_flight_transactional_request_correlation_id()
            self.fatal_error(CommitUncertain(reason=type(response_or_exc).__name__))
        else:
            super().on_complete(correlation_id, response_or_exc)


class _EndsOnce(TransactionManager):  # type: ignore[misc] # kafka-python has no types
    """A transaction manager whose transactions end by ``_EndOnce``, and which never renews its own epoch.

    kafka-python would answer a stale epoch by asking for a fresh one: a writer left behind would fence
    the one that took over. Here that is fatal; whether to begin again the writer decides.
    """

    def _begin_completing_transaction(self, committed: bool) -> Any:
        if self._new_partitions_in_transaction:
            self._enqueue_request(self._add_partitions_to_transaction_handler())
        handler = _EndOnce(self, committed)
        self._enqueue_request(handler)
        return handler.result

    def bump_producer_id_and_epoch(self) -> None:
        self.transition_to_fatal_error(ProducerFencedError())


def transactional_producer(kafka: str, transactional_id: str) -> KafkaProducer:
    """A transactional producer, before ``init_transactions()``, which fences its predecessor.

    ``retry_backoff_ms`` is 3 because the first request of a transaction waits that long whenever the one
    before it is still completing: the default of 100 costs 100 ms on each transaction.
    """
    producer = KafkaProducer(
        bootstrap_servers=kafka,
        client_id=transactional_id,
        transactional_id=transactional_id,
        transaction_timeout_ms=TRANSACTION_TIMEOUT_MS,
        acks="all",
        linger_ms=0,
        batch_size=512 * 1024,
        max_in_flight_requests_per_connection=5,
        retry_backoff_ms=3,
        reconnect_backoff_max_ms=1_000,
        request_timeout_ms=10_000,
        delivery_timeout_ms=TRANSACTION_TIMEOUT_MS,
        max_block_ms=TRANSACTION_TIMEOUT_MS,
        allow_auto_create_topics=False,
        metrics_enabled=False,
    )
    producer._transaction_manager.__class__ = _EndsOnce  # noqa: SLF001 - the override; kafka-python has no hook
    return producer
