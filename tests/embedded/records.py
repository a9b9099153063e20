"""One record in a topic and one row in a table: what must survive whatever happens to a server."""

import psycopg
from kafka import KafkaAdminClient, KafkaConsumer, KafkaProducer, TopicPartition

from embedded import Embedded

TOPIC = "kept"


def create_places(servers: Embedded) -> None:
    with KafkaAdminClient(bootstrap_servers=servers.kafka_bootstrap) as admin:
        admin.create_topics({TOPIC: {"num_partitions": 1}}, wait_for_metadata=True)
    with psycopg.connect(servers.postgres_url) as connection:
        connection.execute("CREATE TABLE kept (value text NOT NULL)")


def keep(servers: Embedded, value: str) -> None:
    """Write the value to both servers; both have acknowledged it on return."""
    producer = KafkaProducer(bootstrap_servers=servers.kafka_bootstrap, acks="all")
    producer.send(TOPIC, value.encode()).get(timeout=30)
    producer.close()
    with psycopg.connect(servers.postgres_url) as connection:
        connection.execute("INSERT INTO kept VALUES (%s)", [value])


def kept(servers: Embedded) -> tuple[list[str], list[str]]:
    """Return all values, as Kafka and as PostgreSQL have them."""
    with psycopg.connect(servers.postgres_url) as connection:
        rows = connection.execute("SELECT value FROM kept ORDER BY ctid").fetchall()
    return _records(servers.kafka_bootstrap), [row[0] for row in rows]


def _records(bootstrap: str) -> list[str]:
    partition = TopicPartition(TOPIC, 0)
    consumer = KafkaConsumer(bootstrap_servers=bootstrap, auto_offset_reset="earliest")
    consumer.assign([partition])
    consumer.seek_to_beginning(partition)
    end = consumer.end_offsets([partition])[partition]
    values: list[str] = []
    while consumer.position(partition) < end:
        for batch in consumer.poll(timeout_ms=1000).values():
            values += [record.value.decode() for record in batch]
    consumer.close()
    return values
