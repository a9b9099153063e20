"""What clients asked and were told, and the judge who compares it with the log as it stands on Kafka."""
