"""The HTTP interface, tested over real Kafka and PostgreSQL where it needs them."""
