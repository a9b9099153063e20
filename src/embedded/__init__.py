"""Real Kafka and PostgreSQL as child processes, for one machine and for tests."""

from embedded.servers import Embedded

__all__ = ["Embedded"]
