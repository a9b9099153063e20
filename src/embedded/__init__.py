"""Real Kafka and PostgreSQL as child processes, for one machine and for tests."""
