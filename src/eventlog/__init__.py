"""The log: record format, sealing, the one write path, and everything that touches Kafka."""
